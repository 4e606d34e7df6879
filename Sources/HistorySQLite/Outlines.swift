import DuwangCore
import Foundation
import GRDB
import History

extension SQLiteHistory {
  package func outline(of url: String) throws -> KeptOutline? { try bodies.outline(of: url) }
}

/// Outlines of pages beside their texts. A damaged one counts as none.
extension BodyStore {
  func outline(of url: String) throws -> KeptOutline? {
    let row = try pool.read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT version, rules, data FROM outline WHERE url = ?"), arguments: [url])
    }
    guard let row, let data = Compression.unpacked([UInt8](row[2] as Data)) else { return nil }
    return KeptOutline(version: UInt64(bitPattern: row[0]), rules: UInt64(bitPattern: row[1]), data: data)
  }

  func keep(_ outlines: [(url: String, outline: KeptOutline)]) throws {
    if outlines.isEmpty { return }
    try pool.write { db in
      let insert = try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO outline(url, version, rules, data) VALUES (?, ?, ?, ?)")
      for (url, outline) in outlines {
        guard let data = Compression.packed(outline.data) else { throw DatabaseError(resultCode: .SQLITE_NOMEM) }
        let (version, rules) = (Int64(bitPattern: outline.version), Int64(bitPattern: outline.rules))
        try insert.execute(arguments: [url, version, rules, Data(data)])
      }
    }
  }

  /// Takes away the outlines of all pages but these.
  func keepOutlines(only urls: Set<String>) throws {
    try pool.write { db in
      let statement = try db.cachedStatement(sql: "DELETE FROM outline WHERE url = ?")
      for url in try String.fetchAll(db, sql: "SELECT url FROM outline") where !urls.contains(url) {
        try statement.execute(arguments: [url])
      }
    }
  }
}
