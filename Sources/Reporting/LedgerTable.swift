import DuwangCore
import Foundation

/// The whole ledger as the 整改台账 that offices keep: every finding ever entered, with what became of it (fields after the
/// rules of the field, 整改台账).
package enum LedgerTable {
  private static let columns: [(heading: String, width: Double)] = [
    ("编号", 18), ("发现日期", 12), ("来源", 8), ("单位", 18), ("栏目", 14), ("页面标题", 36), ("页面地址", 46), ("问题类型", 16),
    ("级别", 7), ("描述", 46), ("证据", 46), ("处理方法", 36), ("整改时限", 12), ("状态", 14), ("整改日期", 12), ("复查人", 10),
    ("复查结论", 26), ("重复次数", 9), ("最近所见", 12),
  ]

  package static func make(_ records: [FindingRecord], targets: Targets, today: Day) -> OfficeTable {
    let context = ReportContext(targets, today: today, isWorkingDay: { $0.weekday <= 5 })
    return OfficeTable(sheet: "整改台账", columns: columns, rows: records.map { cells($0, context) })
  }

  private static func cells(_ record: FindingRecord, _ context: ReportContext) -> [String] {
    let finding = record.finding
    let what = [
      finding.id, record.firstSeen.day.description, record.source.chinese,
      context.unit(finding.unit)?.name ?? finding.unit ?? "责任单位待定",
      context.columnName(finding.column) ?? finding.column ?? "", finding.pageTitle ?? "", finding.page,
      finding.kind.chinese, finding.severity.chinese, finding.message, finding.evidence.quotation, finding.fix,
    ]
    let fate = [
      record.deadline?.description ?? "", record.status.chinese, record.resolvedAt?.day.description ?? "",
      record.verifier ?? "", record.verdict ?? "", String(record.recurrences), record.lastSeen.day.description,
    ]
    return (what + fate).map(SafeText.line)
      + DecisionCells.cells(record.standsByDecision ? record.decision : nil, context)
  }

  /// The same as JSON: `{"schema", "generatedAt", "findings"}`, each finding as in a report, with `resolvedAt` and `since`.
  package static func json(_ records: [FindingRecord], at now: Moment) -> some Encodable {
    Ledger(generatedAt: now, findings: records.map(Entry.init))
  }

  private struct Ledger: Encodable {
    let schema = "duwang.ledger/1"
    let generatedAt: Moment
    let findings: [Entry]
  }

  private struct Entry: Encodable {
    let record: FindingRecord
    private enum Keys: String, CodingKey { case resolvedAt, since }

    func encode(to encoder: any Encoder) throws {
      try Report.Item(record).encode(to: encoder)
      var keys = encoder.container(keyedBy: Keys.self)
      try keys.encode(record.resolvedAt, forKey: .resolvedAt)
      try keys.encode(record.since, forKey: .since)
    }
  }
}

extension FindingRecord {
  /// Who looked again: the machine, or for what people saw the person who closed it.
  fileprivate var verifier: String? {
    guard status == .resolved else { return nil }
    return seenBy == nil ? FindingRecord.Source.machine.chinese : decision?.by
  }

  fileprivate var verdict: String? { note ?? (status == .resolved ? "复查未再发现" : nil) }
}
