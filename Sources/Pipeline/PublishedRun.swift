import DuwangCore
import History
import ReadChecks

/// Statistics of publication out of the history.
package struct PublishedRun: Sendable {
  package var targets: Targets
  package var store: any HistoryStore
  package var now: Moment

  package init(targets: Targets, store: any HistoryStore, now: Moment) {
    (self.targets, self.store, self.now) = (targets, store, now)
  }

  /// Everything up to now, or what was published within `period`.
  package func read(_ period: ReadPeriod?) throws -> (rows: [StatisticsRow], sums: Publication) {
    let through = min(period?.last ?? now.day, now.day)
    let counts = try store.published(from: period?.start ?? Day(number: -719_162), through: through)
    let day = try store.days().last { $0 <= through }
    let columns = try day.flatMap { try store.outlines(from: $0, through: $0).last }?.columns ?? []
    return (
      Statistics.rows(counts.counts, targets: targets),
      Statistics.sums(counts, years: counts.counts, columns: columns, targets: targets)
    )
  }
}
