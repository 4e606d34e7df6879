import Checks
import DecisionFiles
import DuwangCore
import Extraction
import Fetching
import History
import Planning
import Proofreading
import ReadChecks
import Reporting

/// The daily read-check: the stages in their order, on one page. Values go in and values come out of every stage.
package struct Pipeline: Sendable {
  package var targets: Targets
  package var store: any HistoryStore
  package var writer: ReportWriter
  package var clock: RunClock
  package var environment: [String: String]
  package var proofreader = Proofreader()
  /// Files from which the proofreader knows what an office adds.
  package var proofreaderFiles: [String] = []
  /// Nil: the text of files is not read.
  package var attachments: AttachmentReader?
  package var pageChecks = CheckRegistry.pageChecks
  package var siteChecks = CheckRegistry.siteChecks
  package var progress: @Sendable (Progress) -> Void = { _ in }
  /// What staff must know about the run itself.
  package var note: @Sendable (String) -> Void = { _ in }

  /// Where staff write their decisions; nil: nowhere.
  package var decisionFolder: DecisionFolder?

  /// One English line an event of fetching.
  package var log: @Sendable (String) -> Void = { _ in }

  package init(
    targets: Targets, store: any HistoryStore, writer: ReportWriter, clock: RunClock, environment: [String: String]
  ) {
    (self.targets, self.store, self.writer) = (targets, store, writer)
    (self.clock, self.environment) = (clock, environment)
  }

  /// Reads the sites and writes the daily read-check. Throws only for our own faults; the portal's are in the report.
  package func readDaily() async throws -> Report {
    let startedAt = clock.now()
    let decisionsRead = try takeDecisions(at: startedAt)
    let past = try store.past()
    let previous = try past.lastRun.flatMap { try store.reports(from: $0.day, through: $0.day).last }
    let context = CheckContext(
      targets: targets, today: startedAt.day, now: startedAt, past: past, proofreader: proofreader)

    let fetcher = SiteFetcher(settings: targets.fetch, environment: environment, log: log)
    let reachability = Reachability(targets: targets, fetcher: fetcher)
    let homes = try await reachability.look()
    let controlAnswered = try await reachability.control(homes)

    let run = try store.begin(at: startedAt)
    let resumed = try store.resume(in: run, since: Moment(startOf: context.today))
    var result = try await reader(context: context, fetcher: fetcher, run: run, resumed: resumed)
      .read(startedAt: startedAt, homes: homes, controlAnswered: controlAnswered)
    // Nothing was read: an earlier report of the day says more than an empty one.
    if result.reading.isInterrupted, result.reading.pages.isEmpty { throw CancellationError() }

    let proxy = targets.fetch.proxyEnvironment.flatMap { environment[$0] } ?? ""
    result.reading.sites = await IPv6Look(targets: targets, fetcher: fetcher, usesProxy: !proxy.isEmpty)
      .looked(result.reading.sites)
    result.reading.searches = await searches(fetcher, context.today).ask(result.reading, today: context.today)
    let columns = columnStates(result.reading, today: context.today)
    let found =
      result.findings + siteFindings(result.reading, columns: columns, context: context)
      + (try retold(result.reading, context))
    let records = reconciled(
      found, result: result, columns: columns, context: context, decisions: try store.decisions())
    let changed = try changes(of: result, past: past, run: run)
    let replaced = FileChanges(letterColumns: letterColumns).of(result.replaced, on: result.reading.pages)
    var report = DailyReadCheck.make(
      targets: targets, reading: result.reading, columns: columns, previous: previous, before: past.records,
      records: records, changes: changed.changes + replaced, isBaseline: past.isFirst, now: clock.now(),
      probes: try store.probeDays(from: context.today, through: context.today))
    report.decisionsRead = decisionsRead
    report.ignored = Report.Ignored.list(changed.noise, on: context.today)
    report.redirects = Report.Redirect.list(result.reading.links)
    if let earlier = try store.reports(from: context.today, through: context.today).last {
      report = SameDay.joined(report, with: earlier)
    }
    // Written before the history moves on: a run that ends between the two is made again and tells the same.
    let written = try writer.write(report, targets: targets, wasEdited: { decisionFolder?.wasEdited($0) })
    try decisionFolder?.noteWritten(written)
    var kept = RunResult(
      endedAt: clock.now(), links: lastGood(result.reading.links, context.past), columns: columns,
      foundColumns: foundColumns(result.reading), removed: result.gone.sorted(), records: records,
      items: PublishedItems.of(result.reading, targets: targets), report: report)
    (kept.modified, kept.noise) = (changed.modified, changed.noise)
    kept.owners = Dictionary(result.reading.pages.map { ($0.url, PageOwner($0)) }) { $1 }
    try store.finish(run, result: kept)
    await attachments?.told(result.replaced.map(\.url))
    _ = try store.trim(now: clock.now(), retention: Retention())
    return report
  }

  private func reader(context: CheckContext, fetcher: SiteFetcher, run: Int64, resumed: [PageReading]) -> SiteReader {
    let (store, scope) = (self.store, SiteScope(targets))
    let known = resumed.reduce(into: context.past.pages) {
      $0[$1.url] = PageSnapshot(reading: $1, firstSeen: $1.at, lastSeen: $1.at)
    }
    let readToday = Set(resumed.map(\.url))
    let rules = ReadingRules.key(
      targets, checks: pageChecks, models: proofreader.models, files: proofreaderFiles)
    let visitor = Visitor(
      fetcher: fetcher, reader: PageReader(today: context.today), snapshots: known, readToday: readToday,
      previousSource: { try? store.source(of: $0, before: readToday.contains($0) ? nil : run) },
      memory: PageMemory(rules: rules, sites: targets.sites, noise: context.past.noise) { try? store.outline(of: $0) },
      probes: SoftProbes(), attachments: attachments, checks: pageChecks, context: context, clock: clock,
      scripts: ScriptedPages(settings: targets.fetch, environment: environment),
      siteOf: { url in WebAddress(url).flatMap { scope.site(of: $0)?.id } })
    return SiteReader(
      targets: targets, past: context.past, visitor: visitor, fetcher: fetcher, clock: clock,
      record: { try store.record($0, run: run) }, progress: progress)
  }

  private func searches(_ fetcher: SiteFetcher, _ today: Day) -> SiteSearches {
    let reader = PageReader(today: today)
    return SiteSearches(targets: targets, fetcher: fetcher, reader: reader) { [store] site in
      let url = WebAddress(site.home)?.description ?? site.home
      let source = try? store.source(of: url, before: nil)
      return source.map { reader.read($0.bytes, url: url, contentType: $0.contentType) }
    }
  }

  private func columnStates(_ reading: SiteReading, today: Day) -> [ColumnState] {
    let readings = Dictionary(reading.columns.map { ($0.column, $0) }) { first, _ in first }
    return targets.columns.map { Freshness.state(of: $0, reading: readings[$0.id], today: today) }
  }

  private func siteFindings(_ reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    siteChecks.flatMap { $0.findings(in: reading, columns: columns, context: context) }
  }

  private func reconciled(
    _ found: [Finding], result: LoopResult, columns: [ColumnState], context: CheckContext, decisions: [Decision]
  ) -> [FindingRecord] {
    let calendar = WorkingDays.national
    // Deadlines of the last days of a year reach into the next.
    for year in Set([context.today.year, context.today.addingDays(10).year]).sorted() where !calendar.knows(year) {
      note("缺少\(year)年节假日安排，涉及该年的整改期限仅按周末推算，请更新程序。")
    }
    return Reconciler.reconcile(
      records: context.past.records, found: found,
      coverage: Coverage.of(result, columns: columns, records: context.past.records), now: clock.now(),
      isBaseline: context.past.isFirst, decisions: decisions, deadline: { calendar.deadline(for: $0, from: $1) })
  }

  /// The links as the history keeps them: what a site shows in other hands never becomes its last good state.
  private func lastGood(_ links: [LinkReading], _ past: Past) -> [LinkReading] {
    links.map { link in
      guard let now = link.landing, let asked = WebAddress(link.url),
        Takeover.judge(now, before: past.links[link.url]?.landing, asked: asked) != nil
      else { return link }
      var link = link
      link.landing = nil
      return link
    }
  }

  private func foundColumns(_ reading: SiteReading) -> [String: String] {
    Dictionary(reading.columns.compactMap { c in c.foundByName ? c.url.map { (c.column, $0) } : nil }) { $1 }
  }

  private var letterColumns: Set<String> { Set(targets.columns.filter(\.policy.isLetters).map(\.id)) }

  /// Pages are compared as today's rules read them, so that a new rule of reading is no change of a page.
  private func changes(of result: LoopResult, past: Past, run: Int64) throws -> ChangeFinder.Found {
    let (store, reader, now) = (self.store, PageReader(today: clock.now().day), clock.now())
    func page(_ source: PageSource?, _ url: String) -> Page? {
      source.map { reader.read($0.bytes, url: url, contentType: $0.contentType) }
    }
    return try ChangeFinder(past: past, gone: result.gone, letterColumns: letterColumns)
      .find(in: result.reading.pages, noiseMet: result.noiseMet, now: now) { url in
        .init(
          before: page(try store.source(of: url, before: run), url),
          now: page(try store.source(of: url, before: nil), url),
          earlier: {
            try store.earlierSources(of: url, before: run, limit: Pipeline.earlierVersions)
              .compactMap { version in page(version.source, url).map { (version.at, $0) } }
          })
      }
  }

  /// Versions of a page among which one is looked for that it returned to.
  private static let earlierVersions = 8

  private func retold(_ reading: SiteReading, _ context: CheckContext) throws -> [Finding] {
    let hashes = Set(reading.pages.lazy.map(\.bodyHash).filter { $0 != 0 })
    return RetoldStory.findings(in: reading, firstTold: try store.firstTellings(of: hashes), context: context)
  }
}
