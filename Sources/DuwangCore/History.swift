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
  /// What differs on every reading, all sites together.
  package var noise: [NoiseRegion]
  package init() {
    (isFirst, pages, records, links, columns, foundColumns, lastRun) = (true, [:], [], [:], [:], [:], nil)
    noise = []
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

/// One page as it is handed to the history: the reading, and the answer itself when it was read anew.
package struct PageRecord: Sendable {
  package var reading: PageReading
  package var source: PageSource?
  /// What reading it gave, when that was found out anew.
  package var outline: KeptOutline?
  package init(reading: PageReading, source: PageSource?, outline: KeptOutline? = nil) {
    (self.reading, self.source, self.outline) = (reading, source, outline)
  }
}

/// What reading a page gave, packed by the reader, so that an unchanged page need not be read again.
package struct KeptOutline: Sendable, Hashable {
  /// Names the state of the page that was read.
  package var version: UInt64
  /// Names the rules by which it was read.
  package var rules: UInt64
  package var data: [UInt8]
  package init(version: UInt64, rules: UInt64, data: [UInt8]) {
    (self.version, self.rules, self.data) = (version, rules, data)
  }
}

/// A page as it came. It is kept in this form so that later rules of reading can be applied to what was read earlier.
package struct PageSource: Sendable, Hashable {
  package var bytes: [UInt8]
  /// The HTTP header as sent.
  package var contentType: String?
  package init(_ bytes: [UInt8], contentType: String? = nil) { (self.bytes, self.contentType) = (bytes, contentType) }
}

/// When a text was first met, and with which date (domain: 旧稿新发).
package struct FirstTelling: Sendable, Hashable {
  package var url: String
  package var title: String
  package var publishedAt: Day
  package var seen: Day
  package init(url: String, title: String, publishedAt: Day, seen: Day) {
    (self.url, self.title, self.publishedAt, self.seen) = (url, title, publishedAt, seen)
  }
}

/// A part of a site's pages that differs on every reading and is no change (访问计数、轮换推荐等), as it was learned.
package struct NoiseRegion: Sendable, Hashable, Codable {
  package var site: String
  /// What stays the same of it: `已有#人参与`, or the words before it.
  package var shape: String
  /// A page on which it stands, and its text at the last two readings.
  package var page: String
  package var before: String
  package var after: String
  /// Pages on which it differed at the last reading.
  package var pages: Int
  /// Readings of different days, one after the other, at which it differed.
  package var streak: Int
  package var firstSeen: Day
  package var lastSeen: Day
  /// It counts as no change.
  package var isIgnored: Bool
  /// Some of the pages on which it differed at the last reading; nil in histories of older versions.
  package var witnesses: [String]?
  package init(site: String, shape: String, page: String, before: String, after: String, seen: Day) {
    (self.site, self.shape, self.page, self.before, self.after) = (site, shape, page, before, after)
    (pages, streak, firstSeen, lastSeen, isIgnored) = (1, 1, seen, seen, false)
  }
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
  /// Sentences that stand elsewhere in the text now and are otherwise as they were.
  package var movedSentences: [String]?
  /// The page is again as it was when it was read first at this moment.
  package var returnedTo: Moment?
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
    try keys.encodeIfPresent(movedSentences, forKey: .movedSentences)
    try keys.encodeIfPresent(returnedTo, forKey: .returnedTo)
  }
}

/// A paragraph, a row of a table or a file that changed, as runs of kept, deleted and inserted text in reading order.
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
  /// A row of a table: its cells, of which `runs` is the text from the first to the last.
  package var row: ChangedRow?
  package init(runs: [Run], skipped: Int, isMoved: Bool = false, row: ChangedRow? = nil) {
    (self.runs, self.skipped, self.isMoved, self.row) = (runs, skipped, isMoved, row)
  }
}

/// A row of a table that changed (列“改动”).
package struct ChangedRow: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable { case added, removed, changed, moved }
  package var kind: Kind
  package var cells: [[ChangedBlock.Run]]
  /// The table's first row, when it is another one.
  package var header: [String]
  package init(_ kind: Kind, cells: [[ChangedBlock.Run]], header: [String]) {
    (self.kind, self.cells, self.header) = (kind, cells, header)
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
