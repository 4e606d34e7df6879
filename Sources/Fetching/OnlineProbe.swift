import DuwangCore

/// Whether this machine reaches the network at all.
package enum Connectivity: Sendable, Hashable {
  case online, offline
  /// No control address is set, or none could be judged.
  case unknown
}

/// Tells "this machine is offline" from "the site is down".
package struct OnlineProbe: Sendable {
  private let fetcher: any Fetcher
  private let control: [String]

  /// `control` are the addresses of `probe.control`.
  package init(fetcher: any Fetcher, control: [String]) { (self.fetcher, self.control) = (fetcher, control) }

  /// `failures` are the outcomes of all configured sites, none of which answered.
  package func connectivity(failures: [FetchOutcome]) async -> Connectivity {
    let answers = await withTaskGroup(of: FetchOutcome.self) { group in
      for url in control { group.addTask { await fetcher.fetch(FetchRequest(url, purpose: .control)) } }
      return await group.reduce(into: [FetchOutcome]()) { $0.append($1) }
    }
    return OnlineProbe.judge(control: answers, failures: failures)
  }

  /// Any answer of a control address, good or bad, came over the network. Without one, only a network without a route
  /// or without names is offline: a resolved address that refuses or stays silent may be the site's own fault.
  static func judge(control: [FetchOutcome], failures: [FetchOutcome]) -> Connectivity {
    if control.contains(where: { $0.status != nil || $0.fault?.isTLS == true }) { return .online }
    if !control.isEmpty {
      let isOurs = control.contains { [.cancelled, .localResources, .privateAddress].contains($0.fault) }
      return isOurs ? .unknown : .offline
    }
    let hasNoNetwork = failures.allSatisfy { [.noRoute, .nameNotResolved, .offline].contains($0.fault) }
    return hasNoNetwork && !failures.isEmpty ? .offline : .unknown
  }
}
