import DuwangCore

/// All that `unit.mustache` shows: the page of one unit, which can be sent to it.
struct UnitView: Sendable {
  let head: HeadView
  let siteTitles: String
  let unitTitle: String
  let unitReader: String?
  let dateWord: String
  let weekdayWord: String
  let isBaseline: Bool
  let findings: FindingsView
  /// 存量, in full as well: the unit has to mend them.
  let old: FindingsView
  let hasOldFindings: Bool
  let hasFindings: Bool
  let columns: ColumnsView
  let hasColumns: Bool
  let hasUnread: Bool

  init(_ unit: OwnerUnit, _ report: Report, limits: PageLimits, _ context: ReportContext) {
    let day = report.period.start.day
    unitTitle = SafeText.line(unit.name)
    head = HeadView(title: "\(unitTitle)读网情况　\(day.chineseFull)")
    siteTitles = context.siteName
    unitReader = unit.reader.map(SafeText.line)
    (dateWord, weekdayWord, isBaseline) = (day.chineseFull, Words.weekday(day), report.baseline)
    let items = report.findings.filter { $0.finding.unit == unit.id }
    let current = report.baseline ? items : items.filter { !$0.isBaseline }
    let old = report.baseline ? [] : items.filter(\.isBaseline)
    // Nothing is told apart within each of the two lists, hence `isBaseline`.
    findings = FindingsView(
      current, isBaseline: true, limits, context)
    self.old = FindingsView(
      old, isBaseline: true, limits, from: current.count + 1, context)
    hasOldFindings = !old.isEmpty
    hasFindings = !items.isEmpty
    let states = report.columns.filter { $0.unit == unit.id }
    columns = ColumnsView(states, inlineLimit: limits.columns, context)
    hasColumns = !states.isEmpty
    hasUnread = report.unreadable.contains { $0.unit == unit.id } || !report.complete
  }
}

/// All that `detail.mustache` shows: one list in full, in a file beside the daily page.
struct DetailView: Sendable {
  enum List {
    case columns(ColumnsView)
    case changes(ChangesView)
    case unread(UnreadView)
  }
  let head: HeadView
  let dateWord: String
  let columns: ColumnsView?
  let changes: ChangesView?
  let unread: UnreadView?

  init(title: String, site: String, _ report: Report, _ list: List) {
    dateWord = report.period.start.day.chineseFull
    head = HeadView(title: "\(site)\(title)　\(dateWord)")
    columns = if case .columns(let view) = list { view } else { nil }
    changes = if case .changes(let view) = list { view } else { nil }
    unread = if case .unread(let view) = list { view } else { nil }
  }
}
