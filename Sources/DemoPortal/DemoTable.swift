/// Seeded, found, missed and invented, by kind and day: what `duwang demo` ends with.
package struct DemoTable: Sendable {
  package enum Count: Sendable { case seeded, found, missed, invented }
  package struct Row: Sendable, Hashable {
    package var seeded = 0
    package var found = 0
    package var missed = 0
    package var invented = 0
  }

  static let owner = "责任单位"
  static let mended = "整改销号"
  static let recurred = "问题复发"
  static let status = "栏目状态"
  static let newest = "最新日期"
  static let changes = "内容变化"
  static let manners = "读取礼仪"

  /// By name of the kind, in the order of first mention.
  package private(set) var names: [String] = []
  package private(set) var rows: [String: Row] = [:]
  /// By simulated day, from 1.
  package private(set) var days: [Int: Row] = [:]
  /// One line for every miss and invention.
  package private(set) var notes: [String] = []

  package var total: Row {
    rows.values.reduce(into: Row()) {
      $0.seeded += $1.seeded
      $0.found += $1.found
      $0.missed += $1.missed
      $0.invented += $1.invented
    }
  }

  /// Nothing was missed and nothing invented.
  package var isClean: Bool { total.missed == 0 && total.invented == 0 }

  mutating func add(_ count: Count, _ name: String, day: Int?, _ note: String? = nil) {
    if rows[name] == nil { names.append(name) }
    DemoTable.raise(&rows[name, default: Row()], count)
    if let day { DemoTable.raise(&days[day, default: Row()], count) }
    if let note {
      notes.append("\(count == .missed ? "漏报" : "误报") \(day.map { "第\($0)日 " } ?? "")\(name)：\(note)")
    }
  }

  private static func raise(_ row: inout Row, _ count: Count) {
    switch count {
    case .seeded: row.seeded += 1
    case .found: row.found += 1
    case .missed: row.missed += 1
    case .invented: row.invented += 1
    }
  }

  /// The table for a terminal, Chinese characters counted as two columns.
  package var text: String {
    var lines = [DemoTable.line("类别", ["预置", "发现", "漏报", "误报"])]
    lines += names.compactMap { name in rows[name].map { DemoTable.line(name, $0.cells) } }
    lines += days.sorted { $0.key < $1.key }.map { DemoTable.line("第\($0.key)日小计", $0.value.cells) }
    lines.append(DemoTable.line("合计", total.cells))
    return (lines + notes).joined(separator: "\n")
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    pad(name, 20, leading: false) + cells.map { pad($0, 8, leading: true) }.joined()
  }

  private static func pad(_ text: String, _ width: Int, leading: Bool) -> String {
    let used = text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
    let space = String(repeating: " ", count: max(0, width - used))
    return leading ? space + text : text + space
  }
}

extension DemoTable.Row {
  var cells: [String] { [seeded, found, missed, invented].map(String.init) }
}
