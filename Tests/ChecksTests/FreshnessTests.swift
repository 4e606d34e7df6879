import Checks
import DuwangCore
import Testing

struct FreshnessTests {
  private func state(_ reading: ColumnReading?, of column: Column = Scene.news, on day: Day = Scene.today)
    -> ColumnState
  {
    Freshness.state(of: column, reading: reading, today: day)
  }

  @Test(arguments: [
    ("2018-12-31", ColumnState.Status.fresh, ColumnState.Tier.ok, 14), ("2018-12-21", .fresh, .ok, 4),
    ("2018-12-20", .fresh, .warn, 3), ("2018-12-17", .fresh, .warn, 0), ("2018-12-16", .stale, .over, -1),
  ])
  func columnIsInTimeWhileNewestDatePlusLimitIsTodayOrLater(
    _ date: String, _ status: ColumnState.Status, _ tier: ColumnState.Tier, _ left: Int
  ) {
    let state = state(Scene.column(dates: ["2018-01-01", date, nil]))
    #expect(state.status == status)
    #expect(state.tier == tier)
    #expect(state.daysLeft == left)
    #expect(state.newest?.description == date)
    #expect(state.newestTitle == "第2条")
    #expect(state.limit == "2w")
  }

  @Test func monthsAreCalendarMonths() {
    var column = Scene.news
    column.policy = .age(warn: nil, limit: Period(6, .months))
    let reading = Scene.column(dates: ["2018-08-31"])
    #expect(state(reading, of: column, on: Day(number: 17955)).status == .fresh)  // 2019-02-28
    #expect(state(reading, of: column, on: Day(number: 17956)).status == .stale)
  }

  @Test func listWithoutAnyDateIsStale() {
    let state = state(Scene.column(dates: [nil, nil]))
    #expect(state.status == .stale)
    #expect(state.newest == nil)
    #expect(state.reason != nil)
  }

  @Test func undatedListWhoseArticlesCouldNotBeReadIsLeftToAPerson() {
    var reading = Scene.column(dates: [nil])
    reading.reason = "文章页面启用动态防护"
    #expect(state(reading).status == .unreadable)
  }

  @Test func datesOfTheArticlesStandInForRowsWithoutDates() {
    var reading = Scene.column(dates: [nil, nil])
    (reading.newest, reading.datesFromArticles) = (Day("2018-12-30"), true)
    #expect(state(reading).status == .fresh)
  }

  @Test func dateThatLiesAheadKeepsNoColumnFresh() {
    #expect(state(Scene.column(dates: ["2019-06-01", "2018-10-01"])).status == .stale)
    #expect(state(Scene.column(dates: ["2019-01-01", "2018-10-01"])).status == .fresh)
    #expect(state(Scene.column(dates: ["2019-06-01"])).status == .unreadable)
  }

  @Test func emptyNeedsAListWithoutRowsOrThePagesOwnWords() {
    #expect(state(Scene.column(dates: [])).status == .empty)
    var reading = Scene.column(dates: [])
    (reading.hasList, reading.saysEmpty) = (false, true)
    #expect(state(reading).status == .empty)
    reading.saysEmpty = false
    #expect(state(reading).status == .unreadable)
    #expect(state(reading).reason == Unreadable.noList.chinese)
  }

  @Test(arguments: [
    (Reach.failed(.notFound, status: 404), ColumnState.Status.unreachable),
    (.failed(.serverError, status: 500), .unreachable),
    (.failed(.timeout, status: nil), .unreachable), (.softNotFound("页面不存在"), .unreachable),
    (.failed(.forbidden, status: 403), .unreadable), (.failed(.challenge, status: 412), .unreadable),
    (.failed(.rateLimited, status: 429), .unreadable), (.failed(.unauthorized, status: 401), .unreadable),
    (.failed(.disallowedByRobots, status: nil), .unreadable), (.unreadable(.scriptShell, status: 200), .unreadable),
  ])
  func whatTheMachineCouldNotReadIsNeitherBrokenNorEmpty(_ reach: Reach, _ status: ColumnState.Status) {
    let state = state(Scene.column(dates: [], reach: reach))
    #expect(state.status == status)
    #expect(state.tier == .none)
    #expect(state.reason != nil)
  }

  @Test func staticColumnsAreNeverJudgedByAge() {
    #expect(state(Scene.column(dates: ["2008-01-01"]), of: Scene.statics).status == .fresh)
    #expect(state(Scene.column(dates: ["2008-01-01"]), of: Scene.statics).tier == .none)
    var article = Scene.column(dates: [])
    article.hasList = false
    #expect(state(article, of: Scene.statics).status == .fresh)
    #expect(state(Scene.column(dates: []), of: Scene.statics).status == .empty)
  }

  @Test func nobodyIsBlamedWhenCitizensWriteNoLetters() {
    #expect(state(Scene.column(dates: ["2018-12-01"]), of: Scene.letters).status == .fresh)
    #expect(state(Scene.column(dates: ["2018-06-01"]), of: Scene.letters).status == .fresh)
    #expect(state(Scene.column(dates: [nil]), of: Scene.letters).status == .fresh)
  }

  @Test func aStaticColumnNeedsNoList() {
    let text = Scene.column(Scene.statics, dates: [], reach: .unreadable(.noList, status: 200))
    #expect(state(text, of: Scene.statics).status != .unreadable)
    let walled = Scene.column(Scene.statics, dates: [], reach: .unreadable(.challenge, status: 412))
    #expect(state(walled, of: Scene.statics).status == .unreadable)
  }

  @Test func exemptionHoldsThroughItsLastDay() {
    var column = Scene.news
    column.exemption = .init(reason: "已归档专题", until: Scene.today)
    #expect(state(Scene.column(dates: ["2008-01-01"]), of: column).status == .exempt)
    #expect(state(nil, of: column).reason == "已归档专题")
    #expect(state(Scene.column(dates: ["2008-01-01"]), of: column, on: Scene.today.addingDays(1)).status == .stale)
  }

  @Test func columnMarkedAsArchivedIsExempt() {
    var reading = Scene.column(dates: ["2013-10-11"])
    #expect(state(reading).status == .stale)
    reading.saysArchived = true
    #expect(state(reading).status == .exempt)
    #expect(state(reading).reason == "页面注明已归档")
  }

  @Test func columnThatWasNeverFoundIsForThePersonWhoConfigures() {
    #expect(state(nil).status == .unfound)
    #expect(state(ColumnReading(column: Scene.news.id, url: nil)).status == .unfound)
  }
}
