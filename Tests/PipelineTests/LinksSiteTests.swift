import DuwangCore
import Foundation
import Pipeline
import TestSupport
import Testing

/// A site on loopback with everything that makes other checkers cry wolf.
@Suite("Links: a site") struct LinksSiteTests {
  static let pages = 300
  private static let frame = "<footer><a href='/dead-footer.html'>友情链接</a></footer>"

  private static func page(_ body: String, title: String = "页面") -> Reply {
    .page("<!DOCTYPE html><html><head><title>\(title)</title></head><body>\(body)\(frame)</body></html>")
  }

  /// Ten links to the next pages each, and 25 dead ones spread over the site.
  static func reply(_ request: FaultServer.Request, _ count: Int) -> Reply {
    if request.path.hasPrefix("/p"), let n = Int(request.path.dropFirst(2).prefix { $0.isNumber }), n < pages {
      let next = (1...10).map { "<a href='/p\((n * 10 + $0) % pages).html'>第\($0)条</a>" }.joined()
      let dead = n < 25 ? "<a href='/gone\(n).html'>办事指南</a>" : ""
      return page("<h1>第\(n)页</h1><p>\(String(repeating: "第\(n)页的正文。", count: 20))</p>\(next)\(dead)")
    }
    switch request.path {
    case "/": return page("<h1>首页</h1><a href='/p0.html'>一</a><a href='/odd.html'>二</a>")
    case "/odd.html":
      let paths = ["/loop", "/flaky", "/soft", "/file.pdf", "/w403", "/w412", "/w429", "/slow-to-wake"]
      return page(
        paths.map { "<a href='\($0)'>\($0)</a>" }.joined() + "<a href='http://exa mple.cn/'>坏</a>"
          + "<a href='#here'>此处</a><a href='#not-here'>别处</a><a href='#top'>顶部</a><h2 id='here'>此处</h2>")
    case "/loop": return .redirect("/loop")
    case "/flaky": return count == 0 ? .status(500) : page(String(repeating: "恢复后的正文。", count: 20))
    case "/slow-to-wake": return count == 0 ? .hangUp : page(String(repeating: "醒来后的正文。", count: 20))
    case "/soft": return page("您访问的页面不存在", title: "404")
    case "/file.pdf": return page("<p>请登录</p>")
    case "/w403": return .status(403)
    case "/w412": return .status(412)
    case "/w429": return .status(429, headers: ["Retry-After": "1"])
    default: return .status(404)
    }
  }

  @Test("a dead footer link on every page and 25 dead links are 26 results, each once; hiccups and walls are none")
  func site() async throws {
    let server = try FaultServer(answer: LinksSiteTests.reply)
    defer { server.stop() }
    let streamed = Locked<[String]>([])
    var run = LinksRun(.quick([server.base + "/"]), environment: [:])
    run.settled = { link in if link.isBroken { streamed.withLock { $0.append(link.url) } } }
    let report = try await run.run()

    let broken = Dictionary(report.broken.map { ($0.url.replacing(server.base, with: ""), $0) }) { first, _ in first }
    let dead = (0..<25).map { "/gone\($0).html" } + ["/dead-footer.html"]
    let odd = ["/loop", "/soft", "/file.pdf", "http://exa mple.cn/", "/odd.html#not-here"]
    #expect(Set(broken.keys) == Set(dead + odd))
    #expect(report.broken.count == dead.count + odd.count)
    #expect(Set(streamed.withLock { $0 }).count == dead.count + odd.count - 1)
    // Every page carries the footer: the numbered ones, home, odd, the two that recovered, and the soft 404.
    #expect(broken["/dead-footer.html"]?.pages == LinksSiteTests.pages + 5)
    #expect(broken["/gone3.html"]?.text == "办事指南")
    let blocked = report.results.filter { $0.status == .blocked }.map(\.code)
    #expect(Set(blocked) == [403, 412, 429])
    let well = Set(report.results.filter { $0.status == .ok }.map(\.url))
    #expect(well.isSuperset(of: [server.base + "/flaky", server.base + "/slow-to-wake"]))
    #expect(report.hosts.first?.links == report.results.count - 1)
    #expect(server.requests("/p7.html").count == 1)
  }

  @Test("a missing page is told among many of a folder, whether the folder owns up to made-up paths or answers them")
  func softNotFoundAmongMany() async throws {
    let text = String(repeating: "县政府召开会议部署工作。", count: 80)
    let server = try FaultServer { request, _ in
      let name = request.path.split(separator: "/").last.map(String.init) ?? ""
      switch (request.path, Int(name)) {
      case ("/", _):
        return .page(["honest", "other"].flatMap { f in (0..<40).map { "<a href='/\(f)/\($0)'>\($0)</a>" } }.joined())
      case (_, 30?), (_, 31?): return .page("<title>通知</title><p>您访问的页面不存在</p>")
      case (_, 32?): return .page("<title>404</title><p>\(text)</p><p>参数错误</p>")
      case (_, _?): return .page("<title>会议</title><p>\(text)</p>")
      default: return request.path.hasPrefix("/other") ? .page("<title>会议</title><p>\(text)</p>") : .status(404)
      }
    }
    defer { server.stop() }
    let report = try await LinksRun(.quick([server.base + "/"]), environment: [:]).run()
    let dead = ["honest", "other"].flatMap { f in (30...31).map { "\(server.base)/\(f)/\($0)" } }
    #expect(Set(report.broken.map(\.url)).isSuperset(of: dead))
    #expect(report.broken.allSatisfy { $0.url.hasSuffix("30") || $0.url.hasSuffix("31") || $0.url.hasSuffix("32") })
    let madeUp = server.requests.filter { $0.path.hasPrefix("/honest/duwang-") }
    #expect(madeUp.count == 1)
  }

