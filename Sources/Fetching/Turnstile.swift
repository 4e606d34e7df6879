import DuwangCore

/// Who may send when: connections, spacing, pauses and dead hosts, for each host and in all. A pure state machine; times
/// are seconds on one clock.
struct Turnstile: Sendable {
  enum Verdict: Sendable {
    case go
    /// Not asked: the host failed again and again, or wants more time than we wait.
    case refused(FetchFault, String)
    case cancelled
  }

  struct Lane: Sendable {
    var waiting: [UInt64] = []
    var running = 0
    var interval: Double
    /// Grows by doubling when the host says that it is asked too often.
    var slowness = 1.0
    var nextStart = 0.0
    var pausedUntil = 0.0
    var refusals = 0
    var failuresInRow = 0
    var lastFailure: FetchFault?
    var restsUntil = 0.0
    var statistics = HostStatistics()
  }

  let connectionsPerHost: Int
  let total: Int
  let interval: Double
  let pace: Pace
  /// What leaves evenly arrives unevenly; a little more room keeps the rate at the host's end, too.
  private static let margin = 1.05
  private(set) var lanes: [String: Lane] = [:]
  private var order: [String] = []
  private var turn = 0
  private var running = 0

  init(settings: FetchSettings, pace: Pace) {
    connectionsPerHost = max(1, settings.connectionsPerHost)
    total = max(1, settings.totalConnections)
    interval = settings.ratePerHost > 0 ? 1 / settings.ratePerHost : 0
    self.pace = pace
  }

  mutating func join(_ id: UInt64, lane: String) { change(lane) { $0.waiting.append(id) } }

  /// True when `id` was waiting.
  mutating func leaveQueue(_ id: UInt64, lane: String) -> Bool {
    guard let index = lanes[lane]?.waiting.firstIndex(of: id) else { return false }
    lanes[lane]?.waiting.remove(at: index)
    return true
  }

  /// Lets in whoever may go now, hosts taking turns. `next` is when there may be more to do though nothing happens.
  mutating func admit(now: Double) -> (verdicts: [(UInt64, Verdict)], next: Double?) {
    var verdicts: [(UInt64, Verdict)] = []
    var next: Double?
    for offset in order.indices {
      let name = order[(turn + offset) % order.count]
      guard var lane = lanes[name], !lane.waiting.isEmpty else { continue }
      if let refusal = refusal(of: lane, now: now) {
        verdicts += lane.waiting.map { ($0, refusal) }
        lane.waiting = []
      }
      while !lane.waiting.isEmpty, lane.running < connectionsPerHost, running < total {
        let start = max(lane.nextStart, lane.pausedUntil)
        guard start <= now else {
          next = min(next ?? start, start)
          break
        }
        verdicts.append((lane.waiting.removeFirst(), .go))
        lane.running += 1
        running += 1
        lane.nextStart = now + lane.interval * lane.slowness * Turnstile.margin
      }
      lanes[name] = lane
    }
    turn += 1
    return (verdicts, next)
  }

  private func refusal(of lane: Lane, now: Double) -> Verdict? {
    if lane.restsUntil > now, let fault = lane.lastFailure {
      return .refused(fault, "not asked: \(lane.failuresInRow) failures in a row")
    }
    if lane.pausedUntil - now > pace.longestPause {
      return .refused(.rateLimited, "not asked: the host wants \(Int(lane.pausedUntil - now)) s without requests")
    }
    return nil
  }

  /// `id` is done with `outcome`; its place is free.
  mutating func finish(lane name: String, _ outcome: FetchOutcome, now: Double) {
    running -= 1
    let pace = pace
    change(name) { lane in
      lane.running -= 1
      lane.statistics.requests += 1
      lane.statistics.bytes += outcome.body.count
      guard outcome.status == nil, let fault = outcome.fault, fault.faultClass == .transient else {
        if outcome.status != nil { (lane.failuresInRow, lane.restsUntil) = (0, 0) }
        return
      }
      lane.statistics.failures += 1
      lane.failuresInRow += 1
      lane.lastFailure = fault
      if lane.failuresInRow >= pace.failuresInRow { lane.restsUntil = now + pace.restAfterFailures }
    }
  }

  /// The host asked for time: nobody goes before `retryAfter` seconds (or a growing guess where it names none) are over.
  /// Returns the pause.
  mutating func pause(lane name: String, retryAfter: Double?, isTooOften: Bool, now: Double) -> Double {
    let pace = pace
    var length = 0.0
    change(name) { lane in
      // Requests that were under way together bring one and the same refusal.
      let isNew = lane.pausedUntil <= now
      length = retryAfter ?? (isNew ? pace.firstPause * Double(1 << min(lane.refusals, 5)) : 0)
      if isNew {
        lane.refusals += 1
        if isTooOften { lane.slowness = min(lane.slowness * 2, 8) }
      }
      if isTooOften { lane.statistics.refusals += 1 }
      lane.pausedUntil = max(lane.pausedUntil, now + length)
      length = lane.pausedUntil - now
    }
    return length
  }

  /// robots.txt asks for this many seconds between requests.
  mutating func slow(lane name: String, interval: Double) {
    let interval = min(interval, pace.longestCrawlDelay)
    change(name) { $0.interval = max($0.interval, interval) }
  }

  mutating func forgetFailures() {
    for name in order { change(name) { ($0.failuresInRow, $0.restsUntil, $0.lastFailure) = (0, 0, nil) } }
  }

  private mutating func change(_ name: String, _ body: (inout Lane) -> Void) {
    if lanes[name] == nil { order.append(name) }
    body(&lanes[name, default: Lane(interval: interval)])
  }
}

/// What was asked of one host in a run.
package struct HostStatistics: Sendable, Hashable {
  package var requests = 0
  /// Decoded body bytes.
  package var bytes = 0
  /// Requests without any answer.
  package var failures = 0
  /// Answers 429.
  package var refusals = 0
}
