import DuwangCore
import ReadChecks
import TargetsFile
import Testing

@Suite("站点无法访问")
struct AccessIndicatorTests {
  private func facts(_ visits: Int, failed: [Int], excluded: Int = 0) -> IndicatorFacts {
    var facts = Table.facts()
    facts.probes = Table.probes(visits, failed: failed, excluded: excluded)
    return facts
  }

  @Test("7 of 140 visits are 5 % and veto; 6 of 140 are near the limit")
  func fivePercent() throws {
    let hit = try Table.verdict("1.2", facts(20, failed: [1, 1, 1, 1, 1, 1, 1]))
    #expect(hit.verdict == .veto)
    #expect(hit.value.hasPrefix("5.00%（7/140次，12月25日至12月31日）"))
    let near = try Table.verdict("1.2", facts(20, failed: [0, 1, 1, 1, 1, 1, 1]))
    #expect(near.verdict == .warn)
    #expect(near.value.hasPrefix("4.28%（6/140次"))
  }

  @Test("one visit more at the same failures is below 5 %")
  func oneVisitMore() throws {
    var facts = facts(20, failed: [1, 1, 1, 1, 1, 1, 1])
    facts.probes[0].add(
      ProbeReading(
        site: "portal", url: Table.home, at: Moment(startOf: Table.day.addingDays(-6)).adding(seconds: 80_000),
        milliseconds: 1))
    #expect(try Table.verdict("1.2", facts).verdict == .warn)
  }

  @Test("3 % warns, less does not")
  func threePercent() throws {
    #expect(try Table.verdict("1.2", facts(20, failed: [1, 1, 1, 1, 1, 0, 0])).verdict == .warn)
    #expect(try Table.verdict("1.2", facts(20, failed: [1, 1, 1, 1, 0, 0, 0])).verdict == .pass)
  }

  @Test("a day with 19 visits gives no verdict, and says so")
  func tooFew() throws {
    var facts = facts(20, failed: [0, 0, 0, 0, 0, 0, 0])
    facts.probes[2] = Table.probes(19, failed: [0, 0, 0, 0, 0, 0, 0])[2]
    let verdict = try Table.verdict("1.2", facts)
    #expect(verdict.verdict == .unknown)
    #expect(verdict.value.contains("访问次数不足"))
    #expect(verdict.value.contains("12月27日19次"))
  }

  @Test("no probes at all give no verdict")
  func none() throws {
    #expect(try Table.verdict("1.2", Table.facts()).verdict == .unknown)
  }

  @Test("visits within the same five minutes are one visit")
  func burst() {
    var day = ProbeDay(site: "portal", url: Table.home, day: Table.day)
    for second in 0..<40 {
      day.add(
        ProbeReading(
          site: "portal", url: Table.home, at: Moment(startOf: Table.day).adding(seconds: Double(second)),
          milliseconds: 9))
    }
    day.add(
      ProbeReading(
        site: "portal", url: Table.home, at: Moment(startOf: Table.day).adding(seconds: 300), milliseconds: 9))
    #expect(day.visits == 41)
    #expect(day.spaced == 2)
  }

  @Test("visits while this machine was offline count neither as made nor as failed, and are told")
  func excluded() throws {
    let verdict = try Table.verdict("1.2", facts(20, failed: [1, 1, 1, 1, 1, 1, 0], excluded: 3))
    #expect(verdict.verdict == .warn)
    #expect(verdict.value.contains("6/140"))
    #expect(verdict.value.contains("本机网络不通未计21次"))
    #expect(verdict.value.contains("打开超时6次"))
    #expect(verdict.value.hasSuffix("12月28日0时、12月29日0时等6个小时"))
  }

  @Test("of a month the worst week decides")
  func month() throws {
    var facts = IndicatorFacts(start: Day("2019-12-01")!, end: Table.day, readOn: Table.day)
    facts.probes = Table.probes(20, failed: [1, 1, 1, 1, 1, 1, 1], end: Day("2019-12-10")!)
    facts.probes += Table.probes(20, failed: [0, 0, 0, 0, 0, 0, 0])
    #expect(try Table.verdict("1.2", facts).verdict == .veto)
  }

  @Test("a week not yet over is judged by the last seven days with enough visits")
  func unfinished() throws {
    var facts = IndicatorFacts(start: Day("2019-12-30")!, end: Day("2020-01-01")!, readOn: Table.day)
    facts.probes = Table.probes(20, failed: [0, 0, 0, 0, 0, 0, 1])
    let verdict = try Table.verdict("1.2", facts)
    #expect(verdict.verdict == .pass)
    #expect(verdict.value.contains("1/140"))
  }

  @Test("2015 takes 5 points off for every whole percent")
  func wholePercents() throws {
    #expect(try Table.verdict("2.1.1", facts(20, failed: [0, 0, 0, 0, 0, 0, 1]), of: "2015").points == 0)
    #expect(try Table.verdict("2.1.1", facts(20, failed: [1, 1, 0, 0, 0, 0, 0]), of: "2015").points == 5)
    #expect(try Table.verdict("2.1.1", facts(20, failed: [1, 1, 1, 0, 0, 0, 0]), of: "2015").points == 10)
  }
}
