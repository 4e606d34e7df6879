import DuwangCore
import Foundation
import GRDB
import History

/// Pages with their texts, stored once by the SHA-256 of their JSON, compressed.
struct BodyStore: Sendable {
  let pool: DatabasePool

  /// Stores what is not there yet; returns the names, nil where there was no page. Committed on return.
  func keep(_ pages: [Page?]) throws -> [[UInt8]?] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let texts = try pages.map { try $0.map { [UInt8](try encoder.encode($0)) } }
    let digests = texts.map { $0.flatMap(Digest.sha256) }
    try pool.write { db in
      let known = try db.cachedStatement(sql: "SELECT 1 FROM body WHERE digest = ?")
      let insert = try db.cachedStatement(sql: "INSERT INTO body(digest, length, data) VALUES (?, ?, ?)")
      for case (let text?, let digest?) in zip(texts, digests) {
        let name = Data(digest)
        if try Int.fetchOne(known, arguments: [name]) != nil { continue }
        guard let data = Compression.packed(text) else { throw DatabaseError(resultCode: .SQLITE_NOMEM) }
        try insert.execute(arguments: [name, text.count, Data(data)])
      }
    }
    return digests
  }

  /// Nil when the text is not there; throws `HistoryFault.damagedText` when it is not what it was.
  func page(_ digest: [UInt8], url: String) throws -> Page? {
    let data = try pool.read { db in
      try Data.fetchOne(db, sql: "SELECT data FROM body WHERE digest = ?", arguments: [Data(digest)])
    }
    guard let data else { return nil }
    guard let text = Compression.unpacked([UInt8](data)), Digest.sha256(text) == digest,
      let page = try? JSONDecoder().decode(Page.self, from: Data(text))
    else { throw HistoryFault.damagedText(url: url) }
    return page
  }

  /// Names of all texts.
  func digests() throws -> [Data] { try pool.read { try Data.fetchAll($0, sql: "SELECT digest FROM body") } }

  func remove(_ digests: some Sequence<Data>) throws {
    try pool.write { db in
      let statement = try db.cachedStatement(sql: "DELETE FROM body WHERE digest = ?")
      for digest in digests { try statement.execute(arguments: [digest]) }
    }
  }
}
