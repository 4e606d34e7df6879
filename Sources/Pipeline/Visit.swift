import Checks
import Documents
import DuwangCore
import Extraction
import Fetching

/// What came of one piece of work.
struct Visit: Sendable {
  var work: Work
  /// Without its body.
  var outcome: FetchOutcome
  var reach: Reach
  /// The page as read now, or as it was when nothing changed.
  var page: Page?
  /// The page as it came, when it was read now.
  var source: PageSource?
  var bytes = 0
  /// Nil where pages are not kept.
  var marks: TextMarks?
  /// What is to be kept of the reading, when it was made anew.
  var outline: [UInt8]?
  /// A column's list with the rows that stand elsewhere than in the page; the page itself is kept as it came.
  var list: ColumnList.Result?
  var softNotFound: String?
  var findings: [Finding] = []
  /// Another file stood under this address when it was read last.
  var replaced: ReplacedFile?
  /// Why the text of a file could not be read.
  var unreadFile: String?
  /// First bytes of an answer that is no page, for telling a file from a web page.
  var magic: [UInt8] = []
}

/// Fetches, reads and judges one address. Pure but for the fetcher; many run side by side.
struct Visitor: Sendable {
  let fetcher: any Fetcher
  let reader: PageReader
  let snapshots: [String: PageSnapshot]
  /// Pages that a run which was cut short read earlier today: unchanged since, they count as read.
  let readToday: Set<String>
  let previousSource: @Sendable (String) -> PageSource?
  /// Nil where pages are not kept.
  var memory: PageMemory?
  let probes: SoftProbes
  /// Nil where only the answers of files are looked at.
  var attachments: AttachmentReader?
  let checks: [any PageCheck]
  let context: CheckContext
  let clock: RunClock
  let scripts: ScriptedPages
  /// Nothing but links is asked of a page that surely is one.
  var linksSuffice = false
  /// The site's id of an address; nil when it is no configured site's.
  let siteOf: @Sendable (String) -> String?

  func visit(_ work: Work) async -> Visit {
    var visit =
      switch work.kind {
      case .page: await visitPage(work)
      case .asset, .external, .unlinked: await visitFile(work)
      }
    visit.outcome.at = clock.shifted(visit.outcome.at)
    return visit
  }

  private func visitFile(_ work: Work) async -> Visit {
    let file = work.kind == .asset ? await attachments?.read(work.url, by: fetcher) : nil
    var outcome: FetchOutcome
    if let file {
      outcome = file.outcome
    } else {
      outcome = await fetcher.fetch(FetchRequest(work.url, purpose: work.kind == .asset ? .asset : .external))
    }
    var visit = Visit(work: work, outcome: outcome, reach: reach(of: outcome))
    switch file?.text {
    case .text(let text): visit.findings = findings(in: text, of: work.url)
    case .unreadable(let why): visit.unreadFile = why
    case .foreign, nil: break
    }
    if let now = file?.text, let earlier = file?.earlier {
      visit.replaced = ReplacedFile(url: work.url, before: earlier.readable, now: now.readable)
    }
    visit.bytes = outcome.body.count
    if outcome.isGood, isHTML(outcome) {
      let page = reader.read(outcome.body, url: outcome.finalURL, contentType: outcome.headers["content-type"])
      visit.softNotFound = await softNotFound(page, outcome)
      visit.page = page
    }
    outcome.body = Array(outcome.body.prefix(512))
    visit.outcome = outcome
    return visit
  }

  private func findings(in text: String, of url: String) -> [Finding] {
    let name = (WebAddress(url)?.path.split(separator: "/").last).map(String.init) ?? url
    return AttachmentFindings.findings(
      in: text, of: url, name: name.removingPercentEncoding ?? name, site: siteOf(url) ?? "", context: context)
  }

  private func visitPage(_ work: Work) async -> Visit {
    let snapshot = work.isRecheck ? nil : snapshots[work.url]
    if let snapshot, let visit = resumed(work, snapshot) { return await finished(visit) }
    var outcome = await fetcher.fetch(
      FetchRequest(work.url, etag: snapshot?.reading.etag, lastModified: snapshot?.reading.lastModified))
    if outcome.isNotModified {
      let reach: Reach = readToday.contains(work.url) ? .read : .unchanged
      var visit = Visit(work: work, outcome: outcome, reach: reach)
      if let snapshot, let known = memory?.known(work.url), holds(known, snapshot) {
        visit.page = known.outline.page
        (visit.marks, visit.findings) = (known.outline.marks, known.outline.findings)
        return await listed(visit)
      }
      if let source = previousSource(work.url) {
        visit.page = page(source, url: work.url)
        return await finished(visit)
      }
    }
    if outcome.isNotModified { outcome = await fetcher.fetch(FetchRequest(work.url)) }
    var visit = Visit(work: work, outcome: outcome, reach: reach(of: outcome))
    visit.bytes = outcome.body.count
    guard outcome.isGood, isHTML(outcome) || work.isColumn else {
      visit.outcome.body = Array(outcome.body.prefix(512))
      return visit
    }
    let sent = PageSource(outcome.body, contentType: outcome.headers["content-type"])
    if linksSuffice, await probes.knowsHonest(besides: outcome.finalURL, fetcher: fetcher, reader: reader) {
      let read = reader.readLinks(sent.bytes, url: outcome.finalURL, contentType: sent.contentType)
      if !read.isWhole {
        (visit.page, visit.outcome.body) = (read.page, [])
        return visit
      }
    }
    let (page, source) = await scripts.filled(page(sent, url: outcome.finalURL), source: sent, reader: reader)
    visit.outcome.body = []
    (visit.page, visit.source) = (page, source)
    if let why = await softNotFound(page, outcome) {
      (visit.softNotFound, visit.reach) = (why, .softNotFound(why))
      return visit
    }
    return await finished(visit)
  }

