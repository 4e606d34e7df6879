import DuwangCore
import History
import Testing

/// When a finding that was not found again may be called mended.
@Suite struct VerificationTests {
  private let page = "http://a.gov.cn/1.html"
  private let target = "http://b.cn/1.pdf"

  private func isResolved(_ finding: Finding, _ coverage: Coverage, alsoFound: [Finding] = []) -> Bool {
    let now = Samples.moment("2018-12-31T08:00:00")
    let records = Reconciler.reconcile(
      records: [], found: [finding], coverage: Coverage(isComplete: true), now: now, isBaseline: false,
      deadline: { _, _ in nil })
    let after = Reconciler.reconcile(
      records: records, found: alsoFound, coverage: coverage, now: now.adding(seconds: 86400), isBaseline: false,
      deadline: { _, _ in nil })
    return after[0].status == .resolved
  }

  @Test("A link is mended when its target answers, or when the page that carries it no longer does")
  func links() {
    let finding = Samples.finding(.linkBroken, target: target)
    #expect(isResolved(finding, Coverage(isComplete: false, targets: [target])))
    #expect(isResolved(finding, Coverage(isComplete: false, pages: [page])))
    #expect(!isResolved(finding, Coverage(isComplete: false)))
  }

  @Test("A link whose target stands there but was not tried is not mended")
  func untriedTarget() {
    var coverage = Coverage(isComplete: true, pages: [page])
    coverage.untried = [target]
    #expect(!isResolved(Samples.finding(.linkBroken, target: target), coverage))
  }

  @Test("A link that many pages carried is mended on a complete reading only, when it was not tried")
  func linkOfManyPages() {
    let finding = Samples.finding(.linkBroken, target: target, pages: 40)
    #expect(!isResolved(finding, Coverage(isComplete: false, pages: [page])))
    #expect(isResolved(finding, Coverage(isComplete: true, pages: [page])))
  }

  @Test("A stale column is not mended by its site or its address being out of reach")
  func columnOutOfReach() {
    let stale = Samples.finding(.columnStale, column: "zf/news")
    let coverage = Coverage(isComplete: true, columns: ["zf/news"], sites: ["portal"])
    #expect(isResolved(stale, coverage))
    #expect(!isResolved(stale, coverage, alsoFound: [Samples.finding(.columnUnreachable, column: "zf/news")]))
    #expect(!isResolved(stale, coverage, alsoFound: [Samples.finding(.siteUnreachable)]))
    #expect(!isResolved(stale, Coverage(isComplete: true, sites: ["portal"])))
  }

  @Test("A silent unit speaks again only when all its columns were read")
  func silentUnit() {
    let silent = Samples.finding(.unitSilent)
    #expect(isResolved(silent, Coverage(isComplete: true, units: ["zf-office"])))
    #expect(!isResolved(silent, Coverage(isComplete: true, columns: ["zf-office/news"], sites: ["portal"])))
    #expect(!isResolved(silent, Coverage(isComplete: false, units: ["zf-office"])))
  }

  @Test("A site is reachable again when its home page was tried and answered")
  func site() {
    #expect(isResolved(Samples.finding(.siteUnreachable), Coverage(isComplete: false, sites: ["portal"])))
    #expect(!isResolved(Samples.finding(.siteUnreachable), Coverage(isComplete: true)))
  }

  @Test("A content finding is mended when its page was read", arguments: FindingKind.allCases)
  func everyKindHasGround(_ kind: FindingKind) {
    let everything = Coverage(
      isComplete: true, pages: [page], targets: [target], columns: ["zf/news"], units: ["zf-office"], sites: ["portal"])
    let finding = Samples.finding(kind, target: target, column: "zf/news")
    #expect(isResolved(finding, everything))
    #expect(!isResolved(finding, Coverage(isComplete: false)))
  }
}
