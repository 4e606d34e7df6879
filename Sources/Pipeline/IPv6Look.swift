import Checks
import CurlClient
import DuwangCore
import Fetching

/// Looks whether the sites can be reached over IPv6: the address of the name, then one request for the home page.
struct IPv6Look {
  let targets: Targets
  let fetcher: any Fetcher
  /// The proxy resolves names and connects: nothing can be told through one.
  let usesProxy: Bool
  var names: @Sendable (String) async -> IPv6Names = IPv6Names.look

  /// The same sites with what is known of IPv6; those that did not open are left as they are.
  func looked(_ sites: [SiteReach]) async -> [SiteReach] {
    guard !usesProxy else { return sites }
    var sites = sites
    for index in sites.indices where sites[index].reach.isGood {
      guard let site = targets.sites.first(where: { $0.id == sites[index].site }), Standards.apply(to: site),
        let host = WebAddress(site.home)?.host, Standards.isNamed(host)
      else { continue }
      sites[index].ipv6 = await state(of: site.home, host)
    }
    return sites
  }

  private func state(of home: String, _ host: String) async -> IPv6State {
    switch await names(host) {
    case .none: return .noAddress
    case .unknown: return .unknown
    case .noNetwork: return .noNetworkHere
    case .routed: break
    }
    var request = FetchRequest(home, purpose: .probe)
    request.overIPv6 = true
    let outcome = await fetcher.fetch(request)
    if outcome.status != nil || !outcome.hops.isEmpty || outcome.fault?.isTLS == true { return .answers }
    // A route that leads nowhere, and an address of the inner network, say nothing about the site.
    return [.noRoute, .offline, .privateAddress, .cancelled].contains(outcome.fault) ? .noNetworkHere : .noAnswer
  }
}
