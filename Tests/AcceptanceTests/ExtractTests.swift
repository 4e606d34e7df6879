import Foundation
import Testing

@Suite("duwang extract")
struct ExtractTests {
  static let keys: [String: Set<String>] = [
    "url": ["string", "null"], "charset": ["string"], "charsetSource": ["string"], "pageType": ["string"],
    "cms": ["string"], "title": ["string", "null"], "publishedAt": ["string", "null"], "source": ["string", "null"],
    "body": ["string", "null"], "entries": ["array"], "newest": ["string", "null"], "nextPage": ["string", "null"],
    "attachments": ["array"], "links": ["number"], "unreadable": ["string", "null"], "blocks": ["array"],
  ]
  static let site = "http://www.qinghexian.gov.cn"

  private static func extract(_ html: Data, url: String, _ more: [String] = []) async throws -> JSON {
    let place = try Workplace()
    try place.write("page.html", html)
    let outcome = try await Duwang.run(
      ["extract", "page.html", "--url", url, "--json"] + more, in: place.folder, limit: 30)
    try #require(outcome.code == 0, "\(outcome.brief)")
    let page = try JSON(parsing: outcome.stdout)
    for (key, types) in keys {
      let type = page.object[key]?.type ?? "absent"
      #expect(types.contains(type), "\(key) is \(type)")
    }
    return page
  }

  private static func extract(_ html: String, url: String) async throws -> JSON {
    try await extract(Data(html.utf8), url: url)
  }

  private static func rows(_ page: JSON) -> [String] {
    page["entries"].array.map { "\($0["date"].string ?? "-") \($0["title"].string ?? "-") \($0["url"].string ?? "-")" }
  }

  private static func expected(_ rows: [Row], base: String) -> [String] {
    rows.map { "\($0.date) \($0.title) \(URL(string: $0.path, relativeTo: URL(string: base)!)!.absoluteString)" }
  }

  @Test("a list's rows come in page order with absolute addresses, a pinned one where it stands")
  func list() async throws {
    let url = site(of: "/qhyw/")
    let page = try await Self.extract(Frame.column("清河要闻", list: ListStyle.plain(Lists.news)), url: url)
    #expect(Self.rows(page) == Self.expected(Lists.news, base: url))
    #expect(page["newest"].string == "2021-03-09")
    #expect(page["pageType"].string == "list")
    #expect(page["title"].string == "清河要闻")
    #expect(page["unreadable"] == .null)
  }

  private func site(of path: String) -> String { Self.site + path }

  @Test("a vendor's list is read and its maker named", arguments: ["trs", "jcms", "vsb", "table", "dl"])
  func styles(_ style: String) async throws {
    let (rows, list, path): ([Row], String, String) =
      switch style {
      case "trs": (Lists.policies[0], ListStyle.trs(Lists.policies[0], pages: 3, current: 0), "/zcwj/")
      case "jcms": (Lists.jcms, ListStyle.jcms(Lists.jcms, column: 1234), "/col/col1234/index.html")
      case "vsb": (Lists.responses, ListStyle.vsb(Lists.responses), "/hygq.htm")
      case "table": (Lists.notices, ListStyle.table(Lists.notices), "/tzgg/")
      default: (Lists.personnel, ListStyle.definitions(Lists.personnel), "/rsrm/")
      }
    let url = site(of: path)
    let page = try await Self.extract(Frame.column("栏目", list: list), url: url)
    #expect(Self.rows(page) == Self.expected(rows, base: url))
    let maker = ["trs": "trs", "jcms": "hanweb", "vsb": "vsb"][style] ?? "unknown"
    #expect(page["cms"].string == maker)
    if style == "trs" { #expect(page["nextPage"].string == site(of: "/zcwj/index_1.html")) }
  }

  @Test("a unit that a script fills is read as far as a single file allows, never as an empty list")
  func jpaas() async throws {
    let page = try await Self.extract(
      Frame.column("工作动态", list: ListStyle.jpaas(page: "bsgzdt")), url: site(of: "/bsz/gzdt/index.html"))
    #expect(page["cms"].string == "jpaas")
    #expect(page["entries"].array.isEmpty)
    #expect(page["unreadable"].string?.isEmpty == false, "\(page)")
  }

  @Test("a row without an address or a date is still a row")
  func bareRows() async throws {
    let list = """
      <ul><li>会议纪要（第一号）<span>2021-03-02</span></li><li><a href="javascript:show(3)">会议纪要（第二号）</a><span>2021-03-01</span></li>
      <li><a href="/hy/3.html">会议纪要（第三号）</a><span>2021-02-20</span></li><li><a href="/hy/4.html">会议纪要（第四号）</a></li></ul>
      """
    let page = try await Self.extract(Frame.column("政府会议", list: list), url: site(of: "/hy/"))
    #expect(
      Self.rows(page) == [
        "2021-03-02 会议纪要（第一号） -", "2021-03-01 会议纪要（第二号） -", "2021-02-20 会议纪要（第三号） \(Self.site)/hy/3.html",
        "- 会议纪要（第四号） \(Self.site)/hy/4.html",
      ])
  }

