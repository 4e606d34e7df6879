import DuwangCore

/// The order of units and columns in Targets.yaml; what is not in the file comes last.
struct TargetOrder {
  private let units: [String: Int]
  private let columns: [String: Int]

  init(_ targets: Targets) {
    units = Dictionary(targets.units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    columns = Dictionary(targets.columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func rank(unit: String?) -> Int { unit.flatMap { units[$0] } ?? Int.max }
  func rank(column: String?) -> Int { column.flatMap { columns[$0] } ?? Int.max }

  func sorted(_ states: [ColumnState]) -> [ColumnState] {
    states.sorted { (rank(column: $0.id), $0.id) < (rank(column: $1.id), $1.id) }
  }

  /// Modified first, then removed, then added; by unit, column and address within each.
  func sorted(_ changes: [PageChange]) -> [PageChange] {
    let kinds: [PageChange.Kind: Int] = [.modified: 0, .removed: 1, .added: 2]
    func key(_ change: PageChange) -> (Int, Int, Int, String) {
      (kinds[change.type] ?? 3, rank(unit: change.unit), rank(column: change.column), change.url)
    }
    return changes.sorted { key($0) < key($1) }
  }
}

/// The order in which findings are read: 存量 last; severe first; new and recurred before old; then by unit as in Targets.yaml.
struct FindingOrder {
  private let order: TargetOrder
  init(_ order: TargetOrder) { self.order = order }

  func sorted(_ records: [FindingRecord]) -> [FindingRecord] {
    let keyed = records.map { Keyed(record: $0, group: group(of: $0), place: place(of: $0)) }
    return keyed.sorted { $0.group == $1.group ? $0.place < $1.place : $0.group < $1.group }.map(\.record)
  }

  private typealias Group = (Int, Int, Int, Int)
  private typealias Place = (Int, Int, String, Int, String)
  private struct Keyed {
    let record: FindingRecord
    let group: Group
    let place: Place
  }

  private func group(of record: FindingRecord) -> Group {
    let severity = record.finding.severity == .severe ? 0 : record.finding.severity == .general ? 1 : 2
    let isFresh = record.status == .new || record.status == .recurred
    return (record.isBaseline ? 1 : 0, severity, isFresh ? 0 : 1, order.rank(unit: record.finding.unit))
  }

  private func place(of record: FindingRecord) -> Place {
    let finding = record.finding
    let certainty = finding.confidence == .certain ? 0 : 1
    return (certainty, order.rank(column: finding.column), finding.page, finding.evidence.offset, finding.id)
  }
}
