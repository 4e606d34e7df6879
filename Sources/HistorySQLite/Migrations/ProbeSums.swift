import GRDB

extension Schema {
  /// More of each probe, and probes added up by day (with their hours), which outlive the single ones.
  static func probeSums(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE probe ADD COLUMN name TEXT;
        ALTER TABLE probe ADD COLUMN first_byte INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE probe ADD COLUMN remark TEXT;
        ALTER TABLE probe ADD COLUMN certificate_end REAL;
        CREATE TABLE probe_sum(day INTEGER NOT NULL, site TEXT NOT NULL, url TEXT NOT NULL, data BLOB NOT NULL,
          PRIMARY KEY(day, site, url)) WITHOUT ROWID;
        """)
  }
}
