import DuwangCore

/// Tells what changed on a site since the last reading (contract §4): pure but for the texts it asks for.
package struct ChangeFinder {
  /// A page as it was at its last reading, as it is, and as it was before that, newest first. Read by the rules of today,
  /// so that a new rule of reading never looks like a change of the page.
  package struct Texts {
    package var before: Page?
    package var now: Page?
    package var earlier: () throws -> [(at: Moment, page: Page)]
    package init(before: Page?, now: Page?, earlier: @escaping () throws -> [(at: Moment, page: Page)] = { [] }) {
      (self.before, self.now, self.earlier) = (before, now, earlier)
    }
  }

  /// What a reading changed.
  package struct Found: Sendable {
    /// Changes in the order of reading, then what was removed by address.
    package var changes: [PageChange] = []
    /// Regions of noise as they are known after this reading.
    package var noise: [NoiseRegion]
    /// Pages whose text a reader would see to be another.
    package var modified: Set<String> { Set(changes.lazy.filter { $0.type == .modified }.map(\.url)) }
  }

  private let past: Past
  private let gone: Set<String>
  private let letterColumns: Set<String>
  private let knownSites: Set<String>

  /// - Parameters:
  ///   - gone: pages that answered 404 or 410 when asked again, or that nothing links to after a complete run.
  ///   - letterColumns: ids of columns of citizens' letters, whose bodies are never shown.
  package init(past: Past, gone: Set<String>, letterColumns: Set<String>) {
    (self.past, self.gone, self.letterColumns) = (past, gone, letterColumns)
    knownSites = Set(past.pages.values.map(\.reading.site))
  }

  /// `texts` is asked for pages that may have changed only; `noiseMet` counts the pages that carry an ignored region, by
  /// shape. Nothing changes on the first run of a site.
  package func find(
    in readings: [PageReading], noiseMet: [String: Int] = [:], now: Moment, texts: (String) throws -> Texts
  ) throws -> Found {
    guard !past.isFirst else { return Found(noise: past.noise) }
    var (result, seen) = ([PageChange](), Set<String>())
    var learning = NoiseLearning(known: past.noise, met: noiseMet, today: now.day)
    var candidates: [Candidate] = []
    for reading in readings where seen.insert(reading.url).inserted {
      guard reading.reach.isGood, knownSites.contains(reading.site) else { continue }
      guard let old = past.pages[reading.url] else {
        if reading.reach == .read, !ListPages.isContinuation(reading) {
          result.append(change(.added, reading, firstSeen: reading.at))
        }
        continue
      }
      learning.compared(reading)
      guard reading.reach == .read, reading.textHash != old.reading.textHash, reading.kind != .home else { continue }
      let texts = try texts(reading.url)
      guard let candidate = compare(reading, old, texts) else { continue }
      learning.observe(candidate.difference, on: reading, isLetter: isLetter(reading))
      candidates.append(candidate)
    }
    let ignored = learning.ignored()
    for var candidate in candidates {
      candidate.difference = candidate.difference.without(ignored[candidate.reading.site] ?? [])
      if let change = try modified(candidate, texts: texts) { result.append(change) }
    }
    return Found(changes: result + removed(), noise: learning.regions())
  }

  private struct Candidate {
    let reading: PageReading
    let old: PageSnapshot
    var difference: TextDiff.Difference
  }

  private func compare(_ reading: PageReading, _ old: PageSnapshot, _ texts: Texts) -> Candidate? {
    guard let before = texts.before, let now = texts.now else { return nil }
    let noise = NoiseFilter(past.noise, site: reading.site)
    let difference = TextDiff.between(PageText(before, ignoring: noise), PageText(now, ignoring: noise))
    return difference.blocks.isEmpty ? nil : Candidate(reading: reading, old: old, difference: difference)
  }

  private func modified(_ candidate: Candidate, texts: (String) throws -> Texts) throws -> PageChange? {
    let (reading, difference) = (candidate.reading, candidate.difference)
    guard !difference.blocks.isEmpty else { return nil }
    var change = change(.modified, reading, firstSeen: candidate.old.firstSeen)
    change.tell(difference, isHidden: isLetter(reading))
    change.returnedTo = try returned(reading, try texts(reading.url))
    return change
  }

  /// When the page was first as it is again.
  private func returned(_ reading: PageReading, _ texts: Texts) throws -> Moment? {
    guard let now = texts.now else { return nil }
    let noise = NoiseFilter(past.noise, site: reading.site)
    let text = PageText(now, ignoring: noise)
    return try texts.earlier().first { PageText($0.page, ignoring: noise).key == text.key }?.at
  }

  private func isLetter(_ reading: PageReading) -> Bool { reading.column.map(letterColumns.contains) ?? false }

  private func removed() -> [PageChange] {
    gone.sorted().compactMap { url in
      guard let old = past.pages[url], !ListPages.isContinuation(old.reading) else { return nil }
      return change(.removed, old.reading, firstSeen: old.firstSeen)
    }
  }

  private func change(_ kind: PageChange.Kind, _ reading: PageReading, firstSeen: Moment) -> PageChange {
    var change = PageChange(url: reading.url, type: kind, title: reading.title)
    (change.unit, change.column) = (reading.unit, reading.column)
    (change.publishedAt, change.firstSeen) = (reading.publishedAt, firstSeen)
    return change
  }
}
