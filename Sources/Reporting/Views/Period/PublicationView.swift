import DuwangCore

/// What was published within a period: sums, comparison, charts, and what could not be counted.
struct PublicationView: Sendable {
  struct AreaRow: Sendable {
    let areaName: String
    let areaItems: String
  }
  let publishedTotal: String
  /// Nil without a period before.
  let publishedCompared: String?
  /// Plain sentences for the weekly page.
  let publishedLines: [String]
  let byCategory: BarChart
  let byUnit: BarChart
  let years: YearChart
  let months: BarChart
  let areaRows: [AreaRow]
  let hasAreas: Bool
  /// `断档单位：某镇（最后一条2018年9月30日）。`; nil where there is none.
  let silentLine: String?
  /// What is not in the numbers, and why.
  let uncounted: String

  init(_ report: Report, _ words: PeriodWords, _ context: ReportContext) {
    let summary = report.summary
    let sums = summary?.publication ?? Publication()
    publishedTotal = Words.count(sums.total)
    let before = summary?.comparison?.published
    publishedCompared = before.map { words.compared(sums.total, with: $0, unit: "条") }
    byCategory = BarChart(sums.categories, limit: report.kind == .yearly ? 40 : 10) { $0 }
    byUnit = BarChart(sums.units, limit: report.kind == .yearly ? 60 : 10) { context.unitName($0) }
    years = YearChart(sums.years, through: report.period.end.adding(seconds: -1).day.year)
    months = BarChart(sums.months, limit: 12) { PublicationView.month($0) }
    areaRows = sums.areas.map { AreaRow(areaName: SafeText.line($0.name), areaItems: Words.count($0.items)) }
    hasAreas = !areaRows.isEmpty
    let silent = (summary?.units ?? []).filter { $0.silentSince != nil }
    let names = silent.map { "\(SafeText.line($0.name))（最后一条\($0.silentSince?.chineseFull ?? "")）" }
    silentLine = silent.isEmpty ? nil : "断档单位：\(names.joined(separator: "、"))。"
    uncounted = PublicationView.uncounted(sums)
    publishedLines = PublicationView.lines(report, sums, silent, context)
  }

  private static func month(_ name: String) -> String { "\(Int(name.suffix(2)) ?? 0)月" }

  static func uncounted(_ sums: Publication) -> String {
    var parts: [String] = []
    if sums.undated > 0 { parts.append("列表和正文均无日期的\(Words.count(sums.undated))条") }
    if sums.future > 0 { parts.append("日期晚于本期的\(Words.count(sums.future))条") }
    if !sums.unreadColumns.isEmpty { parts.append("机器未能读取的\(Words.count(sums.unreadColumns.count))个栏目") }
    return "按发布日期计，同一网址计一条，来信不计。" + (parts.isEmpty ? "" : "未计入：\(parts.joined(separator: "、"))。")
  }

  private static func lines(
    _ report: Report, _ sums: Publication, _ silent: [UnitRow], _ context: ReportContext
  ) -> [String] {
    var lines: [String] = []
    if !sums.categories.isEmpty {
      let rest = sums.categories.dropFirst(6).reduce(0) { $0 + $1.items }
      lines.append(
        sums.categories.prefix(6).map { "\(SafeText.line($0.name))\(Words.count($0.items))条" }.joined(separator: "，")
          + (rest > 0 ? "，其他类别\(Words.count(rest))条" : "") + "。")
    }
    lines.append("已发布的页面修改\(Words.count(report.totals.changedPages))个，撤下\(Words.count(report.totals.removedPages))个。")
    let rows = (report.summary?.units ?? []).filter { $0.columns > 0 }
    let least = rows.enumerated().sorted { ($0.element.published, $0.offset) < ($1.element.published, $1.offset) }
      .prefix(3).map { "\(SafeText.line($0.element.name))\(Words.count($0.element.published))条" }
    if rows.count > 3 { lines.append("发布最少：\(least.joined(separator: "，"))。") }
    lines.append(
      silent.isEmpty
        ? "无断档单位。"
        : "断档："
          + silent.prefix(3).map { "\(SafeText.line($0.name))（最后一条\($0.silentSince?.chineseFull ?? "")）" }
          .joined(separator: "，") + (silent.count > 3 ? "等\(Words.count(silent.count))个单位" : "") + "。")
    return lines
  }
}
