import DuwangCore
import History
import Testing

/// The life of a finding (contract §4).
@Suite struct ReconcilerTests {
  private let page = "http://a.gov.cn/1.html"
  private let target = "http://b.cn/1.pdf"
  private let morning = Samples.moment("2018-12-31T08:00:00")
  private let afternoon = Samples.moment("2018-12-31T15:00:00")
  private let tomorrow = Samples.moment("2019-01-01T08:00:00")
  private let dayAfter = Samples.moment("2019-01-02T08:00:00")

  private func covering(pages: Set<String> = [], targets: Set<String> = []) -> Coverage {
    Coverage(isComplete: false, pages: pages, targets: targets)
  }

  private func run(
    _ records: [FindingRecord], _ found: [Finding], _ now: Moment, coverage: Coverage? = nil,
    isBaseline: Bool = false, decisions: [Decision] = []
  ) -> [FindingRecord] {
    Reconciler.reconcile(
      records: records, found: found, coverage: coverage ?? covering(pages: [page], targets: [target]), now: now,
      isBaseline: isBaseline, decisions: decisions, deadline: { _, day in day.addingDays(3) })
  }

  @Test("What is found for the first time is new, and open from the second day")
  func newThenOpen() {
    var records = run([], [Samples.finding()], morning)
    #expect(records.map(\.status) == [.new])
    records = run(records, [Samples.finding()], tomorrow)
    #expect(records.map(\.status) == [.open])
    #expect(records[0].daysSeen == 2)
    #expect(records[0].firstSeen == morning)
    #expect(records[0].lastSeen == tomorrow)
  }

  @Test("A second reading on the same day changes nothing")
  func sameDay() {
    let first = run([], [Samples.finding()], morning)
    let second = run(first, [Samples.finding()], afternoon)
    #expect(second[0].status == .new)
    #expect(second[0].daysSeen == 1)
    #expect(second[0].deadline == first[0].deadline)
  }

  @Test("What is no longer there is resolved, what returns recurs and is open from its second day")
  func resolvedThenRecurred() {
    var records = run([], [Samples.finding()], morning, isBaseline: true)
    #expect(records[0].isBaseline)
    records = run(records, [], tomorrow)
    #expect(records[0].status == .resolved)
    #expect(records[0].resolvedAt == tomorrow)
    records = run(records, [Samples.finding()], dayAfter)
    #expect(records[0].status == .recurred)
    #expect(records[0].recurrences == 1)
    #expect(records[0].resolvedAt == nil)
    #expect(!records[0].isBaseline)
    #expect(records[0].deadline == Day(2019, 1, 5))
    records = run(records, [Samples.finding()], dayAfter.adding(seconds: 86400))
    #expect(records[0].status == .open)
  }

  @Test("What was not looked at is not called mended")
  func notCovered() {
    let records = run([], [Samples.finding()], morning)
    #expect(run(records, [], tomorrow, coverage: covering()) == records)
  }

  @Test("A network failure is suspected on the first day and certain from the second")
  func transient() {
    let finding = Samples.finding(.linkBroken, target: target, isTransient: true)
    var records = run([], [finding], morning)
    #expect(records[0].finding.confidence == .suspected)
    #expect(records[0].deadline == nil)
    records = run(records, [finding], afternoon)
    #expect(records[0].finding.confidence == .suspected)
    records = run(records, [finding], tomorrow)
    #expect(records[0].finding.confidence == .certain)
    #expect(records[0].deadline == Day(2019, 1, 4))
  }

  @Test("A network failure that passed and returned is suspected again")
  func flapping() {
    let finding = Samples.finding(.linkBroken, target: target, isTransient: true)
    var records = run([], [finding], morning)
    records = run(records, [], tomorrow)
    records = run(records, [finding], dayAfter)
    #expect(records[0].finding.confidence == .suspected)
    #expect(records[0].deadline == nil)
  }

