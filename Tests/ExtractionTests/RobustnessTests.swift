import DuwangCore
import Extraction
import Foundation
import TestSupport
import Testing

@Suite("Hostile and damaged pages")
struct RobustnessTests {
  @Test("every file of the corpus cut short gives a page", .enabled(if: Corpus.isAvailable))
  func corpus() throws {
    let root = try #require(Corpus.root)
    let reader = PageReader(today: readingDay)
    for folder in ["lists", "articles", "homes", "html", "links"] {
      let files = FileManager.default.enumerator(
        at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() {
        guard let data = try? Data(contentsOf: file), data.count < 60_000 else { continue }
        for part in [5] {
          _ = reader.read(Array(data.prefix(data.count * part / 7)), url: "http://a.cn/x/", contentType: nil)
        }
      }
    }
  }

  @Test("a tag with more attributes than any real one takes no time, and what follows is read")
  func crowdedTag() {
    let crowd = (0..<200_000).map { " a\($0)=1" }.joined()
    let page = read(
      "<html><body><p title = \"甲 乙\"\(crowd)>丙</p><a href='/x.html' \(crowd)>关于开展工作的通知</a></body></html>")
    #expect(page.links.map(\.url) == ["http://www.qh.gov.cn/x.html"])
    #expect(page.visibleLength == "丙 关于开展工作的通知".count)
  }

  @Test("rows that broken markup puts into each other have no year between them")
  func nestedRows() {
    let markup = Array("11-28 2019-1-3<t><a href>11-28 ra<a href>tg<a href>ta".utf8) + [0xbf] + Array("策皈苏".utf8)
    let page = PageReader(today: readingDay).read(markup, url: "http://a.cn/", contentType: nil)
    #expect(page.charset == "gb18030")
  }

  @Test(
    "markup that invites trouble is read in time",
    arguments: [
      String(repeating: "<div>", count: 3_000), String(repeating: "<table><tr><td>", count: 3_000),
      String(repeating: "<a href='x'>甲乙丙丁2020-01-01", count: 3_000), String(repeating: "<b><p>", count: 3_000),
      String(repeating: "[[[[{", count: 3_000), String(repeating: "<script>", count: 3_000),
      String(repeating: "<div class=nav>", count: 3_000) + "<p>甲乙丙丁</p>",
      "<div>" + String(repeating: "<a href=1>版权所有</a>", count: 9_000) + String(repeating: "甲", count: 400),
      "<ul>" + String(repeating: "<li><a href=1>关于开展工作的通知<span>2020-01-01</span>", count: 500),
    ])
  func trouble(_ html: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = read(html) }
    #expect(time < .seconds(20))
  }
}