  @Test("an article's title, date, source, text and attachments, without what surrounds them")
  func article() async throws {
    let extra = "<p>附件：<a href=\"./P020200909001.pdf\">1.申请表.pdf</a></p>"
    let url = site(of: "/zcwj/202009/t20200909_1001.html")
    let html = Frame.article("清河县城乡环境卫生管理办法", date: "2020-09-09", extra: extra)
    let page = try await Self.extract(html, url: url)
    #expect(page["pageType"].string == "article")
    #expect(page["title"].string == "清河县城乡环境卫生管理办法")
    #expect(page["publishedAt"].string == "2020-09-09")
    #expect(page["source"].string == "清河县人民政府办公室")
    let body = page["body"].string ?? ""
    let paragraphs = body.split(separator: "\n")
    #expect(paragraphs.first == "清河县城乡环境卫生管理办法的有关情况，由责任单位按照职责分工办理，办理结果向社会公开。", "\(body)")
    #expect(paragraphs.count >= 2 && paragraphs[1].hasPrefix("各乡镇人民政府"), "\(body)")
    for word in ["网站标识码", "首页", "网站地图", "发布时间"] { #expect(!body.contains(word), "\(body)") }
    #expect(page["attachments"].array.map { $0["url"].string } == [Self.site + "/zcwj/202009/P020200909001.pdf"])
    let source = Array(html.unicodeScalars)
    for block in page["blocks"].array.prefix(2) {
      let (offset, length) = (block["offset"].int ?? 0, block["length"].int ?? 0)
      #expect(String(String.UnicodeScalarView(source[offset..<offset + length])) == block["text"].string)
    }
    #expect(page["blocks"].array.map { $0["text"].string ?? "" }.joined(separator: "\n") == body)
    #expect(page["attachments"].array.first?["name"].string?.contains("申请表") == true)
  }

  @Test("an address's date is the date where the page says none, and the tag goes before the address")
  func dates() async throws {
    let url = site(of: "/zcwj/202009/t20200909_1001.html")
    let bare = try await Self.extract(Frame.article("办法", date: nil), url: url)
    #expect(bare["publishedAt"].string == "2020-09-09")
    let tagged = try await Self.extract(Frame.article("办法", date: "2020-09-10"), url: url)
    #expect(tagged["publishedAt"].string == "2020-09-10")
  }

  @Test("charsets", arguments: ["gbk-silent", "gbk-meta", "gbk-lie", "utf8-bom", "utf8-lie"])
  func charset(_ how: String) async throws {
    let html = { (charset: String?) in Frame.column("通知公告", charset: charset, list: ListStyle.table(Lists.notices)) }
    let (data, charset, sources): (Data, String, Set<String>) =
      switch how {
      case "gbk-silent": (gb18030(html(nil)), "gb18030", ["detected", "default"])
      case "gbk-meta": (gb18030(html("gb2312")), "gb18030", ["meta"])
      case "gbk-lie": (gb18030(html("utf-8")), "gb18030", ["detected", "default"])
      case "utf8-bom": (Data("\u{FEFF}".utf8) + Data(html(nil).utf8), "utf-8", ["bom"])
      default: (Data(html("gb2312").utf8), "utf-8", ["utf8"])
      }
    let page = try await Self.extract(data, url: site(of: "/tzgg/"))
    #expect(page["charset"].string == charset)
    #expect(sources.contains(page["charsetSource"].string ?? ""), "\(page["charsetSource"])")
    #expect(page["entries"].array.first?["title"].string == "关于公布供水价格的通知", "\(page["entries"])")
  }

  @Test("a wall and a shell are named as unreadable, 暂无信息 is not")
  func unreadable() async throws {
    let pages = PortalContent.pages(day: 1)
    for path in ["/zdxm/", "/xwfbh/"] {
      let page = try await Self.extract(pages[path]!.body, url: site(of: path))
      #expect(page["unreadable"].string?.isEmpty == false, "\(path): \(page)")
    }
    let empty = try await Self.extract(pages["/czyjs/"]!.body, url: site(of: "/czyjs/"))
    #expect(empty["unreadable"] == .null)
    #expect(empty["entries"] == .array([]))
  }

  @Test("navigation, breadcrumb and footer are no article", arguments: ["/ldhd/", "/zdly/"])
  func shells(_ path: String) async throws {
    let page = try await Self.extract(PortalContent.pages(day: 1)[path]!.body, url: site(of: path))
    #expect(page["pageType"].string != "article")
    #expect(page["body"].string ?? "" == "")
  }

  @Test("several files give one JSON object a line, in their order")
  func several() async throws {
    let place = try Workplace()
    try place.write("a.html", Frame.column("甲栏", list: ListStyle.plain(Lists.township)))
    try place.write("b.html", Frame.article("乙文", date: "2021-01-02"))
    let outcome = try await place.run("extract", "a.html", "b.html", "--json", limit: 30)
    #expect(outcome.code == 0, "\(outcome.brief)")
    let lines = outcome.stdout.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(try lines.map { try JSON(parsing: String($0))["title"].string } == ["甲栏", "乙文"])
  }

  @Test("--explain names the candidates with their source")
  func explain() async throws {
    let place = try Workplace()
    try place.write("a.html", Frame.article("乙文", date: "2021-01-02"))
    let outcome = try await place.run(
      "extract", "a.html", "--url", site(of: "/202101/t20210102_7.html"), "--explain", limit: 30)
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(outcome.said.lowercased().contains("pubdate") && outcome.said.contains("2021-01-02"), "\(outcome.brief)")
  }

  @Test("a page is read from its address too")
  func address() async throws {
    let server = try await SmallSite.serve()
    let place = try Workplace()
    let outcome = try await Duwang.run(
      ["extract", server.address + "/news/", "--json"] + Duwang.allowPrivate("extract"), in: place.folder, limit: 30)
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(try JSON(parsing: outcome.stdout)["entries"].array.count == 4)
  }

  @Test("a file that is not there ends with 65 and is named")
  func missing() async throws {
    let place = try Workplace()
    let outcome = try await place.run("extract", "none.html", "--json", limit: 30)
    #expect(outcome.code == 65, "\(outcome.brief)")
    #expect(outcome.stderr.contains("none.html"))
    #expect(outcome.stdout.isEmpty)
  }

  static let hostile: [String: Data] = [
    "empty": Data(), "zeros": Data(count: 4096),
    "binary": Data((0..<65536).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }),
    "deep": Data(String(repeating: "<div>", count: 100_000).utf8),
    "rows": Data(("<ul>" + String(repeating: "<li><a href=x>a</a>2021-01-01", count: 60_000)).utf8),
    "open": Data(("<a href=\"" + String(repeating: "x", count: 1_000_000)).utf8),
    "entities": Data(String(repeating: "&amp;&#x41;&#0;&#xD800;&#99999999;", count: 20_000).utf8),
    "cut": Data("<html><body><ul><li><a href='/a'>甲".utf8).dropLast(1),
  ]

  @Test("any bytes give a result in a short time", arguments: hostile.keys.sorted())
  func anyBytes(_ name: String) async throws {
    let place = try Workplace()
    try place.write("page.html", Self.hostile[name]!)
    let outcome = try await place.run("extract", "page.html", "--url", site(of: "/a/"), "--json", limit: 40)
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(outcome.seconds < 20, "\(outcome.seconds) s")
    _ = try JSON(parsing: outcome.stdout)
  }
}
