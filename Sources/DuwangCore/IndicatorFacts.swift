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
    package init(site: String, url: String, newest: Day? = nil, days: [Day] = []) {
      (self.site, self.url, self.newest, self.days) = (site, url, newest, days)
    }
  }
  /// What a person said of an item that no machine can judge.
  package struct Judgement: Sendable, Hashable, Codable {
    package var profile: String
    package var item: String
    package var verdict: Indicator.Verdict
    package var points: Double
    package var by: String
    package var at: Moment
    package var note: String
    package init(
      profile: String, item: String, verdict: Indicator.Verdict, points: Double = 0, by: String, at: Moment,
      note: String = ""
    ) {
      (self.profile, self.item, self.verdict, self.points) = (profile, item, verdict, points)
      (self.by, self.at, self.note) = (by, at, note)
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
  /// Findings that were open at the end or changed within the period, with their status at its end.
  package var findings: [Report.Item] = []
  package var homes: [Home] = []
  package var letters: [LettersState] = []
  /// Visits of `duwang probe` from six days before `start` to `end`.
  package var probes: [ProbeDay] = []
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
    (self.findings, self.probes) = (findings, probes)
    homes = (last?.sites ?? []).map {
      Home(site: $0.site, url: $0.url, newest: $0.itemDays?.max(), days: $0.itemDays ?? [])
    }
    letters = last?.interaction ?? []
  }
}
