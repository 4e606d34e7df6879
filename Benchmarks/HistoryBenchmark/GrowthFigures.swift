import DuwangCore
import Extraction
import Foundation
import History
import HistorySQLite

/// The growth of a history: every day all pages are read, a share of them was edited, the rest answers 304 or, at every
/// fourth page, anew with another visit counter.
struct GrowthFigures {
  let pages: Int
  let days: Int
  let share: Double
  private let reader = PageReader(today: Day(2019, 12, 31) ?? Day(number: 18_000))
  private let folder = FileManager.default.temporaryDirectory.path + "/duwang-growth-\(getpid())"

  func measure() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let templates = try Self.templates()
    print("\(pages)页，每日改动\(share * 100)%，页面原文平均\(templates.reduce(0) { $0 + $1.count } / templates.count / 1_000)KB")
    var (editions, random) = ([Int](repeating: 0, count: pages), Numbers(seed: 3))
    var (size, listed, used) = (0, 0, Self.processorSeconds())
    for day in 0..<days {
      let changed =
        day == 0 ? [] : Set((0..<Int(Double(pages) * share)).map { _ in Int.random(in: 0..<pages, using: &random) })
      for page in changed { editions[page] += 1 }
      let found = try read(day, changed, editions, templates)
      let now = Self.size(of: folder)
      if day < 3 || (day + 1) % 28 == 0 || day == days - 1 {
        let seconds = (Self.processorSeconds() - used) / Double(day + 1 - listed)
        let bar = String(repeating: "█", count: now >> 22)
        print(
          "第\(day + 1)日 变化\(found)页 平均每日处理器\(String(format: "%.2f", seconds))秒"
            + " 共\(String(format: "%.1f", Double(now) / 1e6))MB 比上次列出增\(String(format: "%.2f", Double(now - size) / 1e6))MB \(bar)"
        )
        (listed, used) = (day + 1, Self.processorSeconds())
        size = now
      }
      guard found == changed.count else { throw Mismatch(day: day, found: found, changed: changed.count) }
    }
    print("\(days)日后按比例推算20,000页：\(String(format: "%.2f", Double(size) / Double(pages) * 20_000 / 1e9))GB")
  }

  /// One day: recorded in batches, compared and finished as the program does it. Returns the pages told as modified.
  private func read(_ day: Int, _ changed: Set<Int>, _ editions: [Int], _ templates: [[UInt8]]) throws -> Int {
    let store = try SQLiteHistory.open(directory: folder)
    let now = Moment(startOf: Day(number: 17_897 + day)).adding(seconds: 28_800)
    let past = try store.past()
    let run = try store.begin(at: now)
    var readings: [PageReading] = []
    for first in stride(from: 0, to: pages, by: 100) {
      let batch = (first..<min(pages, first + 100)).map { index in
        record(
          index, day, isSent: day == 0 || index % 4 == 0 || changed.contains(index), editions[index], templates, now)
      }
      try store.record(batch, run: run)
      readings += batch.map(\.reading)
    }
    let found = try ChangeFinder(past: past, gone: [], letterColumns: []).find(in: readings, now: now) { url in
      func page(_ source: PageSource?) -> Page? {
        source.map { reader.read($0.bytes, url: url, contentType: $0.contentType) }
      }
      return .init(
        before: page(try store.source(of: url, before: run)), now: page(try store.source(of: url, before: nil)))
    }
    var report = Report(
      kind: .daily, complete: true, baseline: day == 0, period: .init(start: Moment(startOf: now.day), end: now),
      generatedAt: now, reading: SiteReading(startedAt: now, endedAt: now))
    report.changes = found.changes
    var result = RunResult(
      endedAt: now, links: [], columns: [], foundColumns: [:], removed: [], records: [], report: report)
    (result.modified, result.noise) = (found.modified, found.noise)
    try store.finish(run, result: result)
    _ = try store.trim(now: now, retention: Retention())
    return found.modified.count
  }

  private func record(
    _ index: Int, _ day: Int, isSent: Bool, _ edition: Int, _ templates: [[UInt8]], _ now: Moment
  ) -> PageRecord {
    let url = "http://portal.test/\(index).html"
    var reading = PageReading(url: url, reach: isSent ? .read : .unchanged, site: "portal", at: now)
    guard isSent else { return PageRecord(reading: reading, source: nil) }
    let source = PageSource(
      Self.edited(templates[index % templates.count], index, edition, day), contentType: "text/html")
    let page = reader.read(source.bytes, url: url, contentType: source.contentType)
    (reading.kind, reading.title, reading.bytes) = (.article, page.title, source.bytes.count)
    (reading.textHash, reading.bodyHash) = (PageText(page).key, PageText(page).bodyKey)
    if index % 4 != 0 { reading.etag = "\"\(edition)\"" }
    return PageRecord(reading: reading, source: source)
  }

  /// The page with its number, a figure that changes with every edition, and a counter that changes every day.
  private static func edited(_ template: [UInt8], _ index: Int, _ edition: Int, _ day: Int) -> [UInt8] {
    let text =
      "<p>第\(index)号文件自印发之日起施行，经第\(edition)次修订，请各乡镇人民政府遵照执行并抓好落实。</p><p>浏览次数：\(day * 31 + index)</p>"
    guard let end = template.lastRange(of: "</p>") else { return template }
    return template[..<end.upperBound] + Array(text.utf8) + template[end.upperBound...]
  }

  /// UTF-8 articles of the corpus in which an added paragraph is read as text.
  private static func templates() throws -> [[UInt8]] {
    let root = ProcessInfo.processInfo.environment["DUWANG_CORPUS"] ?? ""
    let reader = PageReader(today: Day(number: 18_000))
    let pages = (FileManager.default.enumerator(atPath: root + "/articles")?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }.sorted()
      .compactMap { FileManager.default.contents(atPath: root + "/articles/" + $0).map { [UInt8]($0) } }
      .filter { page in
        guard String(validating: page, as: UTF8.self) != nil, page.count > 10_000 else { return false }
        return [0, 1].map {
          PageText(reader.read(edited(page, 1, $0, 0), url: "http://portal.test/1.html", contentType: nil)).key
        }
        .reduce(into: Set()) { $0.insert($1) }.count == 2
      }
    guard !pages.isEmpty else { throw Mismatch(day: 0, found: 0, changed: 0) }
    return pages
  }

  /// Of the whole process; unlike time on the clock it says the same beside other work.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func size(of folder: String) -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.reduce(0) { sum, name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      return sum + ((attributes?[.size] as? Int) ?? 0)
    } ?? 0
  }
}

/// The history told something else than what was edited, or there are no pages to measure with.
struct Mismatch: Error {
  var day: Int
  var found: Int
  var changed: Int
}

extension [UInt8] {
  /// Where a text stands last.
  fileprivate func lastRange(of text: String) -> Range<Int>? {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return nil }
    return (0...(count - wanted.count)).last { self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
      .map { $0..<($0 + wanted.count) }
  }
}
