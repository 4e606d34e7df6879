import Checks
import DuwangCore
import Fetching

/// The first question of a read-check: can the configured sites be reached, and if not, is it they or we?
struct Reachability: Sendable {
  let targets: Targets
  let fetcher: SiteFetcher

  /// Home pages by site id, read again after a while where they failed. Throws when nobody may be accused.
  func look() async throws -> [String: FetchOutcome] {
    var outcomes = await homes(targets.sites)
    let failed = targets.sites.filter { isSilent(outcomes[$0.id]) }
    if !failed.isEmpty {
      try await Task.sleep(for: .seconds(targets.fetch.recheckAfter.seconds))
      await fetcher.forgetFailures()
      for (site, outcome) in await homes(failed) {
        outcomes[site] = outcome
        outcomes[site]?.rechecked = true
      }
    }
    for site in targets.sites {
      if let outcome = outcomes[site.id], outcome.fault == .privateAddress {
        throw RunFailure.privateSite(name: site.name, url: site.home, address: outcome.detail ?? "")
      }
    }
    return outcomes
  }

  /// What the control addresses say: nil when none is set; asked only when no configured site answers.
  func control(_ outcomes: [String: FetchOutcome]) async throws -> Bool? {
    guard outcomes.values.allSatisfy({ isSilent($0) }) else { return true }
    let failures = Array(outcomes.values)
    let why = failures.compactMap(\.fault).first?.chinese ?? "无应答"
    switch await OnlineProbe(fetcher: fetcher, control: targets.control).connectivity(failures: failures) {
    case .online: return true
    case .unknown: return nil
    case .offline:
      let control = targets.control.joined(separator: "、")
      throw RunFailure.offline(
        control.isEmpty ? "所有网站均\(why)，且未设对照地址" : "所有网站均\(why)，对照地址\(control)也无法连接")
    }
  }

  private func homes(_ sites: [Target]) async -> [String: FetchOutcome] {
    await withTaskGroup(of: (String, FetchOutcome).self) { group in
      for site in sites { group.addTask { (site.id, await fetcher.fetch(FetchRequest(site.home))) } }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  /// No HTTP answer at all; any status, a wall's too, proves that the server is alive.
  private func isSilent(_ outcome: FetchOutcome?) -> Bool {
    guard let outcome, let fault = outcome.fault else { return outcome == nil }
    if fault == .cancelled || fault == .disallowedByRobots { return false }
    return outcome.status == nil
  }
}
