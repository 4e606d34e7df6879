import DuwangCore

/// Joins what was found today to the ledger (contract §4): pure, so that every rule of a finding's life can be tested.
package enum Reconciler {
  /// The ledger after this run: known records in their order, then new ones as found.
  /// - Parameters:
  ///   - coverage: what was looked at; a finding that stands on anything else stays as it was.
  ///   - isBaseline: the site is read for the first time, so what is new to us is old to it (存量).
  ///   - decisions: every decision ever made, oldest first; a dismissal may reach findings that nobody has seen yet.
  ///   - deadline: asked once, when a finding is first certain.
  package static func reconcile(
    records: [FindingRecord], found: [Finding], coverage: Coverage, now: Moment, isBaseline: Bool,
    decisions: [Decision] = [], deadline: (Finding, Day) -> Day?
  ) -> [FindingRecord] {
    let verification = Verification(coverage: coverage, found: found)
    var today: [String: Finding] = [:]
    var order: [String] = []
    for finding in found where today.updateValue(finding, forKey: finding.id) == nil { order.append(finding.id) }
    var known: Set<String> = []
    var result = records.filter { known.insert($0.finding.id).inserted }
    for index in result.indices {
      if let finding = today[result[index].finding.id] {
        see(finding, &result[index], now)
      } else if result[index].seenBy != nil {
        age(&result[index], now)
      } else if verification.isGone(result[index].finding) {
        resolve(&result[index], now)
      }
    }
    for id in order where !known.contains(id) {
      guard var finding = today[id] else { continue }
      if finding.isTransient { finding.confidence = .suspected }
      result.append(FindingRecord(finding, status: .new, firstSeen: now, isBaseline: isBaseline))
    }
    dismiss(in: &result, decisions, now)
    for index in result.indices where result[index].lastSeen == now || result[index].seenBy != nil {
      settle(&result[index], now, deadline)
    }
    return result
  }

  private static func see(_ finding: Finding, _ record: inout FindingRecord, _ now: Moment) {
    if now.day > record.lastSeen.day { record.daysSeen += 1 }
    switch record.status {
    case .resolved: recur(&record, now)
    case .mended:
      turn(&record, .open, now)
      record.note = "标记已整改，复查仍存在"
    case .new, .recurred, .deferred, .dismissed, .open, .confirmed, .assigned: age(&record, now)
    }
    record.finding = finding
    record.finding.unit = record.assignedTo ?? finding.unit
    if finding.isTransient { record.finding.confidence = record.daysSeen > 1 ? .certain : .suspected }
    if [.confirmed, .assigned].contains(record.status) { record.finding.confidence = .certain }
    record.lastSeen = max(record.lastSeen, now)
  }

  /// What time alone does: new findings are open from their second day, deferrals and dismissals expire.
  private static func age(_ record: inout FindingRecord, _ now: Moment) {
    switch record.status {
    case .new, .recurred: if now.day > record.since.day { turn(&record, .open, now) }
    case .deferred, .dismissed:
      guard !Decisions.holds(record.decision, on: now.day) else { return }
      let word = record.status == .deferred ? "暂缓期满" : "不属实的认定已到期"
      turn(&record, .open, now)
      (record.note, record.deadline) = ("\(word)，重新列出", nil)
    case .open, .confirmed, .assigned, .mended, .resolved: break
    }
  }

  /// A dismissal that reaches beyond its finding reaches everything open that nobody decided about since.
  private static func dismiss(in records: inout [FindingRecord], _ decisions: [Decision], _ now: Moment) {
    let wide = decisions.filter { $0.verb == .dismiss && $0.scope != .finding }
    guard !wide.isEmpty else { return }
    let ledger = Dictionary(records.map { ($0.finding.id, $0.finding) }) { $1 }
    for index in records.indices where records[index].status.isOpen && records[index].seenBy == nil {
      let record = records[index]
      guard let decision = Decisions.dismissal(of: record.finding, among: wide, on: now.day, ledger: ledger),
        record.decision.map({ $0.at < decision.at }) ?? true
      else { continue }
      records[index].decision = decision
      turn(&records[index], .dismissed, now)
    }
  }

  private static func recur(_ record: inout FindingRecord, _ now: Moment) {
    turn(&record, .recurred, now)
    record.recurrences += 1
    record.recurredAt = now
    record.daysSeen = 1
    record.isBaseline = false
    (record.resolvedAt, record.deadline) = (nil, nil)
  }

  private static func resolve(_ record: inout FindingRecord, _ now: Moment) {
    switch record.status {
    case .resolved, .dismissed: return
    case .mended:
      turn(&record, .resolved, now)
      record.note = "标记已整改，复查属实"
    case .new, .open, .recurred, .confirmed, .assigned, .deferred: turn(&record, .resolved, now)
    }
    record.resolvedAt = now
  }

  private static func turn(_ record: inout FindingRecord, _ status: FindingRecord.Status, _ now: Moment) {
    (record.status, record.since, record.note) = (status, now, nil)
  }

  private static func settle(_ record: inout FindingRecord, _ now: Moment, _ deadline: (Finding, Day) -> Day?) {
    guard record.deadline == nil, record.finding.confidence == .certain, record.status.isOpen else { return }
    record.deadline = deadline(record.finding, now.day)
  }
}
