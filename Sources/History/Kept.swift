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

  private static func asRead(_ reading: PageReading) -> PageReading {
    var reading = reading
    (reading.reach, reading.rechecked) = (.read, false)
    return reading
  }

  /// Names what a reader can see of a page beside its navigation: equal keys mean no visible difference.
  /// Counters stand in the text only, and the reading's own hash leaves them out.
  package static func contentKey(_ page: Page, textHash: UInt64) -> UInt64 {
    let files = page.attachments.map { "\($0.name)\t\($0.url)" }.joined(separator: "\n")
    return StableHash.of("\(textHash)\n\(page.title)\n\(files)")
  }
}
