import DuwangCore

/// What was not read within a period, so that silence never looks like health.
struct PeriodUnreadView: Sendable {
  struct DayCell: Sendable {
    let dayLabel: String
    let dayState: String
    let isMissed: Bool
    let dayFile: String?
  }
  /// Days of a week; empty for longer periods.
  let dayCells: [DayCell]
  let hasDays: Bool
  let unreadLines: [String]
  /// Said before everything else; nil when every day was read to its end.
  let gap: String?

  init(_ report: Report, _ period: ReadPeriod, _ words: PeriodWords, _ context: ReportContext) {
    let coverage = report.summary?.coverage ?? DayCoverage()
    let (missed, cut) = (Set(coverage.daysMissed), Set(coverage.daysIncomplete))
    let through = min(period.last, report.generatedAt.day)
    dayCells =
      period.kind == .weekly
      ? period.days.map { day in
        let state =
          day > through ? "未到" : missed.contains(day) ? "未读" : cut.contains(day) ? "未读完" : "已读"
        // Days before the first reading were never due.
        let isBefore =
          day <= through && !missed.contains(day) && !PeriodUnreadView.wasRead(day, report, coverage, period)
        return DayCell(
          dayLabel: "\(day.day)日", dayState: isBefore ? "未开始" : state, isMissed: missed.contains(day),
          dayFile: !isBefore && ["已读", "未读完"].contains(state) ? "../../daily/\(day)/index.html" : nil)
      } : []
    hasDays = !dayCells.isEmpty
    gap = PeriodUnreadView.gap(coverage, words)
    unreadLines = PeriodUnreadView.lines(report, coverage, words, context)
  }

  /// The last `daysRead` + `daysMissed` days are those that were due.
  private static func wasRead(_ day: Day, _ report: Report, _ coverage: DayCoverage, _ period: ReadPeriod) -> Bool {
    let due = coverage.daysRead + coverage.daysMissed.count
    return day > min(period.last, report.generatedAt.day).addingDays(-due)
  }

  private static func gap(_ coverage: DayCoverage, _ words: PeriodWords) -> String? {
    let due = coverage.daysRead + coverage.daysMissed.count
    var parts: [String] = []
    if !coverage.daysMissed.isEmpty {
      parts.append("应读\(due)日，实读\(coverage.daysRead)日；\(PeriodWords.days(coverage.daysMissed))未读网")
    }
    if !coverage.daysIncomplete.isEmpty { parts.append("\(PeriodWords.days(coverage.daysIncomplete))读取未完成") }
    return parts.isEmpty ? nil : "\(words.this)\(parts.joined(separator: "；"))。以下只反映已读部分。"
  }

  private static func lines(
    _ report: Report, _ coverage: DayCoverage, _ words: PeriodWords, _ context: ReportContext
  ) -> [String] {
    var lines: [String] = []
    if coverage.daysMissed.isEmpty {
      lines.append("\(words.this)应读\(coverage.daysRead)日，每日均已读网。")
    } else {
      lines.append("\(PeriodWords.days(coverage.daysMissed))未读网，当日出现又消失的问题无从得知。")
    }
    let columns = report.columns.filter { $0.status == .unreadable }
    if !columns.isEmpty {
      let names = columns.prefix(3).map { "\(context.unitName($0.unit))“\(SafeText.line($0.name))”" }
      lines.append(
        "机器未能读取栏目\(Words.count(columns.count))个：\(names.joined(separator: "、"))\(columns.count > 3 ? "等" : "")，需人工查看。")
    }
    let pages = report.unreadable.count { item in !columns.contains { $0.url == item.url } }
    let others = [
      report.unfound.isEmpty ? nil : "待核对配置的栏目\(Words.count(report.unfound.count))个",
      pages > 0 ? "机器未能读取的其他页面\(Words.count(pages))个" : nil,
    ].compactMap { $0 }
    if !others.isEmpty { lines.append(others.joined(separator: "，") + "。") }
    if report.availability.allSatisfy({ $0.probes == 0 }) {
      lines.append("未作访问监测，“站点无法访问”不能判断。")
    }
    return lines
  }
}
