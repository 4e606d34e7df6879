import DuwangCore

/// What people's decisions do to records of the ledger.
package enum Decisions {
  /// The record after the decision.
  package static func apply(_ decision: Decision, to record: FindingRecord) -> FindingRecord {
    var record = record
    record.status =
      switch decision.verb {
      case .confirm: .confirmed
      case .assign: .assigned
      case .mend: .mended
      case .defer: .deferred
      case .dismiss: .dismissed
      case .reopen: .open
      }
    (record.since, record.decision, record.note) = (decision.at, decision, nil)
    if decision.verb == .confirm { record.finding.confidence = .certain }
    return record
  }

  /// Whether a dismissal or deferral still holds on `day`.
  package static func holds(_ decision: Decision?, on day: Day) -> Bool { decision?.until.map { day <= $0 } ?? true }

  /// The last dismissal that reaches a finding nobody decided about: one with the same text, or on the same page.
  /// `ledger` gives the finding that a decision was made about.
  package static func dismissal(
    of finding: Finding, among decisions: [Decision], on day: Day, ledger: [String: Finding]
  ) -> Decision? {
    decisions.last { decision in
      guard decision.verb == .dismiss, holds(decision, on: day), let known = ledger[decision.finding],
        known.kind == finding.kind
      else { return false }
      switch decision.scope {
      case .finding: return false
      case .text: return known.evidence.text == finding.evidence.text
      case .page: return known.page == finding.page
      }
    }
  }
}
