import DuwangCore
import Foundation
import GRDB
import History

/// The history in two SQLite files of a state directory: `history.sqlite` and, for pages as they came, `bodies.sqlite`.
/// Texts are committed before the rows that name them, so that a kill between the two leaves a text too many, never one
/// too few.
package final class SQLiteHistory: HistoryStore {
  let pool: DatabasePool
  let bodies: BodyStore
  /// What staff must be told about the files.
  package let notices: [HistoryNotice]

  private init(pool: DatabasePool, bodies: BodyStore, notices: [HistoryNotice]) {
    (self.pool, self.bodies, self.notices) = (pool, bodies, notices)
  }

  /// Opens or creates the history of a state directory. One process at a time: hold a `RunLock` to write.
  /// Throws `HistoryFault`; a damaged file is no error, it is set aside and told in `notices`.
  package static func open(directory: String) throws -> SQLiteHistory {
    try StateDirectory.create(directory)
    let (main, texts) = (directory + "/history.sqlite", directory + "/bodies.sqlite")
    do {
      var notices: [HistoryNotice] = []
      let pool = try opened(main, Schema.history) { detail in
        let now = Moment.now
        notices.append(.setAside(path: main, as: try Opening.setAside(main, at: now), detail: detail))
        // The texts belong to the rows of the damaged file.
        if FileManager.default.fileExists(atPath: texts) { _ = try Opening.setAside(texts, at: now) }
      }
      var lostTexts = !FileManager.default.fileExists(atPath: texts)
      let bodies = try opened(texts, Schema.bodies) { detail in
        notices.append(.textsSetAside(path: texts, as: try Opening.setAside(texts, at: .now), detail: detail))
        lostTexts = true
      }
      let history = SQLiteHistory(pool: pool, bodies: BodyStore(pool: bodies), notices: notices)
      if lostTexts { try history.forgetTexts() }
      return history
    } catch let fault as HistoryFault {
      throw fault
    } catch {
      throw HistoryFault.unusable(path: main, detail: "\(error)")
    }
  }

  private static func opened(
    _ path: String, _ migrator: DatabaseMigrator, whenDamaged: (String) throws -> Void
  ) throws -> DatabasePool {
    do {
      return try Opening.pool(path, migrator)
    } catch {
      guard let detail = Opening.damage(error) else { throw error }
      try whenDamaged(detail)
      return try Opening.pool(path, migrator)
    }
  }

  /// Pages whose text is gone must be read anew, not asked whether they changed.
  private func forgetTexts() throws {
    try pool.write { db in
      try db.execute(sql: "DELETE FROM version; DELETE FROM staged; UPDATE page SET etag = NULL, last_modified = NULL")
    }
  }

  package func begin(at moment: Moment) throws -> Int64 {
    try pool.write { db in
      try db.execute(sql: "INSERT INTO run(started) VALUES (?)", arguments: [moment.seconds])
      return db.lastInsertedRowID
    }
  }

  package func record(_ pages: [PageRecord], run: Int64) throws {
    let good = pages.filter(\.reading.reach.isGood)
    let known = try pool.read { db in try good.map { try SQLiteHistory.presentText(of: $0, db) } }
    let digests = try bodies.keep(zip(good, known).map { $1 == nil ? $0.source : nil })
    try bodies.keep(good.compactMap { record in record.outline.map { (record.reading.url, $0) } })
    try pool.write { db in
      try Rows.require(run, in: db)
      for ((record, present), digest) in zip(zip(good, known), digests) {
        // "As before" never replaces what this run read.
        let statement = try db.cachedStatement(
          sql: """
            INSERT OR \(record.source == nil ? "IGNORE" : "REPLACE")
            INTO staged(url, run, is_unchanged, content, digest, \(Rows.readingColumns))
            VALUES (?, ?, ?, ?, ?, \(Rows.readingPlaces))
            """)
        let content = Int64(bitPattern: record.reading.textHash)
        try statement.execute(
          arguments: [
            record.reading.url, run, record.reading.reach == .unchanged, content, present ?? digest.map { Data($0) },
          ] + Rows.arguments(record.reading))
      }
    }
  }

  /// The stored text that serves for this one, too: nothing visible changed, and as the server cannot be asked whether
  /// the page changed, it is never taken for the page itself.
  private static func presentText(of record: PageRecord, _ db: Database) throws -> Data? {
    let reading = record.reading
    guard record.source != nil, reading.etag == nil, reading.lastModified == nil else { return nil }
    let statement = try db.cachedStatement(
      sql: """
        SELECT version.digest FROM page JOIN version ON version.page = page.id
        WHERE page.url = ? AND page.text_hash = ? ORDER BY version.id DESC LIMIT 1
        """)
    return try Data.fetchOne(statement, arguments: [reading.url, Int64(bitPattern: reading.textHash)])
  }

  package func records() throws -> [FindingRecord] { try pool.read(Rows.records) }

  package func source(of url: String, before run: Int64?) throws -> PageSource? {
    let digest = try pool.read { db -> Data? in
      if run == nil,
        let staged = try Data.fetchOne(
          db, sql: "SELECT digest FROM staged WHERE url = ? AND digest IS NOT NULL ORDER BY run DESC LIMIT 1",
          arguments: [url])
      {
        return staged
      }
      return try Data.fetchOne(
        db,
        sql: """
          SELECT version.digest FROM page JOIN version ON version.page = page.id
          WHERE page.url = ? AND version.run < ? ORDER BY version.id DESC LIMIT 1
          """, arguments: [url, run ?? .max])
    }
    return try digest.flatMap { try bodies.source([UInt8]($0), url: url) }
  }

  package func earlierSources(
    of url: String, before run: Int64, limit: Int
  ) throws -> [(at: Moment, source: PageSource)] {
    let rows = try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT version.at, version.digest FROM page JOIN version ON version.page = page.id
          WHERE page.url = ? AND version.run < ? ORDER BY version.id DESC LIMIT ? OFFSET 1
          """, arguments: [url, run, limit])
    }
    return try rows.compactMap { row in
      let digest: Data = row[1]
      return try bodies.source([UInt8](digest), url: url).map { (Moment(seconds: row[0]), $0) }
    }
  }

  package func firstTellings(of hashes: Set<UInt64>) throws -> [UInt64: FirstTelling] {
    try pool.read { db in
      let statement = try db.cachedStatement(sql: "SELECT url, title, published, seen FROM telling WHERE hash = ?")
      return try hashes.reduce(into: [:]) { found, hash in
        guard let row = try Row.fetchOne(statement, arguments: [Int64(bitPattern: hash)]) else { return }
        found[hash] = FirstTelling(
          url: row[0], title: row[1], publishedAt: Day(number: row[2]), seen: Day(number: row[3]))
      }
    }
  }
}
