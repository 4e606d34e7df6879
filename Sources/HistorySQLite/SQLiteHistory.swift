import DuwangCore
import Foundation
import GRDB
import History

/// The history in two SQLite files of a state directory: `history.sqlite` and, for texts, `bodies.sqlite`.
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
    let digests = try bodies.keep(good.map(\.page))
    try pool.write { db in
      try Rows.require(run, in: db)
      for (record, digest) in zip(good, digests) {
        // "As before" never replaces what this run read.
        let statement = try db.cachedStatement(
          sql: """
            INSERT OR \(record.page == nil ? "IGNORE" : "REPLACE")
            INTO staged(url, run, is_unchanged, content, digest, \(Rows.readingColumns))
            VALUES (?, ?, ?, ?, ?, \(Rows.readingPlaces))
            """)
        let content = record.page.map { Int64(bitPattern: Kept.contentKey($0, textHash: record.reading.textHash)) }
        try statement.execute(
          arguments: [record.reading.url, run, record.reading.reach == .unchanged, content, digest.map { Data($0) }]
            + Rows.arguments(record.reading))
      }
    }
  }

  package func records() throws -> [FindingRecord] { try pool.read(Rows.records) }

  package func page(at url: String, before run: Int64?) throws -> Page? {
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
    return try digest.flatMap { try bodies.page([UInt8]($0), url: url) }
  }
}
