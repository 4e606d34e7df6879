import DuwangCore
import FlyingFox
import Foundation
import HistorySQLite
import Pipeline
import Reporting
import TestSupport
import Testing

/// The corpus served on loopback as the columns of one portal and read in one go. Prints for how many of the labelled
/// columns newest date and status were right; the worst misses are named.
@Suite("Real pages, read as a portal", .enabled(if: Corpus.isAvailable))
struct CorpusPortalTests {
  struct Row: Decodable {
    struct Labels: Decodable {
      var newestDate: String?
      private enum CodingKeys: String, CodingKey { case newestDate = "newest_date" }
    }
    var file: String
    var title: String?
    var labels: Labels?
  }

  @Test("every list page of the corpus is a column whose newest date and status are as labelled")
  func corpusAsPortal() async throws {
    let root = try #require(Corpus.root)
    let lists = try rows(root, "lists")
    let articles = try rows(root, "articles")
    let server = CorpusServer(root: root, lists: lists.map(\.file), articles: articles.map(\.file))
    let port = try await server.start()
    let today = Day(2026, 11, 1)!
    let report = try await read(lists, port: port, now: Moment(startOf: today))
    await server.stop()

    var (right, labelled, misses) = (0, 0, [String]())
    for (index, row) in lists.enumerated() {
      guard let labels = row.labels else { continue }
      labelled += 1
      let column = try #require(report.columns.first { $0.id == "office/c\(index)" })
      let newest = labels.newestDate.flatMap { Day($0) }
      let expected: ColumnState.Status? = newest.map { Period(6, .months).after($0) < today ? .stale : .fresh }
      if newest == nil ? column.status != .empty : column.newest == newest && column.status == expected {
        right += 1
      } else {
        misses.append(
          "\(row.file): \(column.status.rawValue) \(column.newest?.description ?? "-"), "
            + "labelled \(newest?.description ?? "-") \(column.reason ?? "")")
      }
    }
    let articlesRead = report.totals.pages
    print("corpus as a portal: \(right)/\(labelled) labelled columns right, \(articlesRead) pages read")
    for miss in misses { print("  miss \(miss)") }
    let accused = report.findings.filter { $0.finding.kind == .columnEmpty || $0.finding.kind == .columnUnreachable }
    #expect(accused.isEmpty, "no real column is called empty or unreachable: \(accused.map(\.finding.page))")
    #expect(Double(right) >= 0.95 * Double(labelled))
    #expect(labelled == 37)
  }

  private func rows(_ root: URL, _ folder: String) throws -> [Row] {
    try String(contentsOf: root.appending(path: "\(folder)/index.jsonl"), encoding: .utf8)
      .split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }

  private func read(_ lists: [Row], port: Int, now: Moment) async throws -> Report {
    let home = "http://127.0.0.1:\(port)/"
    let columns = lists.enumerated().map { index, row in
      Column(
        id: "office/c\(index)", unit: "office", name: row.title ?? row.file, url: home + "lists/" + row.file,
        category: "其他", policy: .age(warn: nil, limit: Period(6, .months)))
    }
    var targets = Targets(
      sites: [Target(id: "corpus", name: "真实网页", home: home, hosts: ["127.0.0.1:\(port)"])],
      units: [OwnerUnit(id: "office", name: "办公室", kind: .office, columns: columns)])
    targets.fetch.allowsPrivateAddresses = true
    targets.fetch.ratePerHost = 2000
    targets.fetch.recheckAfter = Period(0, .seconds)
    targets.fetch.retries = 0
    // Only the corpus itself: what its pages point to was not kept.
    targets.scope.exclude = ["http://127.0.0.1:\(port)/elsewhere"]
    targets.scope.maxDepth = 1
    let directory = FileManager.default.temporaryDirectory.appending(path: "duwang-corpus-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let pipeline = Pipeline(
      targets: targets, store: try SQLiteHistory.open(directory: directory + "/state"),
      writer: ReportWriter(directory: directory + "/reports"), clock: RunClock(now: now), environment: [:])
    let report = try await pipeline.readDaily()
    let page = "\(directory)/reports/daily/\(now.day)/index.html"
    let written = try FileManager.default.subpathsOfDirectory(atPath: directory + "/reports")
    #expect(FileManager.default.fileExists(atPath: page), "\(written.prefix(20))")
    return report
  }
}

/// Serves the corpus files as they are, without a charset in the header; the home page links to every article.
actor CorpusServer {
  private let root: URL
  private let files: Set<String>
  private let home: String
  private var server: HTTPServer?
  private var task: Task<Void, any Error>?

  init(root: URL, lists: [String], articles: [String]) {
    self.root = root
    files = Set(lists.map { "/lists/" + $0 } + articles.map { "/articles/" + $0 })
    let links = articles.map { "<li><a href=\"/articles/\($0)\">\($0)</a></li>" }.joined(separator: "\n")
    home =
      "<!DOCTYPE html><html><head><meta charset=utf-8><title>真实网页</title></head><body><ul>\(links)</ul></body></html>"
  }

  func start() async throws -> Int {
    let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
    await server.appendRoute("*") { [root, files, home] request in
      let path = request.path
      if path == "/" {
        return HTTPResponse(statusCode: .ok, headers: [.contentType: "text/html"], body: Data(home.utf8))
      }
      guard files.contains(path), let data = try? Data(contentsOf: root.appending(path: String(path.dropFirst())))
      else {
        return HTTPResponse(statusCode: .notFound)
      }
      return HTTPResponse(statusCode: .ok, headers: [.contentType: "text/html"], body: data)
    }
    task = Task { try await server.run() }
    try await server.waitUntilListening(timeout: 5)
    self.server = server
    guard case .ip4(_, let port) = await server.listeningAddress else { throw CocoaError(.featureUnsupported) }
    return Int(port)
  }

  func stop() async {
    await server?.stop()
    task?.cancel()
  }
}
