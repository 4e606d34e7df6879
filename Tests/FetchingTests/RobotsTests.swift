import DuwangCore
import TestSupport
import Testing

@testable import Fetching

/// RFC 9309.
@Suite struct RobotsTests {
  private func allows(_ robots: String, _ path: String) -> Bool {
    RobotsRules(Array(robots.utf8), token: "duwang").allows(path)
  }

  @Test(arguments: [
    ("", "/a", true), ("User-agent: *\nDisallow:", "/a", true), ("User-agent: *\nDisallow: /", "/a", false),
    ("User-agent: *\nDisallow: /", "/robots.txt", true),
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true),
    ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true),
    ("User-agent: *\nDisallow: /*.mp4$", "/x/y.mp4", false), ("User-agent: *\nDisallow: /*.mp4$", "/x.mp4?a", true),
    ("User-agent: *\nDisallow: /a*b*c", "/aXbXc", false), ("User-agent: *\nDisallow: /a*b*c", "/aXcXb", true),
    ("User-agent: *\nDisallow: /a$", "/a", false), ("User-agent: *\nDisallow: /a$", "/ab", true),
    ("User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /x", "/a", true),
    ("User-agent: *\nDisallow: /\n\nUser-agent: DuWang/2.0\nDisallow: /x", "/a", true),
    ("User-agent: a\nUser-agent: duwang\nDisallow: /x", "/x", false),
    ("User-agent: duwang\nDisallow: /x\nUser-agent: duwang\nDisallow: /y", "/x", false),
    ("\u{feff}User-agent: *\r\nDisallow: /a # note", "/ab", false), ("Disallow: /", "/a", true),
    ("User-agent: *\nDisallow: /政务", "/%E6%94%BF%E5%8A%A1/a", false), ("User-agent: *\nDisallow: /%7ea", "/~a", false),
    ("user-agent:*\ndisallow:/a?b=", "/a?b=1", false), ("<html>Disallow: /</html>", "/", true),
  ])
  func whatMayBeRead(robots: String, path: String, allowed: Bool) { #expect(allows(robots, path) == allowed) }

  @Test func aHostileFileTakesNoTime() {
    let line = "Disallow: /" + String(repeating: "a*", count: 250) + "b\n"
    let robots = "User-agent: *\n" + String(repeating: line, count: 250)
    let clock = ContinuousClock()
    let rules = RobotsRules(Array(robots.utf8), token: "duwang")
    let took = clock.measure { _ = rules.allows("/" + String(repeating: "a", count: 3000)) }
    // Quadratic matching would take minutes.
    #expect(took < .seconds(20))
  }

  @Test func whatIsForbiddenIsNotAskedFor() async throws {
    let server = try FaultServer([
      "/robots.txt": [.text("User-agent: *\nDisallow: /no")], "/yes": [.text("yes")], "/no": [.text("no")],
      "/way": [.redirect("/no")],
    ])
    defer { server.stop() }
    let fetcher = makeFetcher()
    #expect(await fetcher.fetch(FetchRequest(server.base + "/yes")).isGood)
    for purpose in [FetchRequest.Purpose.page, .asset, .external] {
      let outcome = await fetcher.fetch(FetchRequest(server.base + "/no", purpose: purpose))
      #expect(outcome.fault == .disallowedByRobots)
    }
    #expect(await fetcher.fetch(FetchRequest(server.base + "/way")).fault == .disallowedByRobots)
    #expect(server.requests("/no").isEmpty)
    #expect(server.requests("/robots.txt").count == 1)
    #expect(await fetcher.fetch(FetchRequest(server.base + "/no", purpose: .probe)).isGood)
  }

  @Test(arguments: [404, 403, 401, 412, 521])
  func aRobotsFileThatIsNotThereForbidsNothing(status: Int) async throws {
    let server = try FaultServer(["/robots.txt": [.status(status)], "/": [.text("ok")]])
    defer { server.stop() }
    #expect(await makeFetcher().fetch(FetchRequest(server.base + "/")).isGood)
  }

  @Test func manyPagesAtOnceAskForTheRobotsFileOnce() async throws {
    let server = try FaultServer { request, _ in request.path == "/robots.txt" ? .status(404) : .text("ok") }
    defer { server.stop() }
    let fetcher = makeFetcher { $0.connectionsPerHost = 32 }
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<100 { group.addTask { _ = await fetcher.fetch(FetchRequest("\(server.base)/\(index)")) } }
    }
    #expect(server.requests("/robots.txt").count == 1)
    #expect(server.requests.count == 101)
  }

  @Test func aHostThatIsDownIsDownWhateverItsRobotsFile() async throws {
    let port = try FaultServer.closedPort()
    let outcome = await makeFetcher().fetch(FetchRequest("http://127.0.0.1:\(port)/"))
    #expect(outcome.fault == .connectionRefused)
  }

  @Test func aHostThatAnswers503ToAllIsDown() async throws {
    let server = try FaultServer { _, _ in .status(503) }
    defer { server.stop() }
    let fetcher = makeFetcher()
    for path in ["/", "/a", "/b"] {
      let outcome = await fetcher.fetch(FetchRequest(server.base + path))
      #expect(outcome.fault == .serverError && outcome.status == 503)
    }
    #expect(server.requests.map(\.path) == ["/robots.txt", "/"])
  }

  @Test func aBrokenRobotsFileAccusesNobody() async throws {
    let server = try FaultServer { request, _ in request.path == "/robots.txt" ? .status(500) : .text("ok") }
    defer { server.stop() }
    let fetcher = makeFetcher()
    #expect(await fetcher.fetch(FetchRequest(server.base + "/")).isGood)
    #expect(await fetcher.fetch(FetchRequest(server.base + "/a")).fault == .disallowedByRobots)
    #expect(server.requests("/a").isEmpty)
  }

  @Test func crawlDelayIsKept() async throws {
    let server = try FaultServer { request, _ in
      .text(request.path == "/robots.txt" ? "User-agent: *\nCrawl-delay: 0.5" : "ok")
    }
    defer { server.stop() }
    let fetcher = makeFetcher()
    for path in ["/a", "/b", "/c"] { _ = await fetcher.fetch(FetchRequest(server.base + path)) }
    let times = server.requests.map(\.at).sorted()
    #expect(times[2] - times[1] >= 0.4 && times[3] - times[2] >= 0.4)
  }

  @Test func robotsMayBeIgnoredOnOnesOwnSite() async throws {
    let server = try FaultServer { _, _ in .text("User-agent: *\nDisallow: /") }
    defer { server.stop() }
    #expect(await makeFetcher { $0.obeysRobots = false }.fetch(FetchRequest(server.base + "/")).isGood)
    #expect(server.requests("/robots.txt").isEmpty)
  }
}
