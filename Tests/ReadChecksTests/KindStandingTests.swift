import DuwangCore
import Testing

@testable import ReadChecks

struct KindStandingTests {
  private func record(_ kind: FindingKind, _ verb: Decision.Verb?, _ key: String) -> FindingRecord {
    let finding = Finding(
      kind: kind, confidence: .suspected, site: "portal", page: "http://www.example.gov.cn/\(key)", key: key,
      message: "", fix: "", evidence: Evidence(text: ""))
    let now = Moment(startOf: Day(number: 17896))
    var record = FindingRecord(finding, status: .open, firstSeen: now, isBaseline: false)
    record.decision = verb.map { Decision(finding: finding.id, verb: $0, at: now) }
    return record
  }

  @Test func confirmedKindsComeBeforeOthersAndDismissedOnesAfterThem() {
    let judged =
      (0..<3).map { record(.numbering, .dismiss, "n\($0)") } + (0..<3).map { record(.sumMismatch, .confirm, "s\($0)") }
    let open = [record(.numbering, nil, "a"), record(.typo, nil, "b"), record(.sumMismatch, nil, "c")]
    let targets = Targets(sites: [], units: [])
    let sorted = FindingOrder(TargetOrder(targets), judged: judged).sorted(
      open.map { record in
        var record = record
        record.finding.severity = .general
        return Report.Item(record)
      })
    #expect(sorted.map(\.finding.kind) == [.sumMismatch, .typo, .numbering])
  }

  @Test func twoDecisionsConcludeNothing() {
    let standing = KindStanding((0..<2).map { record(.numbering, .dismiss, "n\($0)") })
    #expect(standing.rank(of: .numbering) == standing.rank(of: .typo))
  }
}
