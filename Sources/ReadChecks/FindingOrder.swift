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
  private let standing: KindStanding
  /// `judged` are all records of the ledger: what people said of a kind moves it within its group.
  init(_ order: TargetOrder, judged: [FindingRecord] = []) {
    (self.order, standing) = (order, KindStanding(judged))
  }

  func sorted(_ items: [Report.Item]) -> [Report.Item] {
    let keyed = items.map { Keyed(item: $0, group: group(of: $0), place: place(of: $0)) }
    return keyed.sorted { $0.group == $1.group ? $0.place < $1.place : $0.group < $1.group }.map(\.item)
  }

  private typealias Group = (Int, Int, Int, Int)
  private typealias Place = (Int, Int, String, Int, String)
  private struct Keyed {
    let item: Report.Item
    let group: Group
    let place: Place
  }

  private func group(of item: Report.Item) -> Group {
    let severity = item.finding.severity == .severe ? 0 : item.finding.severity == .general ? 1 : 2
    let isFresh = item.status == .new || item.status == .recurred
    return (item.isBaseline ? 1 : 0, severity, isFresh ? 0 : 1, order.rank(unit: item.finding.unit))
  }

  private func place(of item: Report.Item) -> Place {
    let finding = item.finding
    // Of suspected ones the kinds that people confirmed come first, those they dismissed last.
    let certainty = finding.confidence == .certain ? 0 : 1 + standing.rank(of: finding.kind)
    return (certainty, order.rank(column: finding.column), finding.page, finding.evidence.offset, finding.id)
  }
}

/// What people's decisions say about a kind of finding at this portal.
struct KindStanding {
  /// Decisions below which nothing is concluded.
  private static let fewest = 3
  private let balance: [FindingKind: Int]

  init(_ records: [FindingRecord]) {
    var counts: [FindingKind: (right: Int, wrong: Int)] = [:]
    for record in records {
      switch record.decision?.verb {
      case .confirm, .assign, .mend: counts[record.finding.kind, default: (0, 0)].right += 1
      case .dismiss: counts[record.finding.kind, default: (0, 0)].wrong += 1
      case .defer, .reopen, nil: break
      }
    }
    balance = counts.mapValues { count in
      guard count.right + count.wrong >= Self.fewest else { return 0 }
      return count.right > count.wrong ? 1 : count.wrong > count.right * 2 ? -1 : 0
    }
  }

  /// 0 for kinds that were mostly confirmed, 1 for those without a verdict, 2 for those mostly dismissed.
  func rank(of kind: FindingKind) -> Int { 1 - (balance[kind] ?? 0) }
}
