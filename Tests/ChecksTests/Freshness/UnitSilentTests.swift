import Checks
import DuwangCore
import Testing

struct UnitSilentTests {
  private static let today = Scene.today
  private static let news = Column(
    id: "town/news", unit: "town", name: "工作动态", url: Scene.home + "town/news/", category: "新闻发布",
    policy: .age(warn: nil, limit: Period(2, .weeks)))
  private static let notices = Column(
    id: "town/tzgg", unit: "town", name: "通知公告", url: Scene.home + "town/tzgg/", category: "通知公告",
    policy: .age(warn: nil, limit: Period(6, .months)))

  private func findings(_ newest: [(Column, String?)], status: ColumnState.Status = .stale) -> [Finding] {
    let states = newest.map { column, day in
      var state = ColumnState(column: column, url: column.url, status: status)
      state.newest = day.flatMap { Day($0) }
      return state
    }
    return Scene.findings("unit-silent", in: Scene.reading(), columns: states)
  }

  @Test func unitWithNothingNewInAnyColumnForOverAMonthIsSilentSinceItsLastItem() throws {
    let finding = try #require(findings([(Self.news, "2018-11-30"), (Self.notices, "2018-09-01")]).first)
    #expect(finding.unit == "town")
    #expect(finding.evidence.text == "2018-11-30")
    #expect(finding.message.contains("“工作动态”") && finding.message.contains("距今31日"))
  }

  @Test func oneMonthToTheDayIsNotSilent() {
    #expect(findings([(Self.news, "2018-12-01"), (Self.notices, "2018-09-01")]).count == 0)
    // 30 November plus a month is 30 December, which is past.
    #expect(findings([(Self.news, "2018-11-30"), (Self.notices, nil)]).count == 1)
  }

  @Test func anyColumnWithSomethingNewSpeaksForTheUnit() {
    #expect(findings([(Self.news, "2018-06-01"), (Self.notices, "2018-12-20")]).isEmpty)
  }

  @Test func aSingleColumnIsAMatterOfThatColumn() { #expect(findings([(Self.news, "2018-06-01")]).isEmpty) }

  @Test(arguments: [ColumnState.Status.unreadable, .unreachable, .unfound])
  func whatCouldNotBeReadIsNoSilence(_ status: ColumnState.Status) {
    #expect(findings([(Self.news, "2018-06-01"), (Self.notices, "2018-06-01")], status: status).isEmpty)
  }
}
