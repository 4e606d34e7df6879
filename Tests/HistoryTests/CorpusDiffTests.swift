import DuwangCore
import Extraction
import Foundation
import TestSupport
import Testing

@testable import History

/// The difference of real articles, told apart by nothing but the rules of the diff.
@Suite(.enabled(if: Corpus.isAvailable)) struct CorpusDiffTests {
  /// Lines of every third article of the corpus, as they are compared.
  private static func texts() throws -> [[String]] {
    let root = try #require(Corpus.root).appending(path: "articles")
    let reader = PageReader(today: Day(2026, 11, 27)!)
    let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    let pages = files.filter { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }.sorted()
    return stride(from: 0, to: pages.count, by: 3).map { pages[$0] }.compactMap { name in
      guard let bytes = FileManager.default.contents(atPath: root.appending(path: name).path) else { return nil }
      let page = reader.read([UInt8](bytes), url: "http://portal.test/\(name)", contentType: nil)
      let lines = PageText(page).lines
      return lines.count > 3 ? lines : nil
    }
  }

  private func expectApplied(_ old: [String], _ new: [String]) {
    let edits = TextDiff.edits(old, new)
    guard !edits.isEmpty else {
      #expect(old == new)
      return
    }
    #expect(Texts.newSide(edits) == new)
    #expect(Texts.oldSide(edits).sorted() == old.sorted())
  }

  @Test("Applying the difference of two articles to the one gives the other")
  func pairs() throws {
    let texts = try Self.texts()
    #expect(texts.count > 40)
    for (old, new) in zip(texts, texts.dropFirst()) { expectApplied(old, new) }
  }

  @Test("Applying the difference of an article and its edited version gives the version")
  func edited() throws {
    var random = Seeded(seed: 11)
    for (round, text) in try Self.texts().enumerated() {
      expectApplied(text, Texts.edited(text, count: round % 12 + 1, &random).filter { !$0.isEmpty })
    }
  }
}
