import DuwangCore

/// Lines that templates put around an article. A paragraph that merely begins with such a word is the article's own.
/// Works on bytes: it is asked of every line of a page, several times.
enum FurnitureLines {
  /// A line that ends the article: what follows is navigation.
  static func endsArticle(_ line: String) -> Bool { line.utf8.count < 360 && endsArticle(Array(line.utf8)) }

  /// `bytes`: the line in UTF-8.
  static func endsArticle(_ bytes: [UInt8]) -> Bool {
    guard bytes.count < 360, !Bytes.contains(bytes[...], "。") else { return false }
    let bare = Text.opened(bytes[...], marks: true)
    if openers.begin(bare) != nil || speaksOfPage(bytes) { return true }
    return enders.begin(bare).map { endsWord(bare.dropFirst($0)) } ?? false
  }

  /// A line around the article that is none of its text.
  static func isFurniture(_ line: String, title: String) -> Bool {
    if !title.isEmpty, Text.key(line) == Text.key(title) { return true }
    return line.utf8.count <= 360 && isFurniture(Array(line.utf8))
  }

  /// `bytes`: a line in UTF-8, of a page without a title.
  static func isFurniture(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 360 else { return false }
    return paths.begin(Text.withoutBlanks(bytes[...])[...]) != nil || isControls(bytes) || isDateline(bytes)
  }

  /// A line of what the template says about the article: source, author, date, counters.
  static func isDateline(_ line: String) -> Bool { line.utf8.count <= 360 && isDateline(Array(line.utf8)) }

  private static func isDateline(_ line: [UInt8]) -> Bool {
    guard !Bytes.contains(line[...], "。"), !Bytes.contains(line[...], "，") else { return false }
    let key = Text.stripped(Text.withoutBlanks(line[...])[...], marks: true)
    if let label = labels.begin(key), endsLabel(key.dropFirst(label)) { return true }
    if isRowOfFields(line) { return true }
    if people.begin(key) != nil {
      return key.count < 10 || times.words.contains { Bytes.find(key, $0) != nil }
        || labels.words.contains { label in colons.contains { Bytes.find(key, label + $0) != nil } }
    }
    // Blanks between date and time of day count.
    let text = Text.stripped(line[...], marks: true)
    return isDate(Array(text.dropFirst(times.begin(text) ?? dateLabel(text))))
  }

  /// Length of a label that stands before a date and speaks of no other day: `入库时间：`, `发稿：`; 0 without one.
  private static func dateLabel(_ text: ArraySlice<UInt8>) -> Int {
    let head = text.prefix(24)
    guard let colon = colons.compactMap({ Bytes.find(head, $0) }).min(), colon > head.startIndex,
      let label = Words.shortLabel(endingIn: text[...(colon + (text[colon] == 0x3a ? 0 : 2))]),
      label.utf8.count == colon - head.startIndex, !Words.isOfOtherDay(label)
    else { return 0 }
    return label.utf8.count + (text[colon] == 0x3a ? 1 : 3)
  }

  /// `报名截止：2021年8月30日 | 发布：2021年7月28日 | 浏览量：200`
  private static func isRowOfFields(_ line: [UInt8]) -> Bool {
    guard line.contains(0x7c) || Bytes.contains(line[...], "｜") else { return false }
    let fields = String(decoding: line, as: UTF8.self).split { $0 == "|" || $0 == "｜" }.map { Array($0.utf8) }
    return fields.count > 1
      && fields.allSatisfy { field in field.count <= 90 && colons.contains { Bytes.find(field[...], $0) != nil } }
      && fields.contains { field in
        let start = Text.opened(field[...], marks: true)
        return labels.begin(start).map { endsLabel(start.dropFirst($0)) } ?? false
      }
  }

  /// A full date, with nothing but labels after it: `2020-01-13 09:21 来源：县政府`.
  private static func isDate(_ text: [UInt8]) -> Bool {
    guard text.contains(where: { (0x30...0x39).contains($0) }) || Bytes.contains(text[...], "年"),
      let date = DateScanner.scan(text).first, date.full != nil, date.start <= 6
    else { return false }
    let rest = Text.fromFirstLetter(text[date.end...])
    return rest.isEmpty || afterDates.begin(rest) != nil
  }

