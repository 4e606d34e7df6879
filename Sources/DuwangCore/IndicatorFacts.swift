/// What the history says of a period, as far as indicators are judged by it. Days are those of Asia/Shanghai.
package struct IndicatorFacts: Sendable, Hashable {
  /// A site's home page at the last reading.
  package struct Home: Sendable, Hashable {
    package var site: String
    package var url: String
    /// Nil where no date could be read.
    package var newest: Day?
    /// Dates of the items that the home page shows or leads to.
    package var days: [Day]
    /// Nil where nobody looked.
    package var ipv6: IPv6State?
    package init(site: String, url: String, newest: Day? = nil, days: [Day] = [], ipv6: IPv6State? = nil) {
      (self.site, self.url, self.newest, self.days, self.ipv6) = (site, url, newest, days, ipv6)
    }
  }
  /// First and last day of the period; the last is today while the period is not over.
  package var start: Day
  package var end: Day
  /// Day of the last reading within the period; windows run back from it. Nil: nothing was read.
  package var readOn: Day?
  /// Columns as they stood at the last reading, and the classes by which the tables tell them apart.
  package var columns: [ColumnState] = []
  package var classes: [String: ColumnClass] = [:]
  /// Names of units by id: columns of the same name are told apart by them.
  package var unitNames: [String: String] = [:]
  /// Findings that were open at the end or changed within the period, with their status at its end.
  package var findings: [Report.Item] = []
  package var homes: [Home] = []
  package var letters: [LettersState] = []
  /// Visits of `duwang probe` from six days before `start` to `end`.
  package var probes: [ProbeDay] = []
  /// What people judged, oldest first; those of other days stand among them.
  package var judgements: [Judgement] = []

  package init(start: Day, end: Day, readOn: Day?) { (self.start, self.end, self.readOn) = (start, end, readOn) }

  /// The facts of a period as its last daily report, its findings and its probes tell them.
  /// `last` is the newest daily report of the period; `findings` as in `report.json` of the period.
  package init(
    targets: Targets, start: Day, end: Day, last: Report?, findings: [Report.Item], probes: [ProbeDay]
  ) {
    self.init(start: start, end: end, readOn: last?.period.start.day)
    columns = last?.columns ?? []
    classes = Dictionary(targets.columns.map { ($0.id, ColumnClass($0)) }) { first, _ in first }
    unitNames = Dictionary(targets.units.map { ($0.id, $0.name) }) { first, _ in first }
    (self.findings, self.probes) = (findings, probes)
    homes = (last?.sites ?? []).map {
      Home(site: $0.site, url: $0.url, newest: $0.itemDays?.max(), days: $0.itemDays ?? [], ipv6: $0.ipv6)
    }
    letters = last?.interaction ?? []
  }
}
