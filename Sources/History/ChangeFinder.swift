import DuwangCore

/// Tells what changed on a site since the last reading (contract §4): pure but for the texts it asks for.
package struct ChangeFinder {
  /// Changed paragraphs shown of one page; the numbers of characters count all.
  private static let mostBlocks = 200

  private let past: Past
  private let gone: Set<String>
  private let letterColumns: Set<String>
  private let touched: Set<String>
  private let knownSites: Set<String>

  /// - Parameters:
  ///   - gone: pages that answered 404 or 410 when asked again, or that nothing links to after a complete run.
  ///   - letterColumns: ids of columns of citizens' letters, whose bodies are never shown.
  ///   - touched: pages whose stored content differs (`HistoryStore.touched`), beside those whose hash differs.
  package init(past: Past, gone: Set<String>, letterColumns: Set<String>, touched: Set<String> = []) {
    (self.past, self.gone, self.letterColumns, self.touched) = (past, gone, letterColumns, touched)
    knownSites = Set(past.pages.values.map(\.reading.site))
  }

  /// Changes in the order of reading, then what was removed by address. `texts` gives the page as it was and as it is; it is
  /// asked for pages that may have changed only. Nothing on the first run of a site.
  package func changes(
    of readings: [PageReading], texts: (String) throws -> (old: Page?, new: Page?)
  ) rethrows -> [PageChange] {
    guard !past.isFirst else { return [] }
    var (result, seen) = ([PageChange](), Set<String>())
    for reading in readings where seen.insert(reading.url).inserted {
      guard reading.reach == .read, knownSites.contains(reading.site) else { continue }
      if let old = past.pages[reading.url] {
        guard reading.textHash != old.reading.textHash || touched.contains(reading.url) else { continue }
        let (before, after) = try texts(reading.url)
        if let before, let after, let change = modified(reading, old, before, after) { result.append(change) }
      } else if !ChangeFinder.isContinuation(reading) {
        result.append(change(.added, reading, firstSeen: reading.at))
      }
    }
    return result + removed()
  }

  private func removed() -> [PageChange] {
    gone.sorted().compactMap { url in
      guard let old = past.pages[url], !ChangeFinder.isContinuation(old.reading) else { return nil }
      return change(.removed, old.reading, firstSeen: old.firstSeen)
    }
  }

  private func change(_ kind: PageChange.Kind, _ reading: PageReading, firstSeen: Moment) -> PageChange {
    var change = PageChange(url: reading.url, type: kind, title: reading.title)
    (change.unit, change.column) = (reading.unit, reading.column)
    (change.publishedAt, change.firstSeen) = (reading.publishedAt, firstSeen)
    return change
  }

  /// Nil when a reader would see no difference.
  private func modified(
    _ reading: PageReading, _ old: PageSnapshot, _ before: Page, _ after: Page
  ) -> PageChange? {
    guard reading.kind != .home else { return nil }
    let rows = reading.kind == .list ? Set((before.entries + after.entries).map { Noise.visible($0.title) }) : []
    let difference = TextDiff.changedBlocks(
      old: ChangeFinder.visibleTexts(before, without: rows), new: ChangeFinder.visibleTexts(after, without: rows))
    guard !difference.blocks.isEmpty else { return nil }
    var change = change(.modified, reading, firstSeen: old.firstSeen)
    (change.inserted, change.deleted) = (difference.inserted, difference.deleted)
    if let column = reading.column, letterColumns.contains(column) { return change }
    change.blocks = Array(difference.blocks.prefix(ChangeFinder.mostBlocks))
    return change
  }

  /// Title, text and files. The rows of a list are told of as pages, not as text.
  private static func visibleTexts(_ page: Page, without rows: Set<String>) -> [String] {
    let texts = page.blocks.map(\.text).filter { rows.isEmpty || !rows.contains(Noise.visible($0)) }
    let title = texts.first == page.title ? [] : [page.title]
    return title + texts + page.attachments.map { "附件：\($0.name)（\($0.url.split(separator: "/").last ?? "")）" }
  }

  /// A further page of a list: it comes and goes with the number of rows, and says nothing new.
  private static func isContinuation(_ reading: PageReading) -> Bool {
    guard reading.kind == .list, let address = WebAddress(reading.url) else { return false }
    if let query = address.query?.lowercased() {
      return ["page", "currpage", "pageno", "pageindex", "p"].contains { name in
        query.split(separator: "&").contains { $0.hasPrefix("\(name)=") }
      }
    }
    let stem = address.path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0 else { return false }
    return ["", "index", "list", "default", "more", "page"].contains(
      stem.dropLast(digits).lowercased().trimmingSuffix("_-"))
  }
}

extension String {
  fileprivate func trimmingSuffix(_ characters: String) -> String {
    var result = self
    while let last = result.last, characters.contains(last) { result.removeLast() }
    return result
  }
}
