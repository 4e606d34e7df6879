import DuwangCore
import HTMLTree

/// Puts dates together that stand in two elements: `09` above `2021-06`, `12-25` above `2020`.
struct SplitDates {
  let text: [UInt8]
  /// Whether a byte of the text stands in a table's cell, where numbers side by side are figures.
  var isInCell: (Int) -> Bool = { _ in false }

  func joined(_ dates: [FoundDate]) -> [FoundDate] {
    let all = dates.map { date in
      switch date.form {
      case .yearMonth: whole(date, year: date.year, month: date.month, day: nil)
      case .monthDay: whole(date, year: nil, month: date.month, day: date.day)
      default: date
      }
    }
    let more = months() + parts()
    return more.isEmpty ? all : (all + more).sorted { $0.start < $1.start }
  }

  /// `2024`, `03`, `08` or `08`, `03`, `2024`, each an element of its own.
  private func parts() -> [FoundDate] {
    var (found, from) = ([FoundDate](), 0)
    while let at = Bytes.find(text[...], "20", from: from) {
      let end = at + 4
      from = at + 2
      guard end <= text.count, isDigit(text[at + 2]), isDigit(text[at + 3]), stands(before: at),
        end == text.count || isMark(text[end]) || isBlank(text[end]), let (month, day) = twoDigits(beside: at..<end),
        let full = Day(number(at..<end), number(month), number(day)), !isInCell(at)
      else { continue }
      found.append(
        FoundDate(
          form: .full, year: full.year, month: full.month, day: full.day, start: min(at, day.lowerBound),
          end: max(end, day.upperBound)))
      from = max(end, day.upperBound)
    }
    return found
  }

  /// Two numbers of two digits that stand behind a year, else before it: month and day.
  private func twoDigits(beside year: Range<Int>) -> (month: Range<Int>, day: Range<Int>)? {
    for neighbour in [{ after($0.upperBound)?.1 }, { before($0.lowerBound)?.1 }] as [(Range<Int>) -> Range<Int>?] {
      guard let month = neighbour(year), month.count == 2, let day = neighbour(month), day.count == 2 else { continue }
      return (month, day)
    }
    return nil
  }

  /// `12` beside `10月`, each an element of its own: month and day without a year.
  private func months() -> [FoundDate] {
    let sign = Array("月".utf8)
    var (found, from) = ([FoundDate](), 0)
    while let at = Bytes.find(text[...], "月", from: from) {
      from = at + sign.count
      var start = at
      while start > 0, at - start < 3, isDigit(text[start - 1]) { start -= 1 }
      guard start < at, at - start <= 2, from == text.count || isMark(text[from]) || isBlank(text[from]),
        stands(before: start), (1...12).contains(number(start..<at)),
        let (day, range) = before(start) ?? after(from), Day(2000, number(start..<at), day) != nil
      else { continue }
      found.append(
        FoundDate(
          form: .monthDay, year: 0, month: number(start..<at), day: day, start: min(start, range.lowerBound),
          end: max(from, range.upperBound)))
    }
    return found
  }

  /// The date with the part that is missing taken from the piece of text before or after it.
  private func whole(_ date: FoundDate, year: Int?, month: Int, day: Int?) -> FoundDate {
    for (number, range) in [before(date.start), after(date.end)].compactMap({ $0 }) {
      let full = day == nil ? Day(year ?? 0, month, number) : number >= 1990 ? Day(number, month, day ?? 0) : nil
      guard let full else { continue }
      return FoundDate(
        form: .full, year: full.year, month: full.month, day: full.day, start: min(date.start, range.lowerBound),
        end: max(date.end, range.upperBound))
    }
    return date
  }

  /// A number that is a piece of text by itself and ends before `end`, with a boundary between.
  private func before(_ end: Int) -> (Int, Range<Int>)? {
    var i = end
    var crossed = false
    while i > 0, end - i < 60, isBlank(text[i - 1]) {
      crossed = crossed || isMark(text[i - 1])
      i -= 1
    }
    let last = i
    if i >= 3, text[(i - 3)..<i].elementsEqual("日".utf8) { i -= 3 }
    while crossed, i > 0, last - i < 4, isDash(text[i - 1]) { i -= 1 }
    let digitsEnd = i
    while i > 0, isDigit(text[i - 1]) { i -= 1 }
    if digitsEnd < last, digitsEnd - i == 4, i > 0, isDash(text[i - 1]) {
      return dashed(i, digitsEnd, last)
    }
    guard crossed, digitsEnd - i >= 1, digitsEnd - i <= 4, stands(before: i) else { return nil }
    return (number(i..<digitsEnd), i..<last)
  }

  /// `--2021--` above `06-09`.
  private func dashed(_ start: Int, _ end: Int, _ last: Int) -> (Int, Range<Int>)? {
    var i = start
    while i > 0, start - i < 4, isDash(text[i - 1]) { i -= 1 }
    return stands(before: i) ? (number(start..<end), i..<last) : nil
  }

  private func after(_ start: Int) -> (Int, Range<Int>)? {
    var i = start
    var crossed = false
    while i < text.count, i - start < 60, isBlank(text[i]) {
      crossed = crossed || isMark(text[i])
      i += 1
    }
    let first = i
    while i < text.count, isDigit(text[i]) { i += 1 }
    guard crossed, i - first >= 1, i - first <= 4 else { return nil }
    let digits = first..<i
    // `2017年` after `05-15` is the heading of the next list.
    if i + 3 <= text.count, text[i..<(i + 3)].elementsEqual("日".utf8) { i += 3 }
    guard i == text.count || isMark(text[i]) || text[i] <= 0x20 else { return nil }
    return (number(digits), first..<i)
  }

  /// Nothing but blanks up to the boundary before `i`.
  private func stands(before i: Int) -> Bool {
    var i = i
    while i > 0 {
      if isMark(text[i - 1]) { return true }
      if !isBlank(text[i - 1]) { return false }
      i -= 1
    }
    return true
  }

  private func number(_ range: Range<Int>) -> Int { text[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private func isDash(_ byte: UInt8) -> Bool { byte == 0x2d }
  private func isMark(_ byte: UInt8) -> Bool { byte == Tree.inlineMark || byte == Tree.blockMark }
  private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
