import DuwangCore
import Pipeline
import TestSupport
import Testing

@Suite("Links: places within pages") struct LinksFragmentTests {
  /// What is said of the links of `/`, by the part after the host.
  private func missing(_ html: String, _ others: [String: [Reply]] = [:], type: String = "") async throws -> [String] {
    let server = try FaultServer(
      others.merging(["/": [.page("\(type)<html><body><h1>页面</h1>\(html)</body></html>")]]) { $1 })
    defer { server.stop() }
    let report = try await LinksRun(.quick([server.base + "/"]), environment: [:]).run()
    return report.fragments.map { $0.url.replacing(server.base, with: "") }
  }

  @Test("ids, names of anchors and percent-encoded places are found")
  func found() async throws {
    let html = """
      <a href="#a">1</a><a href="#b">2</a><a href="#%E9%99%84%E4%BB%B6">3</a><a href="#c%3Ad">4</a>
      <p id="a"></p><a name="b"></a><p id="附件"></p><p id="c%3Ad"></p>
      """
    #expect(try await missing(html).isEmpty)
  }

  @Test("a place that no element has is missing; letter case is overlooked in a page without a document type")
  func notFound() async throws {
    let html = "<a href='#a'>1</a><a href='#B'>2</a><p id='b'></p>"
    #expect(try await missing(html) == ["/#a"])
    #expect(try await missing(html, type: "<!DOCTYPE html>") == ["/#B", "/#a"])
  }

  @Test("the top, states of scripts and searched texts are no places")
  func noPlaces() async throws {
    let fragments = ["", "top", "TOP", "/news", "!a", "page=3", ":~:text=x", "none"]
    #expect(try await missing(fragments.map { "<a href='#\($0)'>x</a>" }.joined()).isEmpty)
  }

  @Test("a place on another page is looked for there, behind a redirect too")
  func otherPage() async throws {
    let others: [String: [Reply]] = [
      "/b": [.redirect("/b/")], "/b/": [.page("<html><body><h1 id='x'>另一页</h1></body></html>")],
    ]
    #expect(try await missing("<a href='/b#x'>1</a><a href='/b#y'>2</a>", others) == ["/b#y"])
  }

  @Test("a page that a script fills, a wall and a page that is not there tell nothing of their places")
  func unreadable() async throws {
    let others: [String: [Reply]] = [
      "/app": [.page("<html><body><div id='app'></div><script src='/a.js'></script></body></html>")],
      "/wall": [.status(403)], "/a.js": [.text("var a")],
    ]
    #expect(try await missing("<a href='/app#x'>1</a><a href='/wall#x'>2</a><a href='/gone#x'>3</a>", others).isEmpty)
  }

  @Test("a template's link to a missing place of its own page is one, with the number of its pages")
  func template() async throws {
    let server = try FaultServer { request, _ in
      guard let n = Int(request.path.dropFirst()) ?? (request.path == "/" ? 0 : nil), n < 20 else {
        return .status(404)
      }
      return .page("<html><body><h1>第\(n)页</h1><a href='#main'>正文</a><a href='/\(n + 1)'>下</a></body></html>")
    }
    defer { server.stop() }
    let report = try await LinksRun(.quick([server.base + "/"]), environment: [:]).run()
    #expect(report.fragments.map(\.pages) == [20])
  }
}
