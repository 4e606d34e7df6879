import DuwangCore

/// Units side by side, the ones that need a hand first.
struct UnitTable: Sendable {
  struct Row: Sendable {
    let unitTitle: String
    let unitFile: String
    let unitReader: String
    let unitDays: String
    let unitRate: String
    let isBelow: Bool
    let unitInTime: String
    let unitFound: String
    let noFound: Bool
    let unitRecurred: String
    let noRecurred: Bool
    let unitMended: String
    let noMended: Bool
    let unitOverdue: String
    let isOverdue: Bool
    let unitOpen: String
    let noOpen: Bool
    let unitMedian: String
    let unitPublished: String
    let noPublished: Bool
    let unitSilence: String?
  }
  let unitRows: [Row]
  /// One line for the units that are not listed.
  let unitRest: String?
  let total: Row
  let unitCount: String
  let unitNote: String
  /// With the readers' names and what came back.
  let isWide: Bool

  /// At most `limit` rows; nil: all units.
  init(_ report: Report, limit: Int?, isWide: Bool, _ context: ReportContext) {
    self.isWide = isWide
    let rows = UnitTable.sorted(report.summary?.units ?? [])
    var listed = rows
    if let limit, rows.count > limit { listed = Array(rows.filter(UnitTable.isPressing).prefix(limit)) }
    let shown = Set(listed.map(\.id))
    unitRows = listed.map(Row.init)
    unitRest = UnitTable.rest(rows.filter { !shown.contains($0.id) })
    total = Row(UnitTable.sum(rows, report))
    unitCount = Words.count(rows.count)
    let unjudged = report.columns.count { $0.status == .unreadable || $0.status == .unfound }
    unitNote =
      UnitTable.flow(report.flow) + (report.kind == .weekly ? "" : "整改天数为中位数，按日历日计。")
      + (unjudged > 0 ? "机器未能读取和待核对配置的\(Words.count(unjudged))个栏目不计入及时率。" : "")
  }

  static func sorted(_ rows: [UnitRow]) -> [UnitRow] {
    func late(_ row: UnitRow) -> Int { row.columns - row.inTime }
    let keyed = rows.enumerated()
    return keyed.sorted { a, b in
      (-a.element.overdue, -late(a.element), -a.element.open, a.offset)
        < (-b.element.overdue, -late(b.element), -b.element.open, b.offset)
    }.map(\.element)
  }

  private static func isPressing(_ row: UnitRow) -> Bool {
    row.overdue > 0 || row.inTime < row.columns || row.open > 0 || row.silentSince != nil
  }

  private static func rest(_ rows: [UnitRow]) -> String? {
    guard !rows.isEmpty else { return nil }
    let count = "其余\(Words.count(rows.count))个单位"
    let open = rows.reduce(0) { $0 + $1.open }
    let late = rows.reduce(0) { $0 + $1.columns - $1.inTime }
    let state =
      open == 0 && late == 0 ? "栏目均及时，无在办问题" : "超期栏目\(Words.count(late))个，在办\(Words.count(open))项"
    return "\(count)\(state)，发布\(Words.count(rows.reduce(0) { $0 + $1.published }))条，见明细。"
  }

  private static func sum(_ rows: [UnitRow], _ report: Report) -> UnitRow {
    var sum = UnitRow(id: "", name: "合计")
    for row in rows {
      (sum.columns, sum.inTime, sum.found) = (sum.columns + row.columns, sum.inTime + row.inTime, sum.found + row.found)
      (sum.recurred, sum.mended, sum.overdue) = (
        sum.recurred + row.recurred, sum.mended + row.mended, sum.overdue + row.overdue
      )
      (sum.open, sum.published) = (sum.open + row.open, sum.published + row.published)
    }
    sum.medianDaysToMend = report.summary?.medianDaysToMend
    return sum
  }

  /// `期初在办13项＋新发现24项＋复发1项－已整改26项－不属实或暂缓1项＝期末在办11项。`
  static func flow(_ flow: Report.Flow) -> String {
    "期初在办\(Words.count(flow.before))项＋新发现\(Words.count(flow.found))项＋复发\(Words.count(flow.recurred))项"
      + "－已整改\(Words.count(flow.resolved))项－不属实或暂缓\(Words.count(flow.dismissed))项"
      + "＝期末在办\(Words.count(flow.open))项。"
  }
}

extension UnitTable.Row {
  init(_ row: UnitRow) {
    unitTitle = SafeText.line(row.name)
    unitFile = "units/\(FileNames.unit(row.id)).html"
    unitReader = row.reader.map(SafeText.line) ?? "未指定"
    unitDays = "\(row.daysRead)/\(row.daysDue)"
    unitRate = Words.percent(row.inTime, of: row.columns)
    isBelow = row.inTime < row.columns
    unitInTime = row.columns > 0 ? "\(Words.count(row.inTime))/\(Words.count(row.columns))" : "—"
    (unitFound, noFound) = (Words.count(row.found), row.found == 0)
    (unitRecurred, noRecurred) = (Words.count(row.recurred), row.recurred == 0)
    (unitMended, noMended) = (Words.count(row.mended), row.mended == 0)
    (unitOverdue, isOverdue) = (Words.count(row.overdue), row.overdue > 0)
    (unitOpen, noOpen) = (Words.count(row.open), row.open == 0)
    unitMedian = PeriodWords.days(row.medianDaysToMend)
    (unitPublished, noPublished) = (Words.count(row.published), row.published == 0)
    unitSilence = row.silentSince.map { "自\($0.chineseFull)起断档" }
  }
}
