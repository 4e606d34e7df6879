import DuwangCore
import HTMLTree

/// Where texts stand in the tables of an article; tables and rows are counted as they are met.
struct CellPlaces {
  private let tree: Tree
  private var tables: [Int: Int] = [:]
  private var rows: [Int: [Int: Int]] = [:]

  private static let cells: TagSet = [.td, .th]

  init(_ tree: Tree) { self.tree = tree }

  /// The cell around a node, looked for inside `container` only.
  mutating func place(of node: Int, in container: Int) -> TableCell? {
    guard let cell = tree.closest(node, Self.cells), cell >= container,
      let row = tree.closest(cell, .tr), row >= container
    else { return nil }
    // A container inside the table has the whole table.
    let table = tree.closest(row, .table) ?? tree.parent(row)
    let number = tables[table] ?? tables.count
    tables[table] = number
    let line = rows[table]?[row] ?? rows[table]?.count ?? 0
    rows[table, default: [:]][row] = line
    var column = 0
    for child in tree.children(row) where child < cell && Self.cells.contains(tree.tag(child)) { column += 1 }
    return TableCell(table: number, row: line, column: column, isHeader: tree.tag(cell) == .th)
  }
}
