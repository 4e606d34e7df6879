import DuwangCore
import ReadChecks
import Testing

@Suite("A day that is read twice is told as one day")
struct SameDayTests {
  private func report(_ changes: [PageChange]) -> Report {
    let now = Moment("2018-12-31T08:00")!
    var report = Report(
      kind: .daily, complete: true, baseline: false, period: .init(start: now, end: now), generatedAt: now,
      reading: SiteReading(startedAt: now, endedAt: now))
    report.changes = changes
    return report
  }

  private func told(_ morning: [PageChange], _ noon: [PageChange]) -> [String] {
    SameDay.joined(report(noon), with: report(morning)).changes.map { "\($0.type.rawValue) \($0.url)" }
  }

  @Test("what the morning told is told again at noon")
  func kept() {
    let added = PageChange(url: "a", type: .added, title: "")
    let modified = PageChange(url: "b", type: .modified, title: "")
    #expect(told([added], [modified]) == ["added a", "modified b"])
    #expect(SameDay.joined(report([]), with: report([added])).totals.newItems == 1)
  }

  @Test("a new item that is corrected by noon is still a new item, one that is gone is none")
  func netted() {
    let added = PageChange(url: "a", type: .added, title: "")
    #expect(told([added], [PageChange(url: "a", type: .modified, title: "")]) == ["added a"])
    #expect(told([added], [PageChange(url: "a", type: .removed, title: "")]) == [])
  }

  @Test("the flow of the day adds up over both readings")
  func flow() {
    var (morning, noon) = (report([]), report([]))
    (morning.flow.before, morning.flow.found, morning.flow.resolved, morning.flow.open) = (9, 3, 2, 10)
    (noon.flow.before, noon.flow.recurred, noon.flow.resolved, noon.flow.open) = (10, 1, 4, 7)
    let flow = SameDay.joined(noon, with: morning).flow
    #expect(flow.before - flow.resolved - flow.dismissed + flow.found + flow.recurred == flow.open)
    #expect(flow.before == 9 && flow.open == 7)
  }
}
