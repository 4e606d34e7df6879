import DuwangCore

/// How the open findings of one ledger became those of the next, so that the sum always adds up.
struct LedgerFlow {
  /// Open now.
  let open: [FindingRecord]
  /// Open before and no longer: resolved, or taken off the list by people.
  let closed: [FindingRecord]
  let flow: Report.Flow

  init(before: [FindingRecord], after: [FindingRecord]) {
    let previous = Dictionary(before.map { ($0.finding.id, $0) }, uniquingKeysWith: { _, last in last })
    var seen = Set<String>()
    let current = after.filter { seen.insert($0.finding.id).inserted }
    var flow = Report.Flow()
    flow.before = previous.values.count { $0.status.isOpen }
    var (open, closed) = ([FindingRecord](), [FindingRecord]())
    for record in current {
      let old = previous[record.finding.id]
      let wasOpen = old?.status.isOpen ?? false
      if record.status.isOpen {
        open.append(record)
        if !wasOpen { if old == nil { flow.found += 1 } else { flow.recurred += 1 } }
      } else if wasOpen {
        closed.append(record)
        if record.status == .resolved { flow.resolved += 1 } else { flow.dismissed += 1 }
      }
    }
    // A record that left the ledger altogether was taken off by a decision, not mended.
    flow.dismissed += previous.values.count { $0.status.isOpen && !seen.contains($0.finding.id) }
    flow.open = open.count
    (self.open, self.closed, self.flow) = (open, closed, flow)
  }
}
