import DuwangCore
import Foundation

/// The findings as a table for office programs: the same columns in CSV and XLSX.
enum FindingTable {
  /// Heading, and width in characters in the workbook. 处理意见 and 办理说明 are for staff to fill.
  static let columns: [(heading: String, width: Double)] = [
    ("编号", 18), ("责任单位", 18), ("栏目", 14), ("类型", 16), ("级别", 7), ("确定程度", 9), ("状态", 11), ("存量", 6),
    ("问题", 46), ("原文", 46), ("建议", 22), ("处理方法", 36), ("依据", 36), ("页面标题", 36), ("页面地址", 46), ("涉及地址", 46),
    ("涉及页数", 9), ("首次发现", 12), ("整改期限", 12), ("处理意见", 12), ("办理说明", 30),
  ]

  static func rows(_ report: Report, _ context: ReportContext) -> [[String]] {
    report.findings.map { item in
      let finding = item.finding
      let evidence = finding.evidence
      let quote =
        evidence.before.isEmpty && evidence.after.isEmpty
        ? evidence.text : "\(evidence.before)【\(evidence.text)】\(evidence.after)"
      return [
        finding.id, context.unitName(finding.unit), context.columnName(finding.column) ?? "", finding.kind.chinese,
        finding.severity.chinese, finding.confidence.chinese, item.status.chinese, item.isBaseline ? "是" : "否",
        finding.message, quote, evidence.suggestion ?? "", finding.fix, finding.rule ?? "", finding.pageTitle ?? "",
        finding.page, finding.target ?? "", String(finding.pages), item.firstSeen.day.description,
        item.deadline?.description ?? (finding.confidence == .suspected ? "先复核" : ""), "", "",
      ]
    }
  }

  /// UTF-8 with BOM, lines ended by CR LF, every field quoted (RFC 4180); what a program could take for a formula is led by `'`.
  static func csv(_ report: Report, _ context: ReportContext) -> Data {
    let lines = [columns.map(\.heading)] + rows(report, context)
    let text = lines.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    return Data("\u{feff}".utf8) + Data(text.utf8)
  }

  private static func field(_ text: String) -> String {
    "\"" + harmless(text).replacing("\"", with: "\"\"") + "\""
  }

  /// A text that begins like a formula gets a `'` in front (OWASP, CSV injection).
  static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" }) else { return text }
    return ["=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "\t"].contains(first) ? "'" + text : text
  }

  /// The workbook: header frozen, filters, a list to choose 处理意见 from.
  static func workbook(_ report: Report, _ context: ReportContext, at file: URL) throws {
    let book = try Workbook(path: file.path)
    let lines = rows(report, context)
    try book.addSheet(
      name: "问题清单",
      table: .init(
        headings: columns.map(\.heading), widths: columns.map(\.width), rows: lines.map { $0.map(harmless) },
        choices: (column: 19, values: ["属实", "不属实", "已整改", "交办", "暂缓"])))
    try book.close()
  }
}
