import DuwangCore
import TargetsFile
import Testing

@testable import ReadChecks

@Suite("Vetoes of a year, month by month")
struct VetoMonthsTests {
  private static let now = Moment("2019-12-31T20:00")!

  private func month(_ day: String, empty: Int?, judgements: [Judgement] = []) throws -> MonthVerdicts {
    let targets = Targets(sites: [Target(id: "portal", name: "县政府", home: Table.home, hosts: [])], units: [])
    let day = try #require(Day(day))
    let last = empty.map { count -> Report in
      let start = Moment(startOf: day)
      var report = Report(
        kind: .daily, complete: true, baseline: false, period: .init(start: start, end: start), generatedAt: start,
        reading: SiteReading(startedAt: start, endedAt: start))
      report.columns = (0..<count).map { Table.column("c\($0)", policy: "动态要闻", status: .empty).state }
      return report
    }
    return VetoMonths.verdicts(
      ReadPeriod(.monthly, containing: day), profile: try #require(BuiltInProfiles.profile("2019")), targets: targets,
      last: last, daysRead: last == nil ? 0 : 1, probes: [],
      judgements: judgements, now: Self.now)
  }

  private func verdict(_ id: String, _ month: MonthVerdicts) -> Indicator.Verdict? {
    month.vetoes.first { $0.id == id }?.verdict
  }

  @Test("each month by its own last reading: five empty columns are a veto, three are near, two are neither")
  func empty() throws {
    #expect(verdict("1.4.3", try month("2019-05-31", empty: 5)) == .veto)
    #expect(verdict("1.4.3", try month("2019-05-31", empty: 3)) == .warn)
    #expect(verdict("1.4.3", try month("2019-05-31", empty: 2)) == .pass)
  }

  @Test("vetoes alone stand there; a month that was not read has none")
  func unread() throws {
    #expect(try month("2019-05-31", empty: 1).vetoes.map(\.id).allSatisfy { $0.hasPrefix("1.") })
    #expect(try month("2019-05-31", empty: nil).vetoes.isEmpty)
  }

  @Test("a judgement counts in the months for which it holds")
  func judged() throws {
    let said = Judgement(
      profile: "2019", item: "1.6.1", verdict: .pass, by: "张三", at: Moment("2019-06-10")!, from: Day("2019-05-01"),
      until: Day("2019-05-31"))
    #expect(verdict("1.6.1", try month("2019-05-31", empty: 0, judgements: [said])) == .pass)
    #expect(verdict("1.6.1", try month("2019-06-30", empty: 0, judgements: [said])) == .person)
  }
}
