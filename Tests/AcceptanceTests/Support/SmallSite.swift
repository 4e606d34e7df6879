import Foundation

/// A site of one column for the tests of the interface: a home page, a list, and its articles.
enum SmallSite {
  static let now = "2021-03-10T08:30:00+08:00"

  /// `changing` answers first where it has an answer.
  static func serve(
    articles: Int = 4, _ changing: @escaping @Sendable (Seen) -> Reply? = { _ in nil }
  ) async throws -> LoopbackServer {
    try await LoopbackServer { seen in changing(seen) ?? answer(seen.path, articles: articles) }
  }

  static func answer(_ path: String, articles: Int) -> Reply {
    switch path {
    case "/": return .html(page("首页", "<a href=\"/news/\">工作动态</a>"))
    case "/news/": return .html(page("工作动态", ListStyle.plain(rows(articles))))
    case "/robots.txt": return Reply(headers: ["Content-Type": "text/plain"], body: Data("User-agent: *\n".utf8))
    default:
      guard let row = rows(articles).first(where: { $0.path == path }) else { return .notFound() }
      return .html(
        page(
          row.title,
          """
          <h1>\(row.title)</h1><div>发布时间：\(row.date)　来源：县政府办公室</div>
          <div class="content"><p>\(row.title)，听取有关单位的工作情况汇报，对下一步重点任务作出安排，有关情况向社会公开。</p>
          <p>会议要求，各乡镇人民政府、县政府各部门按照职责分工抓好落实，遇到的问题及时向县政府办公室报告，办理结果按规定公布。</p></div>
          """))
    }
  }

  static func rows(_ count: Int) -> [Row] {
    (0..<count).map { Row.dated("2021-03-0\(9 - min($0 / 40, 8))", $0, "全县第\($0 + 1)次工作会议召开", in: "/news/") }
  }

  static func page(_ title: String, _ body: String) -> String {
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(title)</title></head><body>\(body)</body></html>"
  }

  /// `fetch` holds further lines of the section, each indented by two blanks.
  static func targets(
    _ address: String, fetch: String = "", allowPrivate: Bool = true, control: [String] = [], more: String = ""
  ) -> String {
    """
    version: 1
    sites:
      - { id: portal, name: 清河县人民政府, home: "\(address)/" }
    probe: { control: [\(control.map { "\"\($0)\"" }.joined(separator: ", "))] }
    fetch:
      timeout: 30s
      retries: 0
      recheck_after: 1s
      allow_private_addresses: \(allowPrivate)
    \(fetch.isEmpty ? "  per_host: { connections: 6, rate: 300/s }" : fetch)
    units:
      - id: office
        name: 县政府办公室
        kind: office
        columns:
          - { id: news, name: 工作动态, url: "\(address)/news/", category: 新闻发布, policy: 动态要闻 }
    \(more)
    """
  }

  /// A port on which nothing listens.
  static func closedAddress() async throws -> String {
    let server = try await LoopbackServer { _ in .notFound() }
    await server.stop()
    return server.address
  }
}
