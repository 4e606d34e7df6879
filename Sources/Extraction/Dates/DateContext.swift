import HTMLTree

/// What the words around a date say about it.
struct DateContext: Sendable {
  enum Role: Int, Sendable, Comparable {
    /// Something else than publication: a deadline, an event, a document's own date.
    case other
    /// Somewhere in running text.
    case running
    /// Behind a short label that is no known one: `发稿：`, `入库时间：`.
    case named
    /// At the edge of a text, set off by brackets or blanks.
    case edge
    /// Named as the date of publication.
    case labelled
    /// Alone in its element.
    case alone
    static func < (a: Role, b: Role) -> Bool { a.rawValue < b.rawValue }
  }
  var role: Role
  /// The label that decided, if any.
  var label: String?

  /// Looks at the piece of `text` between marks in which `date` stands. `title`: where the text of a link ends that
  /// names the date's row; no label is read across it.
  static func of(_ date: FoundDate, in text: [UInt8], after title: Int = 0) -> DateContext {
    var (a, b) = (date.start, date.end)
    let (low, high) = (max(0, a - 240), min(text.count, b + 240))
    while a > max(low, title), text[a - 1] != Tree.blockMark { a -= 1 }
    let before = Words.tight(text[a..<date.start])
    if Words.opensSpan(before) { return DateContext(role: .other, label: "起止日期") }
    let isFirst = before.isEmpty && (a == 0 || text[a - 1] == Tree.blockMark)
    if let label = Words.label(endingIn: before) ?? (isFirst ? labelInCellBefore(a, low, text) : nil) {
      guard let longer = Words.longerLabel(label, text[a..<date.start]) else {
        return DateContext(role: Words.publication.contains(label) ? .labelled : .other, label: label)
      }
      return DateContext(role: longer.count > 6 || Words.isOfOtherDay(longer) ? .other : .named, label: longer)
    }
    a = date.start
    while a > low, text[a - 1] > Tree.blockMark || text[a - 1] < Tree.inlineMark { a -= 1 }
    while b < high, text[b] > Tree.blockMark || text[b] < Tree.inlineMark { b += 1 }
    let (head, tail) = (Array(text[a..<date.start]), Array(text[date.end..<b]))
    let role = edge(head, tail)
    guard let label = Words.shortLabel(endingIn: head[...]) else { return DateContext(role: role, label: nil) }
    if Words.isOfOtherDay(label) { return DateContext(role: .other, label: label) }
    let after = Words.tight(tail[...])
    let ends = isBlankFirst(tail) || after.first.map(Words.closers.contains) ?? true || Words.isNoise(after[...])
    return DateContext(role: ends ? max(role, .named) : role, label: role < .edge && ends ? label : nil)
  }

  /// A label that fills the cell before the date's own: `<td>成文日期：</td><td>2018-12-20</td>`.
  private static func labelInCellBefore(_ start: Int, _ low: Int, _ text: [UInt8]) -> String? {
    var end = start
    while end > low, text[end - 1] <= 0x20 { end -= 1 }
    var begin = end
    while begin > low, text[begin - 1] != Tree.blockMark { begin -= 1 }
    guard end - begin <= 60 else { return nil }
    let cell = Words.tight(text[begin..<end]).filter { !Words.labelMarks.contains($0) }
    guard (2...8).contains(cell.count) else { return nil }
    let word = Words.string(cell[...]).lowercased()
    return Words.publication.contains(word) || Words.foreign.contains(word) || Words.isNamedOtherDay(word) ? word : nil
  }

  private static func edge(_ before: [UInt8], _ after: [UInt8]) -> Role {
    let (head, tail) = (Words.tight(before[...]), Words.tight(after[...]))
    let (left, right) = (head.drop { Words.isDecoration($0) }, tail.drop { Words.isDecoration($0) })
    if left.isEmpty, right.isEmpty || Words.isNoise(right) { return .alone }
    let opens = head.last.map(Words.openers.contains) ?? false
    let closes = tail.first.map(Words.closers.contains) ?? false
    if opens, closes {
      let rest = tail.dropFirst()
      if rest.allSatisfy(Words.isDecoration) || head.count == 1 { return .edge }
      return .running
    }
    if right.isEmpty, let last = before.last,
      last <= 0x20 || before.suffix(3) == [0xe3, 0x80, 0x80]
        || before.suffix(2) == [0xc2, 0xa0]
    {
      return .edge
    }
    if left.isEmpty, isBlankFirst(after) { return .edge }
    return isBetweenBlanks(before, after) ? .edge : .running
  }

  private static func isBlankFirst(_ after: [UInt8]) -> Bool {
    guard let first = after.first else { return false }
    return first <= 0x20 || after.prefix(2) == [0xc2, 0xa0] || after.prefix(3) == [0xe3, 0x80, 0x80]
  }

