import DuwangCore
import Extraction
import Foundation
import TestSupport
import Testing

/// Pages of which links alone are asked.
@Suite("Links alone")
struct LinksAloneTests {
  private static let long = String(repeating: "县政府召开会议部署农村人居环境整治工作。", count: 60)

  private func alone(_ html: String) -> Page {
    PageReader(today: readingDay).readLinks(
      Array(html.utf8), url: "http://www.qh.gov.cn/zwgk/1.html", contentType: nil
    ).page
  }

  @Test("of a page with a long text nothing but links, places and the next page is read")
  func plain() {
    let page = alone("<title>会议</title><body><p id=here>\(Self.long)</p><a href='2.html'>下一页</a></body>")
    #expect(page.blocks.isEmpty)
    #expect(alone("<title>会议</title><body><p>\(Self.long)共404户</p></body>").blocks.isEmpty)
    #expect(page.links.map(\.url) == ["http://www.qh.gov.cn/zwgk/2.html"])
    #expect(page.anchors == ["here"])
    #expect(page.nextPage == "http://www.qh.gov.cn/zwgk/2.html")
  }

  @Test(
    "the whole page is read where it may be none",
    arguments: [
      "<body><p>县政府召开会议。</p></body>", "<title>404</title><body><p>\(long)</p></body>",
      "<body><h1>4 0 4 页面</h1><p>\(long)</p></body>",
      "<body><p>您访问的“会议”页面 不存在</p><p>\(long)</p></body>",
      "<body><div id=app></div><p>\(long)</p></body>",
      "<body><textarea><p>\(long)</p></textarea><p>\(long)</p></body>",
      "<meta name=ColumnName content='提示信息'><body><p>\(long)</p></body>",
    ])
  func doubtful(_ html: String) {
    #expect(alone(html) == read(html, url: "http://www.qh.gov.cn/zwgk/1.html"))
  }

  @Test("links, places and next pages of the corpus are those of the whole reading", .enabled(if: Corpus.isAvailable))
  func corpus() throws {
    let root = try #require(Corpus.root)
    let reader = PageReader(today: readingDay)
    var (pages, short) = (0, 0)
    for folder in ["lists", "articles", "homes"] {
      let files = FileManager.default.enumerator(
        at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() {
        guard let bytes = (try? Data(contentsOf: file)).map(Array.init), file.pathExtension != "jsonl" else { continue }
        let url = "http://a.cn/x/\(file.lastPathComponent)"
        let (alone, isWhole) = reader.readLinks(bytes, url: url, contentType: nil)
        let whole = reader.read(bytes, url: url, contentType: nil)
        pages += 1
        if !isWhole { short += 1 }
        #expect(alone.links == whole.links && alone.anchors == whole.anchors, "\(file.lastPathComponent)")
        #expect(alone.nextPage == whole.nextPage && alone.isQuirky == whole.isQuirky, "\(file.lastPathComponent)")
        if let why = whole.unreadable, [.challenge, .wall, .scriptShell].contains(why) { #expect(alone == whole) }
      }
    }
    #expect(pages > 300)
    #expect(short * 2 > pages)
  }
}
