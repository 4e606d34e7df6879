import DuwangCore
import Fetching

/// One availability probe of every site: each home page and each named system is asked once, as a single visitor would.
package struct ProbeRun: Sendable {
  /// One address with what came of it.
  package struct Visit: Sendable {
    package var reading: ProbeReading
    package var outcome: FetchOutcome
    /// Name of the site, for staff.
    package var siteName: String
  }
  /// What the control addresses said.
  package enum Control: String, Sendable, Codable {
    case online, offline, unknown
    /// Nobody was silent, so nobody had to be asked.
    case notAsked = "not-asked"
  }
  package struct Result: Sendable {
    package var visits: [Visit]
    package var control: Control
  }

  private let targets: Targets
  private let clock: RunClock
  private let fetcher: any Fetcher

  package init(
    targets: Targets, now: Moment?, environment: [String: String], log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    (self.targets, clock) = (targets, RunClock(now: now))
    fetcher = SiteFetcher(settings: targets.fetch, environment: environment, log: log)
  }

  /// Throws `RunFailure.privateSite` where a home page may not be asked at all, and `CancellationError`.
  package func run() async throws -> Result {
    var visits = await ask()
    try Task.checkCancellation()
    if let refused = visits.first(where: { $0.outcome.fault == .privateAddress }) {
      throw RunFailure.privateSite(
        name: refused.siteName, url: refused.reading.url, address: refused.outcome.detail ?? "")
    }
    let control = await askControl(visits)
    if control == .offline {
      for index in visits.indices where isSilent(visits[index].outcome) {
        (visits[index].reading.fault, visits[index].reading.isExcluded) = (.offline, true)
      }
    }
    return Result(visits: visits, control: control)
  }

  private func ask() async -> [Visit] {
    let addresses = targets.sites.flatMap { site in
      [(site, String?.none, site.home)] + site.probes.map { (site, $0.name, $0.url) }
    }
    return await withTaskGroup(of: (Int, Visit).self) { group in
      for (index, (site, name, url)) in addresses.enumerated() {
        group.addTask {
          let outcome = await fetcher.fetch(FetchRequest(url, purpose: .probe))
          return (index, Visit(reading: reading(outcome, site.id, name), outcome: outcome, siteName: site.name))
        }
      }
      return await group.reduce(into: [(Int, Visit)]()) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// A wall or a certificate that browsers refuse proves that the server is alive (domain rule: 可访问但机器不可读).
  private func reading(_ outcome: FetchOutcome, _ site: String, _ name: String?) -> ProbeReading {
    var reading = ProbeReading(
      site: site, url: outcome.url, at: clock.shifted(outcome.at), milliseconds: outcome.totalMilliseconds,
      status: outcome.status)
    (reading.name, reading.firstByteMilliseconds) = (name, outcome.firstByteMilliseconds)
    reading.certificateEnd = outcome.tls?.notAfter
    switch outcome.fault {
    case nil where outcome.totalMilliseconds >= Int(targets.fetch.timeout.seconds * 1000): reading.fault = .timeout
    case nil: break
    case let fault? where fault.faultClass == .ours: (reading.fault, reading.isExcluded) = (fault, true)
    case let fault? where fault.faultClass == .blocked || fault.isTLS && fault != .tlsHandshake: reading.remark = fault
    case let fault?: reading.fault = fault
    }
    return reading
  }

  /// No answer at all, so that the fault may be this machine's.
  private func isSilent(_ outcome: FetchOutcome) -> Bool {
    guard let fault = outcome.fault else { return false }
    return outcome.status == nil && fault.faultClass != .ours && !fault.isTLS
  }

  private func askControl(_ visits: [Visit]) async -> Control {
    let silent = visits.map(\.outcome).filter(isSilent)
    if silent.isEmpty { return .notAsked }
    if targets.control.isEmpty, silent.count < visits.count { return .online }
    switch await OnlineProbe(fetcher: fetcher, control: targets.control).connectivity(failures: silent) {
    case .online: return .online
    case .offline: return .offline
    case .unknown: return .unknown
    }
  }
}
