import DuwangCore

/// The date below a document (落款, 成文日期) that is later than the day on which it was published.
struct SignatureDate: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    guard let published = passage.published, let date = Self.date(of: passage), let day = date.civil,
      day > published.addingDays(1)
    else { return [] }
    return [
      passage.suspicion(
        .dateFuture, date.range,
        message: "落款日期\(day.chineseFull)晚于发布日期\(published.chineseFull)，请核对成文日期和发布日期。", rule: Self.rule)
    ]
  }

  /// The last line that is a date and nothing else, among the last lines of the text.
  static func date(of passage: Passage) -> WrittenDate? {
    for paragraph in passage.paragraphs.suffix(12).reversed() {
      let start = passage.skipBlanks(paragraph.lowerBound)
      var end = paragraph.upperBound
      while end > start, Passage.isBlank(passage.folded[end - 1]) { end -= 1 }
      guard end - start >= 8, end - start <= 16 else { continue }
      guard let date = WrittenDate.all(in: passage, start..<end).first, date.year != nil, date.range == start..<end
      else {
        continue
      }
      return date
    }
    return nil
  }

  private static let rule = "GB/T 9704—2012《党政机关公文格式》7.3.5.4 成文日期；国办秘函〔2019〕19号单项否决：弄虚作假（伪造发稿日期）"
}

/// Dates of a text for checks of whole pages.
package enum TextDates {
  /// The date below a document, when its last lines have one.
  package static func signature(of text: String) -> Day? {
    SignatureDate.date(of: Passage(text, published: nil))?.civil
  }

  /// Every full date that is in the calendar, with its place in scalars.
  package static func all(in text: String) -> [(day: Day, offset: Int)] {
    Passage(text, published: nil).dates.compactMap { date in
      date.civil.map { ($0, date.range.lowerBound) }
    }
  }
}
