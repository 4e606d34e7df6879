import Checks
import DuwangCore
import History

/// What a visit changes in what the loop knows.
extension ReadingState {
  mutating func absorb(_ visit: Visit) {
    queue.done(visit.work)
    if Rechecks.isWorthIt(visit) {
      failures += 1
      rechecks.add(visit.work, due: Moment.now.adding(seconds: targets.fetch.recheckAfter.seconds))

      return
    }
    reading.totals.bytes += visit.bytes
    switch visit.work.kind {
    case .page(let depth, let columns): absorbPage(visit, depth: depth, columns: columns)
    case .asset: absorbFile(visit)
    case .external: break
    case .unlinked:
      if [.notFound, .gone].contains(visit.outcome.fault) || visit.softNotFound != nil || canTrustAbsence(visit) {
        gone.insert(visit.work.url)
      }
    }
    settleLink(visit)
  }

  /// What a file holds is told of the page on which it stands.
  private mutating func absorbFile(_ visit: Visit) {
    if let why = visit.unreadFile { reading.unreadFiles[visit.work.url] = why }
    let entry = links.entry(of: visit.work.url)
    if var file = visit.replaced, let entry {
      (file.page, file.name) = (entry.page, entry.link.text)
      replaced.append(file)
    }
    pageFindings += visit.findings.map { finding in
      var finding = finding
      finding.page = entry?.page ?? finding.page
      finding.pageTitle = entry.map(\.link.text).flatMap { $0.isEmpty ? nil : $0 }
      return finding
    }
  }

  func pauseBeforeRecheck() -> Double? { rechecks.pause(now: .now) }

  private mutating func absorbPage(_ visit: Visit, depth: Int, columns: [String]) {
    let final = WebAddress(visit.page?.url ?? visit.outcome.finalURL)
    let url = final?.description ?? visit.work.url
    if let final, manner.judgesStarts, depth == 0 { adopt(final, asked: visit.work.url) }
    let staysInside = final.map { scope.site(of: $0) != nil } ?? false
    let pageLinks = staysInside ? (visit.page?.links ?? []) + rowsElsewhere(visit) : []
    let isNew = staysInside && pageIndex[url] == nil
    if staysInside, url != visit.work.url { frontier.markSeen(url) }
    if isNew { notePage(visit, url: url) }
    if let page = visit.page, visit.softNotFound == nil { furtherPages.note(page, asked: visit.work.url) }
    for column in columns { noteColumn(column, visit: visit) }
    if isNew {
      if let page = visit.page, visit.softNotFound == nil { fragments.read(page, asked: visit.work.url) }
      fragments.note(pageLinks, on: url, depth: depth)
      noteLinks(pageLinks, on: url, depth: depth, nextPage: visit.page?.nextPage)
    }
    releaseFinder(visit, links: pageLinks)
  }

  private mutating func notePage(_ visit: Visit, url: String) {
    guard let address = WebAddress(url), let site = scope.site(of: address) else { return }
    var page = PageReading(url: url, reach: visit.reach, site: site.id, at: visit.outcome.at)
    (page.rechecked, page.bytes, page.milliseconds) = (
      visit.work.isRecheck, visit.bytes, visit.outcome.totalMilliseconds
    )
    (page.etag, page.lastModified) = (visit.outcome.headers["etag"], visit.outcome.headers["last-modified"])
    if let read = visit.page {
      (page.kind, page.title, page.publishedAt) = (read.kind, read.title, read.publishedAt)
    }
    if let marks = visit.marks {
      (page.textHash, page.bodyHash, page.consultation) = (marks.textHash, marks.bodyHash, marks.consultation)
      for shape in marks.leftOut { noiseMet[shape, default: 0] += 1 }
    }
    if visit.reach == .unchanged, let old = past.pages[url]?.reading {
      (page.etag, page.lastModified) = (page.etag ?? old.etag, page.lastModified ?? old.lastModified)
    }
    if homeURLs.contains(url), let index = reading.sites.firstIndex(where: { $0.site == site.id }) {
      reading.sites[index].homeDates = visit.page?.entries.compactMap(\.date) ?? []
    }
    pageIndex[url] = reading.pages.count
    reading.pages.append(page)
    if !visit.reach.isGood { failures += 1 }
    pageFindings += visit.findings
    if [.notFound, .gone].contains(visit.outcome.fault) { gone.insert(url) }
    guard let memory else { return }
    let source = visit.reach == .read ? visit.source : nil
    let outline = visit.outline.map { memory.kept($0, for: page) }
    batch.append(PageRecord(reading: page, source: source, outline: outline))
    batchedBytes += (source?.bytes.count ?? 0) + (outline?.data.count ?? 0)
  }

