import Checks
import DuwangCore
import Extraction
import Fetching

/// The link tool: the loop of the daily reading without history, columns or content, on any site.
package struct LinksRun: Sendable {
  package var request: LinksRequest
  package var environment: [String: String]
  package var progress: @Sendable (Progress) -> Void = { _ in }
  /// Called with every verdict as soon as it stands.
  package var settled: @Sendable (LinkReading) -> Void = { _ in }

  package init(_ request: LinksRequest, environment: [String: String]) {
    (self.request, self.environment) = (request, environment)
  }

  /// Never fails: what cannot be reached is a result. A cancelled task gives what was done until then.
  package func run() async throws -> LinksReport {
    let targets = request.targets
    let clock = RunClock(now: nil)
    let startedAt = clock.now()
    let fetcher = SiteFetcher(settings: targets.fetch, environment: environment)
    let visitor = Visitor(
      fetcher: fetcher, reader: PageReader(today: startedAt.day), snapshots: [:], readToday: [],
      previousSource: { _ in nil }, probes: SoftProbes(), checks: [],
      context: CheckContext(targets: targets, today: startedAt.day, now: startedAt), clock: clock,
      scripts: ScriptedPages(settings: targets.fetch, environment: environment), linksSuffice: true,
      siteOf: { _ in nil })
    let manner = LoopManner(
      triesExternal: request.triesExternal, judgesStarts: true, settled: settled)
    let loop = SiteReader(
      targets: targets, past: Past(), visitor: visitor, fetcher: fetcher, clock: clock, manner: manner,
      record: { _ in }, progress: progress)
    let result = try await loop.read(startedAt: startedAt, homes: [:], controlAnswered: nil)
    return LinksReport(result.reading, untried: result.untried, requests: await fetcher.statistics())
  }
}

extension ReadingState {
  /// Lets the starts stand in the book of links, each on itself: where they do not answer, that is the result.
  mutating func noteStarts() {
    for site in targets.sites {
      _ = links.note([Link(url: site.home)], on: site.home, depth: 0) { _ in false }
    }
  }

  /// A start that leads to another host (`example.cn` to `www.example.cn`) means the site there.
  mutating func adopt(_ final: WebAddress, asked: String) {
    guard scope.site(of: final) == nil, let site = scope.site(of: asked) else { return }
    scope.adopt(final.authority, for: site)
  }
}
