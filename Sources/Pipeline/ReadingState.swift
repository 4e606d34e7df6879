import Checks
import DuwangCore
import Planning

/// Everything the loop knows. Changed only between visits, by one task.
struct ReadingState {
  let targets: Targets
  let past: Past
  let clock: RunClock
  let scope: SiteScope
  let ownership: Ownership
  let homeURLs: Set<String>
  var reading: SiteReading
  var queue: WorkQueue
  var frontier: Frontier
  var finder: ColumnFinder
  var links = LinkBook()
  var rechecks = Rechecks()
  var pageFindings: [Finding] = []
  /// Ids of the columns whose list is at an address.
  var columnsAt: [String: [String]] = [:]
  var columnReadings: [String: ColumnReading] = [:]
  /// The column that lists an address first.
  var listedBy: [String: String] = [:]
  /// Addresses asked for, so that each is visited once.
  var asked: Set<String> = []
  /// Pages read, by final address.
  var pageIndex: [String: Int] = [:]
  var batch: [PageRecord] = []
  var gone: Set<String> = []
  var finderWork: Set<String> = []
  var linksOfFinderPages: [String: [Link]] = [:]
  var isFinderDone = false
  var askedUnlinked = false
  var failures = 0

  init(targets: Targets, past: Past, startedAt: Moment, clock: RunClock) {
    (self.targets, self.past, self.clock) = (targets, past, clock)
    scope = SiteScope(targets)
    ownership = Ownership(targets)
    homeURLs = Set(targets.sites.compactMap { WebAddress($0.home)?.description })
    reading = SiteReading(startedAt: startedAt, endedAt: startedAt)
    queue = WorkQueue(perHost: targets.fetch.connectionsPerHost * 2)
    frontier = Frontier(scope: targets.scope)
    finder = ColumnFinder(targets: targets, known: past.foundColumns)
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
      if let url = column.url.flatMap({ WebAddress($0)?.description }) { columnsAt[url, default: []].append(column.id) }
    }
    for home in targets.sites.map(\.home) + targets.units.compactMap(\.home) { ask(home, depth: 0) }
    for url in columnsAt.keys.sorted() { ask(url, depth: 1) }
  }

  /// The next thing to look at, nil when nothing may start now.
  mutating func nextWork() -> Work? {
    moveDueRechecks(now: .now)
    driveFinder()
    if isFinderDone { drawFromFrontier() }
    return queue.next()
  }

  /// Puts a page of a configured site into the queue, once.
  mutating func ask(_ url: String, depth: Int) {
    guard let address = WebAddress(url), scope.site(of: address) != nil else { return }
    let url = address.description
    guard asked.insert(url).inserted else { return }
    _ = frontier.markSeen(url)
    if let work = Work(url, .page(depth: depth, columns: columnsAt[url] ?? [])) { queue.add(work) }
  }

  private mutating func driveFinder() {
    guard !isFinderDone else { return }
    while true {
      let wanted = finder.nextPages()
      if wanted.isEmpty { break }
      for url in wanted {
        let known = linksOfFinderPages[url]
        if let known {
          finder.observe(page: url, links: known)
        } else if asked.contains(url) {
          finderWork.insert(url)
        } else {
          finderWork.insert(url)
          ask(url, depth: 1)
        }
      }
      if wanted.allSatisfy({ linksOfFinderPages[$0] == nil }) { break }
    }
    if finderWork.isEmpty { finishFinding() }
  }

  private mutating func finishFinding() {
    isFinderDone = true
    linksOfFinderPages = [:]
    for (column, url) in finder.found.sorted(by: { $0.key < $1.key }) {
      guard let address = WebAddress(url)?.description else { continue }
      columnsAt[address, default: []].append(column)
      guard let work = Work(address, .page(depth: 1, columns: columnsAt[address] ?? [])) else { continue }
      asked.insert(address)
      _ = frontier.markSeen(address)
      queue.add(work)
    }
  }

  private mutating func drawFromFrontier() {
    while let host = frontier.nextHost, queue.hasRoom(host), let item = frontier.next() {
      guard asked.insert(item.url).inserted else { continue }
      if let work = Work(item.url, .page(depth: item.depth, columns: columnsAt[item.url] ?? [])) { queue.add(work) }
    }
  }

  func progress(host: String) -> Progress {
    Progress(
      pages: reading.pages.count, links: links.entries.count, waiting: frontier.count + rechecks.count,
      failures: failures, host: host)
  }

  mutating func takeBatch(atLeast count: Int) -> [PageRecord]? {
    guard batch.count >= count else { return nil }
    defer { batch = [] }
    return batch
  }
}
