import Foundation
import Testing

@Suite("Judgements that a person would make too")
struct JudgementTests {
  private static func read(
    more: String = "", _ changing: @escaping @Sendable (Seen) -> Reply?
  ) async throws -> JSON {
    let server = try await SmallSite.serve(changing)
    let place = try Workplace(
      targets: SmallSite.targets(server.address, more: more.replacingOccurrences(of: "SITE", with: server.address)))
    let report = try await place.readDaily(SmallSite.now)
    await server.stop()
    return report
  }

  @Test(
    "a home page whose newest item is two weeks old today is in time, one day more is stale",
    arguments: [("2021-02-24", 0), ("2021-02-23", 1)])
  func home(_ newest: String, _ count: Int) async throws {
    let report = try await Self.read { seen in
      guard seen.path == "/" else { return seen.path.hasPrefix("/old/") ? .html(SmallSite.page("文", "<p>文</p>")) : nil }
      let rows = [
        Row.dated(newest, 1, "县政府召开工作会议", in: "/old/"), .dated("2021-02-01", 2, "全县植树工作会议", in: "/old/"),
        .dated("2021-01-08", 3, "全县安全工作会议", in: "/old/"),
      ]
      return .html(SmallSite.page("首页", "<a href=\"/news/\">工作动态</a>" + ListStyle.plain(rows)))
    }
    #expect(report.findings("home-stale").count == count, "\(report.told)")
  }

  @Test("a site behind a wall is unreadable, never down and never full of dead links")
  func walled() async throws {
    let report = try await Self.read { _ in PortalContent.pages(day: 1)["/zdxm/"] }
    #expect(report.column("office/news")?["status"].string == "unreadable")
    let accused = report.standing.filter { ExpectedFinding.judged.contains($0["kind"].string ?? "") }
    #expect(accused.isEmpty, "\(accused)")
    #expect(!report["unreadable"].array.isEmpty)
  }

  @Test(
    "where every unknown address answers 200, or leads to the home page, a dead link is still found",
    arguments: ["page", "home"])
  func catchAll(_ how: String) async throws {
    let dead = SmallSite.rows(4)[2].path
    let report = try await Self.read { seen in
      let known = SmallSite.answer(seen.path, articles: 4)
      guard known.status == 404 || seen.path == dead else { return nil }
      return how == "home" ? .redirect("/") : .html(SmallSite.page("清河县", "<h1>清河县欢迎您</h1><p>请从上方导航进入。</p>"))
    }
    let hits = report.findings(concerning: dead)
    #expect(hits.map { $0["kind"].string } == ["link-soft-404"], "\(hits)")
    let others = report.standing.filter {
      ($0["kind"].string ?? "").hasPrefix("link-") && $0["target"].string?.hasSuffix(dead) != true
    }
    #expect(others.isEmpty, "\(others)")
    #expect(report.column("office/news")?["status"].string == "fresh")
  }

  @Test("two columns found by name never share an address")
  func shared() async throws {
    let more = """
        - id: town
          name: 白水镇
          kind: township
          home: "SITE/town/"
          columns:
            - { id: a, name: 通知公告, category: 其他, policy: 动态要闻 }
            - { id: b, name: 通知公告, category: 其他, policy: 动态要闻 }
      """
    let report = try await Self.read(more: more) { seen in
      switch seen.path {
      case "/town/": .html(SmallSite.page("白水镇", "<ul><li><a href=\"/town/tz/\">通知公告</a></li></ul>"))
      case "/town/tz/": .html(SmallSite.page("通知公告", ListStyle.plain(SmallSite.rows(4))))
      default: nil
      }
    }
    let statuses = ["town/a", "town/b"].map { report.column($0)?["status"].string ?? "absent" }
    #expect(statuses.sorted() == ["fresh", "unfound"], "\(statuses)")
  }

  @Test("a list is judged by its rows, not by a date in a row's summary or title")
  func summaries() async throws {
    let report = try await Self.read { seen in
      guard seen.path == "/news/" else {
        return seen.path.hasPrefix("/s/") ? .html(SmallSite.page("文", "<p>文</p>")) : nil
      }
      let rows = [("2020-08-03", "关于2021年3月9日停水的通知", "施工至2021年12月31日结束"), ("2020-07-01", "夏季防汛安排", "2021-03-08前完成")]
      let items = rows.enumerated().map {
        "<li><a href=\"/s/\($0).html\">\($1.1)</a><p>\($1.2)</p><span>\($1.0)</span></li>"
      }
      return .html(SmallSite.page("工作动态", "<ul>\(items.joined())</ul>"))
    }
    let column = try #require(report.column("office/news"))
    #expect(column["newest"].string == "2020-08-03" && column["status"].string == "stale", "\(column)")
  }

  @Test("a row dated in the future does not make a list fresh for ever")
  func future() async throws {
    let report = try await Self.read { seen in
      guard seen.path == "/news/" else {
        return seen.path.hasPrefix("/s/") ? .html(SmallSite.page("文", "<p>文</p>")) : nil
      }
      let rows = [
        Row(date: "2091-03-01", title: "防汛值班表", path: "/s/1.html"),
        Row(date: "2020-08-03", title: "植树通知", path: "/s/2.html"),
        Row(date: "2020-07-01", title: "防火通知", path: "/s/3.html"),
      ]
      return .html(SmallSite.page("工作动态", ListStyle.plain(rows)))
    }
    let column = try #require(report.column("office/news"))
    #expect(column["status"].string == "stale", "\(column)")
  }
}
