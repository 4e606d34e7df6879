import DuwangCore

/// Section 四 of the daily page: what no machine could read, what a limit left unread, which columns were never found.
struct UnreadView: Sendable {
  struct Address: Sendable {
    let address: String
    let addressLink: String?
  }
  /// Columns one by one; other pages by reason.
  struct Row: Sendable {
    let what: String
    let isColumn: Bool
    let addresses: [Address]
    let others: String?
    let why: String
  }
  struct LimitRow: Sendable {
    let limitName: String
    let limitLeft: String
    let limitAddress: String
    let limitLink: String?
  }
  struct UnfoundUnit: Sendable {
    let unfoundUnit: String
    let unfoundCount: String
    let unfoundNames: String
  }
  let unreadCount: String
  let unreadRows: [Row]
  let hasUnreadRows: Bool
  let unreadColumnCount: String
  let hasUnreadColumns: Bool
  let hasUnlistedAddresses: Bool
  let limits: [LimitRow]
  let hasLimits: Bool
  let unfoundCount: String
  let unfoundUnits: [UnfoundUnit]
  let hasUnfound: Bool
  let hasAnything: Bool

  static let addressLimit = 5
  static let columnLimit = 100

  init(_ report: Report, addressLimit: Int = UnreadView.addressLimit, _ context: ReportContext) {
    let states = report.columns
    let isColumn = Set(states.filter { $0.status == .unreadable }.map(\.id))
    let columns = report.unreadable.filter { $0.column.map(isColumn.contains) ?? false && Self.isOwn($0, states) }
    let columnURLs = Set(columns.map(\.url))
    let pages = report.unreadable.filter { !columnURLs.contains($0.url) }
    unreadCount = Words.count(report.unreadable.count)
    unreadColumnCount = Words.count(columns.count)
    hasUnreadColumns = !columns.isEmpty
    let byReason = Dictionary(grouping: pages, by: \.reason)
    let reasons = byReason.keys.sorted { (-(byReason[$0]?.count ?? 0), $0) < (-(byReason[$1]?.count ?? 0), $1) }
    let pageRows = reasons.prefix(40).map { Self.row(of: byReason[$0] ?? [], why: $0, limit: addressLimit) }
    unreadRows = columns.prefix(UnreadView.columnLimit).map { Self.row(column: $0, context) } + pageRows
    hasUnreadRows = !unreadRows.isEmpty
    hasUnlistedAddresses =
      columns.count > UnreadView.columnLimit || reasons.count > 40
      || byReason.values.contains { $0.count > addressLimit }
    limits = report.limitsHit.prefix(50).map {
      LimitRow(
        limitName: Self.limitWord($0.limit), limitLeft: Words.count($0.left),
        limitAddress: SafeText.clipped($0.url, to: 200), limitLink: FindingView.shortLink($0.url))
    }
    hasLimits = !limits.isEmpty
    unfoundCount = Words.count(report.unfound.count)
    unfoundUnits = Self.unfound(states.filter { $0.status == .unfound }, context)
    hasUnfound = !report.unfound.isEmpty
    hasAnything = hasUnreadRows || hasLimits || hasUnfound
  }

  private static func isOwn(_ item: Report.UnreadableItem, _ states: [ColumnState]) -> Bool {
    states.contains { $0.id == item.column && $0.url == item.url }
  }

  private static func row(column item: Report.UnreadableItem, _ context: ReportContext) -> Row {
    let name = context.columnName(item.column) ?? item.column ?? ""
    return Row(
      what: "\(context.unitName(item.unit)) › \(name)", isColumn: true, addresses: [address(item.url)], others: nil,
      why: SafeText.clipped(item.reason, to: 160))
  }

  private static func row(of items: [Report.UnreadableItem], why: String, limit: Int) -> Row {
    Row(
      what: "页面\(Words.count(items.count))个", isColumn: false, addresses: items.prefix(limit).map { address($0.url) },
      others: items.count > limit ? Words.count(items.count - limit) : nil, why: SafeText.clipped(why, to: 160))
  }

  private static func address(_ url: String) -> Address {
    Address(address: SafeText.clipped(url, to: 200), addressLink: FindingView.shortLink(url))
  }

  private static func limitWord(_ limit: String) -> String {
    switch limit {
    case "max_pages": "页面数上限"
    case "max_depth": "读取深度上限"
    case "calendar", "dated_path": "日历页面限额"
    case "growing_parameters": "参数不断增多的地址限额"
    case "repeated_path": "路径重复的地址限额"
    case "session_ids": "带会话编号的地址限额"
    case "views": "排序、打印等视图限额"
    case "query_pattern": "同类查询地址限额"
    default: "重复地址限额（\(SafeText.clipped(SafeText.line(limit), to: 40))）"
    }
  }

  private static func unfound(_ states: [ColumnState], _ context: ReportContext) -> [UnfoundUnit] {
    let byUnit = Dictionary(grouping: states, by: \.unit)
    return byUnit.keys.sorted { (context.rank($0), $0) < (context.rank($1), $1) }.map { unit in
      let members = byUnit[unit] ?? []
      return UnfoundUnit(
        unfoundUnit: context.unitName(unit), unfoundCount: Words.count(members.count),
        unfoundNames: members.map { SafeText.line($0.name) }.joined(separator: "、"))
    }
  }
}
