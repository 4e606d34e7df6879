/// What earlier runs left behind, read once before planning.
package struct Past: Sendable {
  /// Nothing of these targets was ever read to its end.
  package var isFirst: Bool
  /// The last good reading of every known page, by address.
  package var pages: [String: PageSnapshot]
  package var records: [FindingRecord]
  /// The last verdict on every link target, by address.
  package var links: [String: LinkReading]
  package var columns: [String: ColumnState]
  /// Address of every column found by name, by column id.
  package var foundColumns: [String: String]
  package var lastRun: Moment?
  package init() {
    (isFirst, pages, records, links, columns, foundColumns, lastRun) = (true, [:], [], [:], [:], [:], nil)
  }
}

/// A page as it was at its last good reading (快照), without its text.
package struct PageSnapshot: Sendable, Hashable, Codable {
  package var reading: PageReading
  package var firstSeen: Moment
  package var lastSeen: Moment
  package init(reading: PageReading, firstSeen: Moment, lastSeen: Moment) {
    (self.reading, self.firstSeen, self.lastSeen) = (reading, firstSeen, lastSeen)
  }
}

/// One page as it is handed to the history: the reading, and the page itself when it was read anew.
package struct PageRecord: Sendable {
  package var reading: PageReading
  package var page: Page?
  package init(reading: PageReading, page: Page?) { (self.reading, self.page) = (reading, page) }
}

/// One change of a page between two readings (contract §4).
package struct PageChange: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable { case added, modified, removed }
  package var url: String
  package var type: Kind
  package var unit: String?
  package var column: String?
  package var title: String
  package var publishedAt: Day?
  package var firstSeen: Moment?
  /// Characters.
  package var inserted: Int
  package var deleted: Int
  /// Changed blocks for the page; empty for letters, whose bodies are never shown.
  package var blocks: [ChangedBlock]
  package init(url: String, type: Kind, title: String) {
    (self.url, self.type, self.title) = (url, type, title)
    (unit, column, publishedAt, firstSeen, inserted, deleted, blocks) = (nil, nil, nil, nil, 0, 0, [])
  }

  /// Every key of the interface, null where there is nothing.
  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(url, forKey: .url)
    try keys.encode(type, forKey: .type)
    try keys.encode(unit, forKey: .unit)
    try keys.encode(column, forKey: .column)
    try keys.encode(title, forKey: .title)
    try keys.encode(publishedAt, forKey: .publishedAt)
    try keys.encode(firstSeen, forKey: .firstSeen)
    try keys.encode(inserted, forKey: .inserted)
    try keys.encode(deleted, forKey: .deleted)
    try keys.encode(blocks, forKey: .blocks)
  }
}

/// A paragraph that changed, as runs of kept, deleted and inserted text in reading order.
package struct ChangedBlock: Sendable, Hashable, Codable {
  package enum Operation: String, Sendable, Codable { case keep, delete, insert }
  package struct Run: Sendable, Hashable, Codable {
    package var operation: Operation
    package var text: String
    package init(_ operation: Operation, _ text: String) { (self.operation, self.text) = (operation, text) }
  }
  package var runs: [Run]
  /// Unchanged paragraphs before this one that are not shown.
  package var skipped: Int
  /// The paragraph stands elsewhere now and is otherwise as it was (one `keep` run).
  package var isMoved: Bool
  package init(runs: [Run], skipped: Int, isMoved: Bool = false) {
    (self.runs, self.skipped, self.isMoved) = (runs, skipped, isMoved)
  }
}

/// One availability probe of one address (contract §1, `probe`).
package struct ProbeReading: Sendable, Hashable, Codable {
  package var site: String
  package var url: String
  /// Name of the system (Targets.yaml `probes`); nil for the site's home page.
  package var name: String?
  package var at: Moment
  /// Until the whole page was there, and until its first byte.
  package var milliseconds: Int
  package var firstByteMilliseconds = 0
  package var status: Int?
  /// Nil when the address opened in time.
  package var fault: FetchFault?
  /// What was met though the address opened: a wall, or a certificate that browsers refuse.
  package var remark: FetchFault?
  /// End of the certificate; nil without TLS.
  package var certificateEnd: Moment?
  /// Not counted, neither as made nor as failed: this machine was offline, or the fault is our own.
  package var isExcluded: Bool
  package init(
    site: String, url: String, at: Moment, milliseconds: Int, status: Int? = nil, fault: FetchFault? = nil,
    isExcluded: Bool = false
  ) {
    (self.site, self.url, self.at, self.milliseconds) = (site, url, at, milliseconds)
    (self.status, self.fault, self.isExcluded) = (status, fault, isExcluded)
  }
}
