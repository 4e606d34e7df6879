import DuwangCore

/// A date that is not in the calendar: 2月30日, 11月31日, 29 February off leap years. Lunar dates are no fault.
struct DateImpossible: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.dates.compactMap { date -> Suspicion? in
      guard !isInCalendar(date), !isLunar(passage, date), !isHouseNumber(passage, date) else { return nil }
      // A month above twelve without a year may be a count (满13月15日), so a person looks.
      let isSure = date.year != nil || (1...12).contains(date.month) && !date.isChinese
      return passage.suspicion(
        .dateImpossible, date.range, isSure && date.isFormal ? .certain : .suspected,
        message: "日历上没有“\(passage.text(date.range))”。\(hint(date))", rule: Self.rule)
    } + numeric(passage)
  }

  /// `2018-02-30`: only what is a date but for the length of its month; other figures are numbers of something.
  private func numeric(_ passage: Passage) -> [Suspicion] {
    passage.places(of: 0x2d).compactMap { dash in
      guard let (year, start) = digits(passage, before: dash, 4...4),
        let (month, second) = digits(passage, after: dash + 1, 1...2), passage.at(second) == 0x2d,
        let (day, end) = digits(passage, after: second + 1, 1...2), (1900...2100).contains(year),
        (1...12).contains(month), (1...31).contains(day), Day(year, month, day) == nil,
        !isJoined(passage.at(start - 1)), !isJoined(passage.at(end))
      else { return nil }
      return passage.suspicion(
        .dateImpossible, start..<end,
        message: "日历上没有“\(passage.text(start..<end))”。\(month)月最多\(Day.length(month, of: year))日。", rule: Self.rule)
    }
  }

  private func digits(_ passage: Passage, before end: Int, _ width: ClosedRange<Int>) -> (Int, Int)? {
    var start = end
    while Passage.isDigit(passage.at(start - 1)) { start -= 1 }
    guard width.contains(end - start) else { return nil }
    return (passage.folded[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }, start)
  }

  private func digits(_ passage: Passage, after start: Int, _ width: ClosedRange<Int>) -> (Int, Int)? {
    var end = start
    while Passage.isDigit(passage.at(end)) { end += 1 }
    guard width.contains(end - start) else { return nil }
    return (passage.folded[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }, end)
  }

  private func isJoined(_ code: UInt32) -> Bool {
    Passage.isLetter(code) || [0x2d, 0x2e, 0x2f, 0x5f].contains(code)
  }

  private func isInCalendar(_ date: WrittenDate) -> Bool { Day(date.year ?? 2000, date.month, date.day) != nil }

  private func isLunar(_ passage: Passage, _ date: WrittenDate) -> Bool {
    let before = passage.before(date.range.lowerBound, 8)
    return ["农历", "阴历", "旧历", "夏历", "闰"].contains { before.contains($0) }
  }

  /// `2月30号楼` is no date.
  private func isHouseNumber(_ passage: Passage, _ date: WrittenDate) -> Bool {
    !date.isFormal && ["楼", "院", "文", "机", "线", "令", "公", "馆", "店"].contains(passage.after(date.range.upperBound, 1))
  }

  private func hint(_ date: WrittenDate) -> String {
    guard (1...12).contains(date.month) else { return "一年只有12个月。" }
    return "\(date.month)月最多\(Day.length(date.month, of: date.year ?? 2000))日。"
  }

  private static let rule = "日期应真实存在（GB/T 9704—2012《党政机关公文格式》成文日期）"
}
