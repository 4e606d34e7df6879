import DuwangCore

/// One finding as `finding.mustache` (in full) and `findingrows.mustache` (one line) show it.
struct FindingView: Sendable {
  /// Its number within the page, from 1.
  let number: Int
  /// `severe`, `general` or `hint`.
  let severityClass: String
  let severityWord: String
  let kindWord: String
  /// 疑似: to be checked by a person first, without a deadline.
  let isSuspected: Bool
  let certaintyWord: String
  /// `新发现`, `未整改`, `存量`, `存量，已确认`.
  let statusWord: String
  let isRecurred: Bool
  /// `人工`, `上级`, `网民找错`; nil when found by reading.
  let sourceWord: String?
  /// What the reading has to say about the status.
  let noteText: String?
  /// What a person decided: `交办教育局（张三，12月31日）：理由`.
  let decisionText: String?
  let unitName: String
  let unitPhone: String?
  let columnName: String?
  /// Title of the page, or its address where it has none.
  let pageName: String
  /// Nil when the address is no http(s) one.
  let pageLink: String?
  /// The evidence is a quotation (原文); else it tells what was met (情况).
  let isQuote: Bool
  let hasEvidence: Bool
  let before: String
  let marked: String
  let after: String
  let place: String?
  /// There is a place or an address to tell.
  let hasSource: Bool
  let targetAddress: String?
  let targetLink: String?
  let message: String
  let ruleText: String?
  let fixText: String
  let suggestion: String?
  /// `11月25日`, `今日内`, `先复核`, `不设期限`.
  let deadlineWord: String
  /// `余3个工作日`, `逾期2日`.
  let deadlineRest: String?
  let isLate: Bool
  /// The deadline as tables give it: `2018-11-25`, `先复核`, `不设期限`.
  let deadlineCell: String
  let firstSeen: String
  /// Pages that carry it.
  let pageCount: String
  /// The stable id, for the ledger.
  let findingID: String

  init(_ item: Report.Item, number: Int, _ context: ReportContext) {
    let finding = item.finding
    self.number = number
    (severityClass, severityWord) = (finding.severity.rawValue, finding.severity.chinese)
    kindWord = finding.kind.chinese
    isSuspected = finding.confidence == .suspected
    certaintyWord = finding.confidence.chinese
    statusWord = FindingView.status(item)
    isRecurred = item.status == .recurred
    sourceWord = item.source == .machine ? nil : item.source.chinese
    noteText = item.note.map { SafeText.clipped($0, to: 120) }
    decisionText = item.decision.map { FindingView.words($0, context) }
    unitName = context.unitName(finding.unit)
    unitPhone = context.unit(finding.unit)?.contact.phone.map(SafeText.line)
    let title = SafeText.clipped(finding.pageTitle ?? "", to: 80)
    // A finding about the column itself is linked by the column's name once.
    columnName = context.columnName(finding.column).flatMap { $0 == title ? nil : $0 }
    pageName = title.isEmpty ? SafeText.clipped(finding.page, to: 120) : title
    pageLink = FindingView.shortLink(finding.page)
    isQuote = !finding.evidence.before.isEmpty || !finding.evidence.after.isEmpty || finding.target == nil
    hasEvidence = !(finding.evidence.text + finding.evidence.before + finding.evidence.after).isEmpty
    before = SafeText.clipped(finding.evidence.before, to: 60, fromEnd: true)
    marked = SafeText.clipped(finding.evidence.text, to: 160)
    after = SafeText.clipped(finding.evidence.after, to: 60)
    place = finding.evidence.place
    let differs = finding.target != finding.page
    targetAddress = differs ? finding.target.map { SafeText.clipped($0, to: 240) } : nil
    targetLink = differs ? FindingView.shortLink(finding.target) : nil
    hasSource = place != nil || targetAddress != nil
    message = SafeText.clipped(finding.message, to: 300)
    ruleText = finding.rule.map { SafeText.clipped($0, to: 300) }
    fixText = SafeText.clipped(finding.fix, to: 300)
    suggestion = finding.evidence.suggestion.map { SafeText.clipped($0, to: 120) }
    (deadlineWord, deadlineRest, isLate) = FindingView.deadline(item, context)
    deadlineCell = finding.confidence == .suspected ? deadlineWord : item.deadline?.description ?? deadlineWord
    firstSeen = FindingView.date(item.firstSeen.day, context.today)
    pageCount = Words.count(finding.pages)
    findingID = finding.id
  }

  /// Addresses beyond 1,000 characters are shown, not linked: a page must not grow by what a portal writes.
  static func shortLink(_ address: String?) -> String? {
    SafeText.link(address).flatMap { $0.utf8.count <= 1000 ? $0 : nil }
  }

  /// `11月25日`, with the year when it is not this one.
  static func date(_ day: Day, _ today: Day) -> String { day.year == today.year ? day.chinese : day.chineseFull }

  static func isLate(_ item: Report.Item, _ today: Day) -> Bool { item.deadline.map { $0 < today } ?? false }

  /// What stood there when the site was first read is 存量, and what people said of it.
  private static func status(_ item: Report.Item) -> String {
    let times = item.status == .recurred && item.recurrences > 1 ? "（第\(item.recurrences)次）" : ""
    guard item.isBaseline else { return item.status.chinese + times }
    return item.status == .new || item.status == .open ? "存量" : "存量，\(item.status.chinese)"
  }

  private static func words(_ decision: Decision, _ context: ReportContext) -> String {
    let unit = decision.verb == .assign ? decision.unit.map { context.unitName($0) } ?? "" : ""
    let day = date(decision.at.day, context.today)
    let who = decision.by.map { "\(SafeText.line($0))，\(day)" } ?? day
    let why = decision.reason.map { "：" + SafeText.clipped(SafeText.line($0), to: 120) } ?? ""
    return "\(decision.verb.chinese)\(unit)（\(who)）\(why)"
  }

  private static func deadline(_ item: Report.Item, _ context: ReportContext) -> (String, String?, Bool) {
    if item.finding.confidence == .suspected { return ("先复核", "属实后计期限", false) }
    guard let deadline = item.deadline else { return ("不设期限", nil, false) }
    if deadline == context.today {
      return ("今日内", item.finding.severity == .severe ? "立即处置" : nil, false)
    }
    let word = date(deadline, context.today)
    if deadline < context.today { return (word, "逾期\(context.today - deadline)日", true) }
    let left = context.workingDays(until: deadline)
    return (word, left > 0 ? "余\(left)个工作日" : "余\(deadline - context.today)日，均为休息日", false)
  }
}
