import Foundation
import Testing

@Suite("Addresses are asked as browsers ask them")
struct AddressTests {
  /// Reads a site whose home page holds `links`, and gives what the server was asked for.
  private static func asked(_ links: String, head: String = "", silentGBK: Bool = false) async throws -> (
    Set<String>, JSON, String
  ) {
    let html = "<html><head><title>首页</title>\(head)</head><body><a href=\"/news/\">工作动态</a>\(links)</body></html>"
    let server = try await SmallSite.serve { seen in
      if seen.path == "/" {
        return silentGBK
          ? PortalContent.plain(html) : .html(html.replacingOccurrences(of: "PORT", with: seen.headers["host"] ?? ""))
      }
      return seen.path.hasPrefix("/x/") ? .html(SmallSite.page("页", "<p>正文</p>")) : nil
    }
    let place = try Workplace(targets: SmallSite.targets(server.address))
    let report = try await place.readDaily(SmallSite.now)
    await server.stop()
    return (Set(server.requests.map(\.target)), report, server.address)
  }

  @Test("blanks, entities, fragments, scheme-relative and upper-case forms")
  func forms() async throws {
    let (asked, report, _) = try await Self.asked(
      """
      <a href=" /x/a b.html ">一</a> <a href="/x/c.html?p=1&amp;q=2">二</a> <a href="/x/d.html#part">三</a>
      <a href="//PORT/x/e.html">四</a> <a href="HTTP://PORT/x/f.html">五</a> <a href="./x/../x/g.html">六</a>
      <a href='/x/h
      i.html'>七</a> <a HREF=/x/j.html>八</a> <a href="\\x\\k.html">九</a> <a href="/x/%E5%85%AC.html">十</a>
      <a href="#top">顶</a> <a href="javascript:void(0)">无</a> <a href="mailto:a@b.cn">信</a> <a href="tel:0319">话</a>
      <a href="">空</a> <a>无址</a> <a href="data:text/html,x">数</a> <a href="about:blank">白</a>
      """)
    let expected = [
      "/x/a%20b.html", "/x/c.html?p=1&q=2", "/x/d.html", "/x/e.html", "/x/f.html", "/x/g.html", "/x/hi.html",
      "/x/j.html", "/x/k.html", "/x/%E5%85%AC.html",
    ]
    #expect(Set(expected).subtracting(asked) == [], "asked: \(asked.sorted())")
    #expect(report.findings("link-broken").isEmpty, "\(report.told)")
  }

  @Test("the page's base counts")
  func base() async throws {
    let (asked, _, _) = try await Self.asked("<a href=\"l.html\">一</a>", head: "<base href=\"/x/deep/\">")
    #expect(asked.contains("/x/deep/l.html"), "\(asked.sorted())")
  }

  @Test("a Chinese path goes as UTF-8, a Chinese query in the page's own charset")
  func chinese() async throws {
    let (asked, report, _) = try await Self.asked("<a href=\"/x/公告.html?name=公告\">一</a>", silentGBK: true)
    let upper = Set(asked.map { $0.uppercased() })
    #expect(upper.contains("/X/%E5%85%AC%E5%91%8A.HTML?NAME=%B9%AB%B8%E6"), "\(asked.sorted())")
    #expect(report.findings("link-broken").isEmpty)
  }
}

@Suite("Servers that behave badly")
struct BadServerTests {
  private static let article = SmallSite.rows(4)[1].path

  private static func read(
    _ reply: Reply, fetch: String = "", timeout: String = "30s"
  ) async throws -> (JSON, Outcome, Workplace) {
    let server = try await SmallSite.serve { $0.path == article ? reply : nil }
    let lines = "  per_host: { connections: 6, rate: 300/s }" + fetch
    let text = SmallSite.targets(server.address, fetch: lines).replacingOccurrences(
      of: "timeout: 30s", with: "timeout: \(timeout)")
    let place = try Workplace(targets: text)
    let outcome = try await place.run("read", "daily", "--now", SmallSite.now, limit: 60)
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    return (try place.report(SmallSite.now), outcome, place)
  }

  @Test("a page that never answers is suspected, and the run ends")
  func silent() async throws {
    let (report, outcome, _) = try await Self.read(.html("").after(.seconds(60)), timeout: "6s")
    #expect(outcome.seconds < 50)
    let hits = report.findings(concerning: Self.article)
    try #require(hits.count == 1, "\(report.told)")
    #expect(hits[0]["confidence"].string == "suspected")
  }

  @Test("a small answer that unpacks to very much is cut, and is no broken link")
  func bomb() async throws {
    let packed = FileManager.default.temporaryDirectory.appending(path: "bomb-\(UUID().uuidString).gz")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "head -c 300000000 /dev/zero | gzip -6 > '\(packed.path)'"]
    try shell.run()
    shell.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: packed) }
    let headers = ["Content-Type": "text/html", "Content-Encoding": "gzip"]
    let (report, outcome, _) = try await Self.read(
      Reply(headers: headers, body: try Data(contentsOf: packed)), fetch: "\n  max_body: 1MB")
    #expect(outcome.seconds < 30)
    #expect(report.findings("link-broken").isEmpty)
    #expect((report["totals"]["bytes"].int ?? 0) < 20_000_000, "\(report["totals"])")
  }

  @Test("a redirect to a file of this machine is not followed")
  func fileRedirect() async throws {
    let (_, _, place) = try await Self.read(.redirect("file:///etc/passwd"))
    for file in place.files(under: "Reports") {
      #expect(try place.data(file).range(of: Data("root:x:0".utf8)) == nil, "\(file)")
    }
  }

  @Test(
    "a redirect without an end, a redirect without a place, an empty answer", arguments: ["loop", "nowhere", "empty"])
  func odd(_ how: String) async throws {
    let reply: Reply =
      switch how {
      case "loop": .redirect(Self.article)
      case "nowhere": Reply(status: 302, headers: ["Content-Type": "text/html"])
      default: .html("")
      }
    let (report, _, _) = try await Self.read(reply)
    #expect(report["complete"].bool == true)
    #expect(report.column("office/news")?["status"].string == "fresh")
  }
}
