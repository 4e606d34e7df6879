import DuwangCore

/// A term that must never stand on a page, with what to write instead.
package struct SevereTerm: Sendable, Hashable {
  package var term: String
  package var suggestion: String?
  package var note: String
  package init(_ term: String, suggestion: String? = nil, note: String = "") {
    (self.term, self.suggestion, self.note) = (term, suggestion, note)
  }

  /// Reads UTF-8 TSV: term, suggestion, note; `#` begins a comment.
  package static func parse(_ text: String) -> [SevereTerm] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let term = fields.first, !term.hasPrefix("#"), !term.allSatisfy(\.isWhitespace) else { return nil }
      let suggestion = fields.count > 1 && !fields[1].isEmpty ? fields[1] : nil
      return SevereTerm(term, suggestion: suggestion, note: fields.count > 2 ? fields[2] : "")
    }
  }

  /// Lines (from 1) that cannot be right: a term of one character would fire everywhere, one that stands within its own
  /// suggestion on the right text too.
  package static func problems(of text: String) -> [(line: Int, message: String)] {
    TableRow.rows(of: text).compactMap { row in
      let term = row.field(0)
      if term.unicodeScalars.count < 2 { return (row.line, "第1列应为错误表述，不少于2个字") }
      return row.field(1).contains(term) ? (row.line, "错误表述“\(term)”包含在正确表述“\(row.field(1))”中") : nil
    }
  }
}

/// Severe terms, exact on folded text: full-width forms, blanks, line breaks and zero-width characters do not hide them.
struct SevereTerms: Rule {
  private let terms: [SevereTerm]
  private let words: AhoCorasick

  init(_ terms: [SevereTerm]) {
    self.terms = terms
    words = AhoCorasick(terms.map { $0.term.codes.filter { !Self.isInvisible($0) }.map(Self.lowercase) })
  }

  func suspicions(in passage: Passage) -> [Suspicion] {
    let visible = passage.folded.indices.filter { !Self.isInvisible(passage.folded[$0]) }
    let hits = words.hits(in: visible.map { Self.lowercase(passage.folded[$0]) })
    return hits.map { hit in
      let term = terms[hit.word]
      let range = visible[hit.range.lowerBound]..<visible[hit.range.upperBound - 1] + 1
      let right = term.suggestion.map { "，应为“\($0)”" } ?? ""
      let note = term.note.isEmpty ? "" : "（\(term.note)）"
      return passage.suspicion(
        .forbiddenTerm, range, suggestion: term.suggestion,
        message: "出现严重表述错误“\(term.term)”\(right)\(note)。", rule: Self.rule)
    }
  }

  private static func isInvisible(_ code: UInt32) -> Bool {
    switch code {
    case 0x09...0x0d, 0x20, 0x85, 0xa0, 0xad, 0x180e, 0x2000...0x200f, 0x2028...0x202f, 0x205f...0x206f, 0x3000,
      0xfe00...0xfe0f, 0xfeff:
      true
    default: false
    }
  }

  private static func lowercase(_ code: UInt32) -> UInt32 { (0x41...0x5a).contains(code) ? code + 0x20 : code }

  private static let rule = "国办秘函〔2019〕19号《政府网站与政务新媒体检查指标》单项否决：出现严重表述错误"
}
