import DuwangCore

/// All that `weekly.mustache`, `monthly.mustache` and `yearly.mustache` show.
struct PeriodView: Sendable {
  struct Line: Sendable {
    let lineName: String
    let lineText: String
  }
  struct FindingRow: Sendable {
    let rowID: String
    let rowUnit: String
    let rowColumn: String
    let rowText: String
    let rowSeverity: String
    let rowDeadline: String
  }
  let head: HeadView
  let siteTitles: String
  let pageTitle: String
  let periodTitle: String
  /// Nil for a year, whose name says it.
  let periodRange: String?
  let reader: String
  let recordTitle: String
  let office: String
  let madeOn: String
  let daysLine: String
  let isOver: Bool
  let isBaseline: Bool
  let thisPeriod: String
  let verdict: String
  let isVetoed: Bool
  let lines: [Line]
  let indicators: IndicatorTable
  let scoreLine: String?
  let units: UnitTable
  let allUnits: UnitTable
  let rateLine: String
  let trend: TrendChart
  let asks: AskList
  let publication: PublicationView
  let letters: LettersView
  let vetoMonths: VetoMonthsView
  let unread: PeriodUnreadView
  let openRows: [FindingRow]
  let hasOpen: Bool
  let openLeft: String?
  let openCount: String
  let repeatRows: [FindingRow]
  let hasRepeats: Bool
  let scope: String
  let conclusion: String

  init(_ report: Report, _ context: ReportContext, rows: Int) {
    let period = ReadPeriod(report.kind, containing: report.period.start.day)
    let words = PeriodWords(kind: report.kind)
    let summary = report.summary ?? PeriodSummary(coverage: DayCoverage())
    head = HeadView(title: "\(context.siteName)\(words.title)　\(period.chinese)")
    (siteTitles, pageTitle, periodTitle) = (context.siteName, words.title, period.chinese)
    periodRange = report.kind == .yearly ? nil : PeriodWords.range(period)
    (reader, recordTitle, thisPeriod) = (words.reader, words.record, words.this)
    office = context.targets.units.first { $0.kind == .office }.map { SafeText.line($0.name) } ?? ""
    madeOn = report.generatedAt.day.chinese
    daysLine =
      "\(words.this)应读\(summary.coverage.daysRead + summary.coverage.daysMissed.count)日，实读\(summary.coverage.daysRead)日"
    (isOver, isBaseline) = (report.complete, report.baseline)
    indicators = IndicatorTable(report, context)
    let verdicts = PeriodVerdict(report, indicators, words, context)
    (verdict, isVetoed, lines) = (verdicts.sentence, !indicators.vetoed.isEmpty, verdicts.lines)
    (scoreLine, rateLine, conclusion) = (verdicts.score, verdicts.rate, verdicts.conclusion)
    units = UnitTable(report, limit: PeriodView.rows(report.kind), isWide: report.kind != .weekly, context)
    allUnits = UnitTable(report, limit: nil, isWide: true, context)
    trend = TrendChart(report)
    asks = AskList(report, indicators, limit: report.kind == .weekly ? 3 : 5, context)
    publication = PublicationView(report, words, context)
    letters = LettersView(report, period, context)
    vetoMonths = VetoMonthsView(summary.months)
    unread = PeriodUnreadView(report, period, words, context)
    openRows = report.findings.prefix(rows).map { PeriodView.row($0, context) }
    hasOpen = !report.findings.isEmpty
    openCount = Words.count(report.findings.count)
    openLeft = report.findings.count > rows ? Words.count(report.findings.count - rows) : nil
    let repeats = (report.findings + report.resolved).filter { item in
      item.recurredAt.map { report.period.start <= $0 && $0 < report.period.end } ?? false
    }
    repeatRows = repeats.prefix(20).map { PeriodView.row($0, context) }
    hasRepeats = !repeats.isEmpty
    scope =
      "\(periodRange ?? period.chinese)，实读\(summary.coverage.daysRead)日，"
      + "栏目\(Words.count(report.columns.count))个"
  }

  /// Units listed before the rest goes into one line: the weekly page is one sheet of A4, the monthly one two.
  private static func rows(_ kind: Report.Kind) -> Int? {
    switch kind {
    case .daily, .yearly: nil
    case .weekly: 6
    case .monthly: 19
    }
  }

  static func row(_ item: Report.Item, _ context: ReportContext) -> FindingRow {
    let finding = item.finding
    let late = FindingView.isLate(item, context.today)
    return FindingRow(
      rowID: finding.id, rowUnit: context.unitName(finding.unit), rowColumn: context.columnName(finding.column) ?? "",
      rowText: SafeText.clipped(finding.message, to: 80),
      rowSeverity: finding.severity.chinese + (finding.confidence == .suspected ? "（疑似）" : ""),
      rowDeadline: item.deadline.map { $0.description + (late ? "，已逾期" : "") }
        ?? (finding.confidence == .suspected ? "先复核" : "—"))
  }
}

/// The conclusion of a period in sentences.
struct PeriodVerdict {
  let sentence: String
  let lines: [PeriodView.Line]
  let score: String?
  let rate: String
  let conclusion: String

