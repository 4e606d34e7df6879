import DuwangCore
import Foundation
import GRDB
import History
import Testing

@testable import HistorySQLite

/// The two files: what survives, what is set aside, what is refused.
@Suite struct SQLiteFilesTests {
  private let url = "http://a.gov.cn/1.html"

  private func filled(_ directory: String) throws {
    let store = try SQLiteHistory.open(directory: directory)
    let run = try store.begin(at: Samples.moment("2018-12-31"))
    try store.record([Samples.record(Samples.page(url, "正文。"))], run: run)
    try store.finish(run, result: Samples.result("2018-12-31"))
  }

  @Test("A history is there again when it is opened again")
  func reopened() throws {
    try Samples.withDirectory { directory in
      try filled(directory)
      let store = try SQLiteHistory.open(directory: directory)
      #expect(store.notices.isEmpty)
      #expect(try store.past().pages[url] != nil)
      #expect(try store.source(of: url, before: nil) == Samples.source(Samples.page(url, "正文。")))
    }
  }

  @Test("A damaged history is set aside and said, never overwritten", arguments: [0, 4_096])
  func damagedHistory(_ offset: Int) throws {
    try Samples.withDirectory { directory in
      try filled(directory)
      try damage(directory + "/history.sqlite", at: offset)
      let store = try SQLiteHistory.open(directory: directory)
      guard case .setAside(_, let name, _) = try #require(store.notices.first) else {
        Issue.record("not set aside")
        return
      }
      #expect(FileManager.default.fileExists(atPath: name))
      #expect(store.notices[0].description.contains("历史库已损坏"))
      #expect(try store.past().isFirst)
    }
  }

  @Test("Damaged texts leave the ledger, and pages are read anew")
  func damagedTexts() throws {
    try Samples.withDirectory { directory in
      try filled(directory)
      try damage(directory + "/bodies.sqlite", at: 0)
      let store = try SQLiteHistory.open(directory: directory)
      guard case .textsSetAside = try #require(store.notices.first) else {
        Issue.record("not set aside")
        return
      }
      let snapshot = try #require(store.past().pages[url])
      #expect(snapshot.reading.etag == nil)
      #expect(try store.source(of: url, before: nil) == nil)
    }
  }

  @Test("A text that is not what it was is never shown")
  func forgedText() throws {
    try Samples.withDirectory { directory in
      try filled(directory)
      let store = try SQLiteHistory.open(directory: directory)
      let forged = try #require(Compression.packed(Array("{}".utf8)))
      try store.bodies.pool.write { try $0.execute(sql: "UPDATE body SET data = ?", arguments: [Data(forged)]) }
      #expect(throws: HistoryFault.damagedText(url: url)) { try store.source(of: url, before: nil) }
    }
  }

  @Test("A history of a later version is refused and left alone")
  func newer() throws {
    try Samples.withDirectory { directory in
      try filled(directory)
      let path = directory + "/history.sqlite"
      try DatabaseQueue(path: path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v99')") }
      #expect(throws: HistoryFault.newer(path: path)) { _ = try SQLiteHistory.open(directory: directory) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory).allSatisfy { !$0.contains("damaged") })
    }
  }

  @Test("A folder that cannot be written is a clear error")
  func unusable() {
    #expect(throws: HistoryFault.self) { _ = try SQLiteHistory.open(directory: "/proc/none/.duwang") }
  }

  @Test("Every earlier version of the files becomes the present one, with ledger, first days and reports")
  func migrations() throws {
    for version in Schema.historySteps.map(\.name) {
      try Samples.withDirectory { directory in
        try earlier(directory, version)
        let store = try SQLiteHistory.open(directory: directory)
        #expect(store.notices.isEmpty)
        #expect(try store.pool.read { try Schema.history.hasCompletedMigrations($0) })
        #expect(try store.bodies.pool.read { try Schema.bodies.hasCompletedMigrations($0) })
        let past = try store.past()
        #expect(!past.isFirst)
        #expect(past.pages[url]?.firstSeen == Samples.moment("2018-12-01"))
        #expect(past.records.map(\.finding.id) == [Samples.finding().id])
        let day = Day(2018, 12, 1)!
        #expect(try store.reports(from: day, through: day) == [Samples.report("2018-12-01")])
        #expect(try store.dayRecords(from: day, through: day) == [DayRecord(Samples.report("2018-12-01"))])
        // What cannot be compared any more is not taken for changed: the page is asked for anew.
        if try store.source(of: url, before: nil) == nil { #expect(past.pages[url]?.reading.etag == nil) }
      }
    }
  }

  /// Files as a program that knew the steps up to `version` left them.
  private func earlier(_ directory: String, _ version: String) throws {
    let bodies = try DatabaseQueue(path: directory + "/bodies.sqlite")
    let later = Schema.historySteps.map(\.name).drop { $0 != version }.dropFirst()
    let bodyStep = try #require(Schema.bodySteps.last { !later.contains($0.name) }?.name)
    try Schema.bodies.migrate(bodies, upTo: bodyStep)
    let history = try DatabaseQueue(path: directory + "/history.sqlite")
    try Schema.history.migrate(history, upTo: version)
    let text = Array("text/html\n<p>正文。</p>".utf8)
    let (digest, at) = (Data(try #require(Digest.sha256(text))), Samples.moment("2018-12-01").seconds)
    let record = FindingRecord(Samples.finding(), status: .open, firstSeen: Moment(seconds: at), isBaseline: true)
    let report = try #require(Compression.packed([UInt8](JSONEncoder().encode(Samples.report("2018-12-01")))))
    try bodies.write { db in
      let packed = try #require(Compression.packed(text))
      try db.execute(
        sql: "INSERT INTO body(digest, length, data) VALUES (?, ?, ?)", arguments: [digest, text.count, Data(packed)])
    }
    try history.write { db in
      try db.execute(sql: "INSERT INTO run(started, ended, is_baseline) VALUES (?, ?, 1)", arguments: [at, at])
      try db.execute(
        sql: """
          INSERT INTO page(url, first_seen, last_seen, site, kind, title, text_hash, bytes, milliseconds, etag, at)
          VALUES (?, ?, ?, 'portal', 'article', '题', 7, 1, 1, '"a"', ?)
          """, arguments: [url, at, at, at])
      try db.execute(
        sql: "INSERT INTO version(page, run, at, content, digest) VALUES (1, 1, ?, 7, ?)", arguments: [at, digest])
      try db.execute(
        sql: "INSERT INTO ledger(id, status, last_seen, data) VALUES (?, 'open', ?, ?)",
        arguments: [record.finding.id, at, try JSONEncoder().encode(record)])
      try db.execute(
        sql: "INSERT INTO report(run, day, data) VALUES (1, ?, ?)",
        arguments: [Day(2018, 12, 1)!.number, Data(report)])
    }
  }

  @Test("Equal pages are stored once, replaced ones leave no text behind")
  func bodiesOnce() throws {
    try Samples.withDirectory { directory in
      let store = try SQLiteHistory.open(directory: directory)
      var page = Samples.page(url, "正文。")
      for day in ["2018-12-29", "2018-12-30", "2018-12-31"] {
        let run = try store.begin(at: Samples.moment(day))
        try store.record([Samples.record(page, at: day)], run: run)
        try store.finish(run, result: Samples.result(day))
        page.links.append(Link(url: "http://a.gov.cn/\(day)"))
      }
      #expect(try store.bodies.digests().count == 1)
    }
  }

  @Test("What a killed run left without a row is taken away by trimming")
  func orphans() throws {
    try Samples.withDirectory { directory in
      let store = try SQLiteHistory.open(directory: directory)
      _ = try store.bodies.keep([Samples.source(Samples.page(url, "无主。"))])
      #expect(try store.trim(now: Samples.moment("2019-01-01"), retention: Retention()).texts == 1)
      #expect(try store.bodies.digests().isEmpty)
    }
  }

  @Test("SHA-256 is that of the standard")
  func digest() {
    let hex = Digest.sha256(Array("abc".utf8))?.map { String($0, radix: 16).paddedByte }.joined()
    #expect(hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("Damaged frames are refused, whatever their length")
  func frames() throws {
    let packed = try #require(Compression.packed(Array("读网".utf8)))
    #expect(Compression.unpacked(packed) == Array("读网".utf8))
    for count in 0..<packed.count { #expect(Compression.unpacked(Array(packed[..<count])) == nil) }
    var random = Seeded(seed: 9)
    for _ in 0..<500 {
      var broken = packed
      broken[Int.random(in: 0..<broken.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      let result = Compression.unpacked(broken)
      #expect(result == nil || result == Array("读网".utf8))
    }
  }

  private func damage(_ path: String, at offset: Int) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: Data(repeating: 0xa5, count: 3_000))
    try file.close()
  }
}

extension String {
  fileprivate var paddedByte: String { count == 1 ? "0" + self : self }
}
