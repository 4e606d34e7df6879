import DuwangCore
import Planning

/// Where every target stands, one entry a target however many pages carry it.
struct LinkBook {
  struct Entry {
    var link: Link
    var isExternal: Bool
    /// The shallowest page that carries it, then the first by address: the same on every run.
    var page: String
    var depth: Int
    var pages = 1
    var verdict: LinkReading?
    /// Number of the page that was taken last, so that a link that stands twice on a page is one.
    fileprivate var lastPage: Int
  }
  private(set) var entries: [Entry] = []
  /// Places in `entries` by address, in every spelling that was met: most links were met before, word for word.
  private var places: [String: Int] = [:]
  private var pageNumber = 0

  /// Takes the links of one page; returns the targets that were not known before.
  mutating func note(_ links: [Link], on page: String, depth: Int, isExternal: (Link) -> Bool) -> [Link] {
    var fresh: [Link] = []
    pageNumber += 1
    for link in links {
      guard let place = place(of: link.url) else {
        let key = LinkBook.key(of: link.url)
        (places[key], places[link.url]) = (entries.count, entries.count)
        entries.append(
          Entry(link: link, isExternal: isExternal(link), page: page, depth: depth, lastPage: pageNumber))
        fresh.append(link)
        continue
      }
      guard entries[place].lastPage != pageNumber else { continue }
      entries[place].lastPage = pageNumber
      entries[place].pages += 1
      if depth > entries[place].depth { continue }
      if (depth, page) < (entries[place].depth, entries[place].page) {
        (entries[place].link, entries[place].page, entries[place].depth) = (link, page, depth)
      }
    }
    return fresh
  }

  private mutating func place(of url: String) -> Int? {
    if let place = places[url] { return place }
    guard let place = places[LinkBook.key(of: url)] else { return nil }
    places[url] = place
    return place
  }

  func entry(of url: String) -> Entry? { known(url).map { entries[$0] } }

  mutating func settle(_ url: String, with verdict: LinkReading) {
    if let place = known(url) { entries[place].verdict = verdict }
  }

  private func known(_ url: String) -> Int? { places[url] ?? places[LinkBook.key(of: url)] }

  /// Targets without a verdict, apart from other spellings of an address that has one.
  func untried(at moment: Moment) -> [LinkReading] {
    let judged = Set(
      entries.lazy.filter { $0.verdict != nil }.compactMap { CanonicalAddress.key(of: $0.link.url) })
    return entries.compactMap { entry in
      let link = entry.link
      guard entry.verdict == nil, CanonicalAddress.key(of: link.url).map({ !judged.contains($0) }) ?? true else {
        return nil
      }
      var reading = LinkReading(
        url: link.url, kind: link.kind, isExternal: entry.isExternal, status: .skipped, page: entry.page,
        checkedAt: moment)
      (reading.text, reading.line, reading.pages) = (link.text, link.line, entry.pages)
      reading.reason = entry.isExternal ? "其他网站，未要求检查" : "不在检查范围内，或因达到上限、中断而未检查"
      return reading
    }
  }

  private static func key(of url: String) -> String { CanonicalAddress.of(url)?.description ?? url }

  /// Verdicts in the order of their addresses. A target on more than a third of the pages stands in the shared frame.
  func readings(pageCount: Int) -> [LinkReading] {
    entries.compactMap { entry in
      guard var reading = entry.verdict else { return nil }
      (reading.page, reading.text, reading.line) = (entry.page, entry.link.text, entry.link.line)
      (reading.pages, reading.kind) = (entry.pages, entry.link.kind)
      reading.isBoilerplate = entry.pages >= 5 && entry.pages * 3 > pageCount
      return reading
    }
    .sorted { $0.url < $1.url }
  }
}
