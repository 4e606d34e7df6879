import DuwangCore

/// What people's decisions do to records of the ledger.
package enum Decisions {
  /// The record after the decision. What was written into a table does not undo what somebody decided after it.
  package static func apply(_ decision: Decision, to record: FindingRecord) -> FindingRecord {
    if decision.origin != nil, let last = record.decision, last.at > decision.at { return record }
    var record = record
    record.status = status(after: decision, of: record)
    (record.since, record.decision, record.note) = (decision.at, decision, nil)
    switch decision.verb {
    case .confirm, .assign:
      record.finding.confidence = .certain
      if let until = decision.until { record.deadline = until }
      if let unit = decision.unit { (record.assignedTo, record.finding.unit) = (unit, unit) }
    case .mend where record.seenBy != nil:
      (record.resolvedAt, record.note) = (decision.at, "人工核销，机器不能复查")
    case .mend, .defer, .dismiss, .reopen: break
    }
    return record
  }

  /// No reading can verify what a person saw, so that a person's word closes it.
  private static func status(after decision: Decision, of record: FindingRecord) -> FindingRecord.Status {
    switch decision.verb {
    case .confirm: .confirmed
    case .assign: .assigned
    case .mend: record.seenBy == nil ? .mended : .resolved
    case .defer: .deferred
    case .dismiss: .dismissed
    case .reopen: .open
    }
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
