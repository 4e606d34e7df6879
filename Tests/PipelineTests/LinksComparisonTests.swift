import DuwangCore
import Foundation
import Pipeline
import TestSupport
import Testing

/// The site that makes checkers cry wolf, checked by duwang, by linkchecker and by lychee: who is right about what. Runs where
/// DUWANG_COMPARE names the folder of the two programs (`make compare`).
@Suite("Links: beside other checkers", .enabled(if: ComparedTools.folder != nil), .timeLimit(.minutes(10)))
struct LinksComparisonTests {
  /// Whether a reader would call the link broken.
  private static let truth: [(name: String, paths: [String], isBroken: Bool)] = [
    ("25 dead links", (0..<25).map { "/gone\($0).html" }, true), ("dead footer link", ["/dead-footer.html"], true),
    ("redirect loop", ["/loop"], true), ("soft 404", ["/soft"], true),
    ("HTML under the name of a PDF", ["/file.pdf"], true),
    ("malformed address", ["http://exa mple.cn/"], true), ("missing place", ["/odd.html#not-here"], true),
    ("place that is there", ["/odd.html#here"], false), ("500 once, then well", ["/flaky"], false),
    ("connection lost once, then well", ["/slow-to-wake"], false), ("wall: 403", ["/w403"], false),
    ("wall: 412", ["/w412"], false), ("wall: 429", ["/w429"], false),
    ("300 pages", (0..<300).map { "/p\($0).html" }, false),
  ]

  @Test("duwang is right about every case, and says each once") func compare() async throws {
    let tools: [(String, (String) async throws -> [String])] = [
      ("duwang", duwang), ("linkchecker", linkchecker), ("lychee", lychee),
    ]
    var columns: [(name: String, wrong: [String: Int], reports: Int)] = []
    for (name, run) in tools {
      let server = try FaultServer { request, count in
        var reply = LinksSiteTests.reply(request, count)
        // Without it linkchecker waits before every request.
        if case .send(let bytes)? = reply.steps.first, let line = bytes.firstIndex(of: 10) {
          reply.steps[0] = .send(bytes[...line] + Array("LinkChecker: 1\r\n".utf8) + bytes[(line + 1)...])
        }
        return reply
      }
      defer { server.stop() }
      let broken = try await run(server.base).map { $0.replacing(server.base, with: "").replacing("%20", with: " ") }
      let said = Set(broken)
      let wrong = Self.truth.map { row in (row.name, row.paths.count { said.contains($0) != row.isBroken }) }
      columns.append((name, Dictionary(wrong) { $1 }, broken.count))
    }
    print("case".padded(34) + columns.map { $0.name.padded(14) }.joined())
    for row in Self.truth {
      let cells = columns.map { column in
        let wrong = column.wrong[row.name] ?? 0
        return (wrong == 0 ? "right" : row.paths.count == 1 ? "wrong" : "\(wrong) wrong").padded(14)
      }
      print(row.name.padded(34) + cells.joined())
    }
    print("lines of its report".padded(34) + columns.map { "\($0.reports)".padded(14) }.joined())
    #expect(columns[0].wrong.values.allSatisfy { $0 == 0 })
    #expect(columns[0].reports == 31)
  }

  private func duwang(_ base: String) async throws -> [String] {
    try await LinksRun(.quick([base + "/"]), environment: [:]).run().broken.map(\.url)
  }

  private func linkchecker(_ base: String) async throws -> [String] {
    let rows = try run("linkchecker", ["--no-status", "-o", "csv", "--check-extern", "-t", "4", base + "/"])
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
        $0.split(separator: ";", omittingEmptySubsequences: false)
      }
    return rows.filter { $0.count > 7 && $0[6] == "False" }.map { String($0[7].isEmpty ? $0[0] : $0[7]) }
  }

  /// It does not crawl, so it is given every page.
  private func lychee(_ base: String) async throws -> [String] {
    struct Answer: Decodable {
      struct Link: Decodable { var url: String }
      var errors: [String: [Link]]
      var timeouts: [String: [Link]]?
      enum CodingKeys: String, CodingKey {
        case errors = "error_map"
        case timeouts = "timeout_map"
      }
    }
    let pages = ["/", "/odd.html"] + (0..<LinksSiteTests.pages).map { "/p\($0).html" }
    let text = try run(
      "lychee",
      ["--no-progress", "--format", "json", "--include-fragments", "--host-request-interval", "1ms"]
        + pages.map { base + $0 })
    let answer = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    return (Array(answer.errors.values) + Array((answer.timeouts ?? [:]).values)).flatMap { $0.map(\.url) }
  }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: try #require(ComparedTools.folder)).appending(path: program)
    process.arguments = arguments
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}

enum ComparedTools {
  static let folder = ProcessInfo.processInfo.environment["DUWANG_COMPARE"].flatMap { $0.isEmpty ? nil : $0 }
}
