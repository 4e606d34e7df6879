import DuwangCore
import Foundation
import History
import HistorySQLite

/// Small values for the tests of the history.
enum Samples {
  static func moment(_ text: String) -> Moment { Moment(text)! }

  static func page(_ url: String, title: String = "关于道路施工的通告", _ paragraphs: String...) -> Page {
    var page = Page(url: url)
    (page.kind, page.title) = (.article, title)
    page.blocks = paragraphs.map { TextBlock($0) }
    return page
  }

  static func reading(_ page: Page, at: String = "2018-12-31T08:00:00") -> PageReading {
    var reading = PageReading(url: page.url, reach: .read, site: "portal", at: moment(at))
    (reading.kind, reading.title, reading.unit, reading.column) = (page.kind, page.title, "zf-office", "zf-office/news")
    (reading.textHash, reading.bodyHash) = (PageText(page).key, PageText(page).bodyKey)
    (reading.bytes, reading.milliseconds, reading.etag) = (4_000, 31, "\"a1\"")
    reading.publishedAt = Day(2018, 12, 30)
    return reading
  }

  static func record(_ page: Page, at: String = "2018-12-31T08:00:00") -> PageRecord {
    PageRecord(reading: reading(page, at: at), source: source(page))
  }

  /// A page as it came: here its text, and the addresses that it leads to.
  static func source(_ page: Page) -> PageSource {
    PageSource(
      Array(([page.title, page.body] + page.links.map(\.url)).joined(separator: "\n").utf8), contentType: "text/html")
  }

  static func unchanged(_ url: String, at: String) -> PageRecord {
    PageRecord(reading: PageReading(url: url, reach: .unchanged, site: "portal", at: moment(at)), source: nil)
  }

  static func report(_ day: String, complete: Bool = true, kind: Report.Kind = .daily) -> Report {
    let start = Moment(startOf: Day(day)!)
    return Report(
      kind: kind, complete: complete, baseline: false,
      period: .init(start: start, end: start.adding(seconds: 86400)), generatedAt: start.adding(seconds: 29_000),
      reading: SiteReading(startedAt: start, endedAt: start.adding(seconds: 28_000)))
  }

  static func result(
    _ day: String, complete: Bool = true, links: [LinkReading] = [], removed: [String] = [],
    modified: Set<String> = [], records: [FindingRecord] = []
  ) -> RunResult {
    var result = RunResult(
      endedAt: moment(day).adding(seconds: 30_000), links: links, columns: [], foundColumns: [:], removed: removed,
      records: records, report: report(day, complete: complete))
    result.modified = modified
    return result
  }

  static func finding(
    _ kind: FindingKind = .typo, page: String = "http://a.gov.cn/1.html", target: String? = nil, text: String = "布署",
    column: String? = nil, isTransient: Bool = false, pages: Int = 1
  ) -> Finding {
    Finding(
      kind: kind, site: "portal", unit: "zf-office", column: column, page: page, pages: pages, target: target,
      key: "\(target ?? page) \(text)", message: "“布署”应为“部署”", fix: "改正后重新发布", evidence: Evidence(text: text),
      isTransient: isTransient)
  }

  static func item(_ text: String) -> Report.Item {
    Report.Item(
      FindingRecord(finding(text: text), status: .open, firstSeen: moment("2018-12-30T08:00:00"), isBaseline: false))
  }

  static func link(_ url: String, checked: String = "2018-12-31T08:00:00") -> LinkReading {
    var link = LinkReading(
      url: url, kind: .attachment, isExternal: true, status: .broken, page: "http://a.gov.cn/1.html",
      checkedAt: moment(checked))
    (link.fault, link.code, link.reason, link.finalURL) = (.notFound, 404, "页面不存在", url + "?x")
    (link.confidence, link.isSoftNotFound, link.endsAtHome, link.text) = (.suspected, true, true, "附件")
    (link.line, link.pages, link.isBoilerplate) = (12, 3, true)
    return link
  }

  /// A folder of its own, removed when the body ends.
  static func withDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.path + "/duwang-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }
}

/// The stores that keep the same promises.
enum StoreKind: String, CaseIterable, Sendable {
  case memory, sqlite

  func with(_ body: (any HistoryStore) throws -> Void) throws {
    switch self {
    case .memory: try body(MemoryHistory())
    case .sqlite: try Samples.withDirectory { try body(SQLiteHistory.open(directory: $0)) }
    }
  }
}
