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
    var outcome = await sendOnce(hop)
    for _ in 1..<ThrottledStep.rounds {
      guard outcome.attempts > 0, let status = outcome.status, [429, 503].contains(status) else { break }
      let retryAfter = outcome.headers["retry-after"].flatMap { HeaderTime.retryAfter($0, now: .now) }
      guard status == 429 || retryAfter != nil else { break }
      let pause = await hosts.pause(hop.lane, retryAfter: retryAfter, isTooOften: status == 429)
      log("\(hop.lane) answered \(status); no request for \(Int(pause.rounded(.up))) s")
      waited += pause
      if waited > pace.longestPause || hop.request.purpose.isTriedOnce { break }
      outcome = await sendOnce(hop)
    }
    return outcome
  }

  private func sendOnce(_ hop: Hop) async -> FetchOutcome {
    switch await hosts.enter(hop.lane) {
    case .go:
      let outcome = await next.send(hop)
      await hosts.leave(hop.lane, outcome)
      return outcome
    case .refused(let fault, let detail): return hop.outcome(fault, detail)
    case .cancelled: return hop.outcome(.cancelled, "cancelled while waiting")
    }
  }
}
