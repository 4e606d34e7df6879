import DuwangCore

/// Changed rows of one table with the column 改动.
struct ChangedTableView: Sendable {
  struct Cell: Sendable {
    let cellRuns: [ChangeView.Run]
  }
  struct Row: Sendable {
    /// 增行, 删行, 改动 or 移动.
    let rowWord: String
    let rowCells: [Cell]
  }
  private let header: [String]
  let tableHeads: [String]
  private(set) var changedRows: [Row] = []

  init(_ row: ChangedRow) {
    header = row.header
    tableHeads = row.header.prefix(ChangedTableView.mostCells).map { SafeText.clipped($0, to: 30) }
    add(row)
  }

  /// Whether a row stands in the same table.
  func takes(_ row: ChangedRow) -> Bool { row.header == header }

  mutating func add(_ row: ChangedRow) {
    let cells = row.cells.prefix(ChangedTableView.mostCells).map { runs in
      Cell(cellRuns: runs.prefix(20).map { ChangeView.run($0, isFirst: false) })
    }
    changedRows.append(Row(rowWord: ChangedTableView.word(row.kind), rowCells: cells))
  }

  private static let mostCells = 12

  private static func word(_ kind: ChangedRow.Kind) -> String {
    switch kind {
    case .added: "增行"
    case .removed: "删行"
    case .changed: "改动"
    case .moved: "移动"
    }
  }
}
