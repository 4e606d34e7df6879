import DuwangCore

/// How the open findings of the last report became those of this one, so that the sum always adds up.
struct LedgerFlow {
  /// Open now.
  let open: [FindingRecord]
  /// Open in the last report and no longer: resolved, or taken off the list by people.
  let closed: [FindingRecord]
  let flow: Report.Flow

  /// `before` is the ledger as this run met it: what people decided since `previous` is already in it.
  init(previous: Report?, before: [FindingRecord], after: [FindingRecord]) {
    let told = Set((previous?.findings ?? []).map(\.finding.id))
    let known = Set(
      before.lazy.filter { record in
        // What people wrote into the ledger since the last report is new to it.
        record.seenBy == nil || previous.map { record.firstSeen < $0.generatedAt } ?? false
      }.map(\.finding.id))
    var seen = Set<String>()
    let current = after.filter { seen.insert($0.finding.id).inserted }
    var flow = Report.Flow()
    flow.before = told.count
    var (open, closed) = ([FindingRecord](), [FindingRecord]())
    for record in current {
      let wasOpen = told.contains(record.finding.id)
      if record.status.isOpen {
        open.append(record)
        guard !wasOpen else { continue }
        if !known.contains(record.finding.id) {
          flow.found += 1
        } else if record.status == .recurred {
          flow.recurred += 1
        } else {
          flow.reopened += 1
        }
      } else if wasOpen {
        closed.append(record)
        if record.status == .resolved { flow.resolved += 1 } else { flow.dismissed += 1 }
      }
    }
    // A record that left the ledger altogether was taken off by a decision, not mended.
    flow.dismissed += told.count { !seen.contains($0) }
    flow.open = open.count
    (self.open, self.closed, self.flow) = (open, closed, flow)
  }
}
