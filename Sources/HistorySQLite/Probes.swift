import DuwangCore
import Foundation
import GRDB
import History

extension SQLiteHistory {
  package func record(_ probes: [ProbeReading]) throws { try pool.write { try Probes.add(probes, to: $0) } }

  package func probes(from start: Day, through end: Day) throws -> [ProbeReading] {
    try pool.read { db in
      try Row.fetchAll(
        db, sql: "SELECT \(Probes.columns) FROM probe WHERE day BETWEEN ? AND ? ORDER BY at, id",
        arguments: [start.number, end.number]
      ).map(Probes.reading)
    }
  }

  package func probeDays(from start: Day, through end: Day) throws -> [ProbeDay] {
    try pool.read { db in
      try Data.fetchAll(
        db, sql: "SELECT data FROM probe_sum WHERE day BETWEEN ? AND ? ORDER BY day, site, url",
        arguments: [start.number, end.number]
      ).map { try JSONDecoder().decode(ProbeDay.self, from: $0) }
    }
  }

  /// Adds probes to the history of a state directory and returns the sums of the day of `now`: a short transaction of
  /// its own, which waits for at most a minute while a reading writes, and needs no `RunLock`. Throws `HistoryFault`; a
  /// damaged file is left for the next reading to set aside.
  package static func append(_ probes: [ProbeReading], directory: String, now: Moment) throws -> [ProbeDay] {
    try StateDirectory.create(directory)
    let path = directory + "/history.sqlite"
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(60)
      let pool = try DatabasePool(path: path, configuration: configuration)
      if try pool.read({ try Schema.history.hasBeenSuperseded($0) }) { throw HistoryFault.newer(path: path) }
      try Schema.history.migrate(pool)
      return try pool.write { db in
        try Probes.add(probes, to: db)
        return try Probes.days(of: now.day, db)
      }
    } catch let error as DatabaseError {
      throw HistoryFault.unusable(path: path, detail: error.message ?? "\(error.resultCode)")
    }
  }
}

/// Rows of `probe` and `probe_sum`.
private enum Probes {
  static let columns = """
    site, url, at, milliseconds, status, fault, is_excluded, name, first_byte, remark, certificate_end
    """

  static func reading(_ row: Row) -> ProbeReading {
    var probe = ProbeReading(
      site: row[0], url: row[1], at: Moment(seconds: row[2]), milliseconds: row[3], status: row[4],
      fault: (row[5] as String?).flatMap(FetchFault.init(rawValue:)), isExcluded: row[6])
    (probe.name, probe.firstByteMilliseconds) = (row[7], row[8])
    probe.remark = (row[9] as String?).flatMap(FetchFault.init(rawValue:))
    probe.certificateEnd = (row[10] as Double?).map(Moment.init(seconds:))
    return probe
  }

  static func add(_ probes: [ProbeReading], to db: Database) throws {
    for probe in probes {
      try db.execute(
        sql: "INSERT INTO probe(day, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          probe.at.day.number, probe.site, probe.url, probe.at.seconds, probe.milliseconds, probe.status,
          probe.fault?.rawValue, probe.isExcluded, probe.name, probe.firstByteMilliseconds, probe.remark?.rawValue,
          probe.certificateEnd?.seconds,
        ])
      try sum(probe, db)
    }
  }

  /// Adds one probe to its day.
  private static func sum(_ probe: ProbeReading, _ db: Database) throws {
    let key: StatementArguments = [probe.at.day.number, probe.site, probe.url]
    let stored = try Data.fetchOne(
      db, sql: "SELECT data FROM probe_sum WHERE day = ? AND site = ? AND url = ?", arguments: key)
    var day =
      try stored.map { try JSONDecoder().decode(ProbeDay.self, from: $0) }
      ?? ProbeDay(site: probe.site, url: probe.url, name: probe.name, day: probe.at.day)
    day.add(probe)
    try db.execute(
      sql: "INSERT OR REPLACE INTO probe_sum(day, site, url, data) VALUES (?, ?, ?, ?)",
      arguments: key + [try JSONEncoder().encode(day)])
  }

  static func days(of day: Day, _ db: Database) throws -> [ProbeDay] {
    try Data.fetchAll(
      db, sql: "SELECT data FROM probe_sum WHERE day = ? ORDER BY site, url", arguments: [day.number]
    ).map { try JSONDecoder().decode(ProbeDay.self, from: $0) }
  }
}
