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
  }
  private(set) var entries: [String: Entry] = [:]
  private(set) var instances = 0

  /// Takes the links of one page; returns the targets that were not known before.
  mutating func note(_ links: [Link], on page: String, depth: Int, isExternal: (Link) -> Bool) -> [Link] {
    var fresh: [Link] = []
    var onThisPage: Set<String> = []
    for link in links {
      instances += 1
      let key = LinkBook.key(of: link.url)
      guard onThisPage.insert(key).inserted else { continue }
      guard var entry = entries[key] else {
        entries[key] = Entry(link: link, isExternal: isExternal(link), page: page, depth: depth)
        fresh.append(link)
        continue
      }
      entry.pages += 1
      if (depth, page) < (entry.depth, entry.page) { (entry.link, entry.page, entry.depth) = (link, page, depth) }
      entries[key] = entry
    }
    return fresh
  }

  func entry(of url: String) -> Entry? { entries[LinkBook.key(of: url)] }

  mutating func settle(_ url: String, with verdict: LinkReading) { entries[LinkBook.key(of: url)]?.verdict = verdict }

  /// Targets without a verdict, apart from other spellings of an address that has one.
  func untried(at moment: Moment) -> [LinkReading] {
    let judged = Set(
      entries.values.lazy.filter { $0.verdict != nil }.compactMap { CanonicalAddress.key(of: $0.link.url) })
    return entries.values.compactMap { entry in
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
    entries.values.compactMap { entry in
      guard var reading = entry.verdict else { return nil }
      (reading.page, reading.text, reading.line) = (entry.page, entry.link.text, entry.link.line)
      (reading.pages, reading.kind) = (entry.pages, entry.link.kind)
      reading.isBoilerplate = entry.pages >= 5 && entry.pages * 3 > pageCount
      return reading
    }
    .sorted { $0.url < $1.url }
  }
}
