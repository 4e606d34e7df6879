/// An indicator table (指标体系) as data: items as deep as the table has them, each with its rule and its source.
package struct IndicatorProfile: Sendable, Hashable, Codable {
  /// `2019`, `2015`, or an office's own name for it.
  package var id: String
  package var name: String
  /// The document.
  package var source: String
  /// First and last day on which the table is in force.
  package var from: Day?
  package var until: Day?
  /// Points before deductions.
  package var base: Double
  /// Below this the site is 不合格.
  package var passMark: Double
  package var items: [IndicatorItem]

  package init(
    id: String, name: String, source: String, from: Day? = nil, until: Day? = nil, base: Double = 100,
    passMark: Double = 60, items: [IndicatorItem]
  ) {
    (self.id, self.name, self.source, self.from, self.until) = (id, name, source, from, until)
    (self.base, self.passMark, self.items) = (base, passMark, items)
  }

  package func isInForce(on day: Day) -> Bool { from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true }

  /// Items without items of their own, in the order of the table.
  package var leaves: [IndicatorItem] { items.flatMap(\.leaves) }
}

/// One item of a table: a group of items, or a rule that is judged.
package struct IndicatorItem: Sendable, Hashable, Codable {
  /// How sure the text of the rule is (A confirmed, B recalled, C disputed); B and C are shown as 待核对.
  package enum Checked: String, Sendable, Hashable, Codable, CaseIterable {
    case confirmed = "A"
    case recalled = "B"
    case disputed = "C"
  }
  package enum Effect: String, Sendable, Hashable, Codable, CaseIterable { case veto, deduct, bonus }
  package enum Judge: String, Sendable, Hashable, Codable, CaseIterable { case machine, person }
  package enum Place: String, Sendable, Hashable, Codable, CaseIterable { case any, home, other }
  /// A class of columns and how long one may go without a new item; nil: as long as Targets.yaml allows the column.
  package struct Window: Sendable, Hashable, Codable {
    package var columns: ColumnClass
    package var period: Period?
    package init(_ columns: ColumnClass, _ period: Period?) { (self.columns, self.period) = (columns, period) }
  }

  /// Unique within the table.
  package var id: String
  package var name: String
  package var source: String
  package var checked: Checked
  package var effect = Effect.deduct
  package var judge = Judge.person
  /// What is counted or measured; nil for groups and for what no machine can look at.
  package var measure: IndicatorMeasure?
  /// The rule in the words of the table.
  package var rule = ""
  /// The limit in words (`合计5个`), for the table that leaders see.
  package var shown = ""
  /// From this amount on the item is hit: a number of things, or percent.
  package var limit = 1.0
  /// From this amount on the limit is near; nil: no tier before the limit.
  package var warn: Double?
  /// The time within which something must have happened, and the earlier one that warns.
  package var window: Period?
  package var warnWindow: Period?
  package var windows: [Window] = []
  package var kinds: [FindingKind] = []
  package var place = Place.any
  /// Words that the message of a finding must have to belong here; nil: any will do.
  package var containing: String?
  /// Names of columns or categories that the item is about.
  package var columns: [String] = []
  /// Points for each hit, or for all hits together when `isOnce`.
  package var points = 0.0
  package var isOnce = false
  /// Most points that the item and all below it can take off; nil: no cap.
  package var weight: Double?
  package var items: [IndicatorItem] = []

  package init(id: String, name: String, source: String, checked: Checked) {
    (self.id, self.name, self.source, self.checked) = (id, name, source, checked)
  }

  package var leaves: [IndicatorItem] { items.isEmpty ? [self] : items.flatMap(\.leaves) }
}

/// What a machine can count or measure for an item.
package enum IndicatorMeasure: String, Sendable, Hashable, Codable, CaseIterable {
  /// Share of failed visits in the worst week, percent.
  case accessFailures = "access-failures"
  /// Whole percents of failed visits, each charged once.
  case accessPercents = "access-percents"
  /// Systems (Targets.yaml `probes`) that opened at no visit of the last day with visits.
  case systemsDown = "systems-down"
  /// Time since the newest item that the home page shows.
  case homeAge = "home-age"
  /// Items of the home page dated within `window`; fewer than `limit` is a hit.
  case homeItems = "home-items"
  /// Columns of the classes in `windows` that are late.
  case columnsLate = "columns-late"
  case columnsEmpty = "columns-empty"
  /// Columns named in `columns` that the site does not have.
  case columnsMissing = "columns-missing"
  /// Letters that wait longer than `window` for an answer.
  case lettersOverdue = "letters-overdue"
  /// Columns of letters in which none is dated within `window`.
  case lettersSilent = "letters-silent"
  /// No column of letters can be read at all.
  case lettersMissing = "letters-missing"
  /// Open findings of `kinds` that stand at `place` and whose message has the words of `containing`.
  case findings
  /// The sites' names have no IPv6 address, or the home pages do not answer there.
  case ipv6
}

/// What the national tables tell columns apart by.
package enum ColumnClass: String, Sendable, Hashable, Codable, CaseIterable {
  /// 动态、要闻: 2 weeks.
  case dynamic
  /// 通知公告、政策文件, 一级栏目: 6 months. Lower levels are counted apart since 2019.
  case notice
  case noticeLower = "notice-lower"
  /// 人事、规划计划: 1 year.
  case personnel
  /// Every other column that should be updated.
  case other
  case letters
  /// Judged for content, never for age.
  case standing

  /// The class of a column: by its update class, else by its limit (国办秘函〔2019〕19号 2周、6个月; 国办发〔2015〕15号 1年).
  package init(_ column: Column) {
    switch column.policy {
    case .never: self = .standing
    case .reply: self = .letters
    case .age(_, let limit): self = ColumnClass.of(column.policyName, limit, column.category, level: column.level)
    }
  }

  private static func of(_ policy: String?, _ limit: Period, _ category: String, level: Int) -> ColumnClass {
    switch policy {
    case "动态要闻": return .dynamic
    case "通知公告", "政策文件": return level == 1 ? .notice : .noticeLower
    case "人事任免", "规划计划": return .personnel
    case "其他": return .other
    default: break
    }
    if limit.seconds <= 14 * 86400 { return .dynamic }
    if limit == Period(6, .months) { return level == 1 ? .notice : .noticeLower }
    return ["人事任免", "规划计划", "规划报告"].contains(category) ? .personnel : .other
  }
}
