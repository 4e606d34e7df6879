import DuwangCore

/// A date as written in a text: year, month and day as numbers, in the calendar or not.
struct WrittenDate: Sendable {
  var range: Range<Int>
  var year: Int?
  var month: Int
  var day: Int
  /// Ends with 日, not with 号.
  var isFormal: Bool

  /// Nil without a year, or when the date is not in the calendar.
  var civil: Day? { year.flatMap { Day($0, month, day) } }

  /// Dates of the forms `2018年2月30日` and `2月30日`, with blanks between the parts, in the order of the text.
  static func all(in passage: Passage) -> [WrittenDate] {
    passage.folded.indices.filter { passage.folded[$0] == 0x6708 }.compactMap { read(passage, month: $0) }  // 月
  }

  private static func read(_ passage: Passage, month sign: Int) -> WrittenDate? {
    guard let month = number(passage, endingAt: sign, width: 2) else { return nil }
    var index = passage.skipBlanks(sign + 1)
    let dayStart = index
    while Passage.isDigit(passage.at(index)) { index += 1 }
    guard (1...2).contains(index - dayStart) else { return nil }
    let day = passage.folded[dayStart..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let end = passage.skipBlanks(index)
    guard passage.at(end) == 0x65e5 || passage.at(end) == 0x53f7 else { return nil }  // 日 号
    var start = month.start
    var year: Int?
    var before = start - 1
    while Passage.isBlank(passage.at(before)) { before -= 1 }
    if passage.at(before) == 0x5e74 {  // 年
      guard let written = number(passage, endingAt: before, width: 4), written.width == 4 else { return nil }
      (year, start) = (written.value, written.start)
    }
    return WrittenDate(
      range: start..<end + 1, year: year, month: month.value, day: day, isFormal: passage.at(end) == 0x65e5)
  }

  /// The digits before `end`; nil when there are none, more than `width`, or they go on as a decimal or a word.
  private static func number(_ passage: Passage, endingAt end: Int, width: Int) -> (value: Int, start: Int, width: Int)?
  {
    var last = end - 1
    while Passage.isBlank(passage.at(last)) { last -= 1 }
    var start = last + 1
    while Passage.isDigit(passage.at(start - 1)) { start -= 1 }
    let before = passage.at(start - 1)
    let isDecimal = [0x2e, 0x2c].contains(before) && Passage.isDigit(passage.at(start - 2))
    guard (1...width).contains(last + 1 - start), !isDecimal, !Passage.isLetter(before) else { return nil }
    let value = passage.folded[start...last].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (value, start, last + 1 - start)
  }
}
