import DuwangCore

/// The difference of two rows of tables, cell by cell.
enum RowEdits {
  static func isRow(_ line: String) -> Bool { PageText.cellMark.utf8.first.map(line.utf8.contains) ?? false }

  static func cells(_ line: String) -> [String] {
    line.split(separator: PageText.cellMark, omittingEmptySubsequences: false).map(String.init)
  }

  static func between(_ old: String, _ new: String) -> [[ChangedBlock.Run]] {
    let (a, b) = (cells(old), cells(new))
    if a.count == b.count { return zip(a, b).map(Runs.between) }
    var interner = Interner()
    var (result, i, j) = ([[ChangedBlock.Run]](), 0, 0)
    for (p, q) in SequenceDiff.matches(interner.numbers(a), interner.numbers(b)) + [(a.count, b.count)] {
      while i < p, j < q {
        result.append(Runs.between(a[i], b[j]))
        (i, j) = (i + 1, j + 1)
      }
      result += a[i..<p].map { Runs.between($0, "") } + b[j..<q].map { Runs.between("", $0) }
      if p < a.count { result.append(Runs.between(a[p], b[q])) }
      (i, j) = (p + 1, q + 1)
    }
    return result
  }

  /// The cells as one text.
  static func runs(_ cells: [[ChangedBlock.Run]]) -> [ChangedBlock.Run] {
    Array(cells.joined(separator: [.init(.keep, "｜")]))
  }

  static func block(
    _ kind: ChangedRow.Kind, _ cells: [[ChangedBlock.Run]], header: [String], skipped: Int
  ) -> ChangedBlock {
    ChangedBlock(
      runs: runs(cells), skipped: skipped, isMoved: kind == .moved, row: ChangedRow(kind, cells: cells, header: header))
  }
}
