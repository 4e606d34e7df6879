/// What weekly, monthly and yearly read-checks add to a report (contract §4); its members stand at the top level of `report.json`.
package struct PeriodSummary: Sendable, Hashable, Codable {
  package var coverage: DayCoverage
  package var indicators: [Indicator]
  /// One a table, the leading table first.
  package var scores: [ProfileScore]
  package var units: [UnitRow]
  package var statistics: [StatisticsRow]
  /// The period before; nil when nothing of it was read.
  package var comparison: Comparison?
  package var signOff: [SignOff]
  /// The open findings of the last periods, oldest first, this one last.
  package var trend: [TrendPoint]
  /// Calendar days from opening to mending, over all that was mended within the period.
  package var medianDaysToMend: Double?
  /// Sums of `statistics` and what could not be counted.
  package var publication: Publication
  /// Of a year: the vetoes of the leading table, month by month.
  package var months: [MonthVerdicts]

  package init(coverage: DayCoverage) {
    self.coverage = coverage
    (indicators, scores, units, statistics, comparison) = ([], [], [], [], nil)
    (signOff, trend, medianDaysToMend, publication, months) = ([], [], nil, Publication(), [])
  }

  /// `comparison` is null where there is nothing, never absent.
  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(coverage, forKey: .coverage)
    try keys.encode(indicators, forKey: .indicators)
    try keys.encode(scores, forKey: .scores)
    try keys.encode(units, forKey: .units)
    try keys.encode(medianDaysToMend, forKey: .medianDaysToMend)
    try keys.encode(statistics, forKey: .statistics)
    try keys.encode(comparison, forKey: .comparison)
    try keys.encode(signOff, forKey: .signOff)
    try keys.encode(trend, forKey: .trend)
    try keys.encode(publication, forKey: .publication)
    try keys.encode(months, forKey: .months)
  }
}

/// What the vetoes of the leading table came to in one month, as its last reading and its probes tell.
package struct MonthVerdicts: Sendable, Hashable, Codable {
  /// `2018-12`.
  package var month: String
  package var daysRead: Int
  /// Empty where nothing was read or probed.
  package var vetoes: [Indicator]
  package init(month: String, daysRead: Int, vetoes: [Indicator]) {
    (self.month, self.daysRead, self.vetoes) = (month, daysRead, vetoes)
  }
}

/// On which days of a period the sites were read.
package struct DayCoverage: Sendable, Hashable, Codable {
  package var daysRead: Int
  /// Days without a reading, from the first reading ever (or the period's start) to now (or the period's end).
  package var daysMissed: [Day]
  /// Readings that were cut short.
  package var daysIncomplete: [Day]
  /// Calls of `duwang probe`; a reading is none.
  package var probes: Int
  package init(daysRead: Int = 0, daysMissed: [Day] = [], daysIncomplete: [Day] = [], probes: Int = 0) {
    (self.daysRead, self.daysMissed) = (daysRead, daysMissed)
    (self.daysIncomplete, self.probes) = (daysIncomplete, probes)
  }
}

/// One item of an indicator table and what was found of it.
package struct Indicator: Sendable, Hashable, Codable {
  package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    case veto, deduct, warn, pass
    /// A person must judge.
    case person
    /// Too little was read for a verdict.
    case unknown
  }
  /// The table: `2019`, `2015`, or an office's own.
  package var profile: String
  package var id: String
  package var name: String
  package var verdict: Verdict
  /// Points taken off; 0 where none are.
  package var points: Double
  /// What was found, and the limit, in words: `3个`, `合计5个`.
  package var value: String
  package var limit: String
  /// Ids of the findings it rests on.
  package var evidence: [String]
  /// Document and clause.
  package var source: String
  /// How sure the text of the rule is: A confirmed, B recalled, C disputed (待核对).
  package var checked: String
  /// The person whose judgement the verdict is; nil: the machine's, or nobody's yet.
  package var judgement: Judgement?
  package init(
    profile: String, id: String, name: String, verdict: Verdict, points: Double = 0, value: String, limit: String,
    evidence: [String] = [], source: String, checked: String
  ) {
    (self.profile, self.id, self.name, self.verdict, self.points) = (profile, id, name, verdict, points)
    (self.value, self.limit, self.evidence, self.source, self.checked) = (value, limit, evidence, source, checked)
  }
}

/// The sum of an indicator table.
package struct ProfileScore: Sendable, Hashable, Codable {
  package var profile: String
  /// Points before deductions, points taken off, and what is left; nil after a veto, which ends the scoring.
  package var base: Double
  package var deducted: Double
  package var score: Double?
  /// Items that wait for a person, and those of which too little was read.
  package var waiting: Int
  package var unknown: Int
  package init(profile: String, base: Double, deducted: Double, score: Double?, waiting: Int, unknown: Int) {
    (self.profile, self.base, self.deducted) = (profile, base, deducted)
    (self.score, self.waiting, self.unknown) = (score, waiting, unknown)
  }
}

