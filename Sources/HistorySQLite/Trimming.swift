import DuwangCore
import Foundation
import GRDB
import History

extension SQLiteHistory {
  /// Takes away what is older than its keeping time, and texts that a kill left without a row.
  package func trim(now: Moment, retention: Retention) throws -> Trimmed {
    func before(_ days: Int) -> Double { now.adding(seconds: -Double(days) * 86400).seconds }
    var trimmed = Trimmed()
    // Texts first: one that is written after this list was made is not in it.
    let texts = try bodies.digests()
    let (unused, urls) = try pool.write { db in
      try db.execute(
        sql: """
          DELETE FROM version WHERE replaced < :day OR page IN (SELECT id FROM page WHERE removed < :day)
          """, arguments: ["day": before(retention.supersededTexts)])
      trimmed.versions = db.changesCount
      try db.execute(sql: "DELETE FROM link WHERE checked < ?", arguments: [before(retention.unseenLinks)])
      trimmed.links = db.changesCount
      try Landings.trim(db)
      let lastMet = now.adding(seconds: -Double(retention.supersededTexts) * 86400).day.number
      try db.execute(sql: "DELETE FROM telling WHERE met < ?", arguments: [lastMet])
      try db.execute(
        sql: "DELETE FROM staged WHERE run IN (SELECT id FROM run WHERE started < ?)",
        arguments: [before(retention.unfinishedRuns)])
      trimmed.readings = db.changesCount
      try db.execute(sql: "DELETE FROM probe WHERE at < ?", arguments: [before(retention.probes)])
      let urls = try Set(
        String.fetchAll(db, sql: "SELECT url FROM page WHERE removed IS NULL UNION SELECT url FROM staged"))
      return (try SQLiteHistory.unused(texts, db), urls)
    }
    try bodies.remove(unused)
    try bodies.keepOutlines(only: urls)
    trimmed.texts = unused.count
    return trimmed
  }
}
