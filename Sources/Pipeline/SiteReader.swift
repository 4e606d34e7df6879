import Checks
import DuwangCore
import Extraction
import Fetching
import Planning

/// What a run shows on a terminal while it reads.
package struct Progress: Sendable {
  package var pages: Int
  package var links: Int
  package var waiting: Int
  package var failures: Int
  package var host: String
}

/// What the loop hands on: the reading, what the checks of pages found, the addresses that are gone, the links that were
/// met and not tried, the regions of noise that were met, with the number of pages, and the files that are others.
typealias LoopResult = (
  reading: SiteReading, findings: [Finding], gone: Set<String>, untried: [LinkReading], noiseMet: [String: Int],
  replaced: [ReplacedFile]
)

/// The loop page → links → frontier. It ends when nothing waits, nothing is under way and nothing has to be read again.
struct SiteReader {
  let targets: Targets
  let past: Past
  let visitor: Visitor
  let fetcher: SiteFetcher
  let clock: RunClock
  var manner = LoopManner()
  let record: @Sendable ([PageRecord]) throws -> Void
  let progress: @Sendable (Progress) -> Void

  /// Reads until done or cancelled; what was read before a cancellation is kept in the value returned.
  func read(startedAt: Moment, homes: [String: FetchOutcome], controlAnswered: Bool?) async throws -> LoopResult {
    var state = ReadingState(
      targets: targets, past: past, memory: visitor.memory, startedAt: startedAt, clock: clock, manner: manner)
    state.noteHomes(homes, controlAnswered: controlAnswered)
    state.seed()
    if manner.judgesStarts { state.noteStarts() }
    try await withThrowingTaskGroup(of: Visit.self) { group in
      var underWay = 0
      while true {
        while !Task.isCancelled, underWay < targets.fetch.totalConnections, let work = state.nextWork() {
          group.addTask { await visitor.visit(work) }
          underWay += 1
        }
        if Task.isCancelled { break }
        if underWay == 0 {
          guard let pause = state.pauseBeforeRecheck(), pause > 0 else {
            if state.hasMoreAfterMainPass() { continue }
            break
          }
          try? await Task.sleep(for: .seconds(pause))
          await fetcher.forgetFailures()
          continue
        }
        guard let visit = try await group.next() else { break }
        underWay -= 1
        state.absorb(visit)
        if let batch = state.takeBatch() { try record(batch) }
        progress(state.progress(host: visit.work.host))
      }
      group.cancelAll()
      // Under cancellation every visit ends at once with the fault `cancelled`, which is no reading.
      for try await visit in group where visit.outcome.fault != .cancelled { state.absorb(visit) }
    }
    if let batch = state.takeBatch(isLast: true) { try record(batch) }
    return state.finish(isInterrupted: Task.isCancelled, endedAt: clock.now())
  }
}
