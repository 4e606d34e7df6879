import DuwangCore

/// Chapters, sections and articles (第一章, 第一条) that skip or repeat a number at the heads of lines. Quoted articles and
/// tables of contents make series of their own.
struct Articles: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    let heads = passage.paragraphs.compactMap { Self.head(passage, $0) }
    return Self.signs.flatMap { sign -> [Suspicion] in
      // Sections start anew in every chapter.
      let series = heads.filter { $0.sign == sign || sign == Self.section && $0.sign == Self.chapter }
      return series.indices.dropFirst().compactMap { index in
        let (previous, head) = (series[index - 1], series[index])
        let next = index + 1 < series.count ? series[index + 1] : nil
        let isSkip = head.number == previous.number + 2
        guard head.sign == sign, previous.sign == sign, head.isSure, previous.isSure, head.number > 1,
          isSkip || head.number == previous.number,
          next.map({ $0.sign != sign || $0.number == head.number + 1 || $0.number == 1 }) ?? true,
          index < 2 || series[index - 2].sign != sign || series[index - 2].number == previous.number - 1
            || previous.number == 1
        else { return nil }
        let words = passage.text(head.range)
        return passage.suspicion(
          .numbering, head.range, .suspected,
          message: isSkip ? "序号由“\(passage.text(previous.range))”直接跳到“\(words)”，缺少一项。" : "序号“\(words)”重复。",
          rule: Self.rule)
      }
    }
  }

  private struct Head {
    var sign: UInt32
    var number: Int
    var range: Range<Int>
    /// A blank follows; else the words may be a reference, which only tells that the number is not missing.
    var isSure: Bool
  }

  private static func head(_ passage: Passage, _ paragraph: Range<Int>) -> Head? {
    let start = passage.skipBlanks(paragraph.lowerBound)
    guard passage.at(start) == 0x7b2c, let (number, end) = Numerals.readAny(passage, start + 1),  // 第
      signs.contains(passage.at(end))
    else { return nil }
    let isSure = end + 1 >= paragraph.upperBound || Passage.isBlank(passage.at(end + 1))
    return Head(sign: passage.at(end), number: number, range: start..<end + 1, isSure: isSure)
  }

  private static let signs = "章节条".codes
  private static let (chapter, section) = (signs[0], signs[1])
  private static let rule = "章、节、条的序号应当连续"
}
