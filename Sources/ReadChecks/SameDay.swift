import DuwangCore

/// A day that was read more than once is told as one day: the state as it now is, what happened since the day began.
package enum SameDay {
  /// `later` compares with the morning's reading; what `earlier`, the report of that reading, had told is told again.
  package static func joined(_ later: Report, with earlier: Report) -> Report {
    var report = later
    report.baseline = earlier.baseline || later.baseline
    report.changes = report.baseline ? [] : changes(earlier.changes, later.changes)
    report.flow = flow(earlier.flow, later.flow)
    report.decisionsRead = joined(earlier.decisionsRead, later.decisionsRead)
    let told = Set(later.findings.map(\.finding.id) + later.resolved.map(\.finding.id))
    report.resolved += earlier.resolved.filter { !told.contains($0.finding.id) }
    report.totals.newItems = report.changes.count { $0.type == .added }
    report.totals.changedPages = report.changes.count { $0.type == .modified }
    report.totals.removedPages = report.changes.count { $0.type == .removed }
    return report
  }

  /// What came in the morning and went by noon is no change of the day; what changed twice is told as it changed last.
  private static func changes(_ earlier: [PageChange], _ later: [PageChange]) -> [PageChange] {
    var latest = Dictionary(later.map { ($0.url, $0) }) { first, _ in first }
    let morning = earlier.compactMap { change -> PageChange? in
      guard var next = latest.removeValue(forKey: change.url) else { return change }
      switch (change.type, next.type) {
      case (.added, .removed), (.removed, .added): return nil
      case (.added, _):
        next.type = .added
        return next
      default: return next
      }
    }
    return morning + later.filter { latest[$0.url] != nil }
  }

  private static func joined(_ a: DecisionsRead, _ b: DecisionsRead) -> DecisionsRead {
    var sum = DecisionsRead()
    sum.taken = a.taken + b.taken
    sum.conflicts = a.conflicts + b.conflicts
    sum.refused = a.refused + b.refused.filter { !a.refused.contains($0) }
    return sum
  }

  private static func flow(_ a: Report.Flow, _ b: Report.Flow) -> Report.Flow {
    var sum = Report.Flow()
    sum.before = a.before
    sum.resolved = a.resolved + b.resolved
    sum.dismissed = a.dismissed + b.dismissed
    sum.found = a.found + b.found
    sum.recurred = a.recurred + b.recurred
    sum.reopened = a.reopened + b.reopened
    sum.open = b.open
    return sum
  }
}
