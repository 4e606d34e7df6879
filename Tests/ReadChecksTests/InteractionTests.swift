import DuwangCore
import Foundation
import Testing

@testable import ReadChecks

@Suite("Letters and home pages in the daily report")
struct InteractionTests {
  private let day = Day("2018-12-31")!

  private func state(_ rows: [ListEntry], status: ColumnState.Status = .fresh) throws -> LettersState {
    let column = Column(
      id: "office/mail", unit: "office", name: "县长信箱", url: "http://a.test/mail/", category: "政民互动",
      policy: .reply(within: Period(3, .months)))
    let targets = Targets(
      sites: [], units: [OwnerUnit(id: "office", name: "政府办公室", kind: .office, columns: [column])])
    var reading = SiteReading(startedAt: Moment(startOf: day), endedAt: Moment(startOf: day))
    var read = ColumnReading(column: column.id, url: column.url)
    read.entries = rows
    reading.columns = [read]
    let columns = [ColumnState(column: column, url: column.url, status: status)]
    return try #require(InteractionOfDay.make(targets, reading: reading, columns: columns).first)
  }

  private func row(_ asked: String, answered: String? = nil, state: Letter.State? = nil) -> ListEntry {
    ListEntry(
      title: "反映某小区某户的问题", url: "http://a.test/mail/\(asked).html", date: Day(asked),
      letter: Letter(asked: Day(asked), answered: answered.flatMap { Day($0) }, state: state))
  }

  @Test("of a letter the report keeps its dates and whether it waits, nothing else")
  func datesAlone() throws {
    let state = try state([row("2018-12-01", answered: "2018-12-04"), row("2018-12-20", state: .underway)])
    #expect(
      state.letters == [
        LetterDates(asked: Day("2018-12-01")!, answered: Day("2018-12-04")!, isOpen: false),
        LetterDates(asked: Day("2018-12-20")!, isOpen: true),
      ])
    #expect(!"\(state)".contains("小区"))
  }

  @Test("a row that does not say whether it was answered counts as neither")
  func unknown() throws {
    let count = try state([row("2018-12-01"), row("2018-12-02", state: .answered)])
      .count(from: Day("2018-12-01")!, through: day, readOn: day)
    #expect((count.received, count.answered, count.open, count.unknown) == (2, 1, 0, 1))
    #expect(count.answerRate == 1)
  }

  @Test("received, answered, open, oldest, overdue and median are those of the period asked for")
  func counted() throws {
    let state = try state([
      row("2018-12-20", state: .waiting), row("2018-12-10", answered: "2018-12-14"),
      row("2018-12-08", answered: "2018-12-10"),
      row("2018-12-05", answered: "2018-12-15"), row("2018-09-29", state: .waiting), row("2018-09-30", state: .waiting),
    ])
    let count = state.count(from: Day("2018-12-01")!, through: day, readOn: Day("2018-12-30")!)
    #expect((count.received, count.answered, count.open) == (4, 3, 1))
    #expect((count.openInAll, count.oldestOpen, count.overdue) == (3, Day("2018-09-29"), 1))
    #expect(count.medianDays == 4)
    #expect(count.answerRate == 0.75)
    let even = state.count(from: Day("2018-12-06")!, through: day, readOn: day)
    #expect(even.medianDays == 3)
    #expect(state.count(from: Day("2017-01-01")!, through: Day("2017-12-31")!, readOn: day).answerRate == nil)
  }

  @Test("a column behind a wall is told as not read")
  func unread() throws { #expect(try !state([], status: .unreadable).isRead) }

  @Test("a report with letters comes back from JSON as it was")
  func stored() throws {
    var report = Report(
      kind: .daily, complete: true, baseline: false,
      period: .init(start: Moment(startOf: day), end: Moment(startOf: day)),
      generatedAt: Moment(startOf: day),
      reading: SiteReading(startedAt: Moment(startOf: day), endedAt: Moment(startOf: day)))
    report.interaction = [try state([row("2018-12-01", answered: "2018-12-04")])]
    #expect(try JSONDecoder().decode(Report.self, from: JSONEncoder().encode(report)) == report)
  }

  @Test("rows of the home page are dated newest first; a date after tomorrow is not trusted")
  func homeRows() {
    var reading = SiteReading(startedAt: Moment(startOf: day), endedAt: Moment(startOf: day))
    reading.sites = [SiteReach(site: "p", url: "http://a.test/", reach: .read, rechecked: false, milliseconds: 1)]
    reading.sites[0].homeDates = [day.addingDays(-3), day.addingDays(5), day.addingDays(-9)]
    let report = DailyReadCheck.make(
      targets: Targets(sites: [], units: []), reading: reading, columns: [], previous: nil, before: [], records: [],
      changes: [],
      isBaseline: false, now: Moment(startOf: day))
    #expect(report.sites[0].itemDays == [day.addingDays(-3), day.addingDays(-9)])
  }

  @Test("a home page whose rows bear no dates is dated by the articles it links to")
  func homeByArticles() {
    var reading = SiteReading(startedAt: Moment(startOf: day), endedAt: Moment(startOf: day))
    let site = SiteReach(site: "p", url: "http://a.test/", reach: .read, rechecked: false, milliseconds: 1)
    var article = PageReading(url: "http://a.test/1.html", reach: .read, site: "p", at: Moment(startOf: day))
    (article.kind, article.publishedAt) = (.article, day.addingDays(-2))
    reading.pages = [article]
    reading.links = [
      LinkReading(
        url: article.url, kind: .page, isExternal: false, status: .ok, page: site.url, checkedAt: Moment(startOf: day))
    ]
    #expect(HomeItems(reading, today: day).days(of: site) == [day.addingDays(-2)])
  }
}