  @Test("A deadline is set once, when the finding is first certain")
  func deadlineOnce() {
    var records = run([], [Samples.finding()], morning)
    #expect(records[0].deadline == Day(2019, 1, 3))
    records = run(records, [Samples.finding()], tomorrow)
    #expect(records[0].deadline == Day(2019, 1, 3))
  }

  @Test(
    "What people said survives a reading that sees the finding again",
    arguments: [FindingRecord.Status.confirmed, .assigned, .deferred, .dismissed])
  func peoplesStates(_ status: FindingRecord.Status) {
    var records = run([], [Samples.finding()], morning)
    records[0].status = status
    #expect(run(records, [Samples.finding()], tomorrow)[0].status == status)
  }

  @Test("What was said to be mended and is still there is open again, with a note")
  func mendedInVain() {
    var records = run([], [Samples.finding()], morning)
    records[0].status = .mended
    records = run(records, [Samples.finding()], tomorrow)
    #expect(records[0].status == .open)
    #expect(records[0].note == "标记已整改，复查仍存在")
  }

  @Test("What was said to be mended and is gone is resolved")
  func mended() {
    var records = run([], [Samples.finding()], morning)
    records[0].status = .mended
    #expect(run(records, [], tomorrow)[0].status == .resolved)
    #expect(run(records, [], tomorrow, coverage: covering())[0].status == .mended)
  }

  @Test("A dismissed finding that is gone stays dismissed")
  func dismissedAndGone() {
    var records = run([], [Samples.finding()], morning)
    records[0].status = .dismissed
    #expect(run(records, [], tomorrow)[0].status == .dismissed)
  }

  @Test("A dismissal ends with its last day")
  func expiredDismissal() {
    var records = run([], [Samples.finding()], morning)
    let decision = Decision(
      finding: records[0].finding.id, verb: .dismiss, at: morning, reason: "引文", until: Day(2019, 1, 1))
    records[0] = Decisions.apply(decision, to: records[0])
    records = run(records, [Samples.finding()], tomorrow)
    #expect(records[0].status == .dismissed)
    records = run(records, [Samples.finding()], dayAfter)
    #expect(records[0].status == .open)
  }

  @Test("A dismissal of a text reaches the same text on other pages, of the same kind only")
  func dismissedText() {
    var records = run([], [Samples.finding(text: "布署"), Samples.finding(page: "http://a.gov.cn/3.html")], morning)
    let dismissal = Decision(finding: records[0].finding.id, verb: .dismiss, at: afternoon, scope: .text)
    records[0] = Decisions.apply(dismissal, to: records[0])
    let elsewhere = Samples.finding(page: "http://a.gov.cn/2.html", text: "布署")
    let other = Samples.finding(.forbiddenTerm, page: "http://a.gov.cn/2.html", text: "布署")
    let after = run(records, [Samples.finding(), elsewhere, other], tomorrow, decisions: [dismissal])
    #expect(after.map(\.status) == [.dismissed, .dismissed, .dismissed, .new])
    // What a person takes back stays taken back.
    let back = Decision(finding: records[1].finding.id, verb: .reopen, at: tomorrow)
    let reopened = run(
      after.map { $0.finding.id == back.finding ? Decisions.apply(back, to: $0) : $0 },
      [Samples.finding(), elsewhere, other], dayAfter, decisions: [dismissal, back])
    #expect(reopened.map(\.status) == [.dismissed, .open, .dismissed, .open])
  }

  @Test("An expired dismissal is told as such and gets a deadline of its own")
  func expiredIsTold() {
    var records = run([], [Samples.finding()], morning)
    records[0] = Decisions.apply(
      Decision(finding: records[0].finding.id, verb: .defer, at: morning, until: Day(2018, 12, 31)), to: records[0])
    records = run(records, [Samples.finding()], dayAfter)
    #expect(records[0].note == "暂缓期满，重新列出")
    #expect(records[0].deadline == Day(2019, 1, 5))
  }

