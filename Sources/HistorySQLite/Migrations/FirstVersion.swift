import GRDB

extension Schema {
  static func firstBodies(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE body(id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, length INTEGER NOT NULL,
          data BLOB NOT NULL);
        """)
  }

  /// Columns of a page reading, the same in `page` and `staged`. Instants are seconds since 1970 (UTC), days are days
  /// since 1970-01-01, hashes are the bits of an unsigned number.
  private static let reading = """
    site TEXT NOT NULL, unit TEXT, "column" TEXT, kind TEXT NOT NULL, title TEXT NOT NULL, published INTEGER,
    text_hash INTEGER NOT NULL, bytes INTEGER NOT NULL, milliseconds INTEGER NOT NULL, etag TEXT, last_modified TEXT,
    at REAL NOT NULL
    """

  static func firstHistory(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE run(id INTEGER PRIMARY KEY AUTOINCREMENT, started REAL NOT NULL, ended REAL,
          is_baseline INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE report(run INTEGER PRIMARY KEY REFERENCES run(id), day INTEGER NOT NULL, data BLOB NOT NULL);
        CREATE INDEX report_day ON report(day);
        CREATE TABLE page(id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, first_seen REAL NOT NULL,
          last_seen REAL NOT NULL, removed REAL, \(reading));
        CREATE TABLE version(id INTEGER PRIMARY KEY, page INTEGER NOT NULL REFERENCES page(id), run INTEGER NOT NULL,
          at REAL NOT NULL, replaced REAL, content INTEGER NOT NULL, digest BLOB NOT NULL);
        CREATE INDEX version_page ON version(page, id);
        CREATE INDEX version_digest ON version(digest);
        CREATE TABLE staged(url TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run(id), is_unchanged INTEGER NOT NULL,
          content INTEGER, digest BLOB, \(reading), PRIMARY KEY(url, run)) WITHOUT ROWID;
        CREATE TABLE link(url TEXT PRIMARY KEY, kind TEXT NOT NULL, is_external INTEGER NOT NULL, status TEXT NOT NULL,
          fault TEXT, code INTEGER, reason TEXT NOT NULL, final_url TEXT, confidence TEXT NOT NULL,
          is_soft_404 INTEGER NOT NULL, ends_at_home INTEGER NOT NULL, page TEXT NOT NULL, text TEXT NOT NULL,
          line INTEGER NOT NULL, pages INTEGER NOT NULL, is_boilerplate INTEGER NOT NULL, checked REAL NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE column_state(id TEXT PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE found_column(id TEXT PRIMARY KEY, url TEXT NOT NULL);
        CREATE TABLE ledger(position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, status TEXT NOT NULL,
          last_seen REAL NOT NULL, data BLOB NOT NULL);
        CREATE TABLE decision(id INTEGER PRIMARY KEY, finding TEXT NOT NULL, at REAL NOT NULL, data BLOB NOT NULL);
        CREATE TABLE probe(id INTEGER PRIMARY KEY, day INTEGER NOT NULL, at REAL NOT NULL, site TEXT NOT NULL,
          url TEXT NOT NULL, milliseconds INTEGER NOT NULL, status INTEGER, fault TEXT, is_excluded INTEGER NOT NULL);
        CREATE INDEX probe_day ON probe(day);
        """)
  }
}
