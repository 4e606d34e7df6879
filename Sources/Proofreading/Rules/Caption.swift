import DuwangCore

/// A line that is the caption of a chart or picture: `图一：2016—2018年数量图`. Whether the picture is there only the page can tell.
struct Caption: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.paragraphs.indices.compactMap { number in
      let paragraph = passage.paragraphs[number]
      let start = passage.skipBlanks(paragraph.lowerBound)
      var end = paragraph.upperBound
      while end > start, Passage.isBlank(passage.folded[end - 1]) { end -= 1 }
      guard (4...50).contains(end - start),
        isNumbered(passage, start) || isChart(passage, start..<end) && !hasRows(passage, after: number)
      else { return nil }
      return passage.suspicion(
        .attachmentMissing, start..<end, .suspected, message: "图题“\(passage.text(start..<end))”旁应有图表，未见图表时请补充。",
        rule: Self.rule)
    }
  }

  /// 图一：, 附图2：. Without a colon the words are as often a reference (图1中).
  private func isNumbered(_ passage: Passage, _ start: Int) -> Bool {
    var index = passage.at(start) == 0x9644 ? start + 1 : start
    guard passage.at(index) == 0x56fe else { return false }
    index = passage.skipBlanks(index + 1)
    let first = index
    while Passage.isDigit(passage.at(index)) || Self.numbers.contains(passage.at(index)) { index += 1 }
    return index > first && passage.at(passage.skipBlanks(index)) == 0x3a
  }

  /// `2014-2018年主动公开信息数量（单位：条）`: a title with a unit in brackets at its end, without a stop.
  private func isChart(_ passage: Passage, _ range: Range<Int>) -> Bool {
    guard passage.at(range.upperBound - 1) == 0x29, let unit = passage.find("(单位:".codes, in: range),
      unit > range.lowerBound + 3
    else { return false }
    return passage.find([0x3002], in: range) == nil && passage.find([0x2c], in: range) == nil
  }

  /// The rows of the table stand below as lines: cells parted by blanks, a figure among them.
  private func hasRows(_ passage: Passage, after number: Int) -> Bool {
    passage.paragraphs.dropFirst(number + 1).prefix(3).contains { row in
      let codes = passage.folded[row]
      return codes.count <= 120 && codes.contains(where: Passage.isDigit) && !codes.contains(0x3002)
        && codes.dropFirst().dropLast().contains(where: Passage.isBlank)
    }
  }

  private static let numbers = Set("一二三四五六七八九十".codes)
  private static let rule = "国办发〔2017〕47号《政府网站发展指引》：发布内容应当完整（待核对）"
}
