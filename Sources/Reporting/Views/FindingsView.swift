import DuwangCore

/// Section 一 of the daily page, and the findings of a unit's page: what needs a hand, in full, in short, and what was closed.
struct FindingsView: Sendable {
  struct SeverityGroup: Sendable {
    let groupClass: String
    let groupWord: String
    /// All of this severity, also those that stand further down.
    let groupCount: String
    /// How many of them stand here in full; nil when all do.
    let groupShown: String?
    let isSevereGroup: Bool
    let isGeneralGroup: Bool
    let unitGroups: [UnitGroup]
  }
  struct UnitGroup: Sendable {
    let groupUnit: String
    let groupUnitCount: String
    let phone: String?
    let items: [FindingView]
  }
  /// A status and how many have it: `新发现7项`.
  struct StatusCount: Sendable {
    let statusName: String
    let statusCount: String
  }

  /// Current findings and old ones (存量) together.
  let openCount: String
  /// Findings that are no 存量; on the first reading all of them.
  let currentCount: String
  let hasCurrent: Bool
  let severeCount: String
  let hasSevere: Bool
  let certainCount: String
  let suspectedCount: String
  let lateCount: String
  let hasLate: Bool
  /// The same of old findings too: of all that is open.
  let openLateCount: String
  let openSuspectedCount: String
  let oldLateCount: String
  let hasOldLate: Bool
  let statusCounts: [StatusCount]
  let groups: [SeverityGroup]
  /// Those beyond the first ones, a line each.
  let moreRows: [FindingView]
  let moreCount: String
  let hasMore: Bool
  /// Not even a line each; they stand in the tables beside the page.
  let unlistedCount: String
  let hasUnlisted: Bool
  /// Suspected ones beyond the first; nil when all are shown.
  let suspectedLeft: String?
  let oldSuspectedLeft: String?
  let oldCount: String
  let oldSevereCount: String
  let hasOldSevere: Bool
  let hasOld: Bool
  /// Severe old ones, never folded.
  let oldSevereRows: [FindingView]
  let oldRows: [FindingView]
  let hasOldRows: Bool
  let oldUnlistedCount: String
  let hasOldUnlisted: Bool

  /// In full: so many items at the top; in short: so many rows more, and as many old ones. Numbered from `first`. On the first reading
  /// nothing is told apart as old, and no states are counted.
  init(
    _ items: [Report.Item], isBaseline: Bool, _ limits: PageLimits, from first: Int = 1, _ context: ReportContext
  ) {
    let current = isBaseline ? items : items.filter { !$0.isBaseline }
    let old = isBaseline ? [] : items.filter(\.isBaseline)
    func text(_ match: (Report.Item) -> Bool) -> String { Words.count(current.count(where: match)) }
    openCount = Words.count(items.count)
    (currentCount, hasCurrent) = (Words.count(current.count), !current.isEmpty)
    severeCount = text { $0.finding.severity == .severe }
    hasSevere = current.contains { $0.finding.severity == .severe }
    certainCount = text { $0.finding.confidence == .certain }
    suspectedCount = text { $0.finding.confidence == .suspected }
    lateCount = text { FindingView.isLate($0, context.today) }
    openLateCount = Words.count(items.count { FindingView.isLate($0, context.today) })
    openSuspectedCount = Words.count(items.count { $0.finding.confidence == .suspected })
    let oldLate = old.count { FindingView.isLate($0, context.today) }
    (oldLateCount, hasOldLate) = (Words.count(oldLate), oldLate > 0)
    hasLate = current.contains { FindingView.isLate($0, context.today) }
    statusCounts = (isBaseline ? [] : FindingRecord.Status.allCases).compactMap { status in
      let count = current.count { $0.status == status }
      return count == 0 ? nil : StatusCount(statusName: status.chinese, statusCount: Words.count(count))
    }
    let (full, rows) = (limits.fullFindings, limits.findingRows)
    let capped = SuspectedCap(current, most: limits.suspected)
    suspectedLeft = capped.left > 0 ? Words.count(capped.left) : nil
    groups = FindingsView.grouped(Array(capped.shown.prefix(full)), of: current, from: first, context)
    let more = capped.shown.dropFirst(full)
    moreRows = FindingsView.views(more.prefix(rows), from: first + min(full, capped.shown.count), context)
    (moreCount, hasMore) = (Words.count(more.count), !more.isEmpty)
    (unlistedCount, hasUnlisted) = (Words.count(max(0, more.count - rows)), more.count > rows)
    let oldSevere = old.filter { $0.finding.severity == .severe }
    let oldCapped = SuspectedCap(old.filter { $0.finding.severity != .severe }, most: limits.suspected)
    let oldRest = oldCapped.shown
    oldSuspectedLeft = oldCapped.left > 0 ? Words.count(oldCapped.left) : nil
    (oldCount, hasOld) = (Words.count(old.count), !old.isEmpty)
    (oldSevereCount, hasOldSevere) = (Words.count(oldSevere.count), !oldSevere.isEmpty)
    let severeShown = min(rows / 2, oldSevere.count)
    oldSevereRows = FindingsView.views(oldSevere.prefix(severeShown), from: first + current.count, context)
    let restShown = min(rows - severeShown, oldRest.count)
    oldRows = FindingsView.views(oldRest.prefix(restShown), from: first + current.count + oldSevere.count, context)
    hasOldRows = !oldRest.isEmpty
    let left = oldSevere.count + oldRest.count - severeShown - restShown
    (oldUnlistedCount, hasOldUnlisted) = (Words.count(left), left > 0)
  }

