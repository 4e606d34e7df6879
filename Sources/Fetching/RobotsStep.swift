import DuwangCore

/// Asks each origin's robots.txt once before anything else is read there, and keeps to it (RFC 9309). Foreign pages that
/// are only tried once keep to it as well: what their owner does not want read is left out, not judged.
struct RobotsStep: Step {
  let next: any Step
  let book: RobotsBook
  let hosts: Hosts
  static let productToken = "duwang"

  func send(_ hop: Hop) async -> FetchOutcome {
    guard hop.request.purpose.obeysRobots else { return await next.send(hop) }
    switch await book.standing(of: hop) {
    case .rules(let rules):
      if let delay = rules.crawlDelay { await hosts.slow(hop.lane, interval: delay) }
      guard rules.allows(hop.address.pathAndQuery) else { return hop.outcome(.disallowedByRobots, "robots.txt") }
      return await next.send(hop)
    case .unreachable(let robots): return RobotsStep.same(robots, for: hop)
    case .broken(let robots):
      // A host that is down and one whose robots.txt alone is out of order look the same here; one page tells.
      guard let trial = await book.trial(hop, { await next.send(hop) }) else {
        return hop.outcome(.cancelled, "cancelled")
      }
      if trial.url == hop.request.url { return trial }
      if trial.fault?.faultClass == .transient { return RobotsStep.same(trial, for: hop) }
      return hop.outcome(.disallowedByRobots, "robots.txt answered \(robots.status ?? 0)")
    case .cancelled: return hop.outcome(.cancelled, "cancelled")
    }
  }

  /// What befell robots.txt, or the one page tried, befalls every page of the host.
  private static func same(_ other: FetchOutcome, for hop: Hop) -> FetchOutcome {
    var outcome = hop.outcome(other.fault ?? .protocolError, other.detail ?? "", attempts: other.attempts)
    (outcome.status, outcome.tls, outcome.remoteAddress) = (other.status, other.tls, other.remoteAddress)
    (outcome.firstByteMilliseconds, outcome.totalMilliseconds) = (other.firstByteMilliseconds, other.totalMilliseconds)
    return outcome
  }
}

/// What each origin's robots.txt says, each fetched once.
actor RobotsBook {
  enum Standing: Sendable {
    case rules(RobotsRules)
    /// No answer came: the host's own fault.
    case unreachable(FetchOutcome)
    /// 5xx (§2.3.1.4): everything counts as forbidden.
    case broken(FetchOutcome)
    case cancelled
  }

  private let fetch: @Sendable (Hop) async -> FetchOutcome
  private let pace: Pace
  private var known: [String: (standing: Standing, until: Double)] = [:]
  private var trials: [String: FetchOutcome] = [:]
  private let flights = SingleFlight<String, Standing>()
  private let trialFlights = SingleFlight<String, FetchOutcome>()

  init(pace: Pace, fetch: @escaping @Sendable (Hop) async -> FetchOutcome) { (self.pace, self.fetch) = (pace, fetch) }

  func standing(of hop: Hop) async -> Standing {
    if let entry = known[hop.origin], entry.until > Pace.now() { return entry.standing }
    var robots = hop
    robots.request = FetchRequest(hop.origin + "/robots.txt", purpose: .robots)
    guard let address = WebAddress(robots.request.url) else { return .rules(RobotsRules()) }
    (robots.address, robots.cookie) = (address, nil)
    // Remembered before anyone is told, so that nobody who comes now asks again.
    let standing = await flights.value(hop.origin) { [robots, fetch] in
      let standing = RobotsBook.standing(await fetch(robots))
      await self.remember(standing, robots.origin)
      return standing
    }
    return standing ?? .cancelled
  }

  /// The outcome of the first page asked for where robots.txt is broken. Nil when cancelled.
  func trial(_ hop: Hop, _ send: @escaping @Sendable () async -> FetchOutcome) async -> FetchOutcome? {
    if let done = trials[hop.origin] { return done }
    return await trialFlights.value(hop.origin) {
      let outcome = await send()
      await self.remember(trial: outcome, hop.origin)
      return outcome
    }
  }

  /// Forgets what was no answer, so that a later reading asks again.
  func forgetFailures() {
    known = known.filter { if case .rules = $0.value.standing { true } else { false } }
    trials = [:]
  }

  private func remember(_ standing: Standing, _ origin: String) {
    switch standing {
    case .rules: known[origin] = (standing, .infinity)
    case .unreachable, .broken: known[origin] = (standing, Pace.now() + pace.restAfterFailures)
    case .cancelled: break
    }
  }

  private func remember(trial: FetchOutcome, _ origin: String) {
    if trial.fault != .cancelled { trials[origin] = trial }
  }

  /// §2.3.1: 4xx and walls forbid nothing, 5xx everything.
  private static func standing(_ outcome: FetchOutcome) -> Standing {
    guard let fault = outcome.fault else { return .rules(RobotsRules(outcome.body, token: RobotsStep.productToken)) }
    switch fault.faultClass {
    case .permanent: return .rules(RobotsRules())
    case .blocked: return fault == .rateLimited ? .unreachable(outcome) : .rules(RobotsRules())
    case .transient: return outcome.status ?? 0 >= 500 ? .broken(outcome) : .unreachable(outcome)
    case .ours: return fault == .cancelled ? .cancelled : .unreachable(outcome)
    }
  }
}
