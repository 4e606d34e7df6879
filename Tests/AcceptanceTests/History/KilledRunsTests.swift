import Foundation
import GRDB
import Testing

/// A run that is killed again and again comes to the same end as one that is left alone.
@Suite("Runs killed at random moments", .serialized)
struct KilledRunsTests {
  /// `DUWANG_LONG` kills a hundred times over ten days.
  private static let isLong = ProcessInfo.processInfo.environment["DUWANG_LONG"] != nil

  @Test("files stay whole, what was read is kept, and the report is that of a run that was left alone")
  func kills() async throws {
    let (days, killsADay) = Self.isLong ? (10, 10) : (2, 4)
    let site = try await ChangingSite(articles: 48, days: days)
    let (calm, troubled) = (try Workplace(targets: site.targets), try Workplace(targets: site.targets))
    var (kills, random) = (0, SystemRandomNumberGenerator())
    for day in 1...days {
      site.turn(to: day)
      let now = String(format: "2021-03-%02dT08:30:00+08:00", day)
      let began = Date()
      let expected = try await calm.readDaily(now)
      let length = Date().timeIntervalSince(began)
      let endedBefore = try Self.endedRuns(troubled)
      // Some are sent after the run has ended by itself: those are not counted.
      let wanted = kills + killsADay
      for _ in 0..<(killsADay * 3) where kills < wanted {
        let run = try Duwang.start(["read", "daily", "--now", now], in: troubled.folder)
        try await Task.sleep(for: .seconds(Double.random(in: 0...(length * 1.1), using: &random)))
        run.send(SIGKILL)
        if try await run.outcome(limit: 30).code == 137 { kills += 1 }
        try Self.expectWhole(troubled)
      }
      let isSecondReading = try Self.endedRuns(troubled) > endedBefore
      let report = try await troubled.readDaily(now)
      for key in report.keys.union(expected.keys) {
        let (one, other) = (Self.comparable(report[key]), Self.comparable(expected[key]))
        let difference = Self.difference(one, other)
        // A run killed after its last write has ended; what it learned to ignore is met, not learned, by the next.
        if isSecondReading, key == "ignored" { continue }
        #expect(one == other || Self.clock.contains(key), "day \(day): \(key) \(difference)")
      }
      try Self.expectWhole(troubled, pages: report["totals"]["pages"].int)
    }
    await site.server.stop()
    print("killed \(kills) runs over \(days) days")
    #expect(kills > 0)
  }

  private static func endedRuns(_ place: Workplace) throws -> Int {
    guard place.exists(".duwang/history.sqlite") else { return 0 }
    let history = try DatabaseQueue(path: place.folder.appending(path: ".duwang/history.sqlite").path)
    return try history.read { db in
      try db.tableExists("run") ? Int.fetchOne(db, sql: "SELECT count(*) FROM run WHERE ended IS NOT NULL") ?? 0 : 0
    }
  }

  /// Every page that a row names is in the file of texts, and in full.
  private static func expectWhole(_ place: Workplace, pages: Int? = nil) throws {
    guard place.exists(".duwang/history.sqlite"), place.exists(".duwang/bodies.sqlite") else { return }
    func queue(_ name: String) throws -> DatabaseQueue {
      try DatabaseQueue(path: place.folder.appending(path: ".duwang/\(name).sqlite").path)
    }
    let (history, bodies) = (try queue("history"), try queue("bodies"))
    for file in [history, bodies] {
      let found = try file.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
      #expect(found == ["ok"])
    }
    guard try history.read({ try $0.tableExists("version") }), try bodies.read({ try $0.tableExists("body") }) else {
      return
    }
    let named = try history.read {
      try Data.fetchSet($0, sql: "SELECT digest FROM version UNION SELECT digest FROM staged WHERE digest IS NOT NULL")
    }
    let kept = try bodies.read { try Data.fetchSet($0, sql: "SELECT digest FROM body") }
    #expect(named.isSubset(of: kept))
    if let pages {
      let known = try history.read {
        try Int.fetchOne(
          $0,
          sql: "SELECT count(DISTINCT page.id) FROM page JOIN version ON version.page = page.id WHERE removed IS NULL")
      }
      #expect(known == pages, "every page of the report is in the history")
    }
  }

  /// The elements that only one of two lists has.
  private static func difference(_ one: JSON, _ other: JSON) -> String {
    func only(_ a: JSON, _ b: JSON) -> String {
      "\(a.array.isEmpty ? a.description : "\(a.array.filter { !b.array.contains($0) })")".prefix(1500).description
    }
    return "\(only(one, other)) / \(only(other, one))"
  }

  private static let clock: Set<String> = [
    "generatedAt", "startedAt", "endedAt", "seconds", "bytes", "milliseconds", "firstSeen", "lastSeen",
  ]

  /// Without what the clock gives: moments, durations, and the bytes that were not asked for twice. Of the moment at which
  /// a page was first as it is again the day stays.
  private static func comparable(_ report: JSON) -> JSON {
    switch report {
    case .object(let fields):
      var kept = fields.filter { !clock.contains($0.key) }.mapValues(comparable)
      if let moment = kept["returnedTo"]?.string { kept["returnedTo"] = .string(String(moment.prefix(10))) }
      return .object(kept)
    case .array(let items): return .array(items.map(comparable))
    default: return report
    }
  }
}
