import DuwangCore
import Foundation
import GRDB
import History

/// Daily read-checks. The paragraphs of changes, which are most of a report, stand apart from the rest of it, and the few
/// figures of which trends are made stand apart from both.
extension SQLiteHistory {
  static func writeReport(_ report: Report, run: Int64, _ db: Database, _ encoder: JSONEncoder) throws {
    let blocks = try encoder.encode(report.changes.map(\.blocks))
    guard let outline = Compression.packed([UInt8](try encoder.encode(report.outline))),
      let blocks = Compression.packed([UInt8](blocks))
    else { throw HistoryFault.unusable(path: "history.sqlite", detail: "zstd") }
    try db.execute(
      sql: "INSERT OR REPLACE INTO report(run, day, data, blocks, record) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        run, report.period.start.day.number, Data(outline), Data(blocks), try encoder.encode(DayRecord(report)),
      ])
  }

  package func days() throws -> [Day] {
    try pool.read { db in
      try Int.fetchAll(db, sql: "SELECT DISTINCT day FROM report ORDER BY day").map(Day.init(number:))
    }
  }

  package func dayRecords(from start: Day, through end: Day) throws -> [DayRecord] {
    // Reports of older versions have no record of their own.
    try lastOfDays("record, CASE WHEN record IS NULL THEN data END", from: start, through: end) { row, decoder in
      if let record = row[0] as Data? { return try decoder.decode(DayRecord.self, from: record) }
      return try decoder.decode(DayRecord.self, from: Self.unpacked(row[1]))
    }
  }

  package func reports(from start: Day, through end: Day) throws -> [Report] {
    try lastOfDays("data, blocks", from: start, through: end) { row, decoder in
      var report = try decoder.decode(Report.self, from: Self.unpacked(row[0]))
      guard let packed = row[1] as Data? else { return report }
      let blocks = try decoder.decode([[ChangedBlock]].self, from: Self.unpacked(packed))
      guard blocks.count == report.changes.count else { throw HistoryFault.damagedText(url: "report.json") }
      for (index, blocks) in blocks.enumerated() { report.changes[index].blocks = blocks }
      return report
    }
  }

  package func outlines(from start: Day, through end: Day) throws -> [Report] {
    try lastOfDays("data", from: start, through: end) { row, decoder in
      try decoder.decode(Report.self, from: Self.unpacked(row[0])).outline
    }
  }

  package func ledgers(from start: Day, through end: Day) throws -> [DayLedger] {
    try lastOfDays("data", from: start, through: end) { row, decoder in
      try decoder.decode(DayLedger.self, from: Self.unpacked(row[0]))
    }
  }

  /// What each day's last run left, one unpacked at a time.
  private func lastOfDays<Value>(
    _ columns: String, from start: Day, through end: Day, _ value: (Row, JSONDecoder) throws -> Value
  ) throws -> [Value] {
    let decoder = JSONDecoder()
    return try pool.read { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(columns) FROM report WHERE run IN
            (SELECT max(run) FROM report WHERE day BETWEEN ? AND ? GROUP BY day) ORDER BY day
          """, arguments: [start.number, end.number])
      var values: [Value] = []
      while let row = try cursor.next() { values.append(try value(row, decoder)) }
      return values
    }
  }

  private static func unpacked(_ data: Data) throws -> Data {
    guard let text = Compression.unpacked([UInt8](data)) else { throw HistoryFault.damagedText(url: "report.json") }
    return Data(text)
  }
}
