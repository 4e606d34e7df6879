import DuwangCore
import Foundation
import TestSupport
import Testing

/// Cases of two link checkers, served on loopback. The figures are printed and must not get worse.
@Suite("Links: the cases of other checkers", .enabled(if: Corpus.isAvailable))
struct LinksCorpusTests {
  private struct Expected: Decodable {
    var test: String
    var file: [String]
    var count: Int?

    enum CodingKeys: String, CodingKey {
      case test
      case file
      case count = "expected_issue_count"
    }
  }
  private struct Page: Decodable {
    var file: String
    var root: String
    /// Address, without the host of the site itself → what is said of it.
    var expected: [String: String]
  }

  @Test("htmltest: as many broken links on a page as its own tests expect")
  func htmltest() async throws {
    let folder = try #require(Corpus.root).appending(path: "links/htmltest")
    let expected = try lines(folder.appending(path: "EXPECTED.jsonl"), of: Expected.self)
    let counts = Dictionary(expected.map { ($0.test, $0) }) { first, _ in first }
    let cases = try text("htmltest.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
    var misses: [String] = []
    for fields in cases {
      let one = try #require(counts[fields[0]])
      let root = fields[1] == "." ? folder : folder.appending(path: fields[1])
      let server = try LinksFolderServer(root, present: Set(kept.map { folder.appending(path: $0).path }))
      defer { server.server.stop() }
      let page = fields[1] == "." ? one.file[0] : String(one.file[0].dropFirst(fields[1].count + 1))
      let found = try await server.check(page, exclude: fields[2] == "-" ? [] : [fields[2]]).judged
      let broken = found.filter { $0.status == .broken || $0.status == .timeout }
      let wanted = one.count ?? 1
      if broken.count != wanted { misses.append("\(fields[0]): \(broken.count), not \(wanted): \(broken.map(\.url))") }
    }
    report("htmltest", right: cases.count - misses.count, of: cases.count, misses)
    #expect(cases.count >= 60)
    #expect(misses.isEmpty)
  }

  @Test("lychee: every link of its HTML files is judged as written down beforehand")
  func lychee() async throws {
    let folder = try #require(Corpus.root).appending(path: "links/lychee")
    let pages = try lines(LinksCorpusTests.cases.appending(path: "lychee.jsonl"), of: Page.self)
    var (right, misses) = (0, [String]())
    for page in pages {
      let server = try LinksFolderServer(page.root == "." ? folder : folder.appending(path: page.root))
      defer { server.server.stop() }
      let found = try await server.check(page.file)
      var said = Dictionary(found.untried.map { ($0.url, "untried") }) { first, _ in first }
      for link in found.judged { said[link.url.replacing(server.base, with: "")] = link.status.rawValue }
      for url in Set(page.expected.keys).union(said.keys).sorted() {
        if page.expected[url] == said[url] {
          right += 1
        } else {
          misses.append("\(page.file) \(url): \(said[url] ?? "nothing"), not \(page.expected[url] ?? "nothing")")
        }
      }
      if page.expected.isEmpty, said.isEmpty { right += 1 }
    }
    report("lychee", right: right, of: right + misses.count, misses)
    #expect(Double(right) >= 0.98 * Double(right + misses.count))
  }

  /// Files that the cases link to and that the corpus does not hold: pictures and scripts.
  private let kept = [
    "images/gpl.png", "links/gpl.png", "links/folder/assets/barrel.png", "resources/books/assets/pro-git.jpg",
    "resources/books/assets/getting-good-with-git.jpg", "resources/books/assets/version-control-with-git.jpg",
    "scripts/script.js",
  ]
  private static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  private func text(_ name: String) throws -> String {
    try String(contentsOf: LinksCorpusTests.cases.appending(path: name), encoding: .utf8)
  }

  private func lines<Value: Decodable>(_ file: URL, of type: Value.Type) throws -> [Value] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
  }

  private func report(_ name: String, right: Int, of all: Int, _ misses: [String]) {
    print("links, cases of \(name): \(right)/\(all) as expected")
    for miss in misses { print("  miss \(miss)") }
  }
}
