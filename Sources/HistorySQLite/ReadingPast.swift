import DuwangCore
import Foundation
import GRDB
import History

extension SQLiteHistory {
  package func past() throws -> Past {
    try pool.read { db in
      var past = Past()
      let baseline = try Double.fetchOne(db, sql: "SELECT 1.0 FROM run WHERE is_baseline AND ended IS NOT NULL")
      past.isFirst = baseline == nil
      past.lastRun = try Double.fetchOne(
        db, sql: "SELECT started FROM run WHERE ended IS NOT NULL ORDER BY id DESC LIMIT 1"
      ).map(Moment.init(seconds:))
      past.pages = try SQLiteHistory.pages(db)
      past.links = try SQLiteHistory.links(db)
      for (url, landing) in try Landings.all(db) { past.links[url]?.landing = landing }
      past.records = try Rows.records(db)
      let decoder = JSONDecoder()
      for data in try Data.fetchAll(db, sql: "SELECT data FROM column_state") {
        let column = try decoder.decode(ColumnState.self, from: data)
        past.columns[column.id] = column
      }
      past.noise = try Data.fetchAll(db, sql: "SELECT data FROM noise ORDER BY site, shape")
        .map { try decoder.decode(NoiseRegion.self, from: $0) }
      let found = try Row.fetchAll(db, sql: "SELECT id, url FROM found_column")
      past.foundColumns = Dictionary(found.map { ($0[0], $0[1]) }) { $1 }
      return past
    }
  }

  private static func pages(_ db: Database) throws -> [String: PageSnapshot] {
    var pages: [String: PageSnapshot] = [:]
    pages.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM page") ?? 0)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT url, first_seen, last_seen, \(Rows.readingColumns) FROM page WHERE removed IS NULL")
    while let row = try rows.next() {
      let url: String = row[0]
      pages[url] = PageSnapshot(
        reading: Rows.reading(row, url: url, reach: .read, from: 3), firstSeen: Moment(seconds: row[1]),
        lastSeen: Moment(seconds: row[2]))
    }
    return pages
  }

  private static func links(_ db: Database) throws -> [String: LinkReading] {
    var links: [String: LinkReading] = [:]
    links.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM link") ?? 0)
    let rows = try Row.fetchCursor(db, sql: "SELECT \(Rows.linkColumns) FROM link")
    while let row = try rows.next() {
      let link = Rows.link(row)
      links[link.url] = link
    }
    return links
  }

  package func resume(in run: Int64, since: Moment) throws -> [PageReading] {
    try pool.write { db in
      try Rows.require(run, in: db)
      let earlier = try Int64.fetchOne(
        db,
        sql: """
          SELECT run.id FROM run WHERE run.id < ? AND run.ended IS NULL AND run.started >= ?
            AND EXISTS (SELECT 1 FROM staged WHERE staged.run = run.id) ORDER BY run.id DESC LIMIT 1
          """, arguments: [run, since.seconds])
      guard let earlier else { return [] }
      let rows = try Row.fetchAll(
        db, sql: "SELECT url, is_unchanged, \(Rows.readingColumns) FROM staged WHERE run = ? ORDER BY url",
        arguments: [earlier])
      try db.execute(
        sql: "UPDATE OR IGNORE staged SET run = ? WHERE run = ?; DELETE FROM staged WHERE run = ?",
        arguments: [run, earlier, earlier])
      return rows.map { Rows.reading($0, url: $0[0], reach: $0[1] ? .unchanged : .read, from: 2) }
    }
  }

  package func decisions() throws -> [Decision] {
    let decoder = JSONDecoder()
    return try pool.read { db in
      try Data.fetchAll(db, sql: "SELECT data FROM decision ORDER BY id")
        .map { try decoder.decode(Decision.self, from: $0) }
    }
  }
}