  /// `石门乡　2018/12/20　阅读：12`: words set apart by blanks in a short line are no sentence.
  private static func isBetweenBlanks(_ before: [UInt8], _ after: [UInt8]) -> Bool {
    func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
      bytes.elementsEqual([0xe3, 0x80, 0x80]) || bytes.suffix(2).elementsEqual([0xc2, 0xa0])
        || bytes.last.map { $0 <= 0x20 } ?? false
    }
    guard isBlank(before.suffix(3)), isBlankFirst(after) else { return false }
    return [before, after].allSatisfy { part in
      Text.weight(part[...]) <= 32 && !["。", "，", "；"].contains { Bytes.contains(part[...], $0) }
    }
  }
}

/// Words that stand beside dates.
enum Words {
  static let publication: Set<String> = [
    "发布时间", "发布日期", "公布日期", "公布时间", "发表时间", "发表日期", "更新时间", "更新日期", "上传时间", "添加时间", "信息时间",
    "录入时间", "创建时间", "公开时间", "公开日期", "发稿时间", "日期", "时间", "发布于", "发表于", "發佈日期", "發布日期", "發布時間",
    "更新於", "更新于", "刊登于", "上传于", "添加于", "创建于", "日期", "時間", "发文时间", "发布", "提交时间", "投稿时间", "刊发时间", "发布日", "編輯時間", "编辑时间",
    "公告日期",
    "公告时间", "信息发布时间", "pubdate", "date", "time", "发文日期",
  ]
  /// Dates of something else; longer words first decide over the shorter ones that they end in.
  static let foreign: [String] = [
    "成文日期", "成文时间", "截止日期", "截止时间", "报名时间", "报名日期", "开标时间", "开标日期", "会议时间", "活动时间", "考试时间", "施行日期",
    "实施日期", "生效日期", "失效日期", "废止日期", "有效期", "有效期至", "开始时间", "结束时间", "开始日期", "结束日期", "征集时间", "公示时间",
    "公示期", "来信时间", "来信日期", "咨询时间", "留言时间", "回复时间", "答复时间", "办理时间", "办结时间", "受理时间", "今天是", "当前时间",
    "现在时间", "出生年月", "出生日期", "截止", "截至", "打印时间", "访谈时间", "起止时间", "注册日期", "成立日期", "抓拍时间", "打印日期", "签发日期",
    "签发时间", "印发日期", "拍摄时间", "批准日期", "起草日期", "修订日期", "执行日期", "到", "至",
  ]

  /// What the words end in: most texts end in nothing of the kind.
  private static let lasts = Set((foreign + publication).compactMap(\.unicodeScalars.last))
  static let anyForeign = WordFinder(foreign.filter { $0.count > 1 })
  private static let endings = foreign.map { Array($0.unicodeScalars) }
  private static let published = publication.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
  fileprivate static let labelMarks = Set(":：[]【】".unicodeScalars)
  fileprivate static let openers = Set("([【（〔［<「".unicodeScalars)
  fileprivate static let closers = Set(")]】）〕］>」".unicodeScalars)
  private static let beforeDates = Set(":：[【(（〔|".unicodeScalars)

  static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The label that `text` (without blanks) ends in, its colon aside; nil when there is none.
  static func label(endingIn text: [Unicode.Scalar]) -> String? {
    var end = text[...]
    while let last = end.last, beforeDates.contains(last) { end.removeLast() }
    guard let last = end.last, last.isASCII || lasts.contains(last) else { return nil }
    let tail = Array(string(end.suffix(8)).lowercased().unicodeScalars)
    func closes(_ word: [Unicode.Scalar]) -> Bool {
      tail.count >= word.count && tail.suffix(word.count).elementsEqual(word)
    }
    if let word = endings.first(where: closes), word.count > 1 || end.count < text.count { return string(word[...]) }
    return published.first(where: closes).map { string($0[...]) }
  }

  /// What stands between the first day of a span and its last: `2024-03-01至` before `2024-03-31`.
  static func opensSpan(_ text: [Unicode.Scalar]) -> Bool {
    guard let mark = text.last, spanMarks.contains(mark), let before = text.dropLast().last else { return false }
    return before == "日" || before.properties.numericType == .decimal
  }

  private static let spanMarks = Set("至到~～".unicodeScalars)

  /// The label that `日期` or `时间` is only the end of (询价日期, 入库时间), told by the text as it stands; nil when it
  /// stands for itself.
  static func longerLabel(_ label: String, _ bytes: ArraySlice<UInt8>) -> String? {
    guard ["日期", "时间", "時間"].contains(label) else { return nil }
    let text = withoutMarksAtEnd(bytes)
    guard text.hasSuffix(label) else { return nil }
    let word = lastWord(text)
    return word.count > label.count ? word : nil
  }

