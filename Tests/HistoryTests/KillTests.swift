import DuwangCore
import Foundation
import GRDB
import History
import HistorySQLite
import Testing

/// What `kill -9` leaves: the tests' own executable is started again as a writer and killed while it writes.
@Suite(.serialized) struct KillTests {
  private static let variable = "DUWANG_TEST_WRITER"

  @Test("Whatever the moment of a kill, what was recorded is there and the files are whole")
  func kills() throws {
    try Samples.withDirectory { directory in
      var random = Seeded(seed: 9)
      for _ in 0..<10 {
        try runWriter(directory, killAfter: UInt32.random(in: 1_000...250_000, using: &random))
        let store = try SQLiteHistory.open(directory: directory)
        #expect(store.notices.isEmpty)
        #expect(try integrity(directory + "/history.sqlite") == "ok")
        #expect(try integrity(directory + "/bodies.sqlite") == "ok")
        var newest: [String: Int] = [:]
        for line in try acknowledged(directory) {
          let fields = line.split(separator: " ").map(String.init)
          newest[fields[0]] = Int(fields[1])
        }
        #expect(newest.count >= 20)
        for (url, written) in newest {
          // A round that was committed but not yet acknowledged may stand already.
          let stored = try #require(store.source(of: url, before: nil).flatMap(round))
          #expect((written...(written + 1)).contains(stored))
        }
      }
    }
  }

  /// The second line of a sample's source.
  private func round(_ source: PageSource) -> Int? {
    Int(String(decoding: source.bytes, as: UTF8.self).split(separator: "\n").last ?? "")
  }

  /// Starts the writer, waits for its first line, and kills it after so many microseconds.
  private func runWriter(_ directory: String, killAfter: UInt32) throws {
    try? FileManager.default.removeItem(atPath: directory + "/acknowledged")
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/proc/self/exe")
    writer.arguments = ["--testing-library", "swift-testing", "--filter", "KillTests/writer"]
    writer.environment = ProcessInfo.processInfo.environment.merging([Self.variable: directory]) { $1 }
    (writer.standardOutput, writer.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try writer.run()
    var patience = 3_000
    while patience > 0, try acknowledged(directory).isEmpty {
      usleep(10_000)
      patience -= 1
    }
    usleep(killAfter)
    kill(writer.processIdentifier, SIGKILL)
    writer.waitUntilExit()
    #expect(writer.terminationReason == .uncaughtSignal)
  }

  /// Whole lines only: the last one may be cut.
  private func acknowledged(_ directory: String) throws -> [Substring] {
    guard let data = FileManager.default.contents(atPath: directory + "/acknowledged") else { return [] }
    let text = String(decoding: data, as: UTF8.self)
    return text[..<(text.lastIndex(of: "\n") ?? text.startIndex)].split(separator: "\n")
  }

  private func integrity(_ path: String) throws -> String? {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
  }

  @Test("(the writer that is killed)", .enabled(if: ProcessInfo.processInfo.environment[variable] != nil))
  func writer() throws {
    let directory = try #require(ProcessInfo.processInfo.environment[Self.variable])
    let store = try SQLiteHistory.open(directory: directory)
    let log = open(directory + "/acknowledged", O_CREAT | O_WRONLY | O_APPEND, 0o644)
    for round in 0..<2_000_000 {
      let day = Day(2018, 1, 1)!.addingDays(round % 100_000)
      let run = try store.begin(at: Moment(startOf: day))
      for batch in 0..<3 {
        let pages = (0..<20).map { Samples.page("http://a.gov.cn/\(batch)/\($0).html", "\(round)") }
        try store.record(pages.map { Samples.record($0, at: day.description) }, run: run)
        let lines = pages.map { "\($0.url) \($0.body)\n" }.joined()
        let bytes = Array(lines.utf8)
        _ = write(log, bytes, bytes.count)
      }
      try store.finish(run, result: Samples.result(day.description))
    }
  }
}
