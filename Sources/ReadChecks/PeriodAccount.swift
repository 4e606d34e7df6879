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

  /// A finding that was open or changed within the period, as it was told last.
  private struct Told {
    var entry: DayLedger.Entry
    /// The day whose report has it in full.
    var day: Day
    /// In full, once it is known; its status is that of `entry`.
    var item: Report.Item?
  }

  private var told: [String: Told] = [:]
  package private(set) var tallies: [String?: Tally] = [:]
  package private(set) var changes: [PageChange] = []
  /// The last reading of the period, once it is filled in.
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
  package init(before: DayLedger?, decisions: [Decision]) {
    self.decisions = decisions[...]
    lastReadAt = before?.generatedAt
    guard let before else { return }
    for entry in before.open {
      told[entry.id] = Told(entry: entry, day: before.day)
      open[entry.id] = (entry.recurredAt ?? entry.firstSeen).day
      tallies[entry.unit, default: Tally()].flow.before += 1
    }
  }

  /// Takes in the next reading of the period.
  package mutating func add(_ reading: DayLedger) {
    decide(through: reading.startedAt)
    let now = Dictionary(reading.open.map { ($0.id, $0) }) { $1 }
    let gone = Dictionary(reading.resolved.map { ($0.finding.id, $0) }) { $1 }
    for entry in reading.open where open[entry.id] == nil { begin(entry, on: reading.day) }
    for item in reading.resolved where open[item.finding.id] == nil {
      // Taken off the list by people since the last reading, and told once more.
      if item.status != .resolved { continue }
      let entry = DayLedger.Entry(item)
      if !isNew(entry), told[entry.id]?.entry.status == .resolved { continue }
      begin(entry, on: reading.day)
    }
    for (id, entry) in now { told[id] = Told(entry: entry, day: reading.day) }
    for id in open.keys.sorted() where now[id] == nil { close(id, as: gone[id], on: reading.day) }
    changes = PeriodAccount.joined(changes, reading.changes)
    lastReadAt = reading.generatedAt
    daysRead.append(reading.day)
    if !reading.complete { daysIncomplete.append(reading.day) }
    isBaseline = isBaseline || reading.baseline
    (bytes, seconds) = (bytes + reading.bytes, seconds + reading.seconds)
  }

  /// Days whose reports have to be filled in before `items` and `last` are whole: the last one, and those that were the
  /// last to tell of a finding.
  package var daysToFill: Set<Day> { Set(told.values.filter { $0.item == nil }.map(\.day) + daysRead.suffix(1)) }

  /// Takes from the report of one of these days what the ledgers left out.
  package mutating func fill(from report: Report) {
    let day = report.period.start.day
    for item in report.findings where told[item.finding.id]?.day == day { told[item.finding.id]?.item = item }
    if day == daysRead.last { last = report }
  }

  /// Findings that were open or changed within the period, with their status at its end.
  package var items: [Report.Item] {
    told.values.compactMap { told in
      var item = told.item
      item?.status = told.entry.status
      return item
    }
  }

  /// Decisions after the last reading, up to and with `moment`.
  package mutating func decide(through moment: Moment) {
    while let decision = decisions.first, decision.at <= moment {
      decisions.removeFirst()
      guard let entry = told[decision.finding]?.entry else { continue }
      let wasOpen = open[decision.finding] != nil
      let status = PeriodAccount.status(after: decision.verb)
      told[decision.finding]?.entry.status = status
      let unit = entry.unit
      if wasOpen, !status.isOpen {
        open[decision.finding] = nil
        tallies[unit, default: Tally()].flow.dismissed += 1
      } else if !wasOpen, status.isOpen, decision.verb == .reopen {
        open[decision.finding] = decision.at.day
        tallies[unit, default: Tally()].flow.recurred += 1
      }
    }
  }

  /// What is open at the end.
  package var openEntries: [DayLedger.Entry] { told.values.map(\.entry).filter { open[$0.id] != nil } }

  package func tally(of unit: String?) -> Tally {
    var tally = tallies[unit] ?? Tally()
    tally.flow.open = openEntries.count { $0.unit == unit }
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

  private func isNew(_ entry: DayLedger.Entry) -> Bool { lastReadAt.map { entry.firstSeen > $0 } ?? true }

  private mutating func begin(_ entry: DayLedger.Entry, on day: Day) {
    if isNew(entry) {
      tallies[entry.unit, default: Tally()].flow.found += 1
    } else {
      tallies[entry.unit, default: Tally()].flow.recurred += 1
    }
    told[entry.id] = Told(entry: entry, day: day)
    open[entry.id] = day
  }

  private mutating func close(_ id: String, as item: Report.Item?, on day: Day) {
    guard let opened = open.removeValue(forKey: id), var closed = told[id] else { return }
    if let item {
      closed = Told(entry: DayLedger.Entry(item), day: day, item: item)
    } else {
      closed.entry.status = .dismissed
    }
    told[id] = closed
    if closed.entry.status == .resolved {
      tallies[closed.entry.unit, default: Tally()].flow.resolved += 1
      tallies[closed.entry.unit, default: Tally()].daysToMend.append(max(0, day - opened))
    } else {
      tallies[closed.entry.unit, default: Tally()].flow.dismissed += 1
    }
  }

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
