import DuwangCore

/// Reads one address. Never throws: what goes wrong, cancellation of the task included, is a value.
package protocol Fetcher: Sendable {
  func fetch(_ request: FetchRequest) async -> FetchOutcome
}

/// One exchange without redirects, as the wrappers below `SiteFetcher` pass it on.
struct Hop: Sendable {
  var request: FetchRequest
  var address: WebAddress
  /// Cookies that earlier hops of the same redirect set for this host.
  var cookie: String?
  /// Headers from the environment may hold a pass: they go to the host that was asked for, never to another one.
  var carriesOwnHeaders: Bool

  /// `host` or `host:port`: what limits, robots.txt and failures are counted by.
  var lane: String { address.authority }
  var origin: String { "\(address.scheme)://\(address.authority)" }

  func outcome(_ fault: FetchFault, _ detail: String, attempts: Int = 0) -> FetchOutcome {
    var outcome = FetchOutcome(url: request.url, at: .now)
    (outcome.finalURL, outcome.fault, outcome.detail) = (address.description, fault, detail)
    outcome.attempts = attempts
    return outcome
  }
}

/// A behaviour of fetching; each wraps the next. An outcome with `attempts` 0 was not asked for.
protocol Step: Sendable {
  func send(_ hop: Hop) async -> FetchOutcome
}

extension FetchRequest.Purpose {
  /// A probe must see what a single visitor sees; a control address only tells whether anything answers.
  var isTriedOnce: Bool { self == .probe || self == .control }
  /// robots.txt governs reading, not the look whether a site is alive.
  var obeysRobots: Bool { self == .page || self == .asset || self == .external }
}