/// One unit in a period, side by side with the others.
package struct UnitRow: Sendable, Hashable, Codable {
  package var id: String
  package var name: String
  /// Who reads for the unit (读网员).
  package var reader: String?
  /// Days of the period so far on which the unit was to be read, and on which the sites were read.
  package var daysDue = 0
  package var daysRead = 0
  /// Columns in Targets.yaml; those of them that should be updated and could be read; those of these in time.
  package var configured = 0
  package var columns = 0
  package var inTime = 0
  /// Findings that opened within the period (new and recurred), and those of them that came back.
  package var found = 0
  package var recurred = 0
  /// Seen to be put right by reading; taken off the list by people.
  package var mended = 0
  package var dismissed = 0
  /// Open at the period's end, and those of them whose deadline has passed.
  package var open = 0
  package var overdue = 0
  /// Calendar days from opening to mending, over what was mended within the period.
  package var medianDaysToMend: Double?
  /// Items whose publication date lies within the period.
  package var published = 0
  /// Date of the last item of a unit that has fallen silent (断档).
  package var silentSince: Day?
  package init(id: String, name: String, reader: String? = nil) {
    (self.id, self.name, self.reader) = (id, name, reader)
  }

  /// Every key of the interface, null where there is nothing.
  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(id, forKey: .id)
    try keys.encode(name, forKey: .name)
    try keys.encode(reader, forKey: .reader)
    try keys.encode(daysDue, forKey: .daysDue)
    try keys.encode(daysRead, forKey: .daysRead)
    try keys.encode(configured, forKey: .configured)
    try keys.encode(columns, forKey: .columns)
    try keys.encode(inTime, forKey: .inTime)
    try keys.encode(found, forKey: .found)
    try keys.encode(recurred, forKey: .recurred)
    try keys.encode(mended, forKey: .mended)
    try keys.encode(dismissed, forKey: .dismissed)
    try keys.encode(open, forKey: .open)
    try keys.encode(overdue, forKey: .overdue)
    try keys.encode(medianDaysToMend, forKey: .medianDaysToMend)
    try keys.encode(published, forKey: .published)
    try keys.encode(silentSince, forKey: .silentSince)
  }
}

/// Items published by one unit in one category and month, counted by publication date.
package struct StatisticsRow: Sendable, Hashable, Codable {
  package var unit: String
  package var category: String
  /// `2018-12`.
  package var month: String
  package var items: Int
  package init(unit: String, category: String, month: String, items: Int) {
    (self.unit, self.category, self.month, self.items) = (unit, category, month, items)
  }
}

/// The period before, in the numbers that the page compares with.
package struct Comparison: Sendable, Hashable, Codable {
  package var period: Report.Span
  package var daysRead = 0
  package var flow = Report.Flow()
  package var overdue = 0
  /// Columns that should be updated and could be read, and those in time.
  package var columns = 0
  package var inTime = 0
  package var published = 0
  package init(period: Report.Span) { self.period = period }
}

/// What the reader of a period signed (读网记录).
package struct SignOff: Sendable, Hashable, Codable {
  /// `deputy` (weekly), `head` (monthly, yearly).
  package var role: String
  package var name: String
  package var opinion: String
  package var at: Moment
  package init(role: String, name: String, opinion: String, at: Moment) {
    (self.role, self.name, self.opinion, self.at) = (role, name, opinion, at)
  }
}

/// One period of a trend line.
package struct TrendPoint: Sendable, Hashable, Codable {
  /// `2018-W52`, `2018-12`, `2018`.
  package var period: String
  package var daysRead: Int
  /// New and recurred; closed by mending or by people; open at the end.
  package var found: Int
  package var closed: Int
  package var open: Int
  package init(period: String, daysRead: Int, found: Int, closed: Int, open: Int) {
    (self.period, self.daysRead, self.found, self.closed, self.open) = (period, daysRead, found, closed, open)
  }
}

/// How much was published, in sums.
package struct Publication: Sendable, Hashable, Codable {
  /// A name and how many items it has.
  package struct Sum: Sendable, Hashable, Codable {
    package var name: String
    package var items: Int
    package init(_ name: String, _ items: Int) { (self.name, self.items) = (name, items) }
  }
  package var total = 0
  /// By unit id, category and key area (重点领域), largest first; by month and year, oldest first.
  package var units: [Sum] = []
  package var categories: [Sum] = []
  package var areas: [Sum] = []
  package var months: [Sum] = []
  package var years: [Sum] = []
  /// Listed without a date anywhere, dated after the day of reading; neither is counted.
  package var undated = 0
  package var future = 0
  /// Columns that could not be read, so that nothing of them is counted.
  package var unreadColumns: [String] = []
  package init() {}
}
