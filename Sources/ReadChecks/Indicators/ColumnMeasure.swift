import DuwangCore

/// 栏目不更新 and 空白栏目: columns as they stood at the last reading.
struct ColumnMeasure {
  private let facts: IndicatorFacts
  private let day: Day

  init(_ facts: IndicatorFacts, _ day: Day) { (self.facts, self.day) = (facts, day) }

  func late(_ item: IndicatorItem) -> Measured {
    let windows = Dictionary(item.windows.map { ($0.columns, $0.period) }) { first, _ in first }
    let columns = facts.columns.filter { windows.keys.contains(columnClass($0)) }
    let late = columns.filter { isLate($0, within: windows[columnClass($0)] ?? nil) }
    var measured = counted(late, of: columns)
    let next = columns.filter { $0.status == .fresh && !late.contains($0) }.compactMap { column in
      due(column, within: windows[columnClass(column)] ?? nil).map { (column, $0 - day) }
    }.min { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
    if late.count + 1 >= Int(item.limit), let (column, left) = next, left <= Self.near {
      measured.value += "；“\(named(column))”距期限余\(left)日"
      measured.isNear = true
    }
    return measured
  }

  func empty() -> Measured {
    counted(facts.columns.filter { $0.status == .empty }, of: facts.columns)
  }

  /// Wanted columns of which nothing of that name or category is configured and there; nobody can tell a column that is
  /// missing on the site from one that is missing in Targets.yaml, so a person must look.
  func missing(_ item: IndicatorItem) -> Measured {
    let there = facts.columns.filter { ![.unfound, .unreachable].contains($0.status) }
    let lacking = item.columns.filter { name in
      !there.contains { $0.name.contains(name) || $0.category.contains(name) }
    }
    guard lacking.isEmpty else { return .nothing("读网配置中没有“\(lacking.joined(separator: "、"))”类栏目，须人工核对网站是否设有") }
    return Measured(value: "设有" + item.columns.joined(separator: "、"))
  }

  /// Days before a limit that are worth a word: 3 日.
  private static let near = 3

  private func columnClass(_ column: ColumnState) -> ColumnClass {
    if let known = facts.classes[column.id] { return known }
    switch column.limit.flatMap({ Period($0) }) {
    case nil: return .standing
    case let limit? where limit.seconds <= 14 * 86400: return .dynamic
    case Period(6, .months)?: return column.level == 1 ? .notice : .noticeLower
    default: return .other
    }
  }

  /// The day on which the column must have changed; nil where it has no date.
  private func due(_ column: ColumnState, within window: Period?) -> Day? {
    guard let newest = column.newest else { return nil }
    return (window ?? column.limit.flatMap { Period($0) }).map { $0.after(newest) }
  }

  /// Entries without any date count as not updated; what was not read counts as nothing.
  private func isLate(_ column: ColumnState, within window: Period?) -> Bool {
    guard column.status == .stale || column.status == .fresh else { return false }
    return due(column, within: window).map { $0 < day } ?? (column.status == .stale)
  }

  private func counted(_ hit: [ColumnState], of all: [ColumnState]) -> Measured {
    let unread = all.count { $0.status == .unreadable }
    var measured = Measured(amount: Double(hit.count), hits: hit.map { "column:\($0.id)" }, value: "\(hit.count)个")
    if !hit.isEmpty { measured.value += "：" + named(hit) }
    if unread > 0 { measured.value += "；另有\(unread)个机器未能读取，未计入" }
    measured.unread = unread
    let ids = Set(hit.map(\.id))
    measured.evidence = facts.findings.filter { item in
      [.columnStale, .columnEmpty].contains(item.finding.kind) && item.status.isOpen
        && item.finding.column.map(ids.contains) ?? false
    }.map(\.finding.id)
    return measured
  }

  private func named(_ column: ColumnState) -> String { (facts.unitNames[column.unit] ?? "") + column.name }

  private func named(_ columns: [ColumnState]) -> String {
    columns.prefix(3).map(named).joined(separator: "、") + (columns.count > 3 ? "等" : "")
  }
}
