import DuwangCore

/// A span of a text that looks wrong, with why and what to write instead.
package struct Suspicion: Sendable, Hashable {
  package var kind: FindingKind
  package var severity: Severity
  package var confidence: Confidence
  /// Unicode scalars from the start of the text as given.
  package var offset: Int
  /// Unicode scalars.
  package var length: Int
  /// The span as it stands in the text; masked where it is private.
  package var text: String
  package var suggestion: String?
  /// One sentence in Chinese, with its evidence.
  package var message: String
  /// The standard or document and its clause.
  package var rule: String?

  /// Why a wrong character is one.
  static let spellingRule = "《国家通用语言文字法》第九条、《现代汉语词典》；国办秘函〔2019〕19号（错别字，条款待核对）"

  package init(
    kind: FindingKind, severity: Severity? = nil, confidence: Confidence = .certain, offset: Int, length: Int,
    text: String, suggestion: String? = nil, message: String, rule: String? = nil
  ) {
    (self.kind, self.severity, self.confidence) = (kind, severity ?? kind.severity, confidence)
    (self.offset, self.length, self.text) = (offset, length, text)
    (self.suggestion, self.message, self.rule) = (suggestion, message, rule)
  }
}
