import DuwangCore

/// Columns, the last questions of a run, and the value that leaves the loop.
extension ReadingState {
  mutating func noteColumn(_ id: String, visit: Visit) {
    let foundByName = targets.columns.first { $0.id == id }?.url == nil
    var column = ColumnReading(column: id, url: visit.work.url, foundByName: foundByName, reach: visit.reach)
    column.rechecked = visit.work.isRecheck
    if let page = visit.list?.page ?? visit.page, visit.softNotFound == nil {
      (column.entries, column.hasList, column.saysEmpty) = (page.entries, page.hasList, page.saysEmpty)
      column.saysArchived = page.saysArchived
      column.furtherEntries = visit.list?.furtherEntries ?? []
      column.newest = visit.list?.newestFromArticles ?? page.newest
      column.datesFromArticles = visit.list?.newestFromArticles != nil
      column.reason = page.unreadable?.chinese ?? visit.list?.doubt
      for entry in page.entries {
        guard let url = entry.url, listedBy[url] == nil else { continue }
        listedBy[url] = id
      }
    }
    columnReadings[id] = column
  }

  /// After everything linked was read: columns whose address was met in another spelling, then pages known from earlier
  /// days that nothing links to any more, which are asked once.
  mutating func hasMoreAfterMainPass() -> Bool {
    guard isFinderDone else {
      // What the finder waits for was met in another spelling and is read once more in this one.
      for url in finderWork.sorted() {
        if let work = Work(url, .page(depth: 1, columns: [])) { queue.add(work) } else { finderWork.remove(url) }
      }
      return true
    }
    guard !askedLast else { return false }
    askedLast = true
    for (url, columns) in columnsAt.sorted(by: { $0.key < $1.key }) {
      let unread = columns.filter { columnReadings[$0] == nil }
      if !unread.isEmpty, let work = Work(url, .page(depth: 1, columns: unread)) { queue.add(work) }
    }
    if !past.isFirst, !frontier.limitsHit.contains(where: \.cutsRealPages) {
      for url in past.pages.keys.sorted() where pageIndex[url] == nil && !frontier.contains(url) {
        guard scope.isInScope(url), let work = Work(url, .unlinked) else { continue }
        queue.add(work)
      }
    }
    return !queue.isIdle
  }

  func finish(isInterrupted: Bool, endedAt: Moment) -> LoopResult {
    var result = reading
    result.isInterrupted = isInterrupted
    result.endedAt = endedAt
    result.limitsHit = frontier.limitsHit
    result.links = OwnNetwork.withdrawn(links.readings(pageCount: result.pages.count))
    result.fragments = fragments.readings(at: endedAt)
    result.columns = targets.columns.map { columnReadings[$0.id] ?? unread($0) }
    var listedBy = listedBy
    for index in result.columns.indices {
      let column = result.columns[index]
      result.columns[index].furtherEntries += column.url.map(furtherPages.entries(behind:)) ?? []
      for url in result.columns[index].furtherEntries.compactMap(\.url) where listedBy[url] == nil {
        listedBy[url] = column.column
      }
    }
    for index in result.pages.indices {
      let owner = ownership.owner(of: result.pages[index].url, listedBy: listedBy[result.pages[index].url])
      (result.pages[index].unit, result.pages[index].column) = (owner.unit, owner.column)
    }
    result.totals.pages = result.pages.count
    result.totals.links = result.links.count
    result.totals.columns = result.columns.count { $0.url != nil && columnReadings[$0.column] != nil }
    result.totals.seconds = endedAt.seconds - result.startedAt.seconds
    let findings = joined(pageFindings.compactMap { owned($0, listedBy: listedBy[$0.page]) })
    return (result, findings, gone, manner.judgesStarts ? links.untried(at: endedAt) : [], noiseMet, replaced)
  }

  /// One defect that stands on many pages is one finding, told of the first page by address.
  private func joined(_ findings: [Finding]) -> [Finding] {
    Dictionary(grouping: findings, by: \.id).values.compactMap { same in
      var first = same.min { ($0.page, $0.evidence.offset) < ($1.page, $1.evidence.offset) }
      first?.pages = Set(same.map(\.page)).count
      return first
    }.sorted { ($0.page, $0.evidence.offset, $0.id) < ($1.page, $1.evidence.offset, $1.id) }
  }

  /// A finding with its owner, known only now that every column has been read. Citizens' letters are not proofread:
  /// of them only what must not stand in public is told, without its context.
  private func owned(_ finding: Finding, listedBy column: String?) -> Finding? {
    if finding.kind.isOfTemplate { return finding }
    var finding = finding
    let owner = ownership.owner(of: finding.page, listedBy: column)
    (finding.unit, finding.column) = (owner.unit, owner.column)
    guard let column = owner.column, letterColumns.contains(column) else { return finding }
    guard finding.kind.isPrivacy else { return nil }
    (finding.evidence.before, finding.evidence.after, finding.pageTitle) = ("", "", nil)
    return finding
  }

  private var letterColumns: Set<String> { Set(targets.columns.filter(\.policy.isLetters).map(\.id)) }

  /// A column that was not reached: never found, or the run ended before.
  private func unread(_ column: Column) -> ColumnReading {
    let url = column.url ?? finder.found[column.id]
    guard url != nil || !isFinderDone else { return ColumnReading(column: column.id, url: nil) }
    var reading = ColumnReading(column: column.id, url: url ?? "", reach: .failed(.cancelled, status: nil))
    reading.reason = FetchFault.cancelled.chinese
    return reading
  }
}
