import DuwangCore

/// A date as it stands in a text.
struct FoundDate: Sendable, Hashable {
  /// What is written: all of it, month and day, or year and month.
  enum Form: Sendable { case full, short, monthDay, yearMonth, digits }
  var form: Form
  /// 0 when not written.
  var year: Int
  var month: Int
  /// 0 when not written.
  var day: Int
  /// Bytes of the text, a time of day that follows included.
  var start: Int
  var end: Int

  /// Nil when the year or the day is not written.
  var full: Day? { Day(year, month, day) }
}

/// Finds dates in UTF-8 text: `2021-06-09`, `2026/07/31`, `2020.12.21`, `2021年02月05日`, `20-12-06`, `20210609`, `06-09`,
/// `09/06月`, `6月9日`, `2021-06`, `二〇二一年六月九日`, `民國110年6月9日`, full-width digits; numbers that are no date are passed over.
struct DateScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private var found: [FoundDate] = []
  /// Indices into `found` of dates that may be day and month the other way round, read as if the month stood first.
  private var unsure: [Int] = []
  /// Of dates such as `03/25/2019`, by the first that leaves no doubt.
  private var isMonthFirst: Bool?

  static func scan(_ text: [UInt8]) -> [FoundDate] {
    text.withUnsafeBufferPointer { buffer in
      var scanner = DateScanner(text: buffer)
      scanner.run()
      scanner.settle()
      return scanner.found
    }
  }

  static func scan(_ text: ArraySlice<UInt8>) -> [FoundDate] { scan(Array(text)) }
  static func scan(_ text: String) -> [FoundDate] { scan(Array(text.utf8)) }

  private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private mutating func run() {
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte >= 0x30 && byte <= 0x39 || byte == 0xef && digit(i) != nil {
        i = numeric(at: i)
      } else if byte >= 0xe3 && byte <= 0xe9 {
        i = chinese(at: i)
      } else {
        i += 1
      }
    }
  }

  private mutating func settle() {
    for i in unsure.reversed() {
      switch isMonthFirst {
      case true?: break
      case false?: (found[i].month, found[i].day) = (found[i].day, found[i].month)
      case nil: found.remove(at: i)
      }
    }
  }

  // MARK: Arabic digits

  /// Reads a number and, where it begins a date, the date; the place to go on from.
  private mutating func numeric(at start: Int) -> Int {
    guard let first = number(start) else { return start + 1 }
    guard !isGlued(start) else { return first.end }
    if first.digits == 4, (1900...2099).contains(first.value), let date = yearFirst(start, first) {
      found.append(date)
      return date.end
    }
    if first.digits == 8, let date = compact(start, first) {
      found.append(date)
      return date.end
    }
    if first.digits <= 2 {
      var date = twoDigitYear(start, first) ?? dayOverMonth(start, first) ?? monthFirst(start, first)
      if date == nil { date = dayFirst(start, first) }
      if let date = date ?? english(start, first) {
        found.append(date)
        return date.end
      }
    }
    return first.end
  }

  private func yearFirst(_ start: Int, _ year: Number) -> FoundDate? {
    guard let (mark, month, afterMonth) = part(after: year.end, marks: Mark.afterYear), (1...12).contains(month.value),
      month.digits <= 2
    else { return nil }
    let dayMarks: Set<Mark> = mark == .yearSign ? [.monthSign] : [mark]
    if let (_, day, end) = part(after: afterMonth, marks: dayMarks, isLast: mark == .yearSign), day.digits <= 2,
      Day(year.value, month.value, day.value) != nil, !isDigit(end)
    {
      return FoundDate(
        form: .full, year: year.value, month: month.value, day: day.value, start: start, end: time(after: end))
    }
    guard mark == .yearSign ? sign(afterMonth) == .monthSign : !isDigit(afterMonth) else { return nil }
    let end = mark == .yearSign ? skip(afterMonth) + 3 : afterMonth
    return FoundDate(form: .yearMonth, year: year.value, month: month.value, day: 0, start: start, end: end)
  }

  private func compact(_ start: Int, _ n: Number) -> FoundDate? {
    let (year, month, day) = (n.value / 10000, n.value / 100 % 100, n.value % 100)
    guard (1990...2099).contains(year), Day(year, month, day) != nil, !isLetter(n.end) else { return nil }
    return FoundDate(form: .digits, year: year, month: month, day: day, start: start, end: n.end)
  }

  private func twoDigitYear(_ start: Int, _ year: Number) -> FoundDate? {
    guard year.digits == 2, let (mark, month, afterMonth) = part(after: year.end, marks: [.dash, .slash, .dot]),
      let (_, day, end) = part(after: afterMonth, marks: [mark]), !isDigit(end),
      month.digits == 2 && day.digits == 2 || month.digits <= 2 && day.digits <= 2 && isBracketed(start, end),
      Day(2000 + year.value, month.value, day.value) != nil
    else { return nil }
    return FoundDate(
      form: .short, year: 2000 + year.value, month: month.value, day: day.value, start: start, end: time(after: end))
  }

  /// `[19-3-9]`.
  private func isBracketed(_ start: Int, _ end: Int) -> Bool {
    guard start > 0, end < text.count else { return false }
    return text[start - 1] == 0x5b && text[end] == 0x5d || text[start - 1] == 0x28 && text[end] == 0x29
  }

  /// `25/03/2019` or `03/25/2019`; where either can be the month, the other dates of the text tell.
  private mutating func dayFirst(_ start: Int, _ first: Number) -> FoundDate? {
    guard let (mark, second, afterSecond) = part(after: first.end, marks: [.dash, .slash, .dot]), second.digits <= 2,
      let (_, year, end) = part(after: afterSecond, marks: [mark]), year.digits == 4,
      (1990...2099).contains(year.value)
    else { return nil }
    if first.value <= 12, second.value <= 12, first.value != second.value {
      unsure.append(found.count)
    } else if first.value > 12 || second.value > 12 {
      isMonthFirst = isMonthFirst ?? (second.value > 12)
    }
    let (month, day) = first.value > 12 ? (second.value, first.value) : (first.value, second.value)
    guard Day(year.value, month, day) != nil else { return nil }
    return FoundDate(form: .full, year: year.value, month: month, day: day, start: start, end: time(after: end))
  }

  /// `Mar 9, 2019`, `9 March 2019`.
  private func english(_ start: Int, _ day: Number) -> FoundDate? {
    var (begin, after) = (start, skip(day.end))
    let month: Int
    if after < text.count, text[after] == 0x2c, let (found, at) = EnglishMonth.ending(before: start, in: text) {
      (month, begin, after) = (found, at, skip(after + 1))
    } else if let (found, end) = EnglishMonth.beginning(at: after, in: text) {
      (month, after) = (found, skip(end))
    } else {
      return nil
    }
    guard let year = number(after), year.digits == 4, (1990...2099).contains(year.value),
      Day(year.value, month, day.value) != nil
    else { return nil }
    return FoundDate(
      form: .full, year: year.value, month: month, day: day.value, start: begin, end: time(after: year.end))
  }

  private func monthFirst(_ start: Int, _ month: Number) -> FoundDate? {
    guard (1...12).contains(month.value),
      let (mark, day, end) = part(after: month.end, marks: [.dash, .slash, .dot, .monthSign], isLast: true),
      day.digits <= 2, !isDigit(end), Day(2000, month.value, day.value) != nil,
      mark == .monthSign || (month.digits == 2 && day.digits == 2)
    else { return nil }
    if mark != .monthSign, let (_, _, _) = part(after: end, marks: [mark]) { return nil }
    return FoundDate(
      form: .monthDay, year: 0, month: month.value, day: day.value, start: start, end: time(after: end))
  }

  /// `28/07月`, as date boxes show it; `6/7月份` is two months.
  private func dayOverMonth(_ start: Int, _ day: Number) -> FoundDate? {
    guard day.digits == 2, let (_, month, end) = part(after: day.end, marks: [.slash]), month.digits <= 2,
      Day(2000, month.value, day.value) != nil, sign(end) == .monthSign
    else { return nil }
    let after = skip(end) + 3
    guard !isDigit(after), !text[min(after, text.count)...].starts(with: "份".utf8) else { return nil }
    return FoundDate(form: .monthDay, year: 0, month: month.value, day: day.value, start: start, end: after)
  }

  private typealias Number = (value: Int, digits: Int, end: Int)

  private func number(_ start: Int) -> Number? {
    var (i, value, digits) = (start, 0, 0)
    while let (d, size) = digit(i) {
      if digits < 9 { value = value * 10 + d }
      digits += 1
      i += size
    }
    return digits == 0 ? nil : (value, digits, i)
  }

  /// An ASCII or full-width digit.
  private func digit(_ i: Int) -> (Int, Int)? {
    guard i < text.count else { return nil }
    if text[i] >= 0x30 && text[i] <= 0x39 { return (Int(text[i]) - 0x30, 1) }
    if text[i] == 0xef, i + 2 < text.count, text[i + 1] == 0xbc, text[i + 2] >= 0x90, text[i + 2] <= 0x99 {
      return (Int(text[i + 2]) - 0x90, 3)
    }
    return nil
  }

  private func isDigit(_ i: Int) -> Bool { digit(i) != nil }
  private func isLetter(_ i: Int) -> Bool { i < text.count && (text[i] | 0x20) >= 0x61 && (text[i] | 0x20) <= 0x7a }

  /// Part of a longer token: `t20210609`, `post_286`, `3.2021`.
  private func isGlued(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = text[start - 1]
    if before == 0x5f || isLetter(start - 1) { return true }
    return [0x2d, 0x2e, 0x2f].contains(before) && start > 1 && (isDigit(start - 2) || isLetter(start - 2))
  }

  // MARK: Marks between the parts

  private enum Mark: Hashable {
    case dash, slash, dot, yearSign, monthSign, daySign
    static let afterYear: Set<Mark> = [.dash, .slash, .dot, .yearSign]
  }

  /// Blanks and inline boundaries, at most six.
  private func skip(_ start: Int) -> Int {
    var (i, steps) = (start, 0)
    while i < text.count, steps < 6 {
      if text[i] == 0x20 || text[i] == 0x1e || text[i] == 0x0a || text[i] == 0x0d || text[i] == 0x09 {
        i += 1
      } else if text[i] == 0xc2, i + 1 < text.count, text[i + 1] == 0xa0 {
        i += 2
      } else {
        break
      }
      steps += 1
    }
    return i
  }

  private func sign(_ start: Int) -> Mark? { mark(skip(start))?.0 }

  private func mark(_ i: Int) -> (Mark, Int)? {
    guard i < text.count else { return nil }
    switch text[i] {
    case 0x2d: return (.dash, 1)
    case 0x2f: return (.slash, 1)
    case 0x2e: return (.dot, 1)
    case 0xe2, 0xe5, 0xe6, 0xef:
      guard i + 2 < text.count else { return nil }
      return Self.wideMarks[UInt32(text[i]) << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2])].map { ($0, 3) }
    default: return nil
    }
  }

  /// 年 月 日 号 and the full-width or typographic forms of - / .
  private static let wideMarks: [UInt32: Mark] = [
    0xe5b9b4: .yearSign, 0xe69c88: .monthSign, 0xe697a5: .daySign, 0xe58fb7: .daySign, 0xefbc8d: .dash,
    0xe28093: .dash, 0xe28094: .dash, 0xe28090: .dash, 0xefbc8f: .slash, 0xefbc8e: .dot,
  ]

  /// One of `marks`, then a number; `isLast` takes 日 or 号 after it.
  private func part(after start: Int, marks: Set<Mark>, isLast: Bool = false) -> (Mark, Number, Int)? {
    guard let (mark, size) = mark(skip(start)), marks.contains(mark), let n = number(skip(skip(start) + size)) else {
      return nil
    }
    if isLast, let (sign, size) = self.mark(skip(n.end)), sign == .daySign { return (mark, n, skip(n.end) + size) }
    return (mark, n, n.end)
  }

  /// Goes over ` 09:52`, `T09:52:00`, `09:52:00.0`.
  private func time(after end: Int) -> Int {
    var i = skip(end)
    if i < text.count, text[i] == 0x54, i == end { i += 1 }
    guard i > end || isDigit(i), let hour = number(i), hour.digits <= 2, hour.value < 25, colon(hour.end) > 0 else {
      return end
    }
    var last = hour
    while colon(last.end) > 0, let next = number(last.end + colon(last.end)), next.digits == 2 { last = next }
    guard last.end > hour.end else { return end }
    if last.end + 1 < text.count, text[last.end] == 0x2e, isDigit(last.end + 1) {
      return number(last.end + 1)?.end ?? last.end
    }
    return last.end
  }

  private func colon(_ i: Int) -> Int {
    guard i < text.count else { return 0 }
    if text[i] == 0x3a { return 1 }
    return i + 2 < text.count && text[i] == 0xef && text[i + 1] == 0xbc && text[i + 2] == 0x9a ? 3 : 0
  }

  // MARK: Chinese digits

  private mutating func chinese(at start: Int) -> Int {
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
