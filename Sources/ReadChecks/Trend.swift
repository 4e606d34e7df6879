import DuwangCore

/// Points of a trend line.
package enum Trend {
  /// `records` reach back to the last reading before the period where there is one. Closed is what makes the sum add up:
  /// open before + found − open = closed.
  package static func point(_ period: ReadPeriod, _ records: [DayRecord]) -> TrendPoint {
    let own = records.filter { period.contains($0.day) }
    let before = records.last { $0.day < period.start }?.flow.open ?? 0
    let found = own.reduce(0) { $0 + $1.flow.found + $1.flow.recurred }
    let open = own.last?.flow.open ?? before
    return TrendPoint(
      period: period.name, daysRead: own.count, found: found, closed: before + found - open, open: open)
  }
}
