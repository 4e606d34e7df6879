import DuwangCore
import Planning

/// The items that the columns of one reading list, each once: under the first of its columns in Targets.yaml.
enum PublishedItems {
  /// Letters are no publications. A row without a date takes the date of its article.
  static func of(_ reading: SiteReading, targets: Targets) -> [PublishedItem] {
    let columns = Dictionary(reading.columns.map { ($0.column, $0) }) { first, _ in first }
    let articles = Dictionary(reading.pages.compactMap { page in page.publishedAt.map { (page.url, $0) } }) { $1 }
    var (known, items) = (Set<String>(), [PublishedItem]())
    for column in targets.columns where !column.policy.isLetters {
      guard let read = columns[column.id] else { continue }
      for entry in read.entries + read.furtherEntries {
        let url = entry.url.map { CanonicalAddress.of($0)?.description ?? $0 }
        let item = PublishedItem(
          url: url, unit: column.unit, column: column.id, category: column.category, title: entry.title,
          date: entry.date ?? url.flatMap { articles[$0] })
        // Of a column that is never updated, undated rows are its parts, not news.
        if item.date == nil, column.policy == .never { continue }
        if known.insert(item.key).inserted { items.append(item) }
      }
    }
    return items
  }
}
