import DuwangCore

/// A history that lives as long as the process: for tests, and for commands that keep no state.
package final class MemoryHistory: HistoryStore {
  private let state = Locked(State())

  package init() {}

  package func past() -> Past { state.withLock { $0.past } }

  package func begin(at moment: Moment) -> Int64 {
    state.withLock { state in
      state.runs.append(Run(startedAt: moment))
      return Int64(state.runs.count)
    }
  }

  package func record(_ pages: [PageRecord], run: Int64) throws {
    try state.withLock { state in
      let index = try state.index(of: run)
      for record in pages where record.reading.reach.isGood {
        let url = record.reading.url
        if let outline = record.outline { state.outlines[url] = outline }
        // "As before" never replaces what this run read.
        if record.source == nil, state.runs[index].readings[url] != nil { continue }
        state.runs[index].readings[url] = record.reading
        if let source = record.source { state.runs[index].sources[url] = source }
      }
    }
  }

  package func source(of url: String, before run: Int64?) -> PageSource? {
    state.withLock { state in
      if run == nil, let source = state.runs.last(where: { $0.sources[url] != nil })?.sources[url] { return source }
      return state.versions[url]?.last { $0.run < run ?? .max }?.source
    }
  }

  package func outline(of url: String) -> KeptOutline? { state.withLock { $0.outlines[url] } }

  package func earlierSources(of url: String, before run: Int64, limit: Int) -> [(at: Moment, source: PageSource)] {
    state.withLock { state in
      let versions = (state.versions[url] ?? []).filter { $0.run < run }.dropLast().suffix(limit)
      return versions.reversed().map { ($0.at, $0.source) }
    }
  }

  package func firstTellings(of hashes: Set<UInt64>) -> [UInt64: FirstTelling] {
    state.withLock { $0.tellings.filter { hashes.contains($0.key) } }
  }

  package func resume(in run: Int64, since: Moment) throws -> [PageReading] {
    try state.withLock { state in
      let index = try state.index(of: run)
      guard
        let earlier = state.runs[..<index].lastIndex(where: {
          !$0.isFinished && $0.startedAt >= since && !$0.readings.isEmpty
        })
      else { return [] }
      state.runs[index].readings.merge(state.runs[earlier].readings) { new, _ in new }
      state.runs[index].sources.merge(state.runs[earlier].sources) { new, _ in new }
      defer { (state.runs[earlier].readings, state.runs[earlier].sources) = ([:], [:]) }
      return state.runs[earlier].readings.values.sorted { $0.url < $1.url }
    }
  }

  package func finish(_ run: Int64, result: RunResult) throws {
    try state.withLock { try $0.finish(run, result) }
  }

  package func records() -> [FindingRecord] { state.withLock { $0.past.records } }

  package func reports(from start: Day, through end: Day) -> [Report] {
    state.withLock { state in
      state.reports.filter { (start...end).contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  package func outlines(from start: Day, through end: Day) -> [Report] {
    reports(from: start, through: end).map(\.outline)
  }

  package func ledgers(from start: Day, through end: Day) -> [DayLedger] {
    reports(from: start, through: end).map(DayLedger.init)
  }

  package func days() -> [Day] { state.withLock { $0.reports.keys.sorted() } }

  package func dayRecords(from start: Day, through end: Day) -> [DayRecord] {
    reports(from: start, through: end).map(DayRecord.init)
  }

  package func published(from start: Day, through end: Day) -> ItemCounts {
    state.withLock { Kept.counts($0.items.values, from: start, through: end) }
  }

  package func record(_ probes: [ProbeReading]) { state.withLock { $0.probes += probes } }

  package func probes(from start: Day, through end: Day) -> [ProbeReading] {
    state.withLock { state in
      state.probes.filter { (start...end).contains($0.at.day) }.sorted { $0.at < $1.at }
    }
  }

  package func probeDays(from start: Day, through end: Day) -> [ProbeDay] {
    ProbeDay.summed(probes(from: start, through: end))
  }

  package func decide(_ decisions: [Decision], now: Moment) throws -> [FindingRecord] {
    try state.withLock { state in
      var records = state.past.records
      for decision in decisions {
        guard let index = records.firstIndex(where: { $0.finding.id == decision.finding }) else {
          throw HistoryFault.unknownFinding(decision.finding)
        }
        records[index] = Decisions.apply(decision, to: records[index])
      }
      (state.past.records, state.decisions) = (records, state.decisions + decisions)
      let ids = Set(decisions.map(\.finding))
      return records.filter { ids.contains($0.finding.id) }
    }
  }

  package func enter(_ record: FindingRecord) {
    state.withLock { state in
      if let index = state.past.records.firstIndex(where: { $0.finding.id == record.finding.id }) {
        state.past.records[index] = record
      } else {
        state.past.records.append(record)
      }
    }
  }

  package func judge(_ judgement: Judgement) { state.withLock { $0.judgements.append(judgement) } }

  package func judgements() -> [Judgement] { state.withLock { $0.judgements.sorted { $0.at < $1.at } } }

  package func decisions() -> [Decision] { state.withLock { $0.decisions } }

  package func trim(now: Moment, retention: Retention) -> Trimmed {
    state.withLock { $0.trim(now: now, retention) }
  }
}

extension MemoryHistory {
  private struct Run {
    var startedAt: Moment
    var isFinished = false
    var readings: [String: PageReading] = [:]
    var sources: [String: PageSource] = [:]
  }

  private struct Version {
    var run: Int64
    var at: Moment
    var source: PageSource
    var replacedAt: Moment?
  }

  private struct State {
    var past = Past()
    var runs: [Run] = []
    var versions: [String: [Version]] = [:]
    var outlines: [String: KeptOutline] = [:]
    var tellings: [UInt64: FirstTelling] = [:]
    /// Pages that are gone, so that one that returns keeps the day on which it was first seen.
    var gone: [String: PageSnapshot] = [:]
    var reports: [Day: Report] = [:]
    var probes: [ProbeReading] = []
    var decisions: [Decision] = []
    var judgements: [Judgement] = []
    var items: [String: PublishedItem] = [:]

    func index(of run: Int64) throws -> Int {
      guard run > 0, run <= runs.count else { throw HistoryFault.unknownRun(run) }
      return Int(run) - 1
    }

    mutating func finish(_ run: Int64, _ result: RunResult) throws {
      let index = try index(of: run)
      let staged = runs[index]
      for (url, staging) in staged.readings {
        let reading = result.owners[url]?.owning(staging) ?? staging
        if let source = staged.sources[url] { keep(source, reading, run, isModified: result.modified.contains(url)) }
        tell(reading)
        let old = past.pages[url] ?? gone.removeValue(forKey: url)
        past.pages[url] = Kept.merged(reading, into: old)
      }
      for url in result.removed { gone[url] = past.pages.removeValue(forKey: url) }
      runs[index].isFinished = true
      for i in runs.indices.prefix(index + 1) { (runs[i].readings, runs[i].sources) = ([:], [:]) }
      for link in result.links {
        let known = past.links[link.url]?.landing
        past.links[link.url] = link
        if link.landing == nil { past.links[link.url]?.landing = known }
      }
      past.columns = Dictionary(result.columns.map { ($0.id, $0) }) { $1 }
      past.foundColumns.merge(result.foundColumns) { $1 }
      past.noise = result.noise
      let updated = Dictionary(result.records.map { ($0.finding.id, $0) }) { $1 }
      let known = Set(past.records.map(\.finding.id))
      past.records = past.records.map { old in updated[old.finding.id].map { Kept.joined($0, stored: old) } ?? old }
      past.records += result.records.filter { !known.contains($0.finding.id) }
      if Kept.isBaseline(result.report) { past.isFirst = false }
      past.lastRun = runs[index].startedAt
      for item in result.items { items[item.key] = Kept.merged(item, into: items[item.key]) }
      reports[result.report.period.start.day] = result.report
    }

    private mutating func keep(_ source: PageSource, _ reading: PageReading, _ run: Int64, isModified: Bool) {
      var history = versions[reading.url] ?? []
      if isModified || history.isEmpty {
        if !history.isEmpty { history[history.count - 1].replacedAt = reading.at }
        history.append(Version(run: run, at: reading.at, source: source))
      } else {
        history[history.count - 1].source = source
      }
      versions[reading.url] = history
    }

    private mutating func tell(_ reading: PageReading) {
      guard let telling = Kept.telling(reading) else { return }
      if let known = tellings[reading.bodyHash], known.publishedAt <= telling.publishedAt { return }
      tellings[reading.bodyHash] = telling
    }

    mutating func trim(now: Moment, _ retention: Retention) -> Trimmed {
      var trimmed = Trimmed()
      let oldest = now.adding(seconds: -Double(retention.supersededTexts) * 86400)
      for (url, list) in versions {
        let kept = list.filter { $0.replacedAt.map { $0 >= oldest } ?? true }
        trimmed.versions += list.count - kept.count
        versions[url] = kept
      }
      outlines = outlines.filter { past.pages[$0.key] != nil }
      let unseen = now.adding(seconds: -Double(retention.unseenLinks) * 86400)
      let links = past.links.filter { $0.value.checkedAt >= unseen }
      trimmed.links = past.links.count - links.count
      past.links = links
      let unfinished = now.adding(seconds: -Double(retention.unfinishedRuns) * 86400)
      for i in runs.indices where runs[i].startedAt < unfinished {
        trimmed.readings += runs[i].readings.count
        (runs[i].readings, runs[i].sources) = ([:], [:])
      }
      return trimmed
    }
  }
}