  @Test("What a person saw stands until a person closes it, whatever was read")
  func seenByPerson() {
    var record = FindingRecord(Samples.finding(), status: .new, firstSeen: morning, isBaseline: false)
    record.seenBy = .person
    var records = run([record], [], tomorrow, coverage: covering(pages: [page]))
    #expect(records.map(\.status) == [.open])
    records[0] = Decisions.apply(Decision(finding: record.finding.id, verb: .mend, at: tomorrow), to: records[0])
    #expect(records[0].status == .resolved)
    #expect(records[0].note == "人工核销，机器不能复查")
    #expect(run(records, [], dayAfter).map(\.status) == [.resolved])
  }

  @Test("Assigned to another unit it stays there, and the day that was set is its deadline")
  func assignedElsewhere() {
    var records = run([], [Samples.finding()], morning)
    records[0] = Decisions.apply(
      Decision(finding: records[0].finding.id, verb: .assign, at: morning, until: Day(2019, 1, 9), unit: "bm-jyj"),
      to: records[0])
    records = run(records, [Samples.finding()], tomorrow)
    #expect(records[0].finding.unit == "bm-jyj")
    #expect(records[0].deadline == Day(2019, 1, 9))
  }

  @Test("What was written into a table does not undo what somebody decided after it")
  func lateTable() {
    var records = run([], [Samples.finding()], morning)
    let id = records[0].finding.id
    records[0] = Decisions.apply(Decision(finding: id, verb: .confirm, at: tomorrow), to: records[0])
    let table = Decision(finding: id, verb: .dismiss, at: afternoon, origin: "findings.xlsx")
    #expect(Decisions.apply(table, to: records[0]).status == .confirmed)
    #expect(Decisions.apply(Decision(finding: id, verb: .dismiss, at: afternoon), to: records[0]).status == .dismissed)
  }

  @Test("Confirmed by a person is certain, whatever the machine thinks")
  func confirmedSuspicion() {
    var finding = Samples.finding()
    finding.confidence = .suspected
    var records = run([], [finding], morning)
    records[0] = Decisions.apply(Decision(finding: finding.id, verb: .confirm, at: morning), to: records[0])
    records = run(records, [finding], tomorrow)
    #expect(records[0].finding.confidence == .certain)
    #expect(records[0].deadline == Day(2019, 1, 4))
  }

  @Test("One finding found twice in a run is one line of the ledger")
  func duplicates() {
    #expect(run([], [Samples.finding(), Samples.finding()], morning).count == 1)
  }

  @Test("A clock that was put back counts no days")
  func clockBack() {
    let records = run([], [Samples.finding()], tomorrow)
    let earlier = run(records, [Samples.finding()], morning)
    #expect(earlier[0].daysSeen == 1)
    #expect(earlier[0].lastSeen == tomorrow)
    #expect(earlier[0].status == .new)
  }

  @Test("Reading again the same moment gives the same ledger")
  func idempotent() {
    var random = Seeded(seed: 20_181_231)
    for _ in 0..<200 {
      let pool = (0..<6).map { Samples.finding(text: "词\($0)", isTransient: $0.isMultiple(of: 2)) }
      var (records, now) = ([FindingRecord](), morning)
      for _ in 0..<8 {
        let found = pool.filter { _ in Bool.random(using: &random) }
        now = now.adding(seconds: Double.random(in: 3_600...100_000, using: &random))
        let coverage = covering(pages: Bool.random(using: &random) ? [page] : [])
        records = run(records, found, now, coverage: coverage)
        #expect(run(records, found, now, coverage: coverage) == records)
        #expect(Set(records.map(\.finding.id)).count == records.count)
        #expect(records.allSatisfy { $0.status != .resolved || $0.resolvedAt != nil })
        #expect(records.allSatisfy { !$0.status.isOpen || $0.finding.confidence == .suspected || $0.deadline != nil })
      }
    }
  }
}
