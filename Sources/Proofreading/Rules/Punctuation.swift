import DuwangCore

/// Brackets and quotation marks that do not pair within a paragraph, marks doubled, and half-width marks between
/// Chinese characters (once a text).
struct Punctuation: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.paragraphs.indices.flatMap { pairs(passage, $0) + doubled(passage, passage.paragraphs[$0]) }
      + halfWidth(passage)
  }

  private func pairs(_ passage: Passage, _ number: Int) -> [Suspicion] {
    let paragraph = passage.paragraphs[number]
    var (open, stray) = ([Int](), [Int]())
    for index in paragraph {
      let code = passage.folded[index]
      if Self.closing(of: code) != nil {
        open.append(index)
      } else if let wanted = Self.opening(of: code) {
        if let place = open.lastIndex(where: { passage.folded[$0] == wanted }) {
          open.remove(at: place)
        } else if !isListMark(passage, index, paragraph) {
          stray.append(index)
        }
      }
    }
    // A title or quotation that runs over the line's end closes in a paragraph nearby.
    let lonely =
      open.filter { !closes(passage, $0, after: number) } + stray.filter { !opens(passage, $0, before: number) }
    return lonely.map {
      let mark = passage.text($0..<$0 + 1)
      return passage.suspicion(.punctuation, $0..<$0 + 1, .suspected, message: "“\(mark)”不成对，缺少另一半。", rule: Self.rule)
    }
  }

  /// `1）`, `a）` at the start of an item.
  private func isListMark(_ passage: Passage, _ index: Int, _ paragraph: Range<Int>) -> Bool {
    guard passage.folded[index] == 0x29 else { return false }
    let before = passage.before(index, 4)
    return before.last.map { $0.isNumber || $0.isASCII || "一二三四五六七八九十".contains($0) } ?? true
  }

  private func closes(_ passage: Passage, _ index: Int, after number: Int) -> Bool {
    let code = passage.folded[index]
    // A quotation of several paragraphs opens each and closes the last.
    let start = passage.skipBlanks(passage.paragraphs[number].lowerBound)
    if code == 0x201c, index <= start + 1 || near(passage, number + 1..<number + 12, 0x201d) { return true }
    // A line that does not end like a sentence was broken off; its other half is lost, not forgotten.
    let end = passage.skipBack(passage.paragraphs[number].upperBound)
    if ![0x3002, 0x3b, 0x21, 0x3f].contains(passage.at(end)) { return true }
    guard let wanted = Self.closing(of: code) else { return false }
    return near(passage, number + 1..<number + 3, wanted)
  }

  private func opens(_ passage: Passage, _ index: Int, before number: Int) -> Bool {
    guard let wanted = Self.opening(of: passage.folded[index]) else { return false }
    let paragraph = passage.paragraphs[number]
    if index == paragraph.lowerBound { return true }
    // A bracket at the end of a line without a stop: its other half stood in a line that was lost.
    if passage.skipBlanks(index + 1) >= paragraph.upperBound, passage.find([0x3002], in: paragraph) == nil {
      return true
    }
    // A quotation of several paragraphs opens more often than it closes.
    if wanted == 0x201c {
      return passage.folded[paragraph].contains(0x22)
        || passage.folded.count { $0 == 0x201d } <= passage.folded.count { $0 == 0x201c }
    }
    return near(passage, number - 12..<number, wanted)
  }

  private func near(_ passage: Passage, _ numbers: Range<Int>, _ code: UInt32) -> Bool {
    passage.paragraphs[numbers.clamped(to: 0..<passage.paragraphs.count)]
      .contains { $0.contains { passage.folded[$0] == code } }
  }

  private func doubled(_ passage: Passage, _ paragraph: Range<Int>) -> [Suspicion] {
    paragraph.dropLast().filter { Self.isStop(passage.original[$0]) && Self.isStop(passage.original[$0 + 1]) }
      .compactMap {
        index in
        let (a, b) = (passage.original[index], passage.original[index + 1])
        guard passage.at(index - 1) != passage.at(index),
          passage.at(index + 2) != passage.at(index + 1) || a != b
        else { return nil }
        return passage.suspicion(
          .punctuation, index..<index + 2, .suspected, suggestion: passage.text(index..<index + 1),
          message: "标点“\(passage.text(index..<index + 2))”重复。", rule: Self.rule)
      }
  }

  private func halfWidth(_ passage: Passage) -> [Suspicion] {
    let spots = passage.original.indices.dropFirst().dropLast().filter { index in
      passage.original[index].value < 0x40 && Self.half.contains(passage.original[index].value)
        && Passage.isHan(passage.folded[index - 1])
        && Passage.isHan(passage.folded[index + 1])
    }
    // A slip of the key is no style; a page that mixes both widths is, and is told once.
    guard spots.count >= Self.fewest, passage.paragraphs.count > 1, let first = spots.first else { return [] }
    return [
      passage.suspicion(
        .punctuation, first..<first + 1, .suspected, message: "汉字之间使用半角标点，全文共\(spots.count)处，应使用全角标点。",
        rule: "GB/T 15834—2011《标点符号用法》5.1：标点符号占一个字位置")
    ]
  }

  /// Half-width marks below which a text is left alone.
  private static let fewest = 3

  /// 《》 （） 〔〕 【】 “”, brackets of both widths: each may pair with the other width.
  private static func closing(of code: UInt32) -> UInt32? {
    switch code {
    case 0x300a: 0x300b
    case 0x28: 0x29
    case 0x3014: 0x3015
    case 0x3010: 0x3011
    case 0x201c: 0x201d
    default: nil
    }
  }

  private static func opening(of code: UInt32) -> UInt32? {
    switch code {
    case 0x300b: 0x300a
    case 0x29: 0x28
    case 0x3015: 0x3014
    case 0x3011: 0x3010
    case 0x201d: 0x201c
    default: nil
    }
  }

  /// Not the half-width ones.
  private static func isStop(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "，", "。", "、", "；", "：": true
    default: false
    }
  }
  private static let half: Set<UInt32> = [0x2c, 0x3b, 0x3a, 0x3f, 0x21]
  private static let rule = "GB/T 15834—2011《标点符号用法》"
}
