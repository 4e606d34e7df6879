/// When a unit fell silent (断档): nothing new in any of its columns for longer than the strictest of their limits, a
/// month at least.
package enum UnitSilence {
  /// The date of the last item when the unit is silent on `today`. Nil too where it cannot be told: fewer than two columns
  /// with a limit (a single one is a matter of that column), one of them not read, or no date anywhere.
  package static func since(_ columns: [ColumnState], today: Day) -> Day? {
    let bound = columns.filter { $0.limit != nil && $0.status != .exempt }
    guard bound.count >= 2, bound.allSatisfy({ [.fresh, .stale, .empty].contains($0.status) }),
      let newest = columns.compactMap(\.newest).filter({ $0 <= today }).max(),
      let strictest = bound.compactMap({ $0.limit.flatMap { Period($0) }?.after(newest) }).min()
    else { return nil }
    return today > max(strictest, newest.addingMonths(1)) ? newest : nil
  }
}

extension ColumnState {
  /// It should be updated and could be read: it counts into the rate of columns in time.
  package var isJudged: Bool {
    switch status {
    case .fresh: tier != .none
    case .stale, .empty, .unreachable: true
    case .unreadable, .unfound, .exempt: false
    }
  }
  package var isInTime: Bool { isJudged && status == .fresh }
}
