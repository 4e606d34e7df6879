import DuwangCore
import ReadChecks
import TargetsFile
import Testing

/// The national tables as they ship, asked about a made-up county.
enum Table {
  static let day = Day("2019-12-31")!
  static let home = "http://www.example.gov.cn/"

  /// A week that was read on its last day, with nothing in it.
  static func facts(_ end: Day = day) -> IndicatorFacts {
    IndicatorFacts(start: end.addingDays(-6), end: end, readOn: end)
  }

  static func verdict(_ id: String, _ facts: IndicatorFacts, of name: String = "2019") throws -> Indicator {
    let profile = try #require(BuiltInProfiles.profile(name))
    return try #require(Indicators.verdicts(of: profile, facts: facts).first { $0.id == id })
  }

  /// A column whose newest item is `age` days old (or dated `newest`), read on `day`.
  static func column(
    _ id: String, policy: String, age: Int? = nil, newest: Day? = nil, status: ColumnState.Status = .fresh,
    level: Int = 1, day: Day = day
  ) -> (state: ColumnState, columnClass: ColumnClass) {
    let limit: UpdatePolicy = policy == "静态" ? .never : NationalPolicies.all[policy] ?? .never
    let column = Column(
      id: id, unit: "office", name: id, url: home + id + "/", category: policy, policyName: policy, policy: limit,
      level: level)
    var state = ColumnState(column: column, url: column.url, status: status)
    state.newest = newest ?? age.map { day.addingDays(-$0) }
    return (state, ColumnClass(column))
  }

  static func facts(columns: [(state: ColumnState, columnClass: ColumnClass)], day: Day = day) -> IndicatorFacts {
    var facts = facts(day)
    facts.columns = columns.map(\.state)
    facts.classes = Dictionary(columns.map { ($0.state.id, $0.columnClass) }) { $1 }
    return facts
  }

  /// `failed` of `visits` visits a day fail, on seven days.
  static func probes(_ visits: Int, failed: [Int], excluded: Int = 0, end: Day = day) -> [ProbeDay] {
    (0..<7).map { back in
      let date = end.addingDays(back - 6)
      var row = ProbeDay(site: "portal", url: home, day: date)
      for visit in 0..<visits + excluded {
        let at = Moment(startOf: date).adding(seconds: Double(visit) * 1800)
        row.add(
          ProbeReading(
            site: "portal", url: home, at: at, milliseconds: 300,
            fault: visit < failed[back] ? .timeout : visit >= visits ? .offline : nil, isExcluded: visit >= visits))
      }
      return row
    }
  }

  static func letters(_ letters: [LetterDates], isRead: Bool = true) -> LettersState {
    LettersState(
      column: "office/mail", unit: "office", name: "县长信箱", url: home + "mail/", within: "3mo", isRead: isRead,
      letters: letters)
  }

  static func item(
    _ kind: FindingKind, page: String = home, target: String? = nil, column: String? = nil,
    status: FindingRecord.Status = .open, confidence: Confidence = .certain
  ) -> Report.Item {
    let finding = Finding(
      kind: kind, confidence: confidence, site: "portal", unit: "office", column: column, page: page, target: target,
      key: "\(page) \(target ?? "")", message: "", fix: "", evidence: Evidence(text: ""))
    return Report.Item(FindingRecord(finding, status: status, firstSeen: Moment(startOf: day), isBaseline: false))
  }
}
