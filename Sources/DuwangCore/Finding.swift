/// One thing that is wrong, found by reading (问题): where, what, why and how to mend it.
package struct Finding: Sendable, Hashable, Codable {
  /// Stable: the same defect has the same id on every day and machine.
  package var id: String
  package var kind: FindingKind
  package var severity: Severity
  package var confidence: Confidence
  package var site: String
  package var unit: String?
  package var column: String?
  /// The page it stands on (where it was first met).
  package var page: String
  package var pageTitle: String?
  /// How many pages carry it.
  package var pages: Int
  /// The link or file it concerns.
  package var target: String?
  package var message: String
  package var fix: String
  package var evidence: Evidence
  /// Indicator or standard, in words: document and clause.
  package var rule: String?
  /// Rests on a failure that may pass (network, 5xx): suspected on the first day it is seen, certain from the second.
  package var isTransient: Bool

  /// `key` names the defect beyond its kind: the target, or the page and the text.
  package init(
    kind: FindingKind, severity: Severity? = nil, confidence: Confidence = .certain, site: String,
    unit: String? = nil, column: String? = nil, page: String, pageTitle: String? = nil, pages: Int = 1,
    target: String? = nil, key: String, message: String, fix: String, evidence: Evidence, rule: String? = nil,
    isTransient: Bool = false
  ) {
    id = StableHash.hex("\(site)\n\(kind.rawValue)\n\(key)")
    (self.kind, self.severity, self.confidence) = (kind, severity ?? kind.severity, confidence)
    (self.site, self.unit, self.column, self.page, self.pageTitle) = (site, unit, column, page, pageTitle)
    (self.pages, self.target, self.message, self.fix) = (pages, target, message, fix)
    (self.evidence, self.rule, self.isTransient) = (evidence, rule, isTransient)
  }

  /// Every key of the interface, null where there is nothing.
  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(id, forKey: .id)
    try keys.encode(kind, forKey: .kind)
    try keys.encode(severity, forKey: .severity)
    try keys.encode(confidence, forKey: .confidence)
    try keys.encode(site, forKey: .site)
    try keys.encode(unit, forKey: .unit)
    try keys.encode(column, forKey: .column)
    try keys.encode(page, forKey: .page)
    try keys.encode(pageTitle, forKey: .pageTitle)
    try keys.encode(pages, forKey: .pages)
    try keys.encode(target, forKey: .target)
    try keys.encode(message, forKey: .message)
    try keys.encode(fix, forKey: .fix)
    try keys.encode(evidence, forKey: .evidence)
    try keys.encode(rule, forKey: .rule)
    try keys.encode(isTransient, forKey: .isTransient)
  }
}

package enum Severity: String, Sendable, Hashable, Codable, Comparable, CaseIterable {
  case hint, general, severe
  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .hint ? 0 : self == .general ? 1 : 2 }
  package var chinese: String { self == .severe ? "严重" : self == .general ? "一般" : "提示" }
}

package enum Confidence: String, Sendable, Hashable, Codable {
  case certain, suspected
  package var chinese: String { self == .certain ? "确定" : "疑似" }
}

/// What was seen, quoted: `text` is the faulty spot, `before` and `after` its context.
package struct Evidence: Sendable, Hashable, Codable {
  package var text: String
  /// Unicode scalars from the start of the text that was checked.
  package var offset: Int
  package var suggestion: String?
  package var before: String
  package var after: String
  /// Where in the page: `正文第2段`, `第14行`.
  package var place: String?
  package init(
    text: String, offset: Int = 0, suggestion: String? = nil, before: String = "", after: String = "",
    place: String? = nil
  ) {
    (self.text, self.offset, self.suggestion) = (text, offset, suggestion)
    (self.before, self.after, self.place) = (before, after, place)
  }

  /// Every key of the interface, null where there is nothing.
  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(text, forKey: .text)
    try keys.encode(offset, forKey: .offset)
    try keys.encode(suggestion, forKey: .suggestion)
    try keys.encode(before, forKey: .before)
    try keys.encode(after, forKey: .after)
    try keys.encode(place, forKey: .place)
  }
}
