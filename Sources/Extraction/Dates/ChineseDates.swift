import DuwangCore

/// Dates whose year stands in Chinese digits or counts from the republic.
extension DateScanner {
  mutating func chinese(at start: Int) -> Int {
    if let date = republicYear(start) ?? chineseYear(start) {
      found.append(date)
      return date.end
    }
    return start + 3
  }

  /// `二〇二一年六月九日`.
  private func chineseYear(_ start: Int) -> FoundDate? {
    // Years begin with 一 or 二; this is asked for every character of a page.
    guard text[start] == 0xe4, start + 15 < text.count, text[start + 1] == 0xb8 || text[start + 1] == 0xba else {
      return nil
    }
    var (i, year) = (start, 0)
    for _ in 0..<4 {
      guard let d = ChineseNumber.digit(text, i) else { return nil }
      year = year * 10 + d
      i += 3
    }
    guard (1900...2099).contains(year), mark(i)?.0 == .yearSign else { return nil }
    return monthAndDay(start, year, i + 3)
  }

  /// `民國110年6月9日`, `民国一百一十年…`: year 1 is 1912.
  private func republicYear(_ start: Int) -> FoundDate? {
    guard text[start] == 0xe6, starts(start, "民国") || starts(start, "民國") else { return nil }
    let i = skip(start + 6)
    guard let (year, end) = number(i).map({ ($0.value, $0.end) }) ?? ChineseNumber.read(text, i),
      (1...199).contains(year), mark(skip(end))?.0 == .yearSign
    else { return nil }
    return monthAndDay(start, year + 1911, skip(end) + 3)
  }

  private func monthAndDay(_ start: Int, _ year: Int, _ at: Int) -> FoundDate? {
    func value(_ i: Int) -> (Int, Int)? { number(i).map { ($0.value, $0.end) } ?? ChineseNumber.read(text, i) }
    guard let (month, monthEnd) = value(skip(at)), mark(skip(monthEnd))?.0 == .monthSign, (1...12).contains(month)
    else { return nil }
    let afterMonth = skip(monthEnd) + 3
    if let (day, dayEnd) = value(skip(afterMonth)), mark(skip(dayEnd))?.0 == .daySign, Day(year, month, day) != nil {
      return FoundDate(
        form: .full, year: year, month: month, day: day, start: start, end: time(after: skip(dayEnd) + 3))
    }
    return FoundDate(form: .yearMonth, year: year, month: month, day: 0, start: start, end: afterMonth)
  }

  private func starts(_ at: Int, _ word: StaticString) -> Bool {
    guard at + word.utf8CodeUnitCount <= text.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { text[at + $0] == word.utf8Start[$0] }
  }
}