  /// A label of two to six characters that is set off before and ends in a colon: `发稿：`.
  static func shortLabel(endingIn bytes: ArraySlice<UInt8>) -> String? {
    guard let last = bytes.last(where: { $0 > 0x20 }), last == 0x3a || last == 0x9a else { return nil }
    let word = lastWord(withoutMarksAtEnd(bytes))
    return (2...6).contains(word.count) ? word : nil
  }

  private static func withoutMarksAtEnd(_ bytes: ArraySlice<UInt8>) -> Substring {
    var text = String(decoding: bytes, as: UTF8.self)[...]
    while let last = text.last, last.isWhitespace || ":：[【(（〔|\u{1e}\u{1f}".contains(last) { text.removeLast() }
    return text
  }

  /// The Chinese characters that the text ends in.
  private static func lastWord(_ text: Substring) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.reversed().prefix { (0x4e00...0x9fff).contains($0.value) }.reversed()))
  }

  /// Whether a label speaks of another day than that of publication: `开工日期`, `报名`.
  static func isOfOtherDay(_ label: String) -> Bool { otherDays.stands(in: Array(label.utf8)[...]) }

  fileprivate static func isNamedOtherDay(_ label: String) -> Bool {
    (label.hasSuffix("日期") || label.hasSuffix("时间")) && isOfOtherDay(label)
  }

  private static let otherDays: WordFinder = [
    "成文", "截止", "截至", "截稿", "报名", "开标", "投标", "竞标", "竞价", "评标", "评审", "开评", "定标", "询价", "招标", "采购", "谈判", "磋商", "递交",
    "获取", "会议", "活动", "考试", "面试", "笔试", "体检", "施行", "实施", "执行", "生效", "失效", "废止", "有效", "开始", "结束", "起始", "终止", "起止",
    "征集", "征求", "公示", "来信", "来函", "写信", "咨询", "留言", "提问", "投诉", "信件", "反映", "诉求", "回复", "答复", "办理", "办结", "受理", "处理",
    "反馈", "当前", "现在", "今天", "系统", "出生", "打印", "访谈", "直播", "注册", "成立", "抓拍", "拍摄", "签发", "印发", "制发", "批准", "批复", "审批",
    "核准", "起草", "修订", "开工", "竣工", "完工", "交货", "交付", "服务", "履约", "合同", "签订", "签约", "中标", "成交", "举办", "举行", "召开",
    "培训", "讲座", "演出", "展览", "上映", "播出", "放映", "开放", "开馆", "闭馆", "营业", "上班", "办公", "工作", "接待", "值班", "停水", "停电", "检修",
    "抽检", "抽样", "检验", "检测", "检查", "生产", "保质", "到期", "任职", "任命", "处罚", "决定", "立案", "统计", "测量", "监测", "预警", "预报", "发证",
    "颁发", "许可", "登记", "缴费", "申报", "申请", "认定", "验收", "出让", "拍卖", "挂牌", "交易", "踏勘", "集合", "出发", "到达", "入职", "入学", "毕业",
    "访问", "登录", "归档", "下架", "完成", "计划", "约定", "限期", "整改", "事发", "发生", "案发", "死亡", "建成", "投产", "试行",
  ]

  /// Characters without blanks and marks.
  static func tight(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    Array(String(decoding: Text.withoutBlanks(bytes), as: UTF8.self).unicodeScalars)
  }

  static func isDecoration(_ c: Unicode.Scalar) -> Bool { decoration.contains(c) }
  private static let decoration = Set("[]【】()（）〔〕［］<>|｜·•/:：-—~,，.、 　「」".unicodeScalars)

  /// Counters and the like that stand after a date: `阅读次数：12`.
  static func isNoise(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var word = Array(string(text.filter { $0.properties.numericType == nil && !isDecoration($0) }[...]).utf8)
    if let first = Text.firstScalar(word[...]), !noiseFirsts.contains(first) { return false }
    for noise in noises {
      while let at = Bytes.find(word[...], noise) { word.removeSubrange(at..<at + noise.count) }
    }
    return word.isEmpty
  }

  private static let noiseFirsts = Set(noises.compactMap { Text.firstScalar($0[...]) })
  private static let noises = [
    "阅读次数", "浏览次数", "点击次数", "点击数", "浏览量", "访问量", "阅读量", "阅读数", "点击", "阅读", "浏览", "人气", "次", "星期一", "星期二", "星期三",
    "星期四", "星期五", "星期六", "星期日", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "new", "来源", "发布", "更新",
  ].map { Array($0.utf8) }
}
