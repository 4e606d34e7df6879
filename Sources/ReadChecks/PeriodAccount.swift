import DuwangCore

/// The life of findings through a period, told from its daily read-checks one after the other. Every step is a change of
/// the set of open findings, so that the sums always add up.
package struct PeriodAccount {
  /// What came of the findings of one unit, or of all.
  package struct Tally: Sendable, Hashable {
    package var flow = Report.Flow()
    /// Calendar days from opening to mending.
    package var daysToMend: [Int] = []
    package init() {}
    package var median: Double? {
      let sorted = daysToMend.sorted()
      guard !sorted.isEmpty else { return nil }
      // The mean of the two in the middle where their number is even.
      return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
  }

  /// Findings that were open or changed within the period, with their status at its end.
  package private(set) var told: [String: Report.Item] = [:]
  package private(set) var tallies: [String?: Tally] = [:]
  package private(set) var changes: [PageChange] = []
  /// The last reading of the period.
  package private(set) var last: Report?
  package private(set) var daysRead: [Day] = []
  package private(set) var daysIncomplete: [Day] = []
  package private(set) var isBaseline = false
  package private(set) var bytes = 0
  package private(set) var seconds = 0.0
  private var open: [String: Day] = [:]
  private var lastReadAt: Moment?
  private var decisions: ArraySlice<Decision>

  /// `before` is the last reading before the period; `decisions` are those made after it, oldest first.
  package init(before: Report?, decisions: [Decision]) {
    self.decisions = decisions[...]
    lastReadAt = before?.generatedAt
    for item in before?.findings ?? [] {
      told[item.finding.id] = item
      open[item.finding.id] = PeriodAccount.opened(item)
      tallies[item.finding.unit, default: Tally()].flow.before += 1
    }
  }

  /// Takes in the next reading of the period.
  package mutating func add(_ report: Report) {
    decide(through: report.startedAt)
    let now = Dictionary(report.findings.map { ($0.finding.id, $0) }) { $1 }
    let gone = Dictionary(report.resolved.map { ($0.finding.id, $0) }) { $1 }
    for item in report.findings + report.resolved where open[item.finding.id] == nil {
      // Taken off the list by people since the last reading, and told once more.
      if !item.status.isOpen, item.status != .resolved { continue }
      if !item.status.isOpen, !isNew(item), told[item.finding.id]?.status == .resolved { continue }
      begin(item, on: report.period.start.day)
    }
    for (id, item) in now { told[id] = item }
    for id in open.keys.sorted() where now[id] == nil {
      close(id, as: gone[id], on: report.period.start.day)
    }
    changes = PeriodAccount.joined(changes, report.changes)
    (last, lastReadAt) = (report, report.generatedAt)
    daysRead.append(report.period.start.day)
    if !report.complete { daysIncomplete.append(report.period.start.day) }
    isBaseline = isBaseline || report.baseline
    (bytes, seconds) = (bytes + report.totals.bytes, seconds + report.totals.seconds)
  }

  /// Decisions after the last reading, up to and with `moment`.
  package mutating func decide(through moment: Moment) {
    while let decision = decisions.first, decision.at <= moment {
      decisions.removeFirst()
      guard var item = told[decision.finding] else { continue }
      let wasOpen = open[decision.finding] != nil
      item.status = PeriodAccount.status(after: decision.verb)
      told[decision.finding] = item
      let unit = item.finding.unit
      if wasOpen, !item.status.isOpen {
        open[decision.finding] = nil
        tallies[unit, default: Tally()].flow.dismissed += 1
      } else if !wasOpen, item.status.isOpen, decision.verb == .reopen {
        open[decision.finding] = decision.at.day
        tallies[unit, default: Tally()].flow.recurred += 1
      }
    }
  }

  /// What is open at the end.
  package var openItems: [Report.Item] { told.values.filter { open[$0.finding.id] != nil } }

  package func tally(of unit: String?) -> Tally {
    var tally = tallies[unit] ?? Tally()
    tally.flow.open = openItems.count { $0.finding.unit == unit }
    return tally
  }

  /// All units together.
  package var sum: Tally {
    var sum = Tally()
    for tally in tallies.values {
      sum.flow.before += tally.flow.before
      sum.flow.found += tally.flow.found
      sum.flow.recurred += tally.flow.recurred
      sum.flow.resolved += tally.flow.resolved
      sum.flow.dismissed += tally.flow.dismissed
      sum.daysToMend += tally.daysToMend
    }
    sum.flow.open = open.count
    return sum
  }

  private func isNew(_ item: Report.Item) -> Bool {
    guard let lastReadAt else { return true }
    return item.firstSeen > lastReadAt
  }

  private mutating func begin(_ item: Report.Item, on day: Day) {
    if isNew(item) {
      tallies[item.finding.unit, default: Tally()].flow.found += 1
    } else {
      tallies[item.finding.unit, default: Tally()].flow.recurred += 1
    }
    told[item.finding.id] = item
    open[item.finding.id] = day
  }

  private mutating func close(_ id: String, as item: Report.Item?, on day: Day) {
    guard let opened = open.removeValue(forKey: id), var closed = item ?? told[id] else { return }
    if item == nil { closed.status = .dismissed }
    told[id] = closed
    if closed.status == .resolved {
      tallies[closed.finding.unit, default: Tally()].flow.resolved += 1
      tallies[closed.finding.unit, default: Tally()].daysToMend.append(max(0, day - opened))
    } else {
      tallies[closed.finding.unit, default: Tally()].flow.dismissed += 1
    }
  }

  private static func opened(_ item: Report.Item) -> Day { (item.recurredAt ?? item.firstSeen).day }

  private static func status(after verb: Decision.Verb) -> FindingRecord.Status {
    switch verb {
    case .confirm: .confirmed
    case .assign: .assigned
    case .mend: .mended
    case .defer: .deferred
    case .dismiss: .dismissed
    case .reopen: .open
    }
  }

  /// Each page once, as it changed last; what came and went within the period is no change of it. Paragraphs stand in the
  /// daily read-checks.
  private static func joined(_ earlier: [PageChange], _ later: [PageChange]) -> [PageChange] {
    var index = Dictionary(earlier.enumerated().map { ($1.url, $0) }) { first, _ in first }
    var changes = earlier.map(Optional.some)
    for var change in later {
      change.blocks = []
      guard let place = index[change.url], let old = changes[place] else {
        index[change.url] = changes.count
        changes.append(change)
        continue
      }
      switch (old.type, change.type) {
      case (.added, .removed), (.removed, .added): changes[place] = nil
      case (.added, _):
        change.type = .added
        changes[place] = change
      default: changes[place] = change
      }
    }
    return changes.compactMap { $0 }
  }
}
