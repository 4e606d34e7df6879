import CurlClient
import DuwangCore
import Fetching
import TestSupport
import Testing

@testable import Pipeline

@Suite("Whether a site can be reached over IPv6")
struct IPv6LookTests {
  /// The server answers on IPv4 alone; `name` is asked about and `names` is what the resolver is made to say of it.
  private func look(
    at home: String, names: IPv6Names, code: String? = "6204230001", usesProxy: Bool = false
  ) async -> IPv6State? {
    var targets = Targets(
      sites: [Target(id: "portal", name: "县政府", home: home, code: code, hosts: [])], units: [])
    targets.fetch.allowsPrivateAddresses = true
    targets.fetch.timeout = Period(2, .seconds)
    let look = IPv6Look(
      targets: targets, fetcher: SiteFetcher(settings: targets.fetch, environment: [:]), usesProxy: usesProxy,
      names: { _ in names })
    let site = SiteReach(site: "portal", url: home, reach: .read, rechecked: false, milliseconds: 1)
    return await look.looked([site])[0].ipv6
  }

  @Test("the resolver's word is enough where there is no address, no answer, or no network here")
  func names() async {
    let home = "http://www.example.gov.cn/"
    #expect(await look(at: home, names: .none) == .noAddress)
    #expect(await look(at: home, names: .unknown) == .unknown)
    #expect(await look(at: home, names: .noNetwork) == .noNetworkHere)
  }

  @Test("numbers, unregistered sites and what stands behind a proxy are not asked about")
  func notAsked() async {
    #expect(await look(at: "http://127.0.0.1:9/", names: .none) == nil)
    #expect(await look(at: "http://www.example.com/", names: .none, code: nil) == nil)
    #expect(await look(at: "http://www.example.gov.cn/", names: .none, usesProxy: true) == nil)
  }

  @Test("a request over IPv6 never goes to a server that listens on IPv4 alone")
  func fourAlone() async throws {
    let server = try FaultServer(["/": [.page("<html>首页</html>")]])
    defer { server.stop() }
    let home = server.base.replacing("127.0.0.1", with: "localhost") + "/"
    var settings = FetchSettings()
    settings.allowsPrivateAddresses = true
    settings.retries = 0
    let fetcher = SiteFetcher(settings: settings, environment: [:])
    var request = FetchRequest(home, purpose: .probe)
    #expect(await fetcher.fetch(request).status == 200)
    request.overIPv6 = true
    let outcome = await fetcher.fetch(request)
    #expect(outcome.status == nil && outcome.fault != nil)
    #expect(server.requests.count == 1)
  }

  @Test(
    "an address written as one is its own answer: this machine's loopback is routed, a reserved one is not told as reached"
  )
  func resolver() async {
    // Machines without any IPv6 have no way to the loopback either.
    #expect([.routed, .noNetwork].contains(await IPv6Names.look("::1")))
    #expect(await IPv6Names.look("127.0.0.1") != .routed)
  }
}
