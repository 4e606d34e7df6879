import DuwangCore
import Foundation
import GRDB
import History

/// Values to rows and back. Columns are read by position: a history of 20,000 pages is read before every run.
enum Rows {
  static let readingColumns = """
    site, unit, "column", kind, title, published, text_hash, bytes, milliseconds, etag, last_modified, at,
    body_hash
    """
  static let readingPlaces = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"

  static func arguments(_ reading: PageReading) -> StatementArguments {
    [
      reading.site, reading.unit, reading.column, reading.kind.rawValue, reading.title, reading.publishedAt?.number,
      Int64(bitPattern: reading.textHash), reading.bytes, reading.milliseconds, reading.etag, reading.lastModified,
      reading.at.seconds, Int64(bitPattern: reading.bodyHash),
    ]
  }

  /// A good reading from `readingColumns`, which begin at `first`.
  static func reading(_ row: Row, url: String, reach: Reach, from first: Int) -> PageReading {
    var reading = PageReading(
      url: url, reach: reach, site: row[first], at: Moment(seconds: row[first + 11]))
    (reading.unit, reading.column) = (row[first + 1], row[first + 2])
    reading.kind = Page.Kind(rawValue: row[first + 3]) ?? .other
    reading.title = row[first + 4]
    reading.publishedAt = (row[first + 5] as Int?).map(Day.init(number:))
    reading.textHash = UInt64(bitPattern: row[first + 6])
    (reading.bytes, reading.milliseconds) = (row[first + 7], row[first + 8])
    (reading.etag, reading.lastModified) = (row[first + 9], row[first + 10])
    reading.bodyHash = UInt64(bitPattern: row[first + 12])
    return reading
  }

  static let linkColumns = """
    url, kind, is_external, status, fault, code, reason, final_url, confidence, is_soft_404, ends_at_home, page, text,
    line, pages, is_boilerplate, checked
    """
  static let linkPlaces = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"

  static func arguments(_ link: LinkReading) -> StatementArguments {
    [
      link.url, link.kind.rawValue, link.isExternal, link.status.rawValue, link.fault?.rawValue, link.code,
      link.reason, link.finalURL, link.confidence.rawValue, link.isSoftNotFound, link.endsAtHome, link.page,
      link.text, link.line, link.pages, link.isBoilerplate, link.checkedAt.seconds,
    ]
  }

  static func link(_ row: Row) -> LinkReading {
    var link = LinkReading(
      url: row[0], kind: Link.Kind(rawValue: row[1]) ?? .page, isExternal: row[2],
      status: LinkReading.Status(rawValue: row[3]) ?? .skipped, page: row[11],
      checkedAt: Moment(seconds: row[16]))
    link.fault = (row[4] as String?).flatMap(FetchFault.init(rawValue:))
    (link.code, link.reason, link.finalURL) = (row[5], row[6], row[7])
    link.confidence = Confidence(rawValue: row[8]) ?? .suspected
    (link.isSoftNotFound, link.endsAtHome, link.text) = (row[9], row[10], row[12])
    (link.line, link.pages, link.isBoilerplate) = (row[13], row[14], row[15])
    return link
  }

  static func records(_ db: Database) throws -> [FindingRecord] {
    let decoder = JSONDecoder()
    return try Data.fetchAll(db, sql: "SELECT data FROM ledger ORDER BY position")
      .map { try decoder.decode(FindingRecord.self, from: $0) }
  }

  static func write(_ record: FindingRecord, _ db: Database, _ encoder: JSONEncoder) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO ledger(id, status, last_seen, data) VALUES (?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET status = excluded.status, last_seen = excluded.last_seen, data = excluded.data
        """)
    try statement.execute(
      arguments: [
        record.finding.id, record.status.rawValue, record.lastSeen.seconds, try encoder.encode(record),
      ])
  }

  static func require(_ run: Int64, in db: Database) throws {
    if try Int.fetchOne(db, sql: "SELECT 1 FROM run WHERE id = ?", arguments: [run]) == nil {
      throw HistoryFault.unknownRun(run)
    }
  }
}