  static func views(_ items: some Sequence<Report.Item>, from first: Int, _ context: ReportContext) -> [FindingView] {
    items.enumerated().map { FindingView($1, number: first + $0, context) }
  }

  /// By severity, then by unit in the order of Targets.yaml; what was in front stays in front within a unit.
  static func inPageOrder(_ items: some Sequence<Report.Item>, _ context: ReportContext) -> [Report.Item] {
    let keyed = items.enumerated().map { (item: $1, index: $0, rank: context.rank($1.finding.unit)) }
    return keyed.sorted { a, b in
      let (left, right) = (a.item.finding, b.item.finding)
      if left.severity != right.severity { return left.severity > right.severity }
      return (a.rank, left.unit ?? "", a.index) < (b.rank, right.unit ?? "", b.index)
    }.map(\.item)
  }

  /// The items in page order, numbered as they stand, those of a severity and a unit together.
  private static func grouped(
    _ items: [Report.Item], of all: [Report.Item], from first: Int, _ context: ReportContext
  ) -> [SeverityGroup] {
    var rest = FindingsView.views(inPageOrder(items, context), from: first, context)[...]
    var groups: [SeverityGroup] = []
    while let severity = rest.first?.severityClass {
      let ofSeverity = rest.prefix { $0.severityClass == severity }
      rest = rest.dropFirst(ofSeverity.count)
      let total = all.count { $0.finding.severity.rawValue == severity }
      groups.append(SeverityGroup(Array(ofSeverity), total: total))
    }
    return groups
  }
}

extension FindingsView.SeverityGroup {
  /// `items` are of one severity, those of a unit side by side.
  fileprivate init(_ items: [FindingView], total: Int) {
    groupClass = items.first?.severityClass ?? ""
    groupWord = items.first?.severityWord ?? ""
    groupCount = Words.count(total)
    groupShown = total > items.count ? Words.count(items.count) : nil
    isSevereGroup = groupClass == Severity.severe.rawValue
    isGeneralGroup = groupClass == Severity.general.rawValue
    var rest = items[...]
    var units: [FindingsView.UnitGroup] = []
    while let first = rest.first {
      let ofUnit = Array(rest.prefix { $0.unitName == first.unitName })
      rest = rest.dropFirst(ofUnit.count)
      units.append(
        .init(
          groupUnit: first.unitName, groupUnitCount: Words.count(ofUnit.count), phone: first.unitPhone, items: ofUnit))
    }
    unitGroups = units
  }
}
