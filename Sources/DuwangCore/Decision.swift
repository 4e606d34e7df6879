/// What a person decided about a finding of the ledger: who, when, why and for how long.
package struct Decision: Sendable, Hashable, Codable {
  package enum Verb: String, Sendable, Hashable, Codable, CaseIterable {
    case confirm, assign, mend, `defer`, dismiss, reopen
  }
  /// How far a dismissal reaches.
  package enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    /// This finding alone.
    case finding
    /// Every finding of the same kind and text.
    case text
    /// Every finding of the same kind on the same page.
    case page
  }
  package var finding: String
  package var verb: Verb
  package var by: String?
  package var at: Moment
  package var reason: String?
  /// The last day on which a dismissal or deferral holds; nil: for good.
  package var until: Day?
  package var scope: Scope
  /// The unit it was assigned to.
  package var unit: String?
  package init(
    finding: String, verb: Verb, by: String? = nil, at: Moment, reason: String? = nil, until: Day? = nil,
    scope: Scope = .finding, unit: String? = nil
  ) {
    (self.finding, self.verb, self.by, self.at, self.reason) = (finding, verb, by, at, reason)
    (self.until, self.scope, self.unit) = (until, scope, unit)
  }
}
