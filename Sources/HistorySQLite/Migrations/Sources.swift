import GRDB

/// Pages are kept as they came, not as they were read: what an earlier program read cannot be read anew, so its texts are
/// let go and the next reading compares nothing. The ledger, first days and reports stay.
extension Schema {
  static func sourcesBodies(_ db: Database) throws { try db.execute(sql: "DELETE FROM body") }

  static func sourcesHistory(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM version;
        DELETE FROM staged;
        UPDATE page SET etag = NULL, last_modified = NULL;
        ALTER TABLE page ADD COLUMN body_hash INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE staged ADD COLUMN body_hash INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE telling(hash INTEGER PRIMARY KEY, url TEXT NOT NULL, title TEXT NOT NULL,
          published INTEGER NOT NULL, seen INTEGER NOT NULL, met INTEGER NOT NULL);
        CREATE TABLE noise(site TEXT NOT NULL, shape TEXT NOT NULL, data BLOB NOT NULL,
          PRIMARY KEY(site, shape)) WITHOUT ROWID;
        """)
  }
}