  /// `索引号：`, `成文日期` and the like, alone or before their value.
  static func isIndexLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count < 240, bytes.count >= 6 else { return false }
    let start = Text.opened(bytes, marks: true)
    guard indexLabels.mayBegin(start) else { return false }
    let key = Text.withoutBlanks(Text.stripped(start, marks: true))
    guard let label = indexLabels.begin(key[...]) else { return false }
    let rest = key[label...]
    return rest.isEmpty || indexEnds.begin(rest) != nil
  }

  private static let indexLabels: WordTable = [
    "索引号", "文号", "发文字号", "成文日期", "生成日期", "发布日期", "公开日期", "发文日期", "发文机关", "发布机构", "主题分类", "信息分类", "有效性", "失效日期", "废止日期",
    "施行日期",
    "体裁分类", "组配分类", "公开方式", "公开范围", "公开时限", "公开责任部门", "服务对象", "内容概述", "信息名称", "信息来源", "主题词", "效力状态", "发布时间", "所属类别",
  ]

  /// Switches and buttons alone: `【打印】【关闭】`, `字体：大 中 小`.
  private static func isControls(_ line: [UInt8]) -> Bool {
    var rest: [UInt8] = []
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars where Text.isLetter(scalar) {
      guard controlLetters.contains(scalar), rest.count <= 180 else { return false }
      rest += Array(String(scalar).utf8)
    }
    guard !rest.isEmpty else { return false }
    for word in controls.words {
      while let at = Bytes.find(rest[...], word) { rest.removeSubrange(at..<at + word.count) }
    }
    return rest.isEmpty
  }

  /// Controls that act on the page as a whole; one short word by itself (关闭 in a table) may be the article's.
  private static func speaksOfPage(_ line: [UInt8]) -> Bool {
    guard isControls(line) else { return false }
    if pageControls.words.contains(where: { Bytes.find(line[...], $0) != nil }) { return true }
    let count = shortControls.words.count { Bytes.find(line[...], $0) != nil }
    return count > 1 || count == 1 && brackets.begin(line[...]) != nil
  }

  private static func endsWord(_ rest: ArraySlice<UInt8>) -> Bool {
    Text.firstScalar(rest).map { !Text.isLetter($0) && $0.properties.numericType == nil } ?? true
  }

  private static func endsLabel(_ rest: ArraySlice<UInt8>) -> Bool {
    Text.firstScalar(rest).map { "：:】]（(".unicodeScalars.contains($0) || $0.properties.numericType != nil } ?? true
  }

  private static let colons = ["：", ":"].map { Array($0.utf8) }
  private static let brackets: WordTable = ["【", "[", "［"]
  private static let people: WordTable = ["作者", "编辑", "撰稿", "供稿", "通讯员", "记者", "摄影", "审核", "审稿"]
  private static let times: WordTable = ["时间：", "时间:", "日期：", "日期:"]
  private static let indexEnds: WordTable = ["：", ":", "】", "]"]
  private static let afterDates = WordTable(labels.words + ["作者", "编辑", "星期"].map { Array($0.utf8) })
  private static let controlLetters = Set(controls.words.flatMap { String(decoding: $0, as: UTF8.self).unicodeScalars })

  /// What follows these is the neighbour's title or the template's own words.
  private static let openers: WordTable = [
    "上一篇", "下一篇", "上一条", "下一条", "前一篇", "后一篇", "扫一扫", "分享到", "版权所有", "您可能感兴趣",
  ]

  private static let enders: WordTable = [
    "上篇", "下篇", "相关新闻", "相关文章", "相关链接", "相关信息", "相关阅读", "相关稿件", "推荐阅读", "热点新闻", "网站地图", "友情链接", "上一页", "延伸阅读",
  ]

  private static let paths: WordTable = [
    "当前位置", "您的位置", "您现在的位置", "您所在的位置", "你的位置", "所在位置", "首页>", "设为首页",
  ]

  /// Longer words before those they hold.
  private static let labels: WordTable = [
    "发布时间", "发布日期", "发表时间", "发表日期", "更新时间", "更新日期", "添加时间", "上传时间", "信息来源", "文章来源", "稿件来源", "新闻来源", "来源", "稿源", "责任编辑",
    "责编", "点击次数", "点击数", "点击量", "点击", "浏览次数", "浏览量", "浏览", "阅读次数", "阅读量", "阅读", "访问次数", "访问量", "人气",
    "字体大小", "字体", "字号", "发布者", "发布人", "发布单位", "发布机构", "信息发布时间", "发布", "录入", "Releasetime", "Publishtime",
  ]

  private static let controls: WordTable = [
    "分享到", "打印本页", "打印此页", "打印本文", "打印页面", "我要打印", "打印", "关闭窗口", "关闭本页", "关闭此页", "关闭页面", "关闭", "返回顶部", "返回列表", "返回上一页",
    "返回", "收藏本页", "加入收藏", "收藏", "推荐给好友", "扫描", "分享", "评论", "QQ空间", "Qzone", "朋友圈", "微信", "微博", "新浪", "腾讯", "字体大小", "字体",
    "字号", "大中小", "默认", "超大", "大",
    "中", "小", "我要纠错", "纠错", "顶部", "保存本页", "保存",
  ]

  private static let pageControls: WordTable = [
    "分享到", "打印本页", "打印此页", "打印本文", "打印页面", "我要打印", "关闭窗口", "关闭本页", "关闭此页", "关闭页面", "返回顶部", "返回列表", "返回上一页", "收藏本页",
    "加入收藏",
  ]

  private static let shortControls: WordTable = ["打印", "关闭", "返回", "收藏", "分享", "纠错"]
}
