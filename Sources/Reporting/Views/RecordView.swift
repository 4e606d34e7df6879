import DuwangCore

/// Section 六 of the daily page: the 每日读网记录 on a sheet of its own, fields after domain rule 6.3.
struct RecordView: Sendable {
  struct Line: Sendable {
    let lineNumber: String
    let lineUnit: String
    let lineText: String
    let lineSeverity: String
  }
  let recordNumber: String
  let isMorning: Bool
  let isHoliday: Bool
  let readerName: String?
  let updateText: String
  let certainLinks: String
  let suspectedLinks: String
  let contentCount: String
  let attachmentCount: String
  let privacyCount: String
  let columnCount: String
  let accessCount: String
  let lines: [Line]
  let hasLines: Bool
  let linesLeft: String?
  let manualColumns: [String]
  let hasManual: Bool
  let manualLeft: String?

  static let lineLimit = 20

  init(_ report: Report, _ context: ReportContext) {
    let items = report.baseline ? report.findings : report.findings.filter { !$0.isBaseline }
    isMorning = report.generatedAt.clock < "12:00"
    isHoliday = !context.isWorkingDay(context.today)
    recordNumber = "\(context.today)-\(isMorning ? "上午" : "下午")"
    let readers = Set(context.targets.units.filter { $0.kind == .office }.compactMap(\.reader))
    readerName = readers.count == 1 ? readers.first.map(SafeText.line) : nil
    updateText = RecordView.updates(report.columns)
    func count(_ family: FindingFamily, _ confidence: Confidence? = nil) -> String {
      Words.count(
        items.count {
          FindingFamily($0.finding.kind) == family && (confidence == nil || $0.finding.confidence == confidence)
        })
    }
    (certainLinks, suspectedLinks) = (count(.link, .certain), count(.link, .suspected))
    (contentCount, attachmentCount, privacyCount) = (count(.content), count(.attachment), count(.privacy))
    (columnCount, accessCount) = (count(.column), count(.access))
    lines = FindingsView.inPageOrder(items.prefix(RecordView.lineLimit), context).enumerated().map { index, item in
      Line(
        lineNumber: "\(index + 1)", lineUnit: context.unitName(item.finding.unit),
        lineText: RecordView.line(item, context), lineSeverity: item.finding.severity.chinese)
    }
    hasLines = !lines.isEmpty
    linesLeft = items.count > lines.count ? Words.count(items.count - lines.count) : nil
    let unread = report.columns.filter { $0.status == .unreadable }
    manualColumns = unread.prefix(2).map { "\(context.unitName($0.unit))“\(SafeText.line($0.name))”" }
    hasManual = !unread.isEmpty
    manualLeft = unread.count > 2 ? Words.count(unread.count) : nil
  }

  /// One line on paper: `错别字：“布署”（疑似）`, `栏目更新超期：政策解读`.
  private static func line(_ item: Report.Item, _ context: ReportContext) -> String {
    let finding = item.finding
    let family = FindingFamily(finding.kind)
    let isTitled = family == .privacy || finding.evidence.text.isEmpty
    let quoted = isTitled ? finding.pageTitle ?? "" : finding.evidence.text
    let column = family == .column ? context.columnName(finding.column) : nil
    let what = column ?? (quoted.isEmpty ? "" : "“\(SafeText.clipped(quoted, to: 16))”")
    let suspected = finding.confidence == .suspected ? "（疑似）" : ""
    return what.isEmpty ? finding.kind.chinese + suspected : "\(finding.kind.chinese)\(suspected)：\(what)"
  }

  /// `应更新且可判定123个：及时119个（含临近5个），超期2个，空白1个，无法访问1个`.
  private static func updates(_ states: [ColumnState]) -> String {
    let words = states.map { ColumnStatusWord($0) }
    func count(_ word: ColumnStatusWord) -> Int { words.count { $0 == word } }
    let parts: [(ColumnStatusWord, String)] = [(.over, "超期"), (.blank, "空白"), (.gone, "无法访问")]
    let rest = parts.map { "\($0.1)\(Words.count(count($0.0)))个" }.joined(separator: "，")
    let near = count(.near) > 0 ? "（含临近\(Words.count(count(.near)))个）" : ""
    return
      "应更新且可判定\(Words.count(words.count(where: \.isJudged)))个：及时\(Words.count(count(.fine) + count(.near)))个\(near)，\(rest)"
  }
}

/// The columns of the paper form that kinds of finding are counted in.
enum FindingFamily {
  case access, column, link, attachment, privacy, content

  init(_ kind: FindingKind) {
    self =
      switch kind {
      case .siteUnreachable, .siteSlow, .tlsInvalid, .tlsExpiring: .access
      case .columnStale, .columnEmpty, .columnUnreachable, .homeStale, .replyOverdue, .unitSilent: .column
      case .linkBroken, .linkSoft404, .linkInsecure, .linkHijacked, .anchorMissing, .hiddenLink: .link
      case .attachmentBroken, .imageBroken, .attachmentMissing: .attachment
      case .privacyIDCard, .privacyPhone, .privacyBankCard: .privacy
      default: .content
      }
  }
}
