import DuwangCore

/// All that `daily.mustache` shows: the daily read-check as duty staff review it.
struct DailyView: Sendable {
  /// A unit's page beside the daily one.
  struct UnitPage: Sendable {
    let unitTitle: String
    let unitFile: String
  }
  let head: HeadView
  let siteTitles: String
  let unitPages: [UnitPage]
  let dateWord: String
  let weekdayWord: String
  let finishedAt: String
  let spent: String
  let isBaseline: Bool
  let isIncomplete: Bool
  /// Pages, columns or sites were left unread, so that 未发现问题 holds only for what was read.
  let hasGaps: Bool
  let findings: FindingsView
  /// What was closed since the last reading, and the sum that proves the number of open ones.
  let flow: FlowView
  let openCompared: String
  let columns: ColumnsView
  let changes: ChangesView
  let ignored: IgnoredView?
  let redirects: RedirectsView?
  let unread: UnreadView
  let proof: ProofView
  let record: RecordView
  /// More than half of what was asked for could not be read: said before anything else.
  let isMostlyUnread: Bool
  let decisionsTaken: String
  let hasDecisions: Bool
  let decisionConflicts: [String]
  let decisionRefusals: [String]
  let decisionsUnlisted: Bool
  /// The first severe findings in words, for the conclusion.
  let severeLines: [String]
  let lateLines: [String]

  init(_ report: Report, limits: PageLimits, _ context: ReportContext) {
    let day = report.period.start.day
    head = HeadView(title: "\(context.siteName)每日读网报告　\(day.chineseFull)")
    siteTitles = context.siteName
    unitPages = context.targets.units.map {
      UnitPage(unitTitle: SafeText.line($0.name), unitFile: "units/\(FileNames.unit($0.id)).html")
    }
    (dateWord, weekdayWord) = (day.chineseFull, Words.weekday(day))
    (finishedAt, spent) = (Words.clock(report.generatedAt), Words.duration(report.totals.seconds))
    (isBaseline, isIncomplete) = (report.baseline, !report.complete)
    hasGaps =
      !report.complete || !report.unreadable.isEmpty || !report.unfound.isEmpty || report.sites.contains { !$0.opened }
    findings = FindingsView(
      report.findings, isBaseline: report.baseline, limits, context)
    flow = FlowView(report, context)
    openCompared = Words.compared(report.flow.open, with: report.flow.before, unit: "项")
    columns = ColumnsView(report.columns, inlineLimit: limits.columns, context)
    changes = ChangesView(report.changes, limit: limits.changes, context)
    ignored = IgnoredView(report.ignored)
    redirects = RedirectsView(report.redirects)
    unread = UnreadView(report, addressLimit: limits.addresses, context)
    proof = ProofView(report, context)
    record = RecordView(report, context)
    isMostlyUnread = report.unreadable.count * 2 > report.totals.pages
    let decisions = report.decisionsRead
    (decisionsTaken, hasDecisions) = (Words.count(decisions.taken), !decisions.isEmpty)
    (decisionConflicts, decisionRefusals) = (Array(decisions.conflicts.prefix(50)), Array(decisions.refused.prefix(50)))
    decisionsUnlisted =
      decisions.conflicts.count + decisions.refused.count > decisionConflicts.count + decisionRefusals.count
    let current = report.baseline ? report.findings : report.findings.filter { !$0.isBaseline }
    severeLines = DailyView.lines(current.filter { $0.finding.severity == .severe }, context)
    lateLines = DailyView.lines(current.filter { FindingView.isLate($0, context.today) }, context)
  }

  private static func lines(_ items: [Report.Item], _ context: ReportContext) -> [String] {
    items.prefix(3).map { "\(context.unitName($0.finding.unit))\($0.finding.kind.chinese)" }
  }
}

/// How much of each list a page shows before it points to a file beside it.
struct PageLimits: Sendable {
  var fullFindings: Int
  var findingRows: Int
  /// Suspected content findings: staff look at some twenty a day.
  var suspected = 20
  var changes: Int
  var columns = ColumnsView.inlineLimit
  var addresses = UnreadView.addressLimit
  /// The daily page: at most 20 findings in full at the top.
  static let daily = PageLimits(fullFindings: 20, findingRows: 200, changes: 60)
  /// A unit's page.
  static let unit = PageLimits(fullFindings: 100, findingRows: 600, suspected: 50, changes: 0, columns: 2000)
  /// The files beside the daily page.
  static let detail = PageLimits(fullFindings: 0, findingRows: 0, changes: 800, columns: 3000, addresses: 4000)
  /// The interface says 2 MB; what is left is for what a server adds.
  static let maxBytes = 1_900_000

  /// Half of everything; nil when there is nothing left to halve.
  var halved: PageLimits? {
    guard max(fullFindings, findingRows, changes, columns, addresses) > 1 else { return nil }
    return PageLimits(
      fullFindings: fullFindings / 2, findingRows: findingRows / 2, suspected: suspected, changes: changes / 2,
      columns: columns / 2, addresses: addresses / 2)
  }
}

/// How the open findings came about since the last reading, as a sum.
struct FlowView: Sendable {
  let flowBefore: String
  let flowResolved: String
  let flowDismissed: String
  let flowFound: String
  let flowRecurred: String
  /// Nil when none came back by decision.
  let flowReopened: String?
  let flowOpen: String
  let closedRows: [FindingView]
  let hasClosed: Bool
  let closedUnlisted: String?

  init(_ report: Report, _ context: ReportContext) {
    let flow = report.flow
    (flowBefore, flowResolved) = (Words.count(flow.before), Words.count(flow.resolved))
    (flowDismissed, flowFound) = (Words.count(flow.dismissed), Words.count(flow.found))
    (flowRecurred, flowOpen) = (Words.count(flow.recurred), Words.count(flow.open))
    flowReopened = flow.reopened > 0 ? Words.count(flow.reopened) : nil
    closedRows = FindingsView.views(report.resolved.prefix(100), from: 1, context)
    hasClosed = !report.resolved.isEmpty
    closedUnlisted = report.resolved.count > 100 ? Words.count(report.resolved.count - 100) : nil
  }
}
