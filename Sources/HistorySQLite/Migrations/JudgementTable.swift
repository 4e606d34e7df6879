import GRDB

extension Schema {
  /// What people judged of indicator items.
  static func judgements(_ db: Database) throws {
    try db.execute(sql: "CREATE TABLE judgement(id INTEGER PRIMARY KEY, at REAL NOT NULL, data BLOB NOT NULL)")
  }
}
