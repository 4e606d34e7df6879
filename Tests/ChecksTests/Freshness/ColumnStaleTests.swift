import Checks
import DuwangCore
import Testing

struct ColumnStaleTests {
  private func findings(_ dates: [String?]) -> [Finding] {
    let state = Freshness.state(of: Scene.news, reading: Scene.column(dates: dates), today: Scene.today)
    return Scene.findings("column-stale", in: Scene.reading(), columns: [state])
  }

  @Test func columnOverItsLimitSaysNewestEntryAndDaysOver() throws {
    let finding = try #require(findings(["2018-12-01"]).first)
    #expect(finding.column == "office/news")
    #expect(finding.confidence == .certain)
    #expect(finding.message.contains("2018年12月1日"))
    #expect(finding.message.contains("已超期16日"))
    #expect(finding.rule?.contains("2周") == true)
  }

  @Test func columnWithoutDatesIsStaleToo() { #expect(findings([nil]).count == 1) }
  @Test func freshColumnIsNoFinding() { #expect(findings(["2018-12-30"]).isEmpty) }
}
