import DuwangCore

/// What the views of one report look up: names of units and columns, today, working days.
struct ReportContext: Sendable {
  let targets: Targets
  let today: Day
  let isWorkingDay: @Sendable (Day) -> Bool
  private let units: [String: OwnerUnit]
  private let columns: [String: Column]
  private let unitOrder: [String: Int]

  init(_ targets: Targets, today: Day, isWorkingDay: @escaping @Sendable (Day) -> Bool) {
    (self.targets, self.today, self.isWorkingDay) = (targets, today, isWorkingDay)
    units = Dictionary(targets.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    columns = Dictionary(targets.columns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    unitOrder = Dictionary(targets.units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func unit(_ id: String?) -> OwnerUnit? { id.flatMap { units[$0] } }
  func unitName(_ id: String?) -> String { unit(id).map { SafeText.line($0.name) } ?? "责任单位待定" }
  func columnName(_ id: String?) -> String? { id.flatMap { columns[$0] }.map { SafeText.line($0.name) } }
  /// The name of an indicator table, and whether one of its items is a veto.
  func profileName(_ id: String?) -> String {
    targets.profiles.first { $0.id == id }.map { SafeText.line($0.source) } ?? id ?? ""
  }
  func isVeto(_ indicator: Indicator) -> Bool {
    let profile = targets.profiles.first { $0.id == indicator.profile }
    return profile?.leaves.first { $0.id == indicator.id }?.effect == .veto
  }
  func rank(_ unit: String?) -> Int { unit.flatMap { unitOrder[$0] } ?? Int.max }

  /// The sites' names, for titles.
  var siteName: String { targets.sites.map { SafeText.line($0.name) }.joined(separator: "、") }

  /// Working days after today up to and with `day`; 0 when `day` is today or past, counted for a year at most.
  func workingDays(until day: Day) -> Int {
    guard day > today else { return 0 }
    let last = min(day.number, today.number + 366)
    return ((today.number + 1)...last).count { isWorkingDay(Day(number: $0)) }
  }
}

/// What stands in the head of every page.
struct HeadView: Sendable {
  let title: String
  /// The title inside a CSS string: every character but letters, digits and Chinese ones as an escape.
  let cssTitle: String

  init(title: String) {
    self.title = title
    cssTitle = title.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "\u{4e00}"..."\u{9fff}": String(scalar)
      default: "\\\(String(scalar.value, radix: 16)) "
      }
    }.joined()
  }
}
