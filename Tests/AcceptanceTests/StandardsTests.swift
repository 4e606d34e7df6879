import Foundation
import Testing

@Suite("Standards of a registered site")
struct StandardsTests {
  private static let now = "2021-03-20T08:30:00+08:00"

  private static func serve(_ answer: String) async throws -> LoopbackServer {
    try await SmallSite.serve { seen in
      switch seen.path {
      case "/":
        .html(
          SmallSite.page(
            "首页", "<form action=\"/search\"><input name=\"q\"></form><a href=\"/news/\">工作动态</a>"))
      case "/search": .html(SmallSite.page("检索", answer))
      default: nil
      }
    }
  }

  private static func read(_ server: LoopbackServer, more: String = "") async throws -> JSON {
    let yaml = SmallSite.targets(server.address, more: more)
      .replacingOccurrences(of: "home: ", with: "code: \"1305340001\", home: ")
    return try await Workplace(targets: yaml).readDaily(now)
  }

  @Test("the site's search is asked once for a title that it lists; that it finds nothing is a hint")
  func search() async throws {
    let server = try await Self.serve("<div>没有找到相关信息</div>")
    let report = try await Self.read(server)
    let asked = server.hits("/search")
    await server.stop()
    #expect(asked.count == 1)
    let found = report.findings("element-missing")
    try #require(found.count == 1, "\(report.told)")
    #expect(found[0]["severity"].string == "hint")
    #expect(found[0]["target"].string?.contains("/search?q=") == true)
  }

  @Test("a search that scope excludes is not asked")
  func excluded() async throws {
    let server = try await Self.serve("<div>没有找到相关信息</div>")
    let report = try await Self.read(server, more: "scope: { exclude: [\"/search\"] }")
    let asked = server.hits("/search")
    await server.stop()
    #expect(asked.isEmpty)
    #expect(report.findings("element-missing").isEmpty)
  }

  @Test("letters stand in the report by their dates, never by their titles")
  func interaction() async throws {
    let server = try await SmallSite.serve { seen in
      seen.path == "/mail/"
        ? .html(
          SmallSite.page(
            "县长信箱",
            "<ul><li><a href=\"/mail/1.html\">某小区住户反映停水</a><span>未答复</span><span>2021-03-05</span></li>"
              + "<li><a href=\"/mail/2.html\">某村村民反映道路</a><span>已回复</span><span>2021-03-01</span></li></ul>"))
        : nil
    }
    let yaml =
      SmallSite.targets(server.address)
      + "\n      - { id: mail, name: 县长信箱, url: \"\(server.address)/mail/\", category: 政民互动, policy: { reply_within: 3mo } }\n"
    let report = try await Workplace(targets: yaml).readDaily(Self.now)
    await server.stop()
    let state = report["interaction"].array[0]
    #expect(state["column"].string == "office/mail")
    #expect(state["letters"].array.map { $0["asked"].string } == ["2021-03-05", "2021-03-01"])
    #expect(state["letters"].array.map { $0["isOpen"].bool } == [true, false])
    #expect(!"\(state)".contains("小区"))
  }
}
