import DuwangCore

/// Dates that begin with Arabic digits.
extension DateScanner {
  /// Reads a number and, where it begins a date, the date; the place to go on from.
  mutating func numeric(at start: Int) -> Int {
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
}
