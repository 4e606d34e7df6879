import DuwangCore

/// Lines that templates put around an article. A paragraph that merely begins with such a word is the article's own.
enum FurnitureLines {
  /// A line that ends the article: what follows is navigation.
  static func endsArticle(_ line: String) -> Bool {
    guard line.utf8.count < 360, !line.contains("。") else { return false }
    let bare = line.trimmed(marks)
    if openers.contains(where: bare.hasPrefix) || speaksOfPage(line) { return true }
    return enders.contains { bare.hasPrefix($0) && endsWord(bare.dropFirst($0.count)) }
  }

  /// A line around the article that is none of its text.
  static func isFurniture(_ line: String, title: String) -> Bool {
    if !title.isEmpty, Text.key(line) == Text.key(title) { return true }
    guard line.utf8.count <= 360 else { return false }
    let key = String(line.filter { !$0.isWhitespace })
    return paths.contains(where: key.hasPrefix) || isControls(line) || isDateline(line)
  }

  /// A line of what the template says about the article: source, author, date, counters.
  static func isDateline(_ line: String) -> Bool {
    guard line.utf8.count <= 360, !line.contains("。"), !line.contains("，") else { return false }
    let key = String(line.filter { !$0.isWhitespace }).trimmed(marks)
    if let label = labels.first(where: key.hasPrefix), endsLabel(key.dropFirst(label.count)) { return true }
    if ["作者", "编辑"].contains(where: key.hasPrefix) {
      return key.utf8.count < 10 || labels.contains { key.contains($0 + "：") || key.contains($0 + ":") }
    }
    // Blanks between date and time of day count.
    let text = line.trimmed(marks)
    return isDate(
      ["时间：", "时间:", "日期：", "日期:"].first(where: text.hasPrefix).map { String(text.dropFirst($0.count)) } ?? text)
  }

  /// A full date, with nothing but labels after it: `2020-01-13 09:21 来源：县政府`.
  private static func isDate(_ text: String) -> Bool {
    guard let date = DateScanner.scan(text).first, date.full != nil, date.start <= 6 else { return false }
    let rest = String(decoding: Array(text.utf8)[date.end...], as: UTF8.self).drop { !$0.isLetter }
    return rest.isEmpty || (labels + ["作者", "编辑", "星期"]).contains(where: rest.hasPrefix)
  }

  /// `索引号：`, `成文日期` and the like, alone or before their value.
  static func isIndexLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count < 240, bytes.count >= 6 else { return false }
    let key = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }.trimmed(marks)
    return indexLabels.contains { label in
      key.hasPrefix(label) && (key.dropFirst(label.count).first.map { "：:】]".contains($0) } ?? true)
    }
  }

  private static let indexLabels = [
    "索引号", "文号", "发文字号", "成文日期", "生成日期", "发布日期", "公开日期", "发文日期", "发文机关", "发布机构", "主题分类", "信息分类", "有效性", "失效日期", "废止日期",
    "施行日期",
    "体裁分类", "组配分类", "公开方式", "公开范围", "公开时限", "公开责任部门", "服务对象", "内容概述", "信息名称", "信息来源", "主题词", "效力状态", "发布时间", "所属类别",
  ]

  /// Switches and buttons alone: `【打印】【关闭】`, `字体：大 中 小`.
  static func isControls(_ line: String) -> Bool {
    var rest = line.filter(\.isLetter)
    guard !rest.isEmpty, rest.utf8.count <= 180 else { return false }
    for word in controls where rest.contains(word) { rest = rest.replacing(word, with: "") }
    return rest.isEmpty
  }

  /// Controls that act on the page as a whole; one short word by itself (关闭 in a table) may be the article's.
  private static func speaksOfPage(_ line: String) -> Bool {
    guard isControls(line) else { return false }
    if pageControls.contains(where: line.contains) { return true }
    let words = shortControls.filter(line.contains)
    return words.count > 1 || words.count == 1 && line.first.map { "【[［".contains($0) } ?? false
  }

  private static func endsWord(_ rest: Substring) -> Bool {
    rest.first.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  private static func endsLabel(_ rest: Substring) -> Bool {
    rest.first.map { "：:】]（(".contains($0) || $0.isNumber } ?? true
  }

  private static let marks: Set<Character> = [
    " ", "\u{a0}", "\u{3000}", "【", "】", "[", "]", "［", "］", "（", "）", "(", ")", "·", ">", "<", "|", "•", "■", "▪", "○",
    "●",
  ]

  /// What follows these is the neighbour's title or the template's own words.
  private static let openers = [
    "上一篇", "下一篇", "上一条", "下一条", "前一篇", "后一篇", "扫一扫", "分享到", "版权所有", "您可能感兴趣",
  ]

  private static let enders = [
    "上篇", "下篇", "相关新闻", "相关文章", "相关链接", "相关信息", "相关阅读", "相关稿件", "推荐阅读", "热点新闻", "网站地图", "友情链接", "上一页", "延伸阅读",
  ]

  private static let paths = [
    "当前位置", "您的位置", "您现在的位置", "您所在的位置", "你的位置", "所在位置", "首页>", "设为首页",
  ]

  /// Longer words before those they hold.
  private static let labels = [
    "发布时间", "发布日期", "发表时间", "发表日期", "更新时间", "更新日期", "添加时间", "上传时间", "信息来源", "文章来源", "稿件来源", "新闻来源", "来源", "稿源", "责任编辑",
    "责编", "点击次数", "点击数", "点击量", "点击", "浏览次数", "浏览量", "浏览", "阅读次数", "阅读量", "阅读", "访问次数", "访问量", "人气",
    "字体大小", "字体", "字号", "发布者", "发布人", "发布单位", "发布机构", "信息发布时间", "录入", "Releasetime", "Publishtime",
  ]

  private static let controls = [
    "分享到", "打印本页", "打印此页", "打印本文", "打印页面", "我要打印", "打印", "关闭窗口", "关闭本页", "关闭此页", "关闭页面", "关闭", "返回顶部", "返回列表", "返回上一页",
    "返回", "收藏本页", "加入收藏", "收藏", "推荐给好友", "扫描", "分享", "评论", "QQ空间", "Qzone", "朋友圈", "微信", "微博", "新浪", "腾讯", "字体大小", "字体",
    "字号", "大中小", "默认", "超大", "大",
    "中", "小", "我要纠错", "纠错", "顶部", "保存本页", "保存",
  ]

  private static let pageControls = [
    "分享到", "打印本页", "打印此页", "打印本文", "打印页面", "我要打印", "关闭窗口", "关闭本页", "关闭此页", "关闭页面", "返回顶部", "返回列表", "返回上一页", "收藏本页",
    "加入收藏",
  ]

  private static let shortControls = ["打印", "关闭", "返回", "收藏", "分享", "纠错"]
}
