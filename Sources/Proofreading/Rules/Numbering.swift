import DuwangCore

/// Headings of one series that skip or repeat a number: 一、二、四、. Series may start anew, and nested ones are kept apart.
struct Numbering: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    var (last, found) = ([Style: Int](), [Suspicion]())
    for paragraph in passage.paragraphs {
      if let first = Self.attachments(passage, paragraph) { last[.third] = first }
      guard let mark = Self.mark(passage, paragraph) else {
        if let (style, number) = Self.bareMark(passage, paragraph), last[style] == number - 1 { last[style] = number }
        continue
      }
      let previous = last[mark.style]
      last[mark.style] = mark.number
      // A heading of a higher level opens new series below it.
      for style in Style.allCases where style.rawValue > mark.style.rawValue { last[style] = nil }
      guard let previous, mark.number != 1, mark.number != previous + 1 else { continue }
      let isSkip = mark.number == previous + 2
      guard isSkip || mark.number == previous else { continue }
      found.append(
        passage.suspicion(
          .numbering, mark.range, .suspected,
          message: isSkip ? "序号由上一项直接跳到“\(passage.text(mark.range))”，缺少一项。" : "序号“\(passage.text(mark.range))”重复。",
          rule: Self.rule))
    }
    return found
  }

  /// `3主题党日活动`: a number whose mark was forgotten goes on with its series, it opens none.
  private static func bareMark(_ passage: Passage, _ paragraph: Range<Int>) -> (Style, Int)? {
    let start = passage.skipBlanks(paragraph.lowerBound)
    var end = start
    while Passage.isDigit(passage.at(end)) { end += 1 }
    let next = passage.skipBlanks(end)
    guard (1...2).contains(end - start), Passage.isHan(passage.at(next)), !times.contains(passage.at(next)),
      Units.at(passage, next, paragraph.upperBound) == nil
    else { return nil }
    return (.third, passage.folded[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }

  private static let times = Set("年月日时点号周".codes)

  /// `附件：1.甲` begins a series of its own.
  private static func attachments(_ passage: Passage, _ paragraph: Range<Int>) -> Int? {
    let start = passage.skipBlanks(paragraph.lowerBound)
    guard passage.at(start) == 0x9644 else { return nil }  // 附
    guard let colon = (start..<min(paragraph.upperBound, start + 4)).first(where: { passage.folded[$0] == 0x3a }) else {
      return nil
    }
    return passage.at(passage.skipBlanks(colon + 1)) == 0x31 ? 1 : nil
  }

  /// The levels of GB/T 9704: 一、（一）1.（1）.
  private enum Style: Int, CaseIterable { case first, second, third, fourth }

  private static func mark(_ passage: Passage, _ paragraph: Range<Int>) -> (
    style: Style, number: Int, range: Range<Int>
  )? {
    let start = passage.skipBlanks(paragraph.lowerBound)
    let isOpen = passage.at(start) == 0x28
    let from = isOpen ? start + 1 : start
    if let (number, end) = Numerals.read(passage, from) {
      let close = passage.at(end)
      if isOpen, close == 0x29 { return (.second, number, start..<end + 1) }
      return !isOpen && close == 0x3001 ? (.first, number, start..<end + 1) : nil
    }
    var end = from
    while Passage.isDigit(passage.at(end)), end < from + 3 { end += 1 }
    guard end > from, end <= from + 2 else { return nil }
    let number = passage.folded[from..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if isOpen, passage.at(end) == 0x29 { return (.fourth, number, start..<end + 1) }
    let isDot = [0x2e, 0x3001, 0xff0e].contains(passage.at(end)) && !Passage.isDigit(passage.at(end + 1))
    return !isOpen && isDot ? (.third, number, start..<end + 1) : nil
  }

  private static let rule = "GB/T 9704—2012《党政机关公文格式》7.3.3 结构层次序数"
}
