import DuwangCore

/// What a leader is asked to decide: fact, proposal with a date, 同意 or 另议.
struct AskList: Sendable {
  struct Ask: Sendable {
    let askFact: String
    let askProposal: String
  }
  let asks: [Ask]
  let askCount: String
  let hasAsks: Bool
  let asksLeft: String?

  init(_ report: Report, _ table: IndicatorTable, limit: Int, _ context: ReportContext) {
    let all = Maker(report: report, context: context).asks(table)
    asks = Array(all.prefix(limit))
    askCount = "\(asks.count)"
    hasAsks = !asks.isEmpty
    asksLeft = all.count > limit ? "另有\(all.count - limit)件见明细。" : nil
  }

  /// The most pressing first.
  private struct Maker {
    let report: Report
    let context: ReportContext

    func asks(_ table: IndicatorTable) -> [Ask] {
      [
        vetoes(table), severe(), letters(), overdue(), columns(.columnStale, "超过更新期限"), columns(.columnEmpty, "空白"),
        columns(.columnUnreachable, "无法访问"), silent(), missed(),
      ].compactMap { $0 }
    }

    private func vetoes(_ table: IndicatorTable) -> Ask? {
      guard !table.vetoed.isEmpty else { return nil }
      let names = table.vetoed.map {
        "“\(SafeText.line($0.name))”（\(SafeText.clipped(SafeText.line($0.value), to: 24))）"
      }
      return Ask(
        askFact: "触发单项否决\(table.vetoed.count)项",
        askProposal: "\(names.joined(separator: "、"))。建议由\(office)牵头，\(date(1))前整改并复查。")
    }

    private func severe() -> Ask? {
      let items = report.findings.filter { $0.finding.severity == .severe && $0.finding.kind != .replyOverdue }
      guard !items.isEmpty else { return nil }
      return Ask(
        askFact: "严重问题\(Words.count(items.count))项未整改",
        askProposal: "\(kinds(items))，涉及\(units(items))。建议立即改正，\(date(1))复查。")
    }

    private func letters() -> Ask? {
      let items = report.findings.filter { $0.finding.kind == .replyOverdue }
      guard !items.isEmpty else { return nil }
      return Ask(
        askFact: "来信超期未答复，涉及栏目\(Words.count(items.count))个",
        askProposal: "\(units(items))。建议\(date(3))前答复并公开结果。")
    }

    private func overdue() -> Ask? {
      let items = report.findings.filter { FindingView.isLate($0, context.today) && $0.finding.severity != .severe }
      guard !items.isEmpty else { return nil }
      return Ask(
        askFact: "逾期未整改\(Words.count(items.count))项",
        askProposal: "\(units(items))。建议由\(office)督办，\(date(3))前办结。")
    }

    private func columns(_ kind: FindingKind, _ what: String) -> Ask? {
      let items = report.findings.filter { $0.finding.kind == kind && !FindingView.isLate($0, context.today) }
      guard !items.isEmpty else { return nil }
      return Ask(
        askFact: "\(Words.count(items.count))个栏目\(what)",
        askProposal: "\(units(items))。建议由\(office)\(date(1))催办，\(date(5))前整改。")
    }

    private func silent() -> Ask? {
      let rows = (report.summary?.units ?? []).filter { $0.silentSince != nil }
      guard !rows.isEmpty else { return nil }
      let names = rows.prefix(3).map { "\(SafeText.line($0.name))（最后一条\($0.silentSince?.chineseFull ?? "")）" }
      return Ask(
        askFact: "断档单位\(Words.count(rows.count))个",
        askProposal: "\(names.joined(separator: "、"))\(rows.count > 3 ? "等" : "")。建议核实读网员和发布人员，\(date(5))前恢复发布。")
    }

    private func missed() -> Ask? {
      let days = report.summary?.coverage.daysMissed ?? []
      guard !days.isEmpty else { return nil }
      return Ask(
        askFact: "未读网\(Words.count(days.count))日",
        askProposal: "\(PeriodWords.days(days))。建议由\(office)核实原因，\(date(1))前恢复。")
    }

    private var office: String {
      context.targets.units.first { $0.kind == .office }.map { SafeText.line($0.name) } ?? "主管部门"
    }

    private func units(_ items: [Report.Item]) -> String {
      var seen = Set<String>()
      let names = items.map { context.unitName($0.finding.unit) }.filter { seen.insert($0).inserted }
      return PeriodWords.names(names)
    }

    private func kinds(_ items: [Report.Item]) -> String {
      var seen = Set<String>()
      return items.map(\.finding.kind.chinese).filter { seen.insert($0).inserted }.prefix(3).joined(separator: "、")
    }

    /// The `count`th working day after today.
    private func date(_ count: Int) -> String {
      var (day, left) = (context.today, count)
      while left > 0 {
        day = day.addingDays(1)
        if context.isWorkingDay(day) { left -= 1 }
      }
      return day.chinese
    }
  }
}
