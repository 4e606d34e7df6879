import DuwangCore
import Foundation

/// Official text as published, for counting false alarms.
struct CleanText {
  var folder: String
  var file: String
  var text: String

  /// Weights and thresholds are tuned on these folders; the others only tell how well that went.
  static let tuned: Set = [
    "admin-regulations", "notices-jlcity-lyj", "notices-chinajsxx", "notices-gd-gkmlpt", "notices-icama",
  ]
  var isTuned: Bool { Self.tuned.contains(folder) }

  static func all(in corpus: URL) throws -> [CleanText] {
    let root = corpus.appending(path: "official-text")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".txt") }
    return try files.sorted().map { file in
      CleanText(
        folder: String(file.split(separator: "/")[0]), file: file,
        text: try String(contentsOf: root.appending(path: file), encoding: .utf8))
    }
  }
}

/// Findings in clean text that a reader looked at: a misprint of the publisher is no false alarm.
struct Judgements {
  private var misprints: Set<String> = []

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "judged.tsv")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      if fields.count > 1, fields[1] == "misprint" { misprints.insert(String(fields[0])) }
    }
  }

  func isMisprint(_ key: String) -> Bool { misprints.contains(key) }

  /// Names a place by a hash of it and the eight scalars on either side.
  static func key(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    let around = max(0, range.lowerBound - 8)..<min(scalars.count, range.upperBound + 8)
    return StableHash.hex(String(scalars: scalars[around]) + "\(range.count)")
  }
}
