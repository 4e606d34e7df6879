import DuwangCore
import ReadChecks
import Testing

@Suite("The account of a period, from the ledgers of its days")
struct PeriodAccountTests {
  private static let monday = Day("2018-12-24")!

  /// The reading of a day of the week, 0 is Monday; messages name the day.
  private func report(_ day: Int, open: [String], resolved: [String] = []) -> Report {
    let start = Moment(startOf: Self.monday.addingDays(day)).adding(seconds: 8 * 3600)
    var report = Report(
      kind: .daily, complete: true, baseline: false,
      period: .init(start: Moment(startOf: start.day), end: Moment(startOf: start.day.addingDays(1))),
      generatedAt: start.adding(seconds: 600), reading: SiteReading(startedAt: start, endedAt: start))
    func item(_ target: String, _ status: FindingRecord.Status) -> Report.Item {
      var item = Table.item(.linkBroken, target: target, status: status)
      (item.firstSeen, item.finding.message) = (Moment(startOf: Self.monday.addingDays(-3)), "第\(day)日")
      return item
    }
    report.findings = open.map { item($0, .open) }
    report.resolved = resolved.map { item($0, .resolved) }
    return report
  }

  private func account(_ reports: [Report], decisions: [Decision] = []) -> PeriodAccount {
    var account = PeriodAccount(before: reports.first.map(DayLedger.init), decisions: decisions)
    for report in reports.dropFirst() { account.add(DayLedger(report)) }
    account.decide(through: Moment(startOf: Self.monday.addingDays(7)))
    for report in reports where account.daysToFill.contains(report.period.start.day) { account.fill(from: report) }
    return account
  }

  @Test("what stands open is told as on the last day, what was mended as on the day of its mending")
  func standing() {
    let account = account([
      report(-1, open: ["a", "b"]), report(0, open: ["a", "b"]), report(1, open: ["a"], resolved: ["b"]),
      report(2, open: ["a"]),
    ])
    #expect(account.daysToFill == [Self.monday.addingDays(2)])
    let told = Dictionary(account.items.map { ($0.finding.target, $0) }) { $1 }
    #expect(told["a"]?.finding.message == "第2日" && told["b"]?.finding.message == "第1日")
    #expect(told["b"]?.status == .resolved && account.sum.flow.resolved == 1 && account.sum.flow.open == 1)
    #expect(account.last?.period.start.day == Self.monday.addingDays(2))
  }

  @Test("what vanishes without a word is told as on its last day, and counts as taken off the list")
  func vanished() {
    let account = account([report(-1, open: ["a", "b"]), report(0, open: ["a", "b"]), report(1, open: ["a"])])
    let told = account.items.first { $0.finding.target == "b" }
    #expect(told?.finding.message == "第0日" && told?.status == .dismissed)
    #expect(account.sum.flow.dismissed == 1)
  }

  @Test("a week without a reading tells what stood open before it, as people decided since")
  func unread() {
    let before = report(-1, open: ["a", "b"])
    let decision = Decision(
      finding: before.findings[1].finding.id, verb: .dismiss, by: "张三", at: Moment(startOf: Self.monday.addingDays(2)))
    let account = account([before], decisions: [decision])
    #expect(account.last == nil && account.daysRead.isEmpty)
    #expect(account.items.map(\.finding.message) == ["第-1日", "第-1日"])
    #expect(account.items.count { $0.status == .dismissed } == 1 && account.sum.flow.open == 1)
  }
}
