import DuwangCore

/// Rules that every store keeps, so that they are written once.
package enum Kept {
  /// Whether the sites were read to the end of what the settings allow; an interrupted run is no baseline.
  package static func isBaseline(_ report: Report) -> Bool {
    report.complete || report.limitsHit.contains { $0.limit == "max_pages" }
  }

  /// The snapshot after a good reading: a new text replaces everything, an unchanged one only what was measured anew.
  package static func merged(_ reading: PageReading, into old: PageSnapshot?) -> PageSnapshot? {
    guard reading.reach.isGood else { return old }
    guard var result = old else {
      return PageSnapshot(reading: asRead(reading), firstSeen: reading.at, lastSeen: reading.at)
    }
    if reading.reach == .unchanged {
      (result.reading.at, result.reading.milliseconds) = (reading.at, reading.milliseconds)
      result.reading.unit = reading.unit ?? result.reading.unit
      result.reading.column = reading.column ?? result.reading.column
      // The same answer may be read otherwise by later rules.
      if reading.textHash != 0 { takeText(of: reading, into: &result.reading) }
    } else {
      result.reading = asRead(reading)
    }
    result.lastSeen = max(result.lastSeen, reading.at)
    return result
  }

  /// A record as a run leaves it, with what a person decided while the run was under way.
  package static func joined(_ record: FindingRecord, stored: FindingRecord) -> FindingRecord {
    guard let decision = stored.decision, decision != record.decision else { return record }
    return Decisions.apply(decision, to: record)
  }

  /// An item as it was listed last; a date that is no longer shown is kept.
  package static func merged(_ item: PublishedItem, into old: PublishedItem?) -> PublishedItem {
    var item = item
    item.date = item.date ?? old?.date
    return item
  }

  static func counts(_ items: some Sequence<PublishedItem>, from start: Day, through end: Day) -> ItemCounts {
    var (sums, result) = ([ItemCount: Int](), ItemCounts())
    for item in items {
      guard let date = item.date else {
        result.undated += 1
        continue
      }
      if date > end { result.later += 1 }
      guard start <= date, date <= end else { continue }
      let month = String(date.description.prefix(7))
      sums[
        ItemCount(unit: item.unit, column: item.column, category: item.category, month: month, items: 0), default: 0] +=
        1
    }
    result.counts = sums.map { key, items in
      var count = key
      count.items = items
      return count
    }.sorted { ($0.unit, $0.column, $0.month) < ($1.unit, $1.column, $1.month) }
    return result
  }

  private static func asRead(_ reading: PageReading) -> PageReading {
    var reading = reading
    (reading.reach, reading.rechecked) = (.read, false)
    return reading
  }

  private static func takeText(of reading: PageReading, into old: inout PageReading) {
    (old.kind, old.title, old.publishedAt) = (reading.kind, reading.title, reading.publishedAt)
    (old.textHash, old.bodyHash) = (reading.textHash, reading.bodyHash)
  }

  /// What a reading tells for the first time; nil where the text is too short or has no date.
  package static func telling(_ reading: PageReading) -> FirstTelling? {
    guard reading.kind == .article, reading.bodyHash != 0, let day = reading.publishedAt else { return nil }
    return FirstTelling(url: reading.url, title: reading.title, publishedAt: day, seen: reading.at.day)
  }
}
