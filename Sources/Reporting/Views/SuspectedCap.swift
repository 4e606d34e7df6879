import DuwangCore

/// Suspected content findings that no one decided about, beyond what staff look at in a day: they are told as a number
/// on the page and stand in full in the tables and report.json.
struct SuspectedCap: Sendable {
  /// What the page shows, in the order given.
  let shown: [Report.Item]
  /// How many it does not.
  let left: Int

  /// The gravest stay, of equals the newest, of those what most pages carry; `most` of them.
  init(_ items: [Report.Item], most: Int) {
    let doubtful = items.indices.filter { SuspectedCap.isDoubtful(items[$0]) }
    let dropped = Set(doubtful.sorted { SuspectedCap.comesFirst(items[$0], items[$1], $0 < $1) }.dropFirst(most))
    shown = dropped.isEmpty ? items : items.indices.filter { !dropped.contains($0) }.map { items[$0] }
    left = dropped.count
  }

  private static func isDoubtful(_ item: Report.Item) -> Bool {
    let finding = item.finding
    return finding.confidence == .suspected && finding.severity < .severe && finding.kind.isOfWords
      && item.source == .machine && item.decision == nil
  }

  private static func comesFirst(_ a: Report.Item, _ b: Report.Item, _ isBefore: Bool) -> Bool {
    if a.finding.severity != b.finding.severity { return a.finding.severity > b.finding.severity }
    if isFresh(a) != isFresh(b) { return isFresh(a) }
    return a.finding.pages == b.finding.pages ? isBefore : a.finding.pages > b.finding.pages
  }

  private static func isFresh(_ item: Report.Item) -> Bool { item.status == .new || item.status == .recurred }
}
