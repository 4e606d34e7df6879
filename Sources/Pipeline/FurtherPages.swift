import DuwangCore
import Planning

/// Rows of the list pages that were read, and where each list goes on.
struct FurtherPages {
  private var pages: [UInt64: (entries: [ListEntry], next: String?)] = [:]

  mutating func note(_ page: Page, asked: String) {
    guard page.hasList || !page.entries.isEmpty else { return }
    for url in Set([asked, page.url]) {
      if let key = CanonicalAddress.key(of: url) { pages[key] = (page.entries, page.nextPage) }
    }
  }

  /// Rows behind the first page of the list at `url`, each page once.
  func entries(behind url: String) -> [ListEntry] {
    var (seen, entries) = (Set<UInt64>(), [ListEntry]())
    guard let first = CanonicalAddress.key(of: url) else { return [] }
    seen.insert(first)
    var next = pages[first]?.next
    while let key = next.flatMap(CanonicalAddress.key(of:)), seen.insert(key).inserted, let page = pages[key] {
      entries += page.entries
      next = page.next
    }
    return entries
  }
}
