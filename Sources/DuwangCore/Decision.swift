/// What a person decided about a finding of the ledger: who, when, why and for how long.
package struct Decision: Sendable, Hashable, Codable {
  package enum Verb: String, Sendable, Hashable, Codable, CaseIterable {
    case confirm, assign, mend, `defer`, dismiss, reopen

    /// Stands behind the words of a decision that a table shows, not asks for.
    package static let recordedMark = "（已记录）"

    /// As staff write it into a table (处理意见).
    package var chinese: String {
      switch self {
      case .confirm: "属实"
      case .assign: "交办"
      case .mend: "已整改"
      case .defer: "暂缓"
      case .dismiss: "不属实"
      case .reopen: "撤销意见"
      }
    }
  }
  /// How far a dismissal reaches.
  package enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    /// This finding alone.
    case finding
    /// Every finding of the same kind and text.
    case text
    /// Every finding of the same kind on the same page.
    case page

    /// As staff write it into a table (适用范围).
    package var chinese: String {
      switch self {
      case .finding: "仅此一处"
      case .text: "同类文字"
      case .page: "本页同类"
      }
    }
  }
  package var finding: String
  package var verb: Verb
  package var by: String?
  package var at: Moment
  package var reason: String?
  /// The last day on which a dismissal or deferral holds (nil: for good); of the other verbs the day by which to mend.
  package var until: Day?
  package var scope: Scope
  /// The unit it was assigned to.
  package var unit: String?
  /// The table it was written into: the reading the table is of, and the file's name. Nil on the command line.
  package var origin: String?
  package init(
    finding: String, verb: Verb, by: String? = nil, at: Moment, reason: String? = nil, until: Day? = nil,
    scope: Scope = .finding, unit: String? = nil, origin: String? = nil
  ) {
    (self.finding, self.verb, self.by, self.at, self.reason) = (finding, verb, by, at, reason)
    (self.until, self.scope, self.unit, self.origin) = (until, scope, unit, origin)
  }

  /// Says the same as `other`, whoever wrote it down when and where.
  package func saysTheSame(as other: Decision) -> Bool {
    finding == other.finding && verb == other.verb && by == other.by && reason == other.reason
      && until == other.until && scope == other.scope && unit == other.unit
  }
}

/// What came of reading back the tables that staff fill.
package struct DecisionsRead: Sendable, Hashable, Codable {
  /// Decisions that entered the ledger.
  package var taken = 0
  /// For staff, one a line: two people decided differently, and which decision stands.
  package var conflicts: [String] = []
  /// For staff, one a line: file, row, and why nothing could be taken from it.
  package var refused: [String] = []
  package init() {}
  package var isEmpty: Bool { taken == 0 && conflicts.isEmpty && refused.isEmpty }
}
