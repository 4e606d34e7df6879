import DuwangCore
import Extraction
import Foundation
import Synchronization
import TestSupport
import Testing

/// What a label says of a page; the keys of `LABELS.md`.
struct Labels: Decodable, Sendable {
  struct Row: Decodable, Sendable {
    var title: String
    var titleAttr: String?
    var href: String
    var date: String?
  }
  struct Letter: Decodable, Sendable {
    var asked: String?
    var answered: String?
    var status: String?
  }
  /// `not-a-list`, `nothing` (no rows at all), `aggregation`, `not-an-article`.
  var kind: String?
  var entries: Int?
  var newestDate: String?
  var first: [Row]?
  var letters: [Letter]?
  var next: String?
  var title: String?
  var publishDate: String?
  /// A letter: whether its day or the answer's counts is not said.
  var anyDate: Bool?
  var firstSentence: String?
  var source: String?
  var indexNumber: String?
  var documentNumber: String?
  var signedAt: String?
  var attachments: [String]?
}

/// A page as read, beside its labels.
struct LabelledPage: Sendable {
  var file: String
  var family: String
  /// The folder that the page's site has in the corpus.
  var site: String { String(file.prefix { $0 != "/" }) }
  var labels: Labels
  var page: Page
}

/// The sets of labelled pages.
enum LabelledPages: String, CaseIterable {
  /// Labelled in the corpus itself.
  case corpus
  /// Pages of the corpus that are labelled here.
  case own
  /// Pages written for these tests, in the shapes of as many designs.
  case written

  private struct Line: Decodable, Sendable {
    var file: String
    var cms: String?
    var url: String?
    var originalUrl: String?
    var labels: Labels?
  }

  func lists() throws -> [LabelledPage] { try known("lists", "http://portal.test/col/x/index.html") }
  func articles() throws -> [LabelledPage] { try known("articles", "http://portal.test/col/x/a.html") }

  private static let memory = Mutex([String: [LabelledPage]]())

  /// Each set is read once for all tables.
  private func known(_ kind: String, _ fallback: String) throws -> [LabelledPage] {
    let name = "\(rawValue) \(kind)"
    if let pages = Self.memory.withLock({ $0[name] }) { return pages }
    let pages = try read(kind, fallback)
    Self.memory.withLock { $0[name] = pages }
    return pages
  }

  /// Home pages of the corpus, which carry no labels.
  static func homes() throws -> [LabelledPage] {
    let root = try #require(Corpus.root).appending(path: "homes")
    let reader = PageReader(today: Moment.now.day)
    return try lines(root.appending(path: "index.jsonl")).map { line in
      let bytes = Array(try Data(contentsOf: root.appending(path: line.file)))
      let page = reader.read(bytes, url: line.originalUrl ?? "http://portal.test/", contentType: nil)
      return LabelledPage(file: line.file, family: line.cms ?? page.cms, labels: Labels(), page: page)
    }
  }

  private func read(_ kind: String, _ fallback: String) throws -> [LabelledPage] {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let written = here.appending(path: "Pages")
    let root = self == .written ? written : try #require(Corpus.root).appending(path: kind)
    let index = self == .written ? [] : try Self.lines(root.appending(path: "index.jsonl"))
    let labels =
      switch self {
      case .corpus: index
      case .own: try Self.lines(here.appending(path: "labels-\(kind).jsonl"))
      case .written: try Self.lines(written.appending(path: "labels-\(kind).jsonl"))
      }
    let known = Dictionary(index.map { ($0.file, $0) }) { first, _ in first }
    let reader = PageReader(today: self == .written ? Day(2026, 11, 20)! : Moment.now.day)
    let inputs = try labels.filter { $0.labels != nil }.map { line in
      (line, Array(try Data(contentsOf: root.appending(path: line.file))))
    }
    let pages = Mutex([Int: LabelledPage]())
    DispatchQueue.concurrentPerform(iterations: inputs.count) { i in
      let (line, bytes) = inputs[i]
      let url = line.url ?? known[line.file]?.originalUrl ?? fallback
      let page = reader.read(bytes, url: url, contentType: nil)
      let family = known[line.file]?.cms ?? page.cms
      let read = LabelledPage(file: line.file, family: family, labels: line.labels ?? Labels(), page: page)
      pages.withLock { $0[i] = read }
    }
    return pages.withLock { found in inputs.indices.compactMap { found[$0] } }
  }

  private static func lines(_ file: URL) throws -> [Line] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try decoder.decode(Line.self, from: Data($0.utf8)) }
  }
}