  init(_ report: Report, _ table: IndicatorTable, _ words: PeriodWords, _ context: ReportContext) {
    let summary = report.summary ?? PeriodSummary(coverage: DayCoverage())
    sentence = PeriodVerdict.sentence(report, table, words)
    score = summary.scores.first.map { PeriodVerdict.score($0) }
    rate = PeriodVerdict.rate(summary, words)
    var lines: [PeriodView.Line] = []
    if !table.near.isEmpty {
      let names = table.near.map {
        "\(SafeText.line($0.name))\(SafeText.clipped(SafeText.line($0.value), to: 40))（限值\(SafeText.line($0.limit))）"
      }
      lines.append(.init(lineName: "临近", lineText: names.joined(separator: "；") + "。"))
    }
    lines.append(.init(lineName: "在办", lineText: PeriodVerdict.open(report, summary, words)))
    lines.append(.init(lineName: "严重", lineText: PeriodVerdict.severe(report, words, context)))
    lines.append(.init(lineName: "及时", lineText: rate))
    self.lines = lines
    conclusion =
      "\(table.vetoed.isEmpty ? "未触发" : "触发")单项否决\(table.vetoed.isEmpty ? "" : "\(table.vetoed.count)项")，期末在办\(Words.count(report.flow.open))项"
  }

  private static func sentence(_ report: Report, _ table: IndicatorTable, _ words: PeriodWords) -> String {
    if report.columns.isEmpty { return "\(words.this)没有读网记录，网站情况不明。" }
    guard table.hasVetoes else { return "\(words.this)\(UnitTable.flow(report.flow))" }
    var parts: [String] = []
    if table.vetoed.isEmpty {
      parts.append("\(words.this)未触发单项否决")
    } else {
      let names = table.vetoed.map { "“\(SafeText.line($0.name))”" }.joined(separator: "、")
      parts.append("\(words.this)触发单项否决\(table.vetoed.count)项：\(names)")
    }
    var rest = ["临近项\(table.near.count)项"]
    if table.waiting > 0 { rest.append("待人工确认\(table.waiting)项") }
    if !table.unknown.isEmpty { rest.append("记录不足、不能判断\(table.unknown.count)项") }
    return "按\(table.tableName)，\(parts.joined())；\(rest.joined(separator: "，"))。"
  }

  private static func open(_ report: Report, _ summary: PeriodSummary, _ words: PeriodWords) -> String {
    let overdue = summary.units.filter { $0.overdue > 0 }.sorted { $0.overdue > $1.overdue }
    let total = summary.units.reduce(0) { $0 + $1.overdue }
    let open = "期末在办\(Words.count(report.flow.open))项"
    let compared =
      switch report.flow.open - report.flow.before {
      case 0: "与期初持平"
      case let more where more > 0: "比期初多\(Words.count(more))项"
      case let fewer: "比期初少\(Words.count(-fewer))项"
      }
    guard total > 0 else { return "\(open)，\(compared)；无逾期。" }
    let names = overdue.prefix(3).map { "\(SafeText.line($0.name))\(Words.count($0.overdue))项" }
    return
      "\(open)，\(compared)；逾期\(Words.count(total))项：\(names.joined(separator: "、"))\(overdue.count > 3 ? "等" : "")。"
  }

  private static func severe(_ report: Report, _ words: PeriodWords, _ context: ReportContext) -> String {
    let open = report.findings.filter { $0.finding.severity == .severe }
    let closed = report.resolved.filter { $0.finding.severity == .severe && $0.status == .resolved }
    guard !open.isEmpty || !closed.isEmpty else { return "\(words.this)未发现严重问题。" }
    let names = open.prefix(2).map { "\(context.unitName($0.finding.unit))\($0.finding.kind.chinese)" }
    let what = names.isEmpty ? "" : "：\(names.joined(separator: "、"))\(open.count > 2 ? "等" : "")"
    return "未整改\(Words.count(open.count))项\(what)；\(words.this)销号\(Words.count(closed.count))项。"
  }

  static func rate(_ summary: PeriodSummary, _ words: PeriodWords) -> String {
    let (columns, inTime) = (
      summary.units.reduce(0) { $0 + $1.columns }, summary.units.reduce(0) { $0 + $1.inTime }
    )
    let now = "栏目及时率\(Words.percent(inTime, of: columns))（\(Words.count(inTime))/\(Words.count(columns))）"
    guard let before = summary.comparison, before.columns > 0 else { return now + "。" }
    return "\(now)，\(words.last)\(Words.percent(before.inTime, of: before.columns))。"
  }

  static func score(_ score: ProfileScore) -> String {
    let left = [
      score.waiting > 0 ? "待人工判断\(score.waiting)项" : nil, score.unknown > 0 ? "记录不足\(score.unknown)项" : nil,
    ].compactMap { $0 }
    let rest = left.isEmpty ? "" : "；\(left.joined(separator: "，"))，未计入"
    let points = "已扣\(IndicatorTable.Row.points(score.deducted))分"
    guard let value = score.score else { return "触发单项否决，不再计分（\(points)\(rest)）。" }
    return "得分\(IndicatorTable.Row.points(value))分（满分\(IndicatorTable.Row.points(score.base))分，\(points)\(rest)）。"
  }
}
