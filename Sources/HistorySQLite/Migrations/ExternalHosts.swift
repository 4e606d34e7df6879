import DuwangCore
import Foundation
import GRDB

extension Schema {
  /// What links to other sites showed when they were last well.
  static func externalHosts(_ db: Database) throws {
    try db.execute(sql: "CREATE TABLE landing(url TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;")
  }
}

/// Rows of `landing`.
enum Landings {
  static func all(_ db: Database) throws -> [String: Landing] {
    let decoder = JSONDecoder()
    let rows = try Row.fetchAll(db, sql: "SELECT url, data FROM landing")
    return try Dictionary(rows.map { ($0[0], try decoder.decode(Landing.self, from: $0[1])) }) { $1 }
  }

  static func write(_ links: [LinkReading], _ db: Database) throws {
    let encoder = JSONEncoder()
    let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO landing(url, data) VALUES (?, ?)")
    for link in links {
      if let landing = link.landing { try statement.execute(arguments: [link.url, try encoder.encode(landing)]) }
    }
  }

  /// Those of links that are no longer kept.
  static func trim(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM landing WHERE url NOT IN (SELECT url FROM link)")
  }
}
