import DuwangCore

/// A period that ends before it begins, in days or in years, and a year that is compared with itself. A period without
/// its second year may run over the turn of the year.
struct DateRange: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    let dates = passage.dates
    let years = passage.places(of: 0x5e74)  // 年
    return zip(dates, dates.dropFirst()).compactMap { days(passage, $0, $1) } + dates.compactMap { short(passage, $0) }
      + years.compactMap { period(passage, $0) ?? compared(passage, $0) }
  }

  private func days(_ passage: Passage, _ a: WrittenDate, _ b: WrittenDate) -> Suspicion? {
    guard b.range.lowerBound - a.range.upperBound <= Self.longestJoint else { return nil }
    let between = passage.text(a.range.upperBound..<max(a.range.upperBound, b.range.lowerBound)).filter {
      !$0.isWhitespace
    }
    guard Self.joints.contains(between) else { return nil }
    let range = a.range.lowerBound..<b.range.upperBound
    if let start = a.civil, let end = b.civil {
      return end < start
        ? found(passage, range, .certain, "起始日期\(start.chineseFull)晚于结束日期\(end.chineseFull)。") : nil
    }
    // 12月20日至1月5日 ends in the year after.
    guard a.year == nil || b.year == nil, (0...3).contains(a.month - b.month), (b.month, b.day) < (a.month, a.day)
    else {
      return nil
    }
    let isSure = a.year != nil && a.month == b.month
    return found(
      passage, range, isSure ? .certain : .suspected, "起始日期“\(passage.text(a.range))”晚于结束日期“\(passage.text(b.range))”。")
  }

  /// `5月20日至10日`. Within so many days (5日内) is no end.
  private func short(_ passage: Passage, _ date: WrittenDate) -> Suspicion? {
    let joint = passage.skipBlanks(date.range.upperBound)
    guard [0x81f3, 0x2014, 0x2d, 0x7e].contains(passage.at(joint)) else { return nil }  // 至 — - ~
    var end = passage.at(joint + 1) == passage.at(joint) ? joint + 2 : joint + 1
    let start = end
    while Passage.isDigit(passage.at(end)) { end += 1 }
    guard (1...2).contains(end - start), passage.at(end) == 0x65e5,  // 日
      !["内", "后", "前", "以", "之"].contains(passage.after(end + 1, 1))
    else { return nil }
    let day = passage.folded[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard day > 0, day < date.day else { return nil }
    let range = date.range.lowerBound..<end + 1
    return found(passage, range, .suspected, "“\(passage.text(range))”的结束日期早于起始日期。")
  }

  /// `2021年至2018年`, ending at the 年 at `sign`.
  private func period(_ passage: Passage, _ sign: Int) -> Suspicion? {
    guard let (last, start) = year(passage, endingAt: sign) else { return nil }
    var index = passage.skipBack(start)
    guard Self.signs.contains(passage.at(index)) else { return nil }
    if passage.at(index - 1) == passage.at(index) { index -= 1 }
    index = passage.skipBack(index)
    let isNamed = passage.at(index) == 0x5e74
    guard let (first, begin) = year(passage, endingAt: isNamed ? index : index + 1), first > last,
      !passage.before(begin, 6).contains(where: { $0.isASCII && $0.isLetter })
    else { return nil }
    return found(
      passage, begin..<sign + 1, isNamed && passage.at(begin - 1) == 0x28 ? .certain : .suspected,
      "起始年份\(first)年晚于结束年份\(last)年。")
  }

  /// `2018年接待游客150万人次，比2018年增长20%`, when the sentence names no other year.
  private func compared(_ passage: Passage, _ sign: Int) -> Suspicion? {
    guard let (year, start) = year(passage, endingAt: sign), ["比", "较"].contains(passage.before(start, 1)),
      Self.growth.contains(where: { passage.has($0, at: sign + 1) })
    else { return nil }
    let sentence = passage.before(start - 1, 80).split(whereSeparator: { "。；".contains($0) }).last ?? ""
    let years = sentence.matches(of: /([0-9]{4})年/).map { $0.1 }
    guard !years.isEmpty, years.allSatisfy({ Int($0) == year }) else { return nil }
    return found(passage, start - 1..<sign + 1, .suspected, "\(year)年的数据与\(year)年相比，请核对年份。")
  }

  /// Four digits of a year of this age before `end`.
  private func year(_ passage: Passage, endingAt end: Int) -> (Int, Int)? {
    var start = end
    while Passage.isDigit(passage.at(start - 1)) { start -= 1 }
    guard end - start == 4,
      ![0x2e, 0x2f, 0x2d].contains(passage.at(start - 1)) || Self.signs.contains(passage.at(start - 1))
    else { return nil }
    let value = passage.folded[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (1949...2100).contains(value) ? (value, start) : nil
  }

  private func found(_ passage: Passage, _ range: Range<Int>, _ confidence: Confidence, _ message: String) -> Suspicion
  {
    passage.suspicion(.dateMismatch, range, confidence, message: message, rule: Self.rule)
  }

  /// Scalars between two dates of one period, blanks included.
  private static let longestJoint = 12
  private static let joints: Set<String> = ["至", "到", "—", "-", "－", "～", "~", "——", "起至", "开始至", "起到"]
  /// 至 到 — - ~ ～
  private static let signs: Set<UInt32> = [0x81f3, 0x5230, 0x2014, 0x2d, 0x7e]
  private static let growth = ["同期", "增长", "增加", "下降", "减少", "提高", "上升", "降低"].map(\.codes)
  private static let rule = "起止时间和所比年份应当前后一致"
}
