import DuwangCore
import Foundation
import GRDB
import History

/// Published items and the days of finished runs.
extension SQLiteHistory {
  /// Rows that are as they were are not written anew: a portal lists the same thousands every day.
  static func writeItems(_ items: [PublishedItem], at moment: Moment, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO item(key, unit, "column", category, title, date, first_seen) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(key) DO UPDATE SET unit = excluded.unit, "column" = excluded."column",
          category = excluded.category, title = excluded.title, date = coalesce(excluded.date, date)
        WHERE (unit, "column", category, title, date) IS NOT
          (excluded.unit, excluded."column", excluded.category, excluded.title, coalesce(excluded.date, date))
        """)
    for item in items {
      try statement.execute(
        arguments: [
          item.key, item.unit, item.column, item.category, item.title, item.date?.number, moment.seconds,
        ])
    }
  }

  package func published(from start: Day, through end: Day) throws -> ItemCounts {
    try pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT unit, "column", category, strftime('%Y-%m', date * 86400, 'unixepoch') AS month, count(*)
          FROM item WHERE date BETWEEN ? AND ?
          GROUP BY unit, "column", category, month ORDER BY unit, "column", month
          """, arguments: [start.number, end.number])
      return ItemCounts(
        counts: rows.map { ItemCount(unit: $0[0], column: $0[1], category: $0[2], month: $0[3], items: $0[4]) },
        undated: try Int.fetchOne(db, sql: "SELECT count(*) FROM item WHERE date IS NULL") ?? 0,
        later: try Int.fetchOne(db, sql: "SELECT count(*) FROM item WHERE date > ?", arguments: [end.number]) ?? 0)
    }
  }

  package func days() throws -> [Day] {
    try pool.read { db in
      try Int.fetchAll(db, sql: "SELECT DISTINCT day FROM report ORDER BY day").map(Day.init(number:))
    }
  }

  package func dayRecords(from start: Day, through end: Day) throws -> [DayRecord] {
    try stored(DayRecord.self, from: start, through: end)
  }

  package func reports(from start: Day, through end: Day) throws -> [Report] {
    try stored(Report.self, from: start, through: end)
  }

  /// What each day's last run left, one unpacked at a time.
  private func stored<Value: Decodable>(_ type: Value.Type, from start: Day, through end: Day) throws -> [Value] {
    let decoder = JSONDecoder()
    return try pool.read { db in
      let cursor = try Data.fetchCursor(
        db,
        sql: """
          SELECT data FROM report WHERE run IN
            (SELECT max(run) FROM report WHERE day BETWEEN ? AND ? GROUP BY day) ORDER BY day
          """, arguments: [start.number, end.number])
      var values: [Value] = []
      while let data = try cursor.next() {
        guard let text = Compression.unpacked([UInt8](data)) else { throw HistoryFault.damagedText(url: "report.json") }
        values.append(try decoder.decode(type, from: Data(text)))
      }
      return values
    }
  }
}
