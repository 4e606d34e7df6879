import DuwangCore
import Testing

@Suite("Meta tags of the guideline")
struct MetaMissingTests {
  private static let site = ["sitename": "景泰县人民政府", "sitedomain": "www.example.gov.cn", "siteidcode": "6204230001"]
  private static let column = [
    "columnname": "景泰要闻", "columndescription": "要闻", "columnkeywords": "要闻", "columntype": "工作动态",
  ]
  private static let article = ["articletitle": "通知", "pubdate": "2018-12-26 09:30", "contentsource": "政府办"]

  private func page(_ path: String, _ kind: Page.Kind, _ meta: [String: String], age: Int = 5) -> Page {
    var page = Page(url: Scene.home + path)
    (page.kind, page.meta, page.publishedAt) = (kind, meta, Scene.today.addingDays(-age))
    return page
  }

  private func missing(_ page: Page) -> [String] { Scene.findings("meta-missing", on: page).map(\.evidence.text) }

  @Test("a home page needs the site's tags and no more")
  func home() {
    #expect(missing(page("", .home, Self.site)).isEmpty)
    var meta = Self.site
    meta["sitedomain"] = nil
    #expect(missing(page("", .home, meta)) == ["SiteDomain"])
  }

  @Test("a configured column needs the column's tags; other lists are not in the sample")
  func columns() {
    #expect(missing(page("jtyw/", .list, Self.column)).isEmpty)
    #expect(missing(page("jtyw/", .list, ["columnname": "景泰要闻"])) == ["ColumnDescription ColumnKeywords ColumnType"])
    #expect(missing(page("other/", .list, [:])).isEmpty)
  }

  @Test("an article of the last month needs title, time and source; an older one is not in the sample")
  func articles() {
    #expect(missing(page("a.html", .article, Self.article)).isEmpty)
    #expect(missing(page("a.html", .article, [:])) == ["ArticleTitle PubDate ContentSource"])
    #expect(missing(page("a.html", .article, [:], age: 40)).isEmpty)
  }

  @Test("two pages of one template are one finding")
  func oneDefect() {
    let found = ["a.html", "b.html"].flatMap { Scene.findings("meta-missing", on: page($0, .article, [:])) }
    #expect(Set(found.map(\.id)).count == 1)
    #expect(found.allSatisfy { $0.severity == .hint })
  }

  @Test("PubDate is a date with hours and minutes")
  func pubDate() {
    var meta = Self.article
    meta["pubdate"] = "2018年12月26日"
    #expect(
      Scene.findings("meta-missing", on: page("a.html", .article, meta)).first?.message.contains("PubDate") == true)
    meta["pubdate"] = "2018-12-26 09:30:15"
    #expect(missing(page("a.html", .article, meta)).isEmpty)
  }

  @Test("a site that is no government site is not held to the guideline")
  func others() {
    var targets = Scene.targets()
    targets.sites[0].home = "http://127.0.0.1:8080/"
    let page = page("a.html", .article, [:])
    #expect(Scene.findings("meta-missing", on: page, in: Scene.context(targets)).isEmpty)
    targets.sites[0].code = "6204230001"
    #expect(Scene.findings("meta-missing", on: page, in: Scene.context(targets)).count == 1)
  }
}
