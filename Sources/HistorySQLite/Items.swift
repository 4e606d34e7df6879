import DuwangCore
import Foundation
import GRDB
import History

/// Published items.
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
}
