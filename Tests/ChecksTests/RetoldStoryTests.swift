import Checks
import DuwangCore
import Testing

/// A text that was read before and now carries a later date (domain: 旧稿新发).
@Suite struct RetoldStoryTests {
  private let url = Scene.home + "xw/1.html"

  private func findings(
    at url: String, dated day: String?, listed: String? = nil, column: String? = nil, firstSeen: String? = nil,
    told: FirstTelling
  ) -> [Finding] {
    var reading = Scene.reading()
    var page = PageReading(url: url, reach: .read, site: "portal", at: Scene.now)
    (page.kind, page.title, page.bodyHash) = (.article, "关于开展检查的通知", 7)
    (page.publishedAt, page.column) = (day.flatMap { Day($0) }, column)
    reading.pages = [page]
    if let listed {
      var list = Scene.column(dates: [listed])
      list.entries[0].url = url
      reading.columns = [list]
    }
    var context = Scene.context()
    if let firstSeen, let seen = Day(firstSeen) {
      context.past.pages[url] = PageSnapshot(
        reading: page, firstSeen: Moment(startOf: seen), lastSeen: Moment(startOf: seen))
    }
    return RetoldStory.findings(in: reading, firstTold: [7: told], context: context)
  }

  private func told(_ url: String, published: String, seen: String) -> FirstTelling {
    FirstTelling(url: url, title: "关于开展检查的通知", publishedAt: Day(published)!, seen: Day(seen)!)
  }

  @Test("A text that stood on another page with an older date is suspected, with both dates and addresses")
  func otherPage() throws {
    let old = told(Scene.home + "xw/0.html", published: "2017-03-01", seen: "2018-06-01")
    let finding = try #require(findings(at: url, dated: "2018-12-30", told: old).first)
    #expect(finding.kind == .redated)
    #expect(finding.confidence == .suspected)
    #expect(finding.target == Scene.home + "xw/0.html")
    #expect(finding.message.contains("2018年12月30日") && finding.message.contains("2017年3月1日"))
  }

  @Test("A page whose date was moved and whose text was not is suspected, and stays so")
  func samePage() {
    let old = told(url, published: "2018-06-01", seen: "2018-06-02")
    #expect(findings(at: url, dated: "2018-12-30", firstSeen: "2018-06-02", told: old).count == 1)
  }

  @Test("A list that dates a text far after it was first read is suspected")
  func listDate() {
    let old = told(url, published: "2018-06-01", seen: "2018-06-02")
    #expect(findings(at: url, dated: "2018-06-01", listed: "2018-12-28", firstSeen: "2018-06-02", told: old).count == 1)
  }

  @Test("A date mended within a month, and pages that both stood there from the first reading, are no sign")
  func noSign() {
    let near = told(url, published: "2018-12-10", seen: "2018-12-10")
    #expect(findings(at: url, dated: "2018-12-30", firstSeen: "2018-12-10", told: near).isEmpty)
    let both = told(Scene.home + "xw/0.html", published: "2017-03-01", seen: "2018-12-25")
    #expect(findings(at: url, dated: "2018-12-20", firstSeen: "2018-12-25", told: both).isEmpty)
  }

  @Test("Letters and dates of the future are left to others")
  func notJudged() {
    let old = told(url, published: "2017-03-01", seen: "2018-01-01")
    #expect(findings(at: url, dated: "2018-12-30", column: "office/mail", told: old).isEmpty)
    #expect(findings(at: url, dated: "2021-12-30", told: old).isEmpty)
  }
}
