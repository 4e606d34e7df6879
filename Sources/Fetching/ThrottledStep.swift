import DuwangCore

/// Waits for its turn at the host, and again when the host answers that it was too early.
struct ThrottledStep: Step {
  let next: any Step
  let hosts: Hosts
  let pace: Pace
  let log: @Sendable (String) -> Void

  /// A host that answers "too early" this often will not answer otherwise.
  private static let rounds = 5

  func send(_ hop: Hop) async -> FetchOutcome {
    var waited = 0.0
    var round = 0
    while true {
      round += 1
      let (outcome, pause) = await sendOnce(hop)
      guard let pause else { return outcome }
      log("\(hop.lane) answered \(outcome.status ?? 0); no request for \(Int(pause.rounded(.up))) s")
      waited += pause
      let isPatient = waited <= pace.longestPause && round < ThrottledStep.rounds
      if !isPatient || hop.request.purpose.isTriedOnce { return outcome }
    }
  }

  /// 503 for longer than anyone waits: this address alone is closed, and is not asked again in this run. (A 429 speaks for
  /// the whole host.)
  private func isClosedForLong(_ outcome: FetchOutcome) -> Bool {
    guard outcome.status == 503, let text = outcome.headers["retry-after"] else { return false }
    return HeaderTime.retryAfter(text, now: .now).map { $0 > pace.longestPause } ?? false
  }

  private func sendOnce(_ hop: Hop) async -> (FetchOutcome, pause: Double?) {
    switch await hosts.enter(hop.lane) {
    case .go:
      var outcome = await next.send(hop)
      let pause = await hosts.leave(hop.lane, outcome)
      if pause == nil, isClosedForLong(outcome) { outcome.fault = .rateLimited }
      return (outcome, pause)
    case .refused(let fault, let detail): return (hop.outcome(fault, detail), nil)
    case .cancelled: return (hop.outcome(.cancelled, "cancelled while waiting"), nil)
    }
  }
}
