import DuwangCore
import History
import Testing

/// Added, modified and removed pages (contract §4).
@Suite struct ChangeFinderTests {
  private let url = "http://a.gov.cn/art/1.html"
  private let letters: Set<String> = ["zf-office/mail"]

  private func past(_ pages: Page...) -> Past {
    var past = Past()
    past.isFirst = false
    for page in pages {
      let reading = Samples.reading(page)
      past.pages[page.url] = PageSnapshot(reading: reading, firstSeen: reading.at, lastSeen: reading.at)
    }
    return past
  }

  private func changes(
    _ past: Past, old: Page? = nil, new: [Page] = [], gone: Set<String> = [], earlier: [(at: Moment, page: Page)] = [],
    edit: (inout PageReading) -> Void = { _ in }
  ) throws -> [PageChange] {
    let readings = new.map { page in
      var reading = Samples.reading(page, at: "2019-01-01T08:00:00")
      edit(&reading)
      return reading
    }
    return try ChangeFinder(past: past, gone: gone, letterColumns: letters)
      .find(in: readings, now: Samples.moment("2019-01-01T08:00:00")) { url in
        .init(before: old, now: new.first { $0.url == url }, earlier: { earlier })
      }.changes
  }

  @Test("The first reading of a site has no changes")
  func firstRun() throws {
    #expect(try changes(Past(), new: [Samples.page(url, "一")]).isEmpty)
  }

  @Test("A site that is added later has no changes on its first reading")
  func newSite() throws {
    let known = past(Samples.page("http://a.gov.cn/0.html", "零"))
    #expect(try changes(known, new: [Samples.page("http://b.gov.cn/1.html", "一")], edit: { $0.site = "b" }).isEmpty)
  }

  @Test("A page met for the first time is added, with title, date and first day")
  func added() throws {
    let change = try #require(
      changes(past(Samples.page("http://a.gov.cn/0.html", "零")), new: [Samples.page(url, "一")]).first)
    #expect(change.type == .added)
    #expect(change.title == "关于道路施工的通告")
    #expect(change.publishedAt == Day(2018, 12, 30))
    #expect(change.firstSeen == Samples.moment("2019-01-01T08:00:00"))
    #expect(change.column == "zf-office/news")
  }

  @Test("A changed digit is a modification with the exact words")
  func modified() throws {
    let (old, new) = (Samples.page(url, "补助3000元。"), Samples.page(url, "补助3200元。"))
    let change = try #require(changes(past(old), old: old, new: [new]).first)
    #expect(change.type == .modified)
    #expect(
      change.blocks.map(\.runs) == [
        [.init(.keep, "补助"), .init(.delete, "3000"), .init(.insert, "3200"), .init(.keep, "元。")]
      ])
    #expect((change.inserted, change.deleted) == (4, 4))
    #expect(change.firstSeen == Samples.moment("2018-12-31T08:00:00"))
  }

  @Test("A hash that differs without a visible difference is no change")
  func invisible() throws {
    let (old, new) = (Samples.page(url, "正文。", "浏览次数：1"), Samples.page(url, "正文。", "浏览次数：2"))
    #expect(try changes(past(old), old: old, new: [new]).isEmpty)
  }

  @Test("A page that was not read anew is not asked for its text")
  func unchanged() throws {
    let old = Samples.page(url, "正文。")
    #expect(try changes(past(old), old: old, new: [Samples.page(url, "另文。")], edit: { $0.reach = .unchanged }).isEmpty)
  }

  @Test("A changed title is a modification")
  func title() throws {
    let old = Samples.page(url, title: "关于做好防汛工作的通知", "正文。")
    let new = Samples.page(url, title: "关于做好防火工作的通知", "正文。")
    #expect(try changes(past(old), old: old, new: [new]).count == 1)
  }

  @Test("An attachment that was exchanged is a modification")
  func attachment() throws {
    var (old, new) = (Samples.page(url, "正文。"), Samples.page(url, "正文。"))
    old.attachments = [Attachment(name: "申报表", url: "http://a.gov.cn/P0201.doc")]
    new.attachments = [Attachment(name: "申报表", url: "http://a.gov.cn/P0305.doc")]
    let change = try #require(changes(past(old), old: old, new: [new]).first)
    #expect(change.blocks.count == 1)
    #expect(change.blocks[0].runs.contains { $0.operation == .insert && $0.text.contains("0305") })
  }

  @Test("Rows that come and go are no modification of their list, nor is anything of a home page")
  func lists() throws {
    var (old, new) = (Samples.page(url, "甲通知"), Samples.page(url, "乙通知", "甲通知"))
    (old.kind, new.kind) = (.list, .list)
    old.entries = [ListEntry(title: "甲通知")]
    new.entries = [ListEntry(title: "乙通知"), ListEntry(title: "甲通知")]
    #expect(try changes(past(old), old: old, new: [new]).isEmpty)
    (old.kind, new.kind) = (.home, .home)
    #expect(try changes(past(old), old: old, new: [new]).isEmpty)
  }

  @Test(
    "A further page of a list is neither added nor removed",
    arguments: [
      "http://a.gov.cn/tzgg/index_3.html", "http://a.gov.cn/tzgg/list2.htm", "http://a.gov.cn/tzgg/12.htm",
      "http://a.gov.cn/tzgg/?page=2",
    ])
  func continuations(_ url: String) throws {
    var page = Samples.page(url)
    page.kind = .list
    let known = past(Samples.page("http://a.gov.cn/0.html"), page)
    #expect(try changes(known, gone: [url]).isEmpty)
    #expect(try changes(past(Samples.page("http://a.gov.cn/0.html")), new: [page]).isEmpty)
  }

  @Test("A page that is gone is removed, with the title it had")
  func removed() throws {
    let change = try changes(past(Samples.page(url, "正文。")), gone: [url, "http://a.gov.cn/never.html"])
    #expect(change.map(\.type) == [.removed])
    #expect(change.first?.title == "关于道路施工的通告")
  }

  @Test("A page that failed is not removed")
  func failed() throws {
    let old = Samples.page(url, "正文。")
    #expect(try changes(past(old), new: [old], edit: { $0.reach = .failed(.serverError, status: 502) }).isEmpty)
  }

  @Test("Bodies of citizens' letters are never shown")
  func lettersColumn() throws {
    let (old, new) = (Samples.page(url, "我反映一个问题。"), Samples.page(url, "我反映一个问题。答复如下。"))
    let change = try #require(
      changes(past(old), old: old, new: [new], edit: { $0.column = "zf-office/mail" }).first)
    #expect(change.blocks.isEmpty)
    #expect(change.inserted > 0)
  }

  @Test("A page that is again as it was says since when it was so")
  func returned() throws {
    let (first, second) = (Samples.page(url, "补助3000元。"), Samples.page(url, "补助3200元。"))
    let at = Samples.moment("2018-12-01T08:00:00")
    let change = try #require(try changes(past(second), old: second, new: [first], earlier: [(at, first)]).first)
    #expect(change.returnedTo == at)
    let other = Samples.page(url, "补助3400元。")
    #expect(try changes(past(second), old: second, new: [other], earlier: [(at, first)]).first?.returnedTo == nil)
  }

  @Test("A hash of earlier rules of reading is no change where the texts are the same")
  func otherRules() throws {
    let page = Samples.page(url, "正文。")
    var known = past(page)
    known.pages[url]?.reading.textHash = 4711
    #expect(try changes(known, old: page, new: [page]).isEmpty)
  }
}
