import DuwangCore

/// What a run says in a terminal when it is done.
enum Summary {
  static func of(_ report: Report, _ period: ReadPeriod, reports: String) -> String {
    let (flow, coverage) = (report.flow, report.summary?.coverage ?? DayCoverage())
    let missed = coverage.daysMissed.isEmpty ? "" : "，未读\(coverage.daysMissed.count)日"
    return [
      "\(period.chinese)\(report.complete ? "" : "（未结束）")：已读\(coverage.daysRead)日\(missed)。",
      "期初在办\(flow.before)项＋新发现\(flow.found)项＋复发\(flow.recurred)项－销号\(flow.resolved)项"
        + "－不属实或暂缓\(flow.dismissed)项＝期末在办\(flow.open)项。",
      "报告：\(reports)/\(report.kind.rawValue)/\(period.name)/index.html",
    ].joined(separator: "\n")
  }

  static func of(_ report: Report, reports: String) -> String {
    let open = report.findings.filter(\.status.isOpen)
    let new = open.filter { $0.status == .new || $0.status == .recurred }
    let severe = open.filter { $0.finding.severity == .severe }
    var lines = [
      "读取页面\(report.totals.pages)个、链接\(report.totals.links)条、栏目\(report.totals.columns)个，"
        + "用时\(Int(report.totals.seconds.rounded()))秒。",
      report.baseline
        ? "首次读取：存量问题\(open.count)项，其中严重\(severe.count)项。"
        : "待处理问题\(open.count)项，其中严重\(severe.count)项；本次新发现（含复发）\(new.count)项，销号\(report.resolved.count)项。",
    ]
    if report.unreadable.count * 2 > report.totals.pages {
      lines.insert("本次多数页面未能读取（应读\(report.totals.pages)个，未能读取\(report.unreadable.count)处），以下仅就已读部分而言。", at: 0)
    }
    if !report.unreadable.isEmpty { lines.append("机器未能读取\(report.unreadable.count)处，需人工查看。") }
    if !report.unfound.isEmpty { lines.append("待核对配置的栏目\(report.unfound.count)个。") }
    if !report.complete { lines.append("本次读网未完成，以上为已读部分。") }
    lines.append("报告：\(reports)/daily/\(report.period.start.day)/index.html")
    return lines.joined(separator: "\n")
  }
}
