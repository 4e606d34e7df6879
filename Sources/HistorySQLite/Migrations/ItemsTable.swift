import GRDB

extension Schema {
  /// What the columns list, each item once: statistics of publication outlive the lists.
  static func items(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE item(key TEXT PRIMARY KEY, unit TEXT NOT NULL, "column" TEXT NOT NULL, category TEXT NOT NULL,
          title TEXT NOT NULL, date INTEGER, first_seen REAL NOT NULL) WITHOUT ROWID;
        CREATE INDEX item_date ON item(date);
        """)
  }
}
