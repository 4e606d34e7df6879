import Foundation

/// The corpus of real pages, which stands outside the project; its place is given by `DUWANG_CORPUS`.
package enum Corpus {
  /// Nil when no corpus is at hand: tests that need it are then skipped, except under `CI=true`, where its absence fails.
  package static let root: URL? = ProcessInfo.processInfo.environment["DUWANG_CORPUS"]
    .map { URL(fileURLWithPath: $0, isDirectory: true) }
    .flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }

  /// Tests that need the corpus are enabled by this.
  package static var isAvailable: Bool {
    root != nil || ProcessInfo.processInfo.environment["CI"] == "true"
  }
}
