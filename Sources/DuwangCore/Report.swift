/// A read-check as it is written to `report.json` (contract §4) and rendered as pages.
package struct Report: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable { case daily, weekly, monthly, yearly }
  package struct Span: Sendable, Hashable, Codable {
    package var start: Moment
    package var end: Moment
    package init(start: Moment, end: Moment) { (self.start, self.end) = (start, end) }
  }
  package struct UnreadableItem: Sendable, Hashable, Codable {
    package var url: String
    package var reason: String
    package var unit: String?
    package var column: String?
    package init(url: String, reason: String, unit: String? = nil, column: String? = nil) {
      (self.url, self.reason, self.unit, self.column) = (url, reason, unit, column)
    }
    package func encode(to encoder: any Encoder) throws {
      var keys = encoder.container(keyedBy: CodingKeys.self)
      try keys.encode(url, forKey: .url)
      try keys.encode(reason, forKey: .reason)
      try keys.encode(unit, forKey: .unit)
      try keys.encode(column, forKey: .column)
    }
  }
  /// How a site's home page opened in this reading.
  package struct SiteAccess: Sendable, Hashable, Codable {
    package var site: String
    package var url: String
    package var opened: Bool
    package var milliseconds: Int
    /// Why it did not open, or could not be read; empty when it was read.
    package var reason: String
    /// Dates of the items that the home page shows or leads to; nil in reports of older versions.
    package var itemDays: [Day]?
    /// Nil where nobody looked.
    package var ipv6: IPv6State?
    package init(site: String, url: String, opened: Bool, milliseconds: Int, reason: String) {
      (self.site, self.url, self.opened) = (site, url, opened)
      (self.milliseconds, self.reason) = (milliseconds, reason)
    }
  }
  /// A region of noise as staff see it: its shape, an example, and on how many pages it stands.
  package struct Ignored: Sendable, Hashable, Codable {
    package var site: String
    package var shape: String
    package var page: String
    package var before: String
    package var after: String
    package var pages: Int
    package var since: Day

    /// The ignored regions that were met on a day, those on most pages first.
    package static func list(_ regions: [NoiseRegion], on day: Day) -> [Ignored] {
      regions.filter { $0.isIgnored && $0.lastSeen == day }.map(Ignored.init)
        .sorted { ($1.pages, $0.site, $0.shape) < ($0.pages, $1.site, $1.shape) }
    }

    private init(_ region: NoiseRegion) {
      (site, shape, page, before, after) = (region.site, region.shape, region.page, region.before, region.after)
      (pages, since) = (region.pages, region.firstSeen)
    }
  }
  /// A link that works by way of others: no fault, but worth shortening when the page is mended next.
  package struct Redirect: Sendable, Hashable, Codable {
    package var url: String
    package var finalURL: String
    package var reason: String
    package var text: String
    package var page: String
    package var pages: Int

    /// Chains and links that end at a home page, those on most pages first; at most 1,000.
    package static func list(_ links: [LinkReading]) -> [Redirect] {
      links.filter { $0.status == .redirected && ($0.endsAtHome || $0.reason.hasSuffix(LinkReading.shorten)) }
        .map(Redirect.init).sorted { ($1.pages, $0.url) < ($0.pages, $1.url) }.prefix(1_000).map { $0 }
    }

    private init(_ link: LinkReading) {
      (url, finalURL, reason) = (link.url, link.finalURL ?? "", link.reason)
      (text, page, pages) = (link.text, link.page, link.pages)
    }
  }
  package struct Limit: Sendable, Hashable, Codable {
    package var limit: String
    package var url: String
    package var left: Int
    package init(limit: String, url: String, left: Int) { (self.limit, self.url, self.left) = (limit, url, left) }
  }
  package struct Availability: Sendable, Hashable, Codable {
    package var site: String
    package var probes = 0
    package var failures = 0
    package var excluded = 0
    package var failureRate = 0.0
    package var p50ms = 0
    package var p95ms = 0
    package init(site: String) { self.site = site }
  }
  /// A finding with its life, flat as in the interface.
  package struct Item: Sendable, Hashable, Codable {
    package var finding: Finding
    package var firstSeen: Moment
    package var lastSeen: Moment
    package var status: FindingRecord.Status
    package var deadline: Day?
    package var isBaseline: Bool
    package var source: FindingRecord.Source
    /// How often it came back.
    package var recurrences: Int
    /// What the reading has to say about the status.
    package var note: String?
    /// What a person last decided, as long as the status follows from it.
    package var decision: Decision?
    /// When it last came back after it was resolved; absent where it never did.
    package var recurredAt: Moment?
    package init(_ record: FindingRecord) {
      (finding, firstSeen, lastSeen) = (record.finding, record.firstSeen, record.lastSeen)
      (status, deadline, isBaseline) = (record.status, record.deadline, record.isBaseline)
      recurredAt = record.recurredAt
      (source, recurrences, note, decision) = (
        record.source, record.recurrences, record.note, record.standsByDecision ? record.decision : nil
      )
    }
    private enum Keys: String, CodingKey {
      case firstSeen, lastSeen, status, deadline, source, recurrences, note, decision, recurredAt
      case isBaseline = "baseline"
    }
    package init(from decoder: any Decoder) throws {
      finding = try Finding(from: decoder)
      let keys = try decoder.container(keyedBy: Keys.self)
      firstSeen = try keys.decode(Moment.self, forKey: .firstSeen)
      lastSeen = try keys.decode(Moment.self, forKey: .lastSeen)
      status = try keys.decode(FindingRecord.Status.self, forKey: .status)
      deadline = try keys.decodeIfPresent(Day.self, forKey: .deadline)
      isBaseline = try keys.decode(Bool.self, forKey: .isBaseline)
      source = try keys.decodeIfPresent(FindingRecord.Source.self, forKey: .source) ?? .machine
      recurrences = try keys.decodeIfPresent(Int.self, forKey: .recurrences) ?? 0
      note = try keys.decodeIfPresent(String.self, forKey: .note)
      decision = try keys.decodeIfPresent(Decision.self, forKey: .decision)
      recurredAt = try keys.decodeIfPresent(Moment.self, forKey: .recurredAt)
    }
    package func encode(to encoder: any Encoder) throws {
      try finding.encode(to: encoder)
      var keys = encoder.container(keyedBy: Keys.self)
      try keys.encode(firstSeen, forKey: .firstSeen)
      try keys.encode(lastSeen, forKey: .lastSeen)
      try keys.encode(status, forKey: .status)
      try keys.encode(deadline, forKey: .deadline)
      try keys.encode(isBaseline, forKey: .isBaseline)
      try keys.encode(source, forKey: .source)
      try keys.encode(recurrences, forKey: .recurrences)
      try keys.encode(note, forKey: .note)
      try keys.encode(decision, forKey: .decision)
      try keys.encodeIfPresent(recurredAt, forKey: .recurredAt)
    }
  }
  /// How the open findings came about since the last report: before − resolved − dismissed + found + recurred + reopened
  /// = open. `dismissed` counts what people took off the list (不属实, 暂缓), `reopened` what came back to it by decision.
  package struct Flow: Sendable, Hashable, Codable {
    package var before = 0
    package var resolved = 0
    package var dismissed = 0
    package var found = 0
    package var recurred = 0
    package var reopened = 0
    package var open = 0
    package init() {}
    package init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: CodingKeys.self)
      before = try keys.decode(Int.self, forKey: .before)
      resolved = try keys.decode(Int.self, forKey: .resolved)
      dismissed = try keys.decode(Int.self, forKey: .dismissed)
      found = try keys.decode(Int.self, forKey: .found)
      recurred = try keys.decode(Int.self, forKey: .recurred)
      reopened = try keys.decodeIfPresent(Int.self, forKey: .reopened) ?? 0
      open = try keys.decode(Int.self, forKey: .open)
    }
  }

  package var schema = "duwang.report/1"
  package var kind: Kind
  package var complete: Bool
  package var baseline: Bool
  package var period: Span
  package var generatedAt: Moment
  package var totals: SiteReading.Totals
  package var limitsHit: [Limit]
  package var unreadable: [UnreadableItem]
  /// Ids of columns that were never found.
  package var unfound: [String]
  package var availability: [Availability]
  package var columns: [ColumnState]
  /// What is open, in the order in which it is to be read.
  package var findings: [Item]
  package var changes: [PageChange]
  package var flow: Flow
  /// No longer open since the last reading: resolved, or taken off the list by people. In JSON they stand among `findings`.
  package var resolved: [Item]
  package var sites: [SiteAccess]
  /// What was read back from the tables that staff fill.
  package var decisionsRead = DecisionsRead()
  /// What differs on every reading and is counted as no change.
  package var ignored: [Ignored] = []
  /// Links that lead to their goal by several ways, or to a home page.
  package var redirects: [Redirect] = []
  /// What a weekly, monthly or yearly read-check adds; nil in a daily one.
  package var summary: PeriodSummary?
  /// Columns of letters as their lists stood; dates and status of each letter alone.
  package var interaction: [LettersState]
  package var startedAt: Moment
  package var endedAt: Moment

  package init(
    kind: Kind, complete: Bool, baseline: Bool, period: Span, generatedAt: Moment, reading: SiteReading
  ) {
    (self.kind, self.complete, self.baseline, self.period) = (kind, complete, baseline, period)
    (self.generatedAt, totals) = (generatedAt, reading.totals)
    limitsHit = reading.limitsHit.map { Limit(limit: $0.limit, url: $0.url, left: $0.left) }
    (unreadable, unfound, availability, columns, findings, changes) = ([], [], [], [], [], [])
    (flow, resolved, sites, summary, interaction) = (Flow(), [], [], nil, [])
    (startedAt, endedAt) = (reading.startedAt, reading.endedAt)
  }

  /// Without the paragraphs of changes.
  package var outline: Report {
    var report = self
    for index in changes.indices { report.changes[index].blocks = [] }
    return report
  }
}
