import DuwangCore

/// All that `periodunit.mustache` shows: one unit's page of a period, which can be sent to it.
struct PeriodUnitView: Sendable {
  let head: HeadView
  let siteTitles: String
  let unitTitle: String
  let periodTitle: String
  let periodRange: String?
  let unitReader: String
  let verdict: String
  let flow: String
  let row: UnitTable.Row
  let indexTitle: String
  let openRows: [PeriodView.FindingRow]
  let hasOpen: Bool
  let openLeft: String?
  let closedRows: [PeriodView.FindingRow]
  let hasClosed: Bool
  let columns: ColumnsView
  let hasColumns: Bool
  let byCategory: BarChart

  init(_ unit: OwnerUnit, _ report: Report, _ context: ReportContext, rows: Int) {
    let period = ReadPeriod(report.kind, containing: report.period.start.day)
    let words = PeriodWords(kind: report.kind)
    let own = report.summary?.units.first { $0.id == unit.id } ?? UnitRow(id: unit.id, name: unit.name)
    unitTitle = SafeText.line(unit.name)
    head = HeadView(title: "\(unitTitle)读网情况　\(period.chinese)")
    (siteTitles, periodTitle) = (context.siteName, period.chinese)
    periodRange = report.kind == .yearly ? nil : PeriodWords.range(period)
    unitReader = unit.reader.map(SafeText.line) ?? "未指定"
    indexTitle = words.title
    row = UnitTable.Row(own)
    let before = own.open - own.found + own.mended + own.dismissed
    flow =
      "期初在办\(Words.count(before))项＋新发现\(Words.count(own.found - own.recurred))项＋复发\(Words.count(own.recurred))项"
      + "－已整改\(Words.count(own.mended))项－不属实或暂缓\(Words.count(own.dismissed))项＝期末在办\(Words.count(own.open))项。"
      + (own.medianDaysToMend.map { "整改天数中位数\(PeriodWords.days($0))日。" } ?? "")
    verdict =
      "\(words.this)栏目及时\(Words.count(own.inTime))个，超期\(Words.count(own.columns - own.inTime))个；在办\(Words.count(own.open))项，"
      + "逾期\(Words.count(own.overdue))项；发布\(Words.count(own.published))条"
      + (own.silentSince.map { "，自\($0.chineseFull)起断档" } ?? "") + "。"
    let open = report.findings.filter { $0.finding.unit == unit.id }
    let closed = report.resolved.filter { $0.finding.unit == unit.id && $0.status == .resolved }
    openRows = open.prefix(rows).map { PeriodView.row($0, context) }
    (hasOpen, openLeft) = (!open.isEmpty, open.count > rows ? Words.count(open.count - rows) : nil)
    closedRows = closed.prefix(rows).map { PeriodView.row($0, context) }
    hasClosed = !closed.isEmpty
    let states = report.columns.filter { $0.unit == unit.id }
    columns = ColumnsView(states, inlineLimit: 2000, context)
    hasColumns = !states.isEmpty
    let items = (report.summary?.statistics ?? []).filter { $0.unit == unit.id }
    let sums = Dictionary(items.map { ($0.category, $0.items) }, uniquingKeysWith: +)
      .map { Publication.Sum($0, $1) }.sorted { ($1.items, $0.name) < ($0.items, $1.name) }
    byCategory = BarChart(sums, limit: 20) { $0 }
  }
}