  @Test("links of other sites are tried only when asked, and never crawled")
  func otherSites() async throws {
    let other = try FaultServer(["/a": [.page("<a href='/b'>b</a>")]])
    let server = try FaultServer(["/": [.page("<a href='\(other.base)/a'>a</a><a href='\(other.base)/dead'>d</a>")]])
    defer {
      other.stop()
      server.stop()
    }
    var request = LinksRequest.quick([server.base + "/"])
    let without = try await LinksRun(request, environment: [:]).run()
    #expect(other.requests.isEmpty)
    #expect(without.untried.map(\.url) == [other.base + "/a", other.base + "/dead"])
    request.triesExternal = true
    let with = try await LinksRun(request, environment: [:]).run()
    #expect(with.broken.map(\.url) == [other.base + "/dead"])
    #expect(other.requests("/b").isEmpty)
  }

  @Test("depth counts links from the start; what a limit kept out is said", .timeLimit(.minutes(1)))
  func depth() async throws {
    let server = try FaultServer { request, _ in
      guard request.path.hasPrefix("/d"), let n = Int(request.path.dropFirst(2)) else { return .status(404) }
      return .page("<a href='/d\(n + 1)'>下一页</a>")
    }
    defer { server.stop() }
    var request = LinksRequest.quick([server.base + "/d0"])
    request.depth = 2
    let report = try await LinksRun(request, environment: [:]).run()
    #expect(report.results.map(\.url) == ["/d0", "/d1", "/d2"].map { server.base + $0 })
    #expect(server.requests("/d3").isEmpty)
    #expect(report.limitsHit.map(\.limit) == ["max_depth"])
    #expect(report.untried.map(\.url) == [server.base + "/d3"])
  }

  @Test("patterns choose what is looked at") func patterns() async throws {
    let server = try FaultServer(["/": [.page("<a href='/a/1'>1</a><a href='/b/1'>2</a><a href='/b/no/1'>3</a>")]])
    defer { server.stop() }
    var request = LinksRequest.quick([server.base + "/"])
    (request.include, request.exclude) = (["/b"], ["/b/no"])
    let report = try await LinksRun(request, environment: [:]).run()
    #expect(report.broken.map(\.url) == [server.base + "/b/1"])
  }

  @Test("a start that leads to another host means the site there") func startElsewhere() async throws {
    let site = try FaultServer(["/": [.page("<a href='/dead'>d</a>")]])
    let old = try FaultServer(["/": [.redirect(site.base + "/")]])
    defer {
      site.stop()
      old.stop()
    }
    let report = try await LinksRun(.quick([old.base + "/"]), environment: [:]).run()
    #expect(report.broken.map(\.url) == [site.base + "/dead"])
  }

  @Test("a start that does not answer is itself the result") func deadStart() async throws {
    let url = "http://127.0.0.1:\(try FaultServer.closedPort())/"
    let report = try await LinksRun(.quick([url]), environment: [:]).run()
    #expect(report.pages == 0)
    #expect(report.broken.map(\.url) == [url])
    #expect(report.broken.map(\.fault) == [.connectionRefused])
  }

  @Test("what was done before an interruption is kept", .timeLimit(.minutes(1))) func interrupted() async throws {
    let server = try FaultServer([
      "/": [.page("<a href='/dead'>d</a><a href='/silent'>s</a>")], "/silent": [.silence],
    ])
    defer { server.stop() }
    let run = LinksRun(.quick([server.base + "/"]), environment: [:])
    let task = Task { try await run.run() }
    while server.requests("/dead").count < 2 { try await Task.sleep(for: .milliseconds(20)) }
    try await Task.sleep(for: .milliseconds(300))
    task.cancel()
    let report = try await task.value
    #expect(report.isInterrupted)
    #expect(report.broken.map(\.url) == [server.base + "/dead"])
  }

  @Test("the JSON document has every key, and leaves out what is well") func json() async throws {
    let server = try FaultServer(["/": [.page("<a href='/dead'>死</a><a href='/'>首页</a>")]])
    defer { server.stop() }
    let report = try await LinksRun(.quick([server.base + "/"]), environment: [:]).run()
    let data = try JSONEncoder().encode(LinksJSON(report, all: false))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let results = try #require(object["results"] as? [[String: Any]])
    #expect(results.count == 1)
    #expect(
      Set(results[0].keys).isSuperset(
        of: ["page", "url", "text", "line", "status", "code", "reason", "finalUrl", "kind"]))
    #expect(object["pages"] as? Int == 1)
    #expect(object["links"] as? Int == 2)
  }
}
