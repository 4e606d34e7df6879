import Foundation
import Testing

/// An office's working folder: Targets.yaml, `.duwang` and `Reports`, removed with the value.
final class Workplace: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "duwang-acceptance-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  convenience init(targets: String) throws {
    try self.init()
    try write("Targets.yaml", targets)
  }

  deinit {
    if ProcessInfo.processInfo.environment["DUWANG_KEEP"] == nil { try? FileManager.default.removeItem(at: folder) }
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL { try write(name, Data(text.utf8)) }

  @discardableResult
  func write(_ name: String, _ data: Data) throws -> URL {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: name).path) }

  func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  /// Every regular file below a folder, as paths from the working folder.
  func files(under name: String) -> [String] {
    let root = folder.appending(path: name)
    guard let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey]) else {
      return []
    }
    return walk.compactMap { $0 as? URL }.filter { !$0.hasDirectoryPath }.map {
      String($0.resolvingSymlinksInPath().path.dropFirst(folder.path.count + 1))
    }
  }

  func run(
    _ arguments: String..., environment: [String: String] = [:], input: String? = nil, limit: Double = 150
  ) async throws -> Outcome {
    try await Duwang.run(arguments, in: folder, environment: environment, input: input, limit: limit)
  }

  /// Reads the day that holds `now` and gives its report; an exit code other than 0 fails the test.
  @discardableResult
  func readDaily(_ now: String, _ more: [String] = [], source: SourceLocation = #_sourceLocation) async throws -> JSON {
    let outcome = try await Duwang.run(["read", "daily", "--now", now] + more, in: folder)
    try #require(outcome.code == 0, "read daily --now \(now): \(outcome.brief)", sourceLocation: source)
    return try report(now, source: source)
  }

  func report(_ now: String, source: SourceLocation = #_sourceLocation) throws -> JSON {
    let name = "Reports/daily/\(now.prefix(10))/report.json"
    try #require(exists(name), "no \(name); there are \(files(under: "Reports"))", sourceLocation: source)
    return try JSON(parsing: try data(name))
  }
}

extension JSON {
  /// A daily report's column by its id.
  func column(_ id: String) -> JSON? { self["columns"].array.first { $0["id"].string == id } }

  /// Findings that ask for a hand today: what is resolved is told, but is no fault.
  var standing: [JSON] { self["findings"].array.filter { $0["status"].string != "resolved" } }

  /// Findings that ask for a hand today, a line each, as failure messages show them.
  var told: [String] { Self.told(standing) }

  static func told(_ findings: [JSON]) -> [String] {
    findings.map { finding in
      let words = ["kind", "confidence", "column", "target", "status", "message"].map { finding[$0].string ?? "-" }
      return words.joined(separator: " ")
    }
  }

  func findings(_ kind: String) -> [JSON] { standing.filter { $0["kind"].string == kind } }

  func findings(concerning part: String) -> [JSON] {
    standing.filter { ($0["target"].string ?? $0["page"].string ?? "").contains(part) }
  }
}
