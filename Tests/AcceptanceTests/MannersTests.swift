import Foundation
import Testing

@Suite("Manners, measured by the server")
struct MannersTests {
  @Test("never more requests at once or a second than configured")
  func rate() async throws {
    let server = try await LoopbackServer { seen in
      SmallSite.answer(seen.path, articles: 40).after(.milliseconds(120))
    }
    let place = try Workplace(
      targets: SmallSite.targets(server.address, fetch: "  per_host: { connections: 2, rate: 10/s }"))
    let outcome = try await place.run("read", "daily", "--now", SmallSite.now)
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    let seen = server.requests
    #expect(seen.count >= 42)
    #expect(seen.map(\.inFlight).max() ?? 0 <= 2)
    let times = seen.map { $0.at.timeIntervalSinceReferenceDate }.sorted()
    // 30 ms for the way between two processes on a busy machine.
    let busiest = times.map { start in times.filter { start..<(start + 0.97) ~= $0 }.count }.max() ?? 0
    #expect(busiest <= 11, "\(busiest) requests in one second")
  }

  @Test("no return before Retry-After", arguments: [429, 503])
  func retryAfter(_ status: Int) async throws {
    let path = SmallSite.rows(4)[1].path
    let calls = Guarded(0)
    let server = try await SmallSite.serve { seen in
      guard seen.path == path else { return nil }
      let call = calls.with { count in
        count += 1
        return count
      }
      return call == 1 ? Reply(status: status, headers: ["Retry-After": "4", "Content-Type": "text/html"]) : nil
    }
    let place = try Workplace(targets: SmallSite.targets(server.address))
    let outcome = try await place.run("read", "daily", "--now", SmallSite.now)
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    let hits = server.hits(path)
    try #require(hits.count >= 2, "it is read again later in the run")
    #expect(hits[1].at.timeIntervalSince(hits[0].at) >= 4)
    let report = try place.report(SmallSite.now)
    #expect(report.findings(concerning: path).isEmpty, "\(report.told)")
    let host = server.requests.filter {
      $0.at > hits[0].at.addingTimeInterval(0.5) && $0.at < hits[0].at.addingTimeInterval(4)
    }
    #expect(host.map(\.path) == [], "the whole host is left alone")
  }

  private static func asked(robots: Reply) async throws -> (Set<String>, Outcome) {
    let server = try await SmallSite.serve { seen in
      if seen.path == "/robots.txt" { return robots }
      if seen.path == "/" {
        let links = ["/news/", "/a/1.html", "/b/1.html", "/b/open.html", "/c/1.pdf"].map {
          "<a href=\"\($0)\">\($0)</a>"
        }
        return .html(SmallSite.page("首页", links.joined()))
      }
      return seen.path.hasPrefix("/news/") ? nil : .html(SmallSite.page("页", "<p>正文</p>"))
    }
    let place = try Workplace(targets: SmallSite.targets(server.address))
    let outcome = try await place.run("read", "daily", "--now", SmallSite.now)
    await server.stop()
    return (Set(server.requests.map(\.path)), outcome)
  }

  private static func robots(_ text: String) -> Reply {
    Reply(headers: ["Content-Type": "text/plain"], body: Data(text.utf8))
  }

  @Test("robots.txt: the longest rule wins, patterns count")
  func robotsRules() async throws {
    let (asked, outcome) = try await Self.asked(
      robots: Self.robots("User-agent: *\nDisallow: /b/\nAllow: /b/open\nDisallow: /*.pdf$\n"))
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(asked.contains("/a/1.html") && asked.contains("/b/open.html"))
    #expect(!asked.contains("/b/1.html") && !asked.contains("/c/1.pdf"), "\(asked)")
  }

  @Test("robots.txt: a group for duwang stands in the place of the general one")
  func robotsGroup() async throws {
    let (asked, _) = try await Self.asked(
      robots: Self.robots("\u{FEFF}user-agent: DUWANG\r\ndisallow: /a/ # 甲\r\n\r\nUser-agent: *\r\nDisallow: /\r\n"))
    #expect(asked.contains("/b/1.html") && asked.contains("/news/"))
    #expect(!asked.contains("/a/1.html"))
  }

  @Test("robots.txt that answers 404 forbids nothing")
  func noRobots() async throws {
    let (asked, _) = try await Self.asked(robots: .notFound())
    #expect(asked.isSuperset(of: ["/a/1.html", "/b/1.html", "/c/1.pdf"]), "\(asked)")
  }

  @Test("the program says who it is")
  func userAgent() async throws {
    let server = try await SmallSite.serve()
    let place = try Workplace(targets: SmallSite.targets(server.address))
    _ = try await place.run("read", "daily", "--now", SmallSite.now)
    await server.stop()
    #expect(!server.requests.isEmpty)
    #expect(server.requests.allSatisfy { $0.headers["user-agent"]?.hasPrefix("duwang/") == true })
  }

  @Test("extra headers come from the environment and are never written anywhere")
  func headers() async throws {
    let server = try await SmallSite.serve()
    let place = try Workplace(
      targets: SmallSite.targets(
        server.address,
        fetch: "  per_host: { connections: 6, rate: 300/s }\n  headers_env: { X-Reader: DUWANG_HEADER }"))
    let outcome = try await place.run(
      "read", "daily", "--now", SmallSite.now, "--verbose", environment: ["DUWANG_HEADER": "pass-7731"])
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(server.requests.contains { $0.headers["x-reader"] == "pass-7731" })
    #expect(!outcome.said.contains("pass-7731"))
    for file in place.files(under: "") {
      #expect(try place.data(file).range(of: Data("pass-7731".utf8)) == nil, "\(file)")
    }
  }
}
