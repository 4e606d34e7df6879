import GRDB

/// What reading the pages gave, one row a page: it can be found out again from the texts, so it stands beside them.
extension Schema {
  static func outlines(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE outline(url TEXT PRIMARY KEY, version INTEGER NOT NULL, rules INTEGER NOT NULL,
          data BLOB NOT NULL) WITHOUT ROWID
        """)
  }
}
