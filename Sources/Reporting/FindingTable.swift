import DuwangCore
import Foundation
import Tables

/// A table for office programs: the same cells in CSV and XLSX, the last columns for staff to fill.
package struct OfficeTable: Sendable {
  let sheet: String
  /// Heading, and width in characters in the workbook.
  let columns: [(heading: String, width: Double)]
  let rows: [[String]]

  private var headings: [String] { columns.map(\.heading) + DecisionCells.columns.map(\.heading) }

  package func csv() -> Data { Data(DelimitedText.csv([headings] + rows)) }

  /// The workbook: header frozen, filters, lists to choose from in the columns that staff fill.
  package func workbook(at path: String) throws {
    let book = try WorkbookWriter(path: path)
    let first = columns.count
    let choices = DecisionCells.choices.map { (first + $0.key, $0.value) }
    try book.addSheet(
      name: sheet,
      table: .init(
        headings: headings, widths: (columns + DecisionCells.columns).map(\.width), rows: rows,
        filled: first..<headings.count, choices: Dictionary(uniqueKeysWithValues: choices)))
    try book.close()
  }
}

/// The columns that staff fill and the next reading takes in; what stands as decided is shown there, marked as recorded.
enum DecisionCells {
  static let columns: [(heading: String, width: Double)] = [
    ("处理意见", 12), ("理由", 30), ("办理人", 10), ("期限", 12), ("适用范围", 12), ("交办单位", 16),
  ]
  static let choices: [Int: [String]] = [
    0: Decision.Verb.allCases.map(\.chinese), 4: Decision.Scope.allCases.map(\.chinese),
  ]

  static func cells(_ decision: Decision?, _ context: ReportContext) -> [String] {
    guard let decision else { return columns.map { _ in "" } }
    return [
      decision.verb.chinese + Decision.Verb.recordedMark, SafeText.line(decision.reason ?? ""),
      SafeText.line(decision.by ?? ""),
      decision.until?.description ?? "", decision.scope == .finding ? "" : decision.scope.chinese,
      decision.unit.map { context.unit($0)?.name ?? $0 } ?? "",
    ]
  }
}

/// The open findings of a daily read-check as a table.
enum FindingTable {
  private static let columns: [(heading: String, width: Double)] = [
    ("编号", 18), ("责任单位", 18), ("栏目", 14), ("类型", 16), ("级别", 7), ("确定程度", 9), ("状态", 16), ("存量", 6),
    ("来源", 8), ("问题", 46), ("原文", 46), ("建议", 22), ("处理方法", 36), ("依据", 36), ("页面标题", 36),
    ("页面地址", 46), ("涉及地址", 46), ("涉及页数", 9), ("首次发现", 12), ("整改期限", 12), ("读网时间", 17),
  ]

  static func make(_ report: Report, _ context: ReportContext) -> OfficeTable {
    let moment = "\(report.generatedAt.day) \(report.generatedAt.clock.prefix(5))"
    return OfficeTable(
      sheet: "问题清单", columns: columns, rows: report.findings.map { cells($0, moment, context) })
  }

  private static func cells(_ item: Report.Item, _ moment: String, _ context: ReportContext) -> [String] {
    let finding = item.finding
    let what = [
      finding.id, context.unitName(finding.unit), context.columnName(finding.column) ?? "", finding.kind.chinese,
      finding.severity.chinese, finding.confidence.chinese, item.statusWithNote, item.isBaseline ? "是" : "否",
      item.source.chinese,
    ]
    let why = [
      finding.message, finding.evidence.quotation, finding.evidence.suggestion ?? "", finding.fix, finding.rule ?? "",
    ]
    let place = [
      finding.pageTitle ?? "", finding.page, finding.target ?? "", String(finding.pages),
      item.firstSeen.day.description,
      item.deadline?.description ?? (finding.confidence == .suspected ? "先复核" : ""), moment,
    ]
    return what + why + place + DecisionCells.cells(item.decision, context)
  }
}

extension Report.Item {
  /// `未整改（标记已整改，复查仍存在）`.
  var statusWithNote: String { status.chinese + (note.map { "（\($0)）" } ?? "") }
}

extension Evidence {
  /// The faulty spot in its context: `前文【错处】后文`.
  var quotation: String { before.isEmpty && after.isEmpty ? text : "\(before)【\(text)】\(after)" }
}
