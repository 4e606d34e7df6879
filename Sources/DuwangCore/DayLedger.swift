/// What the account of a period takes from one daily read-check. It is read from the same JSON as the report, which takes
/// a fraction of the time: most findings stand open for weeks, and of those few members are needed.
package struct DayLedger: Sendable, Hashable {
  /// An open finding without its words.
  package struct Entry: Sendable, Hashable {
    package var id: String
    package var unit: String?
    package var status: FindingRecord.Status
    package var firstSeen: Moment
    package var recurredAt: Moment?
    package var deadline: Day?
  }

  package var period: Report.Span
  package var complete: Bool
  package var baseline: Bool
  package var generatedAt: Moment
  package var startedAt: Moment
  package var bytes: Int
  package var seconds: Double
  package var open: [Entry]
  package var resolved: [Report.Item]
  /// Without their paragraphs.
  package var changes: [PageChange]

  package init(_ report: Report) {
    (period, complete, baseline) = (report.period, report.complete, report.baseline)
    (generatedAt, startedAt) = (report.generatedAt, report.startedAt)
    (bytes, seconds) = (report.totals.bytes, report.totals.seconds)
    (open, resolved, changes) = (report.findings.map(Entry.init), report.resolved, report.outline.changes)
  }

  package var day: Day { period.start.day }
}

extension DayLedger.Entry {
  package init(_ item: Report.Item) {
    (id, unit, status) = (item.finding.id, item.finding.unit, item.status)
    (firstSeen, recurredAt, deadline) = (item.firstSeen, item.recurredAt, item.deadline)
  }
}

extension DayLedger: Decodable {
  private enum Keys: String, CodingKey {
    case period, complete, baseline, generatedAt, startedAt, totals, findings, changes
  }

  private enum Line: Decodable {
    case open(Entry)
    case resolved(Report.Item)

    private enum Keys: String, CodingKey { case id, unit, status, firstSeen, recurredAt, deadline }

    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: Keys.self)
      let status = try keys.decode(FindingRecord.Status.self, forKey: .status)
      guard status.isOpen else {
        self = .resolved(try Report.Item(from: decoder))
        return
      }
      self = .open(
        Entry(
          id: try keys.decode(String.self, forKey: .id), unit: try keys.decodeIfPresent(String.self, forKey: .unit),
          status: status, firstSeen: try keys.decode(Moment.self, forKey: .firstSeen),
          recurredAt: try keys.decodeIfPresent(Moment.self, forKey: .recurredAt),
          deadline: try keys.decodeIfPresent(Day.self, forKey: .deadline)))
    }
  }

  package init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Keys.self)
    period = try keys.decode(Report.Span.self, forKey: .period)
    complete = try keys.decode(Bool.self, forKey: .complete)
    baseline = try keys.decode(Bool.self, forKey: .baseline)
    generatedAt = try keys.decode(Moment.self, forKey: .generatedAt)
    startedAt = try keys.decodeIfPresent(Moment.self, forKey: .startedAt) ?? generatedAt
    let totals = try keys.decode(SiteReading.Totals.self, forKey: .totals)
    (bytes, seconds) = (totals.bytes, totals.seconds)
    (open, resolved) = ([], [])
    for line in try keys.decode([Line].self, forKey: .findings) {
      switch line {
      case .open(let entry): open.append(entry)
      case .resolved(let item): resolved.append(item)
      }
    }
    changes = try keys.decode([PageChange].self, forKey: .changes)
    for index in changes.indices { changes[index].blocks = [] }
  }
}
