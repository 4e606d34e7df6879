/// A column as judged on one day (contract §4).
package struct ColumnState: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    case fresh, stale, empty, unreadable, unreachable, unfound, exempt
    package var chinese: String {
      switch self {
      case .fresh: "及时"
      case .stale: "超期"
      case .empty: "空白"
      case .unreadable: "机器未能读取"
      case .unreachable: "无法访问"
      case .unfound: "待核对配置"
      case .exempt: "不作要求"
      }
    }
  }
  package enum Tier: String, Sendable, Hashable, Codable { case ok, warn, over, none }
  package var id: String
  package var unit: String
  package var name: String
  package var category: String
  package var url: String?
  package var status: Status
  package var tier: Tier
  package var entries: Int
  package var newest: Day?
  package var ageDays: Int?
  /// As written in Targets.yaml (`6mo`); nil when age is not judged.
  package var limit: String?
  package var dueOn: Day?
  /// Negative when over.
  package var daysLeft: Int?
  package var reason: String?
  /// Title and address of the newest row, for the page.
  package var newestTitle: String?
  package var level: Int

  package init(column: Column, url: String?, status: Status, tier: Tier = .none) {
    (id, unit, name, category) = (column.id, column.unit, column.name, column.category)
    (self.url, self.status, self.tier, level) = (url, status, tier, column.level)
    (entries, newest, ageDays, dueOn, daysLeft) = (0, nil, nil, nil, nil)
    (reason, newestTitle, limit) = (nil, nil, column.policy.limit?.description)
  }

  /// Every key of the interface, null where there is nothing.
  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(id, forKey: .id)
    try keys.encode(unit, forKey: .unit)
    try keys.encode(name, forKey: .name)
    try keys.encode(category, forKey: .category)
    try keys.encode(url, forKey: .url)
    try keys.encode(status, forKey: .status)
    try keys.encode(tier, forKey: .tier)
    try keys.encode(entries, forKey: .entries)
    try keys.encode(newest, forKey: .newest)
    try keys.encode(ageDays, forKey: .ageDays)
    try keys.encode(limit, forKey: .limit)
    try keys.encode(dueOn, forKey: .dueOn)
    try keys.encode(daysLeft, forKey: .daysLeft)
    try keys.encode(reason, forKey: .reason)
    try keys.encode(newestTitle, forKey: .newestTitle)
    try keys.encode(level, forKey: .level)
  }
}
