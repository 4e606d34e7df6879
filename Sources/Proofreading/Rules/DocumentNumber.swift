import DuwangCore

/// A document number that cannot be one: `〔2018〕号`, `闽政办2018〕43号`, `〔2018 43号`. Brackets of older forms are no fault but
/// in the text's own number, a line of its own.
struct DocumentNumber: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.folded.indices.compactMap { index in
      switch passage.folded[index] {
      case 0x3015: closing(passage, index)  // 〕
      case 0x3014: opening(passage, index)  // 〔
      default: nil
      }
    } + passage.paragraphs.prefix(6).compactMap { own(passage, $0) }
  }

  /// `景政办发(2018)36号` as a whole line.
  private func own(_ passage: Passage, _ line: Range<Int>) -> Suspicion? {
    var (start, end) = (passage.skipBlanks(line.lowerBound), line.upperBound)
    while end > start, Passage.isBlank(passage.folded[end - 1]) { end -= 1 }
    let first = start
    while Passage.isHan(passage.at(start)) { start += 1 }
    guard (2...8).contains(start - first), end - first <= 22, [0x28, 0x5b, 0x3010].contains(passage.at(start)),
      (start + 1..<start + 5).allSatisfy({ Passage.isDigit(passage.at($0)) }),
      passage.folded[start + 1..<start + 5].reduce(0, { $0 * 10 + $1 & 0xf }) >= Self.standardSince,
      [0x29, 0x5d, 0x3011].contains(passage.at(start + 5)), numberEnd(passage, start + 6) == end
    else { return nil }
    let year = passage.text(start + 1..<start + 5)
    return passage.suspicion(
      .documentNumber, start..<end, .suspected, suggestion: "〔\(year)〕" + passage.text(start + 6..<end),
      message: "发文字号的年份应用六角括号“〔〕”括入。", rule: Self.rule)
  }

  /// Looks back from 〕: four digits, 〔 before them, a number and 号 behind.
  private func closing(_ passage: Passage, _ index: Int) -> Suspicion? {
    var start = index
    while Passage.isDigit(passage.at(start - 1)) { start -= 1 }
    if index - start == 2 { return shortYear(passage, index, start) }
    guard index - start == 4 else { return nil }
    if passage.at(start - 1) != 0x3014 {
      // Without the left bracket, a name in Chinese characters must stand before the year.
      guard Passage.isHan(passage.at(start - 1)), let end = numberEnd(passage, index + 1) else { return nil }
      let year = passage.text(start..<index)
      return passage.suspicion(
        .documentNumber, start..<end, severity: .general, suggestion: "〔\(year)〕" + passage.text(index + 1..<end),
        message: "发文字号“\(passage.text(start..<end))”缺少左括号“〔”。", rule: Self.rule)
    }
    if passage.at(passage.skipBlanks(index + 1)) == 0x53f7, Passage.isHan(passage.at(start - 2)) {  // 号
      let end = passage.skipBlanks(index + 1) + 1
      return passage.suspicion(
        .documentNumber, start - 1..<end, severity: .general, message: "发文字号“\(passage.text(start - 1..<end))”缺少顺序号。",
        rule: Self.rule)
    }
    return zeros(passage, index, start - 1) ?? open(passage, index, start - 1) ?? early(passage, index, start)
  }

  /// `〔18〕12号`. Of the last century documents were numbered so.
  private func shortYear(_ passage: Passage, _ index: Int, _ start: Int) -> Suspicion? {
    guard passage.at(start) < 0x35, passage.at(start - 1) == 0x3014, Passage.isHan(passage.at(start - 2)),
      let end = numberEnd(passage, index + 1)
    else { return nil }
    let year = passage.text(start..<index)
    return passage.suspicion(
      .documentNumber, start - 1..<end, severity: .general, .suspected,
      suggestion: "〔20\(year)〕" + passage.text(index + 1..<end),
      message: "发文字号“\(passage.text(start - 1..<end))”的年份应标全称。", rule: Self.rule)
  }

  /// `〔2018〕36）`: the number ends without 号.
  private func open(_ passage: Passage, _ index: Int, _ start: Int) -> Suspicion? {
    let first = passage.skipBlanks(index + 1)
    var end = first
    while Passage.isDigit(passage.at(end)) { end += 1 }
    guard (1...4).contains(end - first), Passage.isHan(passage.at(start - 1)),
      [0x29, 0x300b, 0x2c, 0x3002, 0x3b, 0x6587].contains(passage.at(end))  // ）》，。；文
    else { return nil }
    let words = passage.text(start..<end)
    return passage.suspicion(
      .documentNumber, start..<end, severity: .general, .suspected, suggestion: words + "号",
      message: "发文字号“\(words)”缺少“号”字。", rule: Self.rule)
  }

  /// Of a year that is not yet.
  private func early(_ passage: Passage, _ index: Int, _ start: Int) -> Suspicion? {
    let year = passage.folded[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard let published = passage.published, year > published.year, let end = numberEnd(passage, index + 1) else {
      return nil
    }
    return passage.suspicion(
      .documentNumber, start - 1..<end, severity: .general, .suspected,
      message: "发文字号“\(passage.text(start - 1..<end))”的年份晚于发布日期\(published.chineseFull)。", rule: Self.rule)
  }

  private func zeros(_ passage: Passage, _ index: Int, _ start: Int) -> Suspicion? {
    guard passage.at(index + 1) == 0x30, Passage.isDigit(passage.at(index + 2)), let end = numberEnd(passage, index + 1)
    else { return nil }
    return passage.suspicion(
      .documentNumber, start..<end, .suspected, message: "发文字号“\(passage.text(start..<end))”的顺序号不编虚位。", rule: Self.rule)
  }

  /// `〔2018 43号`, `〔2018)43号`.
  private func opening(_ passage: Passage, _ index: Int) -> Suspicion? {
    let year = index + 1..<index + 5
    guard year.allSatisfy({ Passage.isDigit(passage.at($0)) }), passage.at(index + 5) != 0x3015,
      !Passage.isDigit(passage.at(index + 5)), Passage.isHan(passage.at(index - 1))
    else { return nil }
    let isBracket = [0x29, 0x5d, 0x3011].contains(passage.at(index + 5))
    let number = passage.skipBlanks(index + (isBracket ? 6 : 5))
    guard let end = numberEnd(passage, number) else { return nil }
    return passage.suspicion(
      .documentNumber, index..<end, severity: .general,
      suggestion: "〔\(passage.text(year))〕\(passage.text(number..<end))",
      message: "发文字号“\(passage.text(index..<end))”的括号不成对。", rule: Self.rule)
  }

  /// One to five digits and 号: where they end.
  private func numberEnd(_ passage: Passage, _ start: Int) -> Int? {
    var index = passage.skipBlanks(start)
    let first = index
    while Passage.isDigit(passage.at(index)) { index += 1 }
    guard (1...5).contains(index - first) else { return nil }
    index = passage.skipBlanks(index)
    return passage.at(index) == 0x53f7 ? index + 1 : nil
  }

  /// Documents of before GB/T 9704—2012 have brackets of older forms.
  private static let standardSince: UInt32 = 2013
  private static let rule = "GB/T 9704—2012《党政机关公文格式》7.2.5 发文字号：年份、发文顺序号用阿拉伯数字标注，年份应标全称，用六角括号“〔〕”括入"
}
