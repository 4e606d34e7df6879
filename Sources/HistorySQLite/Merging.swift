import DuwangCore
import Foundation
import GRDB
import History

/// Turns the staged readings of a run into the snapshots that the next run is compared with.
struct Merging {
  let db: Database
  let run: Int64
  /// Pages of which this run made a new version.
  let modified: Set<String>
  let owners: [String: PageOwner]

  /// Names of the texts that were replaced by others with the same visible content.
  func merge() throws -> [Data] {
    var replaced: [Data] = []
    let rows = try Row.fetchAll(
      db, sql: "SELECT url, is_unchanged, content, digest, \(Rows.readingColumns) FROM staged WHERE run = ?",
      arguments: [run])
    for row in rows {
      let url: String = row[0]
      let staged = Rows.reading(row, url: url, reach: row[1] ? .unchanged : .read, from: 4)
      let reading = owners[url]?.owning(staged) ?? staged
      guard let page = try keepSnapshot(reading) else { continue }
      try tell(reading)
      guard let digest = row[3] as Data?, let content = row[2] as Int64? else { continue }
      let isNew = modified.contains(url)
      if let old = try keepVersion(page: page, at: reading.at, content: content, digest: digest, isNew: isNew) {
        replaced.append(old)
      }
    }
    return replaced
  }

  /// The page's id.
  private func keepSnapshot(_ reading: PageReading) throws -> Int64? {
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, first_seen, last_seen, \(Rows.readingColumns) FROM page WHERE url = ?"),
      arguments: [reading.url])
    let old = known.map {
      PageSnapshot(
        reading: Rows.reading($0, url: reading.url, reach: .read, from: 3), firstSeen: Moment(seconds: $0[1]),
        lastSeen: Moment(seconds: $0[2]))
    }
    guard let new = Kept.merged(reading, into: old) else { return nil }
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO page(id, url, first_seen, last_seen, removed, \(Rows.readingColumns))
        VALUES (?, ?, ?, ?, NULL, \(Rows.readingPlaces))
        """)
    let id: Int64? = known?[0]
    try statement.execute(
      arguments: [id, reading.url, new.firstSeen.seconds, new.lastSeen.seconds] + Rows.arguments(new.reading))
    return id ?? db.lastInsertedRowID
  }

  /// The telling with the oldest date stands; `met` says when the text was last seen anywhere.
  private func tell(_ reading: PageReading) throws {
    guard let telling = Kept.telling(reading) else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO telling(hash, url, title, published, seen, met) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT(hash) DO UPDATE SET met = excluded.met,
          url = iif(excluded.published < published, excluded.url, url),
          title = iif(excluded.published < published, excluded.title, title),
          seen = iif(excluded.published < published, excluded.seen, seen),
          published = min(published, excluded.published)
        """
    ).execute(
      arguments: [
        Int64(bitPattern: reading.bodyHash), telling.url, telling.title, telling.publishedAt.number,
        telling.seen.number, telling.seen.number,
      ])
  }

  /// A new version, or the present one with another text; returns the name of a text that was replaced.
  private func keepVersion(page: Int64, at: Moment, content: Int64, digest: Data, isNew: Bool) throws -> Data? {
    let current = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, digest FROM version WHERE page = ? ORDER BY id DESC LIMIT 1"),
      arguments: [page])
    if let current, !isNew {
      let old: Data = current[1]
      if old == digest { return nil }
      try db.cachedStatement(sql: "UPDATE version SET content = ?, digest = ? WHERE id = ?")
        .execute(arguments: [content, digest, current[0] as Int64])
      return old
    }
    if let current {
      try db.cachedStatement(sql: "UPDATE version SET replaced = ? WHERE id = ?")
        .execute(arguments: [at.seconds, current[0] as Int64])
    }
    try db.cachedStatement(sql: "INSERT INTO version(page, run, at, content, digest) VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [page, run, at.seconds, content, digest])
    return nil
  }
}