  /// A page that a run which was cut short read today and whose server cannot be asked whether it changed since.
  private func resumed(_ work: Work, _ snapshot: PageSnapshot) -> Visit? {
    let reading = snapshot.reading
    guard readToday.contains(work.url), reading.etag == nil, reading.lastModified == nil,
      let source = previousSource(work.url)
    else { return nil }
    var outcome = FetchOutcome(url: work.url, at: .now)
    (outcome.status, outcome.totalMilliseconds) = (200, reading.milliseconds)
    var visit = Visit(work: work, outcome: outcome, reach: .read, page: page(source, url: work.url), source: source)
    visit.bytes = reading.bytes
    return visit
  }

  private func page(_ source: PageSource, url: String) -> Page {
    reader.read(source.bytes, url: url, contentType: source.contentType)
  }

  private func holds(_ known: (outline: PageOutline, version: UInt64), _ snapshot: PageSnapshot) -> Bool {
    memory?.holds(known, for: snapshot.reading, on: context.today) ?? false
  }

  /// Completes a column's list.
  private func listed(_ visit: Visit) async -> Visit {
    guard let page = visit.page else { return visit }
    var visit = visit
    if visit.work.isColumn { visit.list = await ColumnList.complete(page, reader: reader, fetcher: fetcher) }
    if let why = whyUnreadable(visit.list?.page ?? page, visit.work), visit.reach.isGood {
      visit.reach = .unreadable(why, status: visit.outcome.status)
    }
    return visit
  }

  /// Completes a column's list, then runs the checks of pages.
  private func finished(_ visit: Visit) async -> Visit {
    var visit = await listed(visit)
    guard let page = visit.page else { return visit }
    let site = siteOf(page.url) ?? ""
    var reading = PageReading(url: page.url, reach: visit.reach, site: site, at: clock.shifted(visit.outcome.at))
    (reading.kind, reading.title, reading.publishedAt) = (page.kind, page.title, page.publishedAt)
    let judged = judged(page, reading)
    visit.findings = judged.flatMap(\.findings)
    guard let memory else { return visit }
    let marks = memory.marks(of: page, site: site)
    visit.marks = marks
    visit.outline =
      PageOutline(page, marks: marks, judged: judged, noise: memory.key(of: site), context: context).packed()
    return visit
  }

  /// What the checks find; of a check that looks at the same as last time, what it found then.
  private func judged(_ page: Page, _ reading: PageReading) -> [PageOutline.Judged] {
    let known = memory?.known(page.url)?.outline.judged ?? []
    return checks.map { check in
      let subject = check.subject(of: page, reading: reading, context: context)
      if subject != nil, let same = known.first(where: { $0.check == check.id && $0.subject == subject }) {
        return same
      }
      let findings = check.findings(on: page, reading: reading, context: context)
      return .init(check: check.id, subject: subject, findings: findings)
    }
  }

  /// Only a column needs a list; any page can stand behind a wall.
  private func whyUnreadable(_ page: Page, _ work: Work) -> Unreadable? {
    guard let why = page.unreadable else { return nil }
    switch why {
    case .challenge, .wall, .scriptShell, .noBrowser: return why
    case .noList, .imageOnly, .notHTML, .blank: return work.isColumn ? why : nil
    }
  }

  /// Asks the folder for a path that cannot exist only where the page itself gives cause to.
  private func softNotFound(_ page: Page, _ outcome: FetchOutcome) async -> String? {
    guard SoftNotFound.isSuspicious(page) else { return nil }
    let probe = await probes.answer(besides: page.url, fetcher: fetcher, reader: reader)
    return SoftNotFound.judge(page: page, randomProbe: probe)
  }

  private func reach(of outcome: FetchOutcome) -> Reach {
    guard let fault = outcome.fault else { return .read }
    return .failed(fault, status: outcome.status)
  }

  private func isHTML(_ outcome: FetchOutcome) -> Bool {
    let type = (outcome.headers["content-type"] ?? "").lowercased()
    if type.isEmpty { return outcome.body.first { $0 > 0x20 } == 0x3C }
    return type.contains("html") || type.contains("xml") && !type.contains("officedocument")
  }
}

extension DocumentText {
  /// Nil of what a machine cannot read.
  fileprivate var readable: String? { if case .text(let text) = self { text } else { nil } }
}
