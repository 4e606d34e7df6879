import DuwangCore

extension Coverage {
  /// What the loop looked at, so that only what was seen to be right is called mended.
  static func of(_ result: LoopResult, columns: [ColumnState], records: [FindingRecord]) -> Coverage {
    let reading = result.reading
    let cut = reading.limitsHit.contains { $0.cutsRealPages }
    var coverage = Coverage(isComplete: !reading.isInterrupted && !cut)
    coverage.sites = Set(reading.sites.map(\.site))
    coverage.pages = Set(reading.pages.filter { $0.reach.isGood }.map(\.url)).union(result.gone)
    coverage.columns = Set(columns.filter { isJudged($0.status) }.map(\.id))
    coverage.units = Set(columns.map(\.unit)).subtracting(columns.filter { !isRead($0.status) }.map(\.unit))
    let standing = Set((reading.links + reading.fragments).map(\.url))
    coverage.targets = Set(reading.links.filter { isJudged($0.status) }.map(\.url))
    coverage.untried = Set((reading.links + reading.fragments).filter { !isJudged($0.status) }.map(\.url))
    if coverage.isComplete {
      coverage.targets.formUnion(records.compactMap(\.finding.target).filter { !standing.contains($0) })
    }
    return coverage
  }

  private static func isJudged(_ status: ColumnState.Status) -> Bool {
    switch status {
    case .fresh, .stale, .empty, .unreachable, .exempt: true
    case .unreadable, .unfound: false
    }
  }

  /// A column that does not answer tells nothing of its unit's publications.
  private static func isRead(_ status: ColumnState.Status) -> Bool {
    isJudged(status) && status != .unreachable
  }

  private static func isJudged(_ status: LinkReading.Status) -> Bool {
    switch status {
    case .ok, .broken, .redirected: true
    case .blocked, .timeout, .skipped: false
    }
  }
}