  private mutating func noteLinks(_ pageLinks: [Link], on url: String, depth: Int, nextPage: String?) {
    // A next page that a script leads to is followed; as it is a guess, it is no link that could be called broken.
    if let nextPage { follow(Link(url: nextPage), depth: manner.judgesStarts ? depth + 1 : depth) }
    let fresh = links.note(pageLinks, on: url, depth: depth) { link in
      WebAddress(link.url).map { scope.site(of: $0) == nil } ?? true
    }
    for link in fresh {
      if link.isMalformed { settleMalformed(link, on: url) }
      // The further pages of a list are as deep as the list, unless links are what is counted.
      follow(link, depth: link.url == nextPage && !manner.judgesStarts ? depth : depth + 1)
    }
  }

  private mutating func follow(_ link: Link, depth: Int) {
    guard !link.isMalformed, let address = WebAddress(link.url), !scope.isExcluded(address) else { return }
    if scope.site(of: address) != nil, link.kind == .page || link.kind == .frame {
      frontier.add(link.url, depth: depth, priority: listedBy[link.url] == nil ? .page : .article)
    } else if manner.triesExternal || scope.site(of: address) != nil, tried.insert(link.url).inserted {
      if let verdict = reusable(link.url) { return settle(link.url, verdict) }
      if let work = Work(link.url, scope.site(of: address) == nil ? .external : .asset) { queue.add(work) }
    }
  }

  /// The verdict of an earlier run, where it is good and young enough. A failure is always asked again.
  private func reusable(_ url: String) -> LinkReading? {
    guard let old = past.links[url], [.ok, .redirected].contains(old.status) else { return nil }
    let age = clock.now().seconds - old.checkedAt.seconds
    return age >= 0 && age < targets.fetch.reuseLinks.seconds ? old : nil
  }

  /// Rows that came from a unit, a record set or a frame lead somewhere too.
  private func rowsElsewhere(_ visit: Visit) -> [Link] {
    guard let list = visit.list, list.page.entries.count > visit.page?.entries.count ?? 0 else { return [] }
    return (list.page.entries + list.furtherEntries).compactMap { entry in
      entry.url.map { Link(url: $0, text: entry.title) }
    }
  }

  private mutating func settleMalformed(_ link: Link, on page: String) {
    var outcome = FetchOutcome(url: link.url, at: clock.now())
    outcome.fault = .malformedAddress
    settle(
      link.url,
      LinkVerdict.judge(
        outcome, link: link, isExternal: false, firstPage: page, homeURLs: homeURLs, page: nil, softNotFound: nil))
  }

  private mutating func settleLink(_ visit: Visit) {
    guard let entry = links.entry(of: visit.work.url) else { return }
    settle(
      visit.work.url,
      LinkVerdict.judge(
        visit.outcome, link: entry.link, isExternal: entry.isExternal, firstPage: entry.page, homeURLs: homeURLs,
        page: visit.page, softNotFound: visit.softNotFound))
  }

  private mutating func settle(_ url: String, _ verdict: LinkReading) {
    links.settle(url, with: verdict)
    manner.settled(verdict)
  }

  private mutating func releaseFinder(_ visit: Visit, links: [Link]) {
    guard !isFinderDone else { return }
    linksOfPages[visit.work.url] = links
    if finderWork.remove(visit.work.url) != nil { finder.observe(page: visit.work.url, links: links) }
  }

  /// A page that still answers but that nothing links to is called removed only when every page was read.
  private func canTrustAbsence(_ visit: Visit) -> Bool {
    visit.outcome.isGood
      && reading.pages.allSatisfy { page in
        if case .failed(let fault, _) = page.reach { fault == .notFound || fault == .gone } else { true }
      }
  }
}
