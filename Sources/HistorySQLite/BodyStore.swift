import DuwangCore
import Foundation
import GRDB
import History

/// Pages as they came, stored once by the SHA-256 of what is kept of them, compressed.
struct BodyStore: Sendable {
  let pool: DatabasePool

  /// The content type up to the first line feed, then the bytes.
  private static func packed(_ source: PageSource) -> [UInt8] {
    Array((source.contentType ?? "").utf8.filter { $0 != 0x0a }) + [0x0a] + source.bytes
  }

  private static func unpacked(_ text: [UInt8]) -> PageSource? {
    guard let end = text.firstIndex(of: 0x0a) else { return nil }
    let type = String(decoding: text[..<end], as: UTF8.self)
    return PageSource(Array(text[(end + 1)...]), contentType: type.isEmpty ? nil : type)
  }

  /// Stores what is not there yet; returns the names, nil where there was none. Committed on return.
  func keep(_ sources: [PageSource?]) throws -> [[UInt8]?] {
    let texts = sources.map { $0.map(BodyStore.packed) }
    let digests = texts.map { $0.flatMap(Digest.sha256) }
    guard texts.contains(where: { $0 != nil }) else { return digests }
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

  /// Nil when it is not there; throws `HistoryFault.damagedText` when it is not what it was.
  func source(_ digest: [UInt8], url: String) throws -> PageSource? {
    let data = try pool.read { db in
      try Data.fetchOne(db, sql: "SELECT data FROM body WHERE digest = ?", arguments: [Data(digest)])
    }
    guard let data else { return nil }
    guard let text = Compression.unpacked([UInt8](data)), Digest.sha256(text) == digest,
      let source = BodyStore.unpacked(text)
    else { throw HistoryFault.damagedText(url: url) }
    return source
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
