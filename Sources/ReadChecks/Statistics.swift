import DuwangCore

/// Counts of published items by unit, category, key area, month and year.
package enum Statistics {
  /// In the order of Targets.yaml, then by category and month.
  package static func rows(_ counts: [ItemCount], targets: Targets) -> [StatisticsRow] {
    let order = TargetOrder(targets)
    var sums: [StatisticsRow: Int] = [:]
    for count in counts {
      let row = StatisticsRow(unit: count.unit, category: count.category, month: count.month, items: 0)
      sums[row, default: 0] += count.items
    }
    return sums.map { key, items in
      var row = key
      row.items = items
      return row
    }.sorted {
      (order.rank(unit: $0.unit), $0.unit, $0.category, $0.month)
        < (order.rank(unit: $1.unit), $1.unit, $1.category, $1.month)
    }
  }

  /// Sums of `counted`; `years` are sums of `all`, which reaches back further.
  package static func sums(
    _ counted: ItemCounts, years all: [ItemCount], columns: [ColumnState], targets: Targets
  ) -> Publication {
    let names = Dictionary(targets.columns.map { ($0.id, $0.name) }) { first, _ in first }
    var sums = Publication()
    sums.total = counted.counts.reduce(0) { $0 + $1.items }
    sums.units = bySize(counted.counts) { $0.unit }
    sums.categories = bySize(counted.counts) { $0.category }
    sums.areas = bySize(counted.counts.filter { isKeyArea($0.category) }) { names[$0.column] ?? $0.column }
    sums.months = sum(counted.counts) { $0.month }.sorted { $0.name < $1.name }
    sums.years = sum(all) { String($0.month.prefix(4)) }.sorted { $0.name < $1.name }
    (sums.undated, sums.future) = (counted.undated, counted.later)
    sums.unreadColumns = columns.filter { [.unreadable, .unreachable, .unfound].contains($0.status) }.map(\.id)
    return sums
  }

  /// 重点领域信息公开 is parted into areas by its columns.
  private static func isKeyArea(_ category: String) -> Bool { category.hasPrefix("重点领域") }

  private static func bySize(_ counts: [ItemCount], _ name: (ItemCount) -> String) -> [Publication.Sum] {
    sum(counts, name).sorted { ($1.items, $0.name) < ($0.items, $1.name) }
  }

  private static func sum(_ counts: [ItemCount], _ name: (ItemCount) -> String) -> [Publication.Sum] {
    Dictionary(counts.map { (name($0), $0.items) }, uniquingKeysWith: +).map { Publication.Sum($0, $1) }
  }
}
