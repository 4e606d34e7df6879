import CurlClient
import DuwangCore
import Foundation

/// Reads addresses the way a considerate visitor does. The behaviours, from the outside in: identical requests under way
/// together are one, redirects, robots.txt, retries, the turn at the host, the exchange.
package final class SiteFetcher: Fetcher {
  private let hosts: Hosts
  private let book: RobotsBook
  private let steps: any Step
  private let flights = SingleFlight<FetchRequest, FetchOutcome>()

  /// `environment` holds the proxy and the headers that `settings` name. `log` gets one English line an event.
  package init(
    settings: FetchSettings, environment: [String: String], pace: Pace = .init(),
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    let proxy = settings.proxyEnvironment.flatMap { environment[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    let client = CurlClient(
      maxConnections: settings.totalConnections,
      // Behind a proxy all hosts share its connections.
      maxPerHost: proxy == nil ? settings.connectionsPerHost : settings.totalConnections,
      caFile: environment["SSL_CERT_FILE"])
    let headers = settings.headersEnvironment.sorted { $0.key < $1.key }.compactMap { name, variable in
      environment[variable].map { CurlRequest.Header(name, $0) }
    }
    let hosts = Hosts(settings: settings, pace: pace)
    let polite = RetryingStep(
      next: ThrottledStep(
        next: CurlStep(client: client, settings: settings, proxy: proxy, ownHeaders: headers), hosts: hosts, pace: pace,
        log: log),
      retries: settings.retries, pace: pace, log: log)
    let robotsFetch = RedirectingStep(next: polite)
    let book = RobotsBook(pace: pace) { await robotsFetch.send($0) }
    steps = RedirectingStep(next: settings.obeysRobots ? RobotsStep(next: polite, book: book, hosts: hosts) : polite)
    (self.hosts, self.book) = (hosts, book)
  }

  package func fetch(_ request: FetchRequest) async -> FetchOutcome {
    guard let hop = SiteFetcher.hop(request) else { return SiteFetcher.unreadable(request) }
    guard request.method == .get else { return await steps.send(hop) }
    var key = request
    key.referer = nil
    let outcome = await flights.value(key) { [steps] in await steps.send(hop) }
    return outcome ?? hop.outcome(.cancelled, "cancelled")
  }

  /// Asks dead hosts again: call it before failures are read a second time.
  package func forgetFailures() async {
    await hosts.forgetFailures()
    await book.forgetFailures()
  }

  /// What was asked so far, by `host` or `host:port`.
  package func statistics() async -> [String: HostStatistics] { await hosts.statistics }

  private static func hop(_ request: FetchRequest) -> Hop? {
    guard let address = WebAddress(request.url) else { return nil }
    let isOwn = request.purpose != .external && request.purpose != .control
    return Hop(request: request, address: address, cookie: nil, carriesOwnHeaders: isOwn)
  }

  private static func unreadable(_ request: FetchRequest) -> FetchOutcome {
    var outcome = FetchOutcome(url: request.url, at: .now)
    let scheme = request.url.trimmingCharacters(in: .whitespaces).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let isOther =
      !["http", "https", ""].contains(scheme.lowercased()) && request.url.dropFirst(scheme.count).hasPrefix(":")
    outcome.fault = isOther ? .unsupportedScheme : .malformedAddress
    outcome.attempts = 0
    return outcome
  }
}
