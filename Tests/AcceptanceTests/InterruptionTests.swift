import Foundation
import Testing

@Suite("A run that is stopped, killed or met by another", .serialized)
struct InterruptionTests {
  private static let slow = "  per_host: { connections: 2, rate: 300/s }"

  /// 60 articles that take a while each, so that a run lasts about ten seconds.
  private static func slowSite() async throws -> LoopbackServer {
    try await LoopbackServer { seen in
      SmallSite.answer(seen.path, articles: 60).after(seen.path.hasPrefix("/news/2") ? .milliseconds(300) : .zero)
    }
  }

  /// Waits until the server has been asked for some articles.
  private static func midway(_ server: LoopbackServer, articles: Int = 6) async throws {
    for _ in 0..<1500 {
      if server.requests.filter({ $0.path.hasPrefix("/news/2") }).count >= articles { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("the run never asked for \(articles) articles: \(server.requests.map(\.path))")
  }

  @Test(
    "SIGINT ends the run soon with 130; what was read is kept and the report says that it is not complete",
    arguments: [SIGINT, SIGTERM])
  func interrupted(_ signal: Int32) async throws {
    let server = try await Self.slowSite()
    let place = try Workplace(targets: SmallSite.targets(server.address, fetch: Self.slow))
    let run = try Duwang.start(["read", "daily", "--now", SmallSite.now], in: place.folder)
    try await Self.midway(server)
    let asked = Date()
    run.send(signal)
    let outcome = try await run.outcome(limit: 60)
    await server.stop()
    #expect(signal == SIGINT ? outcome.code == 130 : [130, 143].contains(outcome.code), "\(outcome.brief)")
    #expect(Date().timeIntervalSince(asked) < 15, "\(outcome.brief)")
    if place.exists("Reports/daily/2021-03-10/report.json") {
      let report = try place.report(SmallSite.now)
      #expect(report["complete"].bool == false)
      #expect(report.told == [], "nothing is accused by half a reading: \(report.told)")
      #expect(try place.text("Reports/daily/2021-03-10/index.html").contains("</html>"))
    }
    #expect(place.exists(".duwang/history.sqlite"))
  }

  @Test("after an interruption the next run is complete, and asks conditionally for what was already read")
  func resumed() async throws {
    let server = try await Self.slowSite()
    let place = try Workplace(targets: SmallSite.targets(server.address, fetch: Self.slow))
    let run = try Duwang.start(["read", "daily", "--now", SmallSite.now], in: place.folder)
    try await Self.midway(server, articles: 20)
    run.send(SIGINT)
    _ = try await run.outcome(limit: 60)
    server.forget()
    let report = try await place.readDaily("2021-03-10T10:00:00+08:00")
    await server.stop()
    #expect(report["complete"].bool == true)
    #expect(report["totals"]["pages"].int == 62, "\(report["totals"])")
    #expect(server.requests.filter { $0.headers["if-none-match"] != nil }.count >= 10, "what was read is kept")
  }

  @Test("kill -9 leaves no half report, holds no lock and loses nothing for the next run")
  func killed() async throws {
    let server = try await Self.slowSite()
    let place = try Workplace(targets: SmallSite.targets(server.address, fetch: Self.slow))
    let run = try Duwang.start(["read", "daily", "--now", SmallSite.now], in: place.folder)
    try await Self.midway(server, articles: 20)
    run.send(SIGKILL)
    #expect(try await run.outcome(limit: 30).code == 137)
    for file in place.files(under: "Reports") {
      if file.hasSuffix("report.json") { _ = try JSON(parsing: try place.data(file)) }
      if file.hasSuffix(".html") { #expect(try place.text(file).contains("</html>")) }
    }
    server.forget()
    let report = try await place.readDaily("2021-03-10T10:00:00+08:00")
    await server.stop()
    #expect(report["complete"].bool == true)
    #expect(report["totals"]["pages"].int == 62, "\(report["totals"])")
    #expect(report.standing.filter { $0["severity"].string != "hint" }.isEmpty, "\(report.told)")
    #expect(server.requests.filter { $0.headers["if-none-match"] != nil }.count >= 10, "what was read is kept")
  }

  @Test("a second run beside the first ends at once with 75, says so, and disturbs nothing")
  func locked() async throws {
    let server = try await Self.slowSite()
    let place = try Workplace(targets: SmallSite.targets(server.address, fetch: Self.slow))
    let run = try Duwang.start(["read", "daily", "--now", SmallSite.now], in: place.folder)
    try await Self.midway(server)
    let second = try await place.run("read", "daily", "--now", SmallSite.now, limit: 30)
    #expect(second.code == 75, "\(second.brief)")
    #expect(second.seconds < 15)
    #expect(!second.stderr.isEmpty)
    let other = try await place.run("targets", "validate", limit: 30)
    #expect(other.code == 0, "what needs no lock goes on: \(other.brief)")
    let first = try await run.outcome()
    await server.stop()
    #expect(first.code == 0, "\(first.brief)")
    #expect(try place.report(SmallSite.now)["complete"].bool == true)
  }

  @Test("another state is another lock")
  func otherState() async throws {
    let server = try await SmallSite.serve()
    let place = try Workplace(targets: SmallSite.targets(server.address))
    async let first = place.run("read", "daily", "--now", SmallSite.now, "--state", "a", "--reports", "ra")
    async let second = place.run("read", "daily", "--now", SmallSite.now, "--state", "b", "--reports", "rb")
    let codes = try await [first.code, second.code]
    await server.stop()
    #expect(codes == [0, 0])
  }
}
