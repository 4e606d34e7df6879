import DuwangCore

/// What belongs to the configured sites and what is left out of the reading.
package struct SiteScope: Sendable {
  private var sites: [String: [Target]]
  private let excluded: [AddressPattern]
  private let included: [AddressPattern]

  package init(_ targets: Targets) {
    var sites: [String: [Target]] = [:]
    for site in targets.sites {
      for host in site.hosts { sites[SiteScope.key(host), default: []].append(site) }
    }
    // Of two sites on one host the one whose home lies deeper comes first.
    self.sites = sites.mapValues { list in
      list.sorted { WebAddress($0.home)?.folder.count ?? 0 > WebAddress($1.home)?.folder.count ?? 0 }
    }
    excluded = targets.scope.exclude.map(AddressPattern.init)
    included = targets.scope.include.map(AddressPattern.init)
  }

  /// The site that an address is internal to: same host and port; http and https on their default ports are one.
  package func site(of address: WebAddress) -> Target? {
    guard let candidates = sites[address.authority] else { return nil }
    guard candidates.count > 1 else { return candidates.first }
    return candidates.first { address.path.hasPrefix(WebAddress($0.home)?.folder ?? "/") } ?? candidates.last
  }

  package func site(of url: String) -> Target? { WebAddress(url).flatMap { site(of: $0) } }

  /// Takes a further host in, where a site's home page turned out to stand there.
  package mutating func adopt(_ host: String, for site: Target) { sites[SiteScope.key(host), default: []].append(site) }

  /// Matched by one of the `scope.exclude` patterns, or by none of `scope.include` where there are some.
  package func isExcluded(_ address: WebAddress) -> Bool {
    excluded.contains { $0.matches(address) }
      || !included.isEmpty && !included.contains { $0.matches(address) }
  }

  /// Internal and not excluded.
  package func isInScope(_ address: WebAddress) -> Bool { site(of: address) != nil && !isExcluded(address) }

  package func isInScope(_ url: String) -> Bool { WebAddress(url).map { isInScope($0) } ?? false }

  private static func key(_ host: String) -> String {
    let host = host.lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { return String(host.dropLast(port.count)) }
    return host
  }
}

extension WebAddress {
  /// The path up to and with its last `/`.
  var folder: String { String(path[...(path.lastIndex(of: "/") ?? path.startIndex)]) }
}
