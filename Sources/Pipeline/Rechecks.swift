import DuwangCore

/// Failures that are read again later in the run, never in the same breath, before anybody hears of them.
struct Rechecks {
  private var pending: [(due: Moment, work: Work)] = []
  var count: Int { pending.count }

  /// Whether a fault is worth a second look: walls and our own faults say nothing that a second look would change.
  static func isWorthIt(_ visit: Visit) -> Bool {
    guard !visit.work.isRecheck else { return false }
    if visit.softNotFound != nil { return true }
    switch visit.outcome.fault?.faultClass {
    case .permanent: return visit.outcome.fault != .malformedAddress
    case .transient: return true
    case .blocked, .ours, nil: return false
    }
  }

  mutating func add(_ work: Work, due: Moment) {
    var work = work
    work.isRecheck = true
    pending.append((due, work))
  }

  /// Works whose time has come, in the order in which they failed.
  mutating func take(now: Moment) -> [Work] {
    guard let first = pending.first, first.due <= now else { return [] }
    let ready = pending.prefix { $0.due <= now }.map(\.work)
    pending.removeFirst(ready.count)
    return ready
  }

  /// Seconds until the first is due, nil when there is none.
  func pause(now: Moment) -> Double? { pending.first.map { max(0.01, $0.due.seconds - now.seconds) } }
}
