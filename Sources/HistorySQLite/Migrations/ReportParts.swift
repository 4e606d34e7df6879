import GRDB

extension Schema {
  /// Summaries read weeks of reports; what they leave out stands apart from then on. Empty in rows of older versions, whose
  /// `data` is the whole report.
  static func reportParts(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE report ADD COLUMN blocks BLOB;
        ALTER TABLE report ADD COLUMN record BLOB;
        """)
  }
}
