import DuwangCore
import Foundation
import GRDB
import History

extension SQLiteHistory {
  /// One transaction: after a kill either all of the run's result stands, or none of it.
  package func finish(_ run: Int64, result: RunResult) throws {
    let encoder = JSONEncoder()
    let replaced = try pool.write { db in
      try Rows.require(run, in: db)
      var replaced = try Merging(db: db, run: run, modified: result.modified, owners: result.owners).merge()
      replaced += try Data.fetchAll(
        db, sql: "SELECT digest FROM staged WHERE run < ? AND digest IS NOT NULL", arguments: [run])
      try db.execute(sql: "DELETE FROM staged WHERE run <= ?", arguments: [run])
      for url in result.removed {
        try db.execute(sql: "UPDATE page SET removed = ? WHERE url = ?", arguments: [result.endedAt.seconds, url])
      }
      try SQLiteHistory.writeLinks(result.links, db)
      try Landings.write(result.links, db)
      try SQLiteHistory.writeColumns(result, db, encoder)
      try SQLiteHistory.writeNoise(result.noise, db, encoder)
      try SQLiteHistory.writeLedger(result.records, db, encoder)
      try SQLiteHistory.writeItems(result.items, at: result.endedAt, db)
      try db.execute(
        sql: "UPDATE run SET ended = ?, is_baseline = ? WHERE id = ?",
        arguments: [result.endedAt.seconds, Kept.isBaseline(result.report), run])
      try SQLiteHistory.writeReport(result.report, run: run, db, encoder)
      return try SQLiteHistory.unused(replaced, db)
    }
    try bodies.remove(replaced)
  }

  private static func writeLinks(_ links: [LinkReading], _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO link(\(Rows.linkColumns)) VALUES (\(Rows.linkPlaces))")
    for link in links { try statement.execute(arguments: Rows.arguments(link)) }
  }

  private static func writeColumns(_ result: RunResult, _ db: Database, _ encoder: JSONEncoder) throws {
    try db.execute(sql: "DELETE FROM column_state")
    for column in result.columns {
      try db.execute(
        sql: "INSERT OR REPLACE INTO column_state(id, data) VALUES (?, ?)",
        arguments: [column.id, try encoder.encode(column)])
    }
    for (id, url) in result.foundColumns {
      try db.execute(sql: "INSERT OR REPLACE INTO found_column(id, url) VALUES (?, ?)", arguments: [id, url])
    }
  }

  private static func writeNoise(_ regions: [NoiseRegion], _ db: Database, _ encoder: JSONEncoder) throws {
    try db.execute(sql: "DELETE FROM noise")
    for region in regions {
      try db.execute(
        sql: "INSERT OR REPLACE INTO noise(site, shape, data) VALUES (?, ?, ?)",
        arguments: [region.site, region.shape, try encoder.encode(region)])
    }
  }

  /// What a person decided while the run was under way stands.
  private static func writeLedger(_ records: [FindingRecord], _ db: Database, _ encoder: JSONEncoder) throws {
    let stored = Dictionary(try Rows.records(db).map { ($0.finding.id, $0) }) { $1 }
    for record in records {
      let old = stored[record.finding.id]
      let new = old.map { Kept.joined(record, stored: $0) } ?? record
      if new != old { try Rows.write(new, db, encoder) }
    }
  }

  /// Those of the texts that no version and no reading names any more.
  static func unused(_ digests: [Data], _ db: Database) throws -> Set<Data> {
    let named = try db.cachedStatement(sql: "SELECT 1 FROM version WHERE digest = ?")
    let staged = try Set(Data.fetchAll(db, sql: "SELECT digest FROM staged WHERE digest IS NOT NULL"))
    return try Set(digests).subtracting(staged).filter { try Int.fetchOne(named, arguments: [$0]) == nil }
  }

  package func enter(_ record: FindingRecord) throws {
    try pool.write { try Rows.write(record, $0, JSONEncoder()) }
  }

  package func decide(_ decisions: [Decision], now: Moment) throws -> [FindingRecord] {
    let encoder = JSONEncoder()
    return try pool.write { db in
      var changed: [String: FindingRecord] = [:]
      let ledger = try Rows.records(db)
      let stored = Dictionary(ledger.map { ($0.finding.id, $0) }) { $1 }
      for decision in decisions {
        guard let record = changed[decision.finding] ?? stored[decision.finding] else {
          throw HistoryFault.unknownFinding(decision.finding)
        }
        changed[decision.finding] = Decisions.apply(decision, to: record)
        try db.execute(
          sql: "INSERT INTO decision(finding, at, data) VALUES (?, ?, ?)",
          arguments: [decision.finding, decision.at.seconds, try encoder.encode(decision)])
      }
      for record in changed.values { try Rows.write(record, db, encoder) }
      return ledger.compactMap { changed[$0.finding.id] }
    }
  }
}
