import DuwangCore
import HistorySQLite
import Pipeline
import TestSupport
import Testing

@Suite("One availability probe")
struct ProbeRunTests {
  private func targets(_ home: String, probes: [Target.Probe] = [], control: [String] = []) -> Targets {
    var targets = Targets(
      sites: [Target(id: "portal", name: "县政府", home: home, hosts: ["127.0.0.1"], probes: probes)], units: [],
      control: control)
    targets.fetch.allowsPrivateAddresses = true
    targets.fetch.timeout = Period(1, .seconds)
    targets.fetch.ratePerHost = 0
    return targets
  }

  private func run(_ targets: Targets) async throws -> ProbeRun.Result {
    try await ProbeRun(targets: targets, now: Moment("2018-12-31T08:00"), environment: [:]).run()
  }

  @Test("the home page and every named system are asked once, at the moment that counts as now")
  func asksOnce() async throws {
    let server = try FaultServer(["/": [.page("<html>首页</html>")], "/sys": [.page("<html>系统</html>")]])
    defer { server.stop() }
    let result = try await run(
      targets(server.base + "/", probes: [.init(name: "办事系统", url: server.base + "/sys")]))
    #expect(result.visits.map(\.reading.name) == [nil, "办事系统"])
    #expect(result.visits.allSatisfy { $0.reading.fault == nil && !$0.reading.isExcluded && $0.reading.status == 200 })
    #expect(result.visits[0].reading.at.day == Day("2018-12-31"))
    #expect(server.requests.map(\.path).sorted() == ["/", "/sys"])
    #expect(result.control == .notAsked)
  }

  @Test("an answer that is not whole within the limit has not opened")
  func tooSlow() async throws {
    let server = try FaultServer(["/": [.page("<html></html>").after(5)], "/drip": [.slowHeaders(every: 0.3)]])
    defer { server.stop() }
    let result = try await run(
      targets(server.base + "/", probes: [.init(name: "慢", url: server.base + "/drip")]))
    #expect(result.visits.map(\.reading.isExcluded) == [false, false])
    #expect(result.visits.allSatisfy { $0.reading.fault != nil })
  }

  @Test("500 and 404 are failures; 403 and a challenge prove that the server is alive")
  func statuses() async throws {
    let server = try FaultServer([
      "/": [.status(500)], "/404": [.status(404)], "/403": [.status(403)], "/412": [.status(412)],
    ])
    defer { server.stop() }
    let probes = ["404", "403", "412"].map { Target.Probe(name: $0, url: "\(server.base)/\($0)") }
    let readings = try await run(targets(server.base + "/", probes: probes)).visits.map(\.reading)
    #expect(readings.map(\.fault) == [.serverError, .notFound, nil, nil])
    #expect(readings.map(\.remark) == [nil, nil, .forbidden, .challenge])
  }

  @Test("a silent site counts as failed when a control address answers, and is left out when none does")
  func control() async throws {
    let control = try FaultServer(["/": [.status(404)]])
    defer { control.stop() }
    let (dead, other) = (try FaultServer.closedPort(), try FaultServer.closedPort())
    let site = "http://127.0.0.1:\(dead)/"
    let they = try await run(targets(site, control: [control.base + "/"]))
    #expect(they.control == .online)
    #expect(they.visits[0].reading.fault == .connectionRefused && !they.visits[0].reading.isExcluded)
    let we = try await run(targets(site, control: ["http://127.0.0.1:\(other)/"]))
    #expect(we.control == .offline)
    #expect(we.visits[0].reading.fault == .offline && we.visits[0].reading.isExcluded)
  }

  @Test("a refused certificate is told, and the site counts as open; its last day is known")
  func certificate() async throws {
    let server = try TLSServer(name: "localhost", days: 30)
    defer { server.stop() }
    let reading = try #require(try await run(targets("https://localhost:\(server.port)/")).visits.first?.reading)
    #expect(reading.fault == nil)
    #expect(reading.remark?.isTLS == true)
    #expect(reading.certificateEnd != nil)
  }
}
