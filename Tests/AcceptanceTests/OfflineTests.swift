import Foundation
import Testing

@Suite("Nobody is accused for this machine's own network")
struct OfflineTests {
  private static func read(_ targets: String) async throws -> (Outcome, Workplace) {
    let place = try Workplace(targets: targets)
    return (try await place.run("read", "daily", "--now", SmallSite.now, limit: 90), place)
  }

  private static func expectOffline(_ outcome: Outcome, _ place: Workplace) {
    #expect(outcome.code == 69, "\(outcome.brief)")
    #expect(!outcome.stderr.isEmpty)
    #expect(!place.exists("Reports/daily/2021-03-10/report.json"), "a reading that was not made has no report")
  }

  @Test("a name that does not resolve, without a control address, is this machine's fault: 69")
  func unresolved() async throws {
    let (outcome, place) = try await Self.read(SmallSite.targets("http://www.qinghe.invalid"))
    Self.expectOffline(outcome, place)
  }

  @Test("when every control address fails too, the network of this machine is down: 69")
  func controlsFail() async throws {
    let dead = try await SmallSite.closedAddress()
    let other = try await SmallSite.closedAddress()
    let (outcome, place) = try await Self.read(
      SmallSite.targets(dead, control: ["\(other)/", "http://www.control.invalid/"]))
    Self.expectOffline(outcome, place)
  }

  @Test("when a control address answers, a site that refuses is down")
  func controlAnswers() async throws {
    let control = try await SmallSite.serve()
    let dead = try await SmallSite.closedAddress()
    let (outcome, place) = try await Self.read(SmallSite.targets(dead, control: ["\(control.address)/"]))
    await control.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    let found = try place.report(SmallSite.now).findings("site-unreachable")
    #expect(found.count == 1, "\(outcome.brief)")
  }

  @Test("without a control address, a site that refuses is suspected, and the report says that none is set")
  func noControl() async throws {
    let dead = try await SmallSite.closedAddress()
    let (outcome, place) = try await Self.read(SmallSite.targets(dead))
    #expect(outcome.code == 0, "\(outcome.brief)")
    let report = try place.report(SmallSite.now)
    let found = report.findings("site-unreachable")
    try #require(found.count == 1, "\(report["findings"])")
    #expect(found[0]["confidence"].string == "suspected")
    #expect(found[0].description.contains("未设对照地址"), "\(found[0])")
    #expect(report.column("office/news")?["status"].string == "unreachable")
    #expect(report.findings("column-stale").isEmpty && report.findings("column-empty").isEmpty)
  }

  @Test("a site that resolves to a private address under the guard ends with 69, names the key and is not asked")
  func guarded() async throws {
    let server = try await SmallSite.serve()
    let (outcome, place) = try await Self.read(SmallSite.targets(server.address, allowPrivate: false))
    await server.stop()
    Self.expectOffline(outcome, place)
    #expect(outcome.stderr.contains("allow_private_addresses"), "\(outcome.brief)")
    #expect(server.requests.isEmpty)
  }

  @Test(
    "the guard also holds for names of the loopback",
    arguments: ["localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"])
  func guardedNames(_ host: String) async throws {
    let server = try await SmallSite.serve()
    let (outcome, _) = try await Self.read(SmallSite.targets("http://\(host):\(server.port)", allowPrivate: false))
    await server.stop()
    #expect([65, 69].contains(outcome.code), "\(outcome.brief)")
    #expect(server.requests.isEmpty)
  }

  @Test("a redirect of a permitted page to nowhere is the page's fault alone")
  func redirectLoop() async throws {
    let server = try await SmallSite.serve { seen in
      seen.path == SmallSite.rows(4)[1].path ? .redirect(seen.path) : nil
    }
    let (outcome, place) = try await Self.read(SmallSite.targets(server.address))
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(try place.report(SmallSite.now).findings("link-broken").count == 1)
  }
}
