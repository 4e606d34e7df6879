import Foundation
import TestSupport
import Testing

/// One case of the html5lib tree-construction tests: some markup and the tree that browsers make of it.
struct StandardCase: Sendable {
  let file: String
  let markup: String
  let tree: Outline

  /// All cases of whole documents; those of fragments have no counterpart here.
  static func all() throws -> [StandardCase] {
    let folder = try #require(Corpus.root).appending(path: "html/html5lib/tree-construction")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "dat" }.sorted { $0.path < $1.path }.flatMap { file in
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      return ("\n" + text).components(separatedBy: "\n#data\n").dropFirst().compactMap {
        StandardCase($0, file.lastPathComponent)
      }
    }
  }

  private init?(_ text: String, _ file: String) {
    guard !text.contains("\n#document-fragment\n"), !text.contains("\n#script-off\n"),
      let errors = text.range(of: "#errors\n"), let document = text.range(of: "\n#document\n")
    else { return nil }
    (self.file, markup) = (file, String(text[..<errors.lowerBound].dropLast()))
    tree = Outline(lines: text[document.upperBound...].split(separator: "\n", omittingEmptySubsequences: false))
  }
}
