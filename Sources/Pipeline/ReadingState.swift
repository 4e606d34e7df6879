import DuwangCore
import History
import Planning

/// Everything the loop knows. Changed only between visits, by one task.
struct ReadingState {
  let targets: Targets
  let past: Past
  let clock: RunClock
  let manner: LoopManner
  var scope: SiteScope
  let ownership: Ownership
  let homeURLs: Set<String>
  var reading: SiteReading
  var queue: WorkQueue
  var frontier: Frontier
  var finder: ColumnFinder
  var links = LinkBook()
  var fragments = FragmentBook()
  var rechecks = Rechecks()
  var pageFindings: [Finding] = []
  /// Ids of the columns whose list is at an address.
  var columnsAt: [String: [String]] = [:]
  var columnReadings: [String: ColumnReading] = [:]
  var furtherPages = FurtherPages()
  /// The column that lists an address first.
  var listedBy: [String: String] = [:]
  /// Files and external addresses asked for, so that each is tried once; pages are the frontier's business.
  var tried: Set<String> = []
  /// Configured pages that wait in the frontier; while columns are looked for by name nothing else is drawn from it.
  var configuredWaiting = 0
  /// Pages read, by final address.
  var pageIndex: [String: Int] = [:]
  var batch: [PageRecord] = []
  var batchedBytes = 0
  private var batchedAt = Moment.now
  /// Nil where pages are not kept.
  let memory: PageMemory?
  /// How many pages carry what differs on every reading, by the shape of the region.
  var noiseMet: [String: Int] = [:]
  var gone: Set<String> = []
  var replaced: [ReplacedFile] = []
  var finderWork: Set<String> = []
  /// Links of the pages read while columns are looked for by name.
  var linksOfPages: [String: [Link]] = [:]
  var isFinderDone = false
  var askedLast = false
  var failures = 0

  init(
    targets: Targets, past: Past, memory: PageMemory?, startedAt: Moment, clock: RunClock, manner: LoopManner = .init()
  ) {
    (self.targets, self.past, self.memory, self.clock, self.manner) = (targets, past, memory, clock, manner)
    scope = SiteScope(targets)
    ownership = Ownership(targets)
    homeURLs = Set(targets.sites.compactMap { WebAddress($0.home)?.description })
    reading = SiteReading(startedAt: startedAt, endedAt: startedAt)
    queue = WorkQueue(perHost: targets.fetch.connectionsPerHost * 2)
    frontier = Frontier(targets.scope)
    finder = ColumnFinder(
      targets: targets, known: past.foundColumns.filter { past.columns[$0.key]?.status != .unreachable })
  }

  mutating func noteHomes(_ homes: [String: FetchOutcome], controlAnswered: Bool?) {
    reading.sites = targets.sites.compactMap { site in
      guard let outcome = homes[site.id] else { return nil }
      let reach: Reach = outcome.fault.map { .failed($0, status: outcome.status) } ?? .read
      return SiteReach(
        site: site.id, url: site.home, reach: reach, rechecked: outcome.rechecked,
        milliseconds: outcome.totalMilliseconds, tls: outcome.tls, controlAnswered: controlAnswered)
    }
  }

  /// Home pages first, then the columns whose address is known; the crawl follows from their links.
  mutating func seed() {
    for column in targets.columns {
      if let url = column.url { noteColumn(column.id, at: url) }
    }
    for home in targets.sites.map(\.home) + targets.units.compactMap(\.home) { ask(home, depth: 0) }
    for column in targets.columns { if let url = column.url { ask(url, depth: 1) } }
  }

  mutating func noteColumn(_ id: String, at url: String) {
    columnsAt[CanonicalAddress.of(url)?.description ?? url, default: []].append(id)
  }

  /// The next thing to look at, nil when nothing may start now.
  mutating func nextWork() -> Work? {
    for work in rechecks.take(now: .now) { queue.add(work) }
    driveFinder()
    drawFromFrontier()
    return queue.next()
  }

  /// Lets a configured page be read before all others, once.
  private mutating func ask(_ url: String, depth: Int) {
    guard scope.site(of: url) != nil else { return }
    if frontier.add(url, depth: depth, priority: .column) { configuredWaiting += 1 }
  }

  private mutating func driveFinder() {
    while !isFinderDone {
      let wanted = finder.nextPages()
      for url in wanted {
        if let known = linksOfPages[url] {
          finder.observe(page: url, links: known)
        } else {
          finderWork.insert(url)
          ask(url, depth: 1)
        }
      }
      if wanted.isEmpty {
        guard finderWork.isEmpty else { return }
        finishFinding()
      }
    }
  }

  private mutating func finishFinding() {
    isFinderDone = true
    linksOfPages = [:]
    let given = Set(targets.columns.filter { $0.url != nil }.map(\.id))
    for (column, url) in finder.found.sorted(by: { $0.key < $1.key }) where !given.contains(column) {
      noteColumn(column, at: url)
      ask(url, depth: 1)
    }
  }

  private mutating func drawFromFrontier() {
    while queue.waitingCount < 64, isFinderDone || configuredWaiting > 0, let item = frontier.next() {
      if item.priority == .column { configuredWaiting -= 1 }
      if let work = Work(item.url, .page(depth: item.depth, columns: columnsAt[item.url] ?? [])) { queue.add(work) }
    }
  }

  func progress(host: String) -> Progress {
    Progress(
      pages: reading.pages.count, links: links.entries.count,
      waiting: frontier.waiting + queue.waitingCount + rechecks.count,
      failures: failures, host: host)
  }

  /// Pages to be stored: when there are many, when they are large, or when the first has waited for a quarter of a second.
  mutating func takeBatch(isLast: Bool = false) -> [PageRecord]? {
    let isFull = batch.count >= 100 || batchedBytes >= 8 << 20 || Moment.now.seconds - batchedAt.seconds > 0.25
    guard !batch.isEmpty, isLast || isFull else { return nil }
    defer {
      (batch, batchedBytes) = ([], 0)
      batchedAt = .now
    }
    return batch
  }
}
