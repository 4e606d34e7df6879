import DuwangCore
import TestSupport
import Testing

@testable import Fetching

/// Offline, or the site down.
@Suite struct OnlineProbeTests {
  private func failure(_ fault: FetchFault) -> FetchOutcome {
    var outcome = FetchOutcome(url: "http://a.cn/", at: .now)
    outcome.fault = fault
    return outcome
  }

  @Test(arguments: [200, 404, 503])
  func aControlAddressThatAnswersMeansOnline(status: Int) async throws {
    let server = try FaultServer { _, _ in .status(status) }
    defer { server.stop() }
    let dead = try FaultServer.closedPort()
    let probe = OnlineProbe(fetcher: makeFetcher(), control: ["http://127.0.0.1:\(dead)/", server.base + "/"])
    #expect(await probe.connectivity(failures: [failure(.connectionRefused)]) == .online)
    #expect(server.requests("/robots.txt").isEmpty)
  }

  @Test func noControlAddressThatAnswersMeansOffline() async throws {
    let dead = try FaultServer.closedPort()
    let probe = OnlineProbe(fetcher: makeFetcher(), control: ["http://127.0.0.1:\(dead)/"])
    #expect(await probe.connectivity(failures: [failure(.connectionRefused)]) == .offline)
  }

  @Test(arguments: [
    ([FetchFault.nameNotResolved, .noRoute], Connectivity.offline), ([.connectionRefused], .unknown),
    ([.nameNotResolved, .timeout], .unknown), ([], .unknown), ([.offline], .offline),
  ])
  func withoutAControlAddressOnlyNoNamesAndNoRoutesAreOffline(faults: [FetchFault], expected: Connectivity) async {
    let probe = OnlineProbe(fetcher: makeFetcher(), control: [])
    #expect(await probe.connectivity(failures: faults.map(failure)) == expected)
  }
}
