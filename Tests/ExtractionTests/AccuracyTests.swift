import DuwangCore
import Extraction
import Foundation
import TestSupport
import Testing

/// Compares what is read of the labelled pages with their labels.
@Suite("Accuracy on real pages", .enabled(if: Corpus.isAvailable))
struct AccuracyTests {
  private struct Tally {
    var right = 0
    var all = 0
    var misses: [String] = []
    mutating func add(_ isRight: Bool, _ miss: @autoclosure () -> String) {
      all += 1
      if isRight { right += 1 } else { misses.append(miss()) }
    }
    func line(_ name: String) -> String {
      ([name.padding(toLength: 12, withPad: " ", startingAt: 0) + "\(right)/\(all)"] + misses.map { "    " + $0 })
        .joined(separator: "\n")
    }
  }

  private struct Labelled: Decodable {
    var file: String
    var originalUrl: String?
    var labels: Labels?
  }
  private struct Labels: Decodable {
    var entries: Int?
    var newestDate: String?
    var first: [First]?
    var title: String?
    var publishDate: String?
    var firstSentence: String?
  }
  private struct First: Decodable {
    var title: String
    var titleAttr: String?
    var href: String
    var date: String?
  }

  private func labelled(_ kind: String, _ fallback: String) throws -> [(String, Labels, Page)] {
    let root = try #require(Corpus.root).appendingPathComponent(kind)
    let reader = PageReader(today: Moment.now.day)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOf: root.appendingPathComponent("index.jsonl"), encoding: .utf8).split(separator: "\n")
      .compactMap {
        let row = try decoder.decode(Labelled.self, from: Data($0.utf8))
        guard let labels = row.labels else { return nil }
        let bytes = Array(try Data(contentsOf: root.appendingPathComponent(row.file)))
        return (row.file, labels, reader.read(bytes, url: row.originalUrl ?? fallback, contentType: nil))
      }
  }

  @Test("newest date, number of entries and first rows of lists")
  func lists() throws {
    var (newest, entries, first) = (Tally(), Tally(), Tally())
    for (file, labels, page) in try labelled("lists", "http://portal.test/col/x/index.html") {
      if let wanted = labels.newestDate {
        newest.add(page.newest?.description == wanted, "\(file): \(page.newest?.description ?? "-"), not \(wanted)")
      }
      let count = labels.entries ?? 0
      entries.add(
        abs(page.entries.count - count) <= Int((Double(count) * 0.05).rounded()),
        "\(file): \(page.entries.count), not \(count)")
      for row in labels.first ?? [] {
        first.add(
          page.entries.prefix((labels.first?.count ?? 0) + 3).contains { matches($0, row, page.url) },
          "\(file): \(row.title)")
      }
    }
    print(newest.line("newest"), entries.line("entries"), first.line("first rows"), separator: "\n")
    #expect(newest.right >= Accuracy.newest)
    #expect(entries.right >= Accuracy.entries)
    #expect(first.right >= Accuracy.firstRows)
  }

  @Test("title, date and first sentence of articles")
  func articles() throws {
    var (title, date, body) = (Tally(), Tally(), Tally())
    for (file, labels, page) in try labelled("articles", "http://portal.test/col/x/a.html") {
      let (wanted, got) = (norm(labels.title), norm(page.title))
      title.add(
        wanted == got || (got.count > 6 && wanted.contains(got)), "\(file): \(page.title), not \(labels.title ?? "")")
      if let day = labels.publishDate {
        date.add(page.publishedAt?.description == day, "\(file): \(page.publishedAt?.description ?? "-"), not \(day)")
      }
      let furniture = ["ICP备", "版权所有", "网站地图", "当前位置", "设为首页", "加入收藏"].contains(where: page.body.contains)
      body.add(
        norm(page.body).contains(norm(labels.firstSentence)) && !furniture,
        "\(file): \(labels.firstSentence?.prefix(30) ?? "")")
    }
    print(title.line("title"), date.line("date"), body.line("sentence"), separator: "\n")
    #expect(title.right >= Accuracy.title)
    #expect(date.right >= Accuracy.date)
    #expect(body.right >= Accuracy.body)
  }

  private func matches(_ entry: ListEntry, _ row: First, _ base: String) -> Bool {
    let title = norm(entry.title)
    let wanted = [norm(row.title), norm(row.titleAttr)].filter { !$0.isEmpty }
    guard title.count > 3,
      wanted.contains(where: { $0 == title || ($0.count > 6 && ($0.hasPrefix(title) || title.hasPrefix($0))) })
    else { return false }
    let isDead = row.href.lowercased().hasPrefix("javascript")
    guard isDead || address(entry.url) == address(URL(string: row.href, relativeTo: URL(string: base))?.absoluteString)
    else { return false }
    return row.date?.hasPrefix("--") == true || entry.date?.description == row.date
  }

  private func address(_ url: String?) -> String {
    (url ?? "").prefix { $0 != "#" }.removingPercentEncoding?.replacingOccurrences(of: "/./", with: "/") ?? ""
  }

  private func norm(_ text: String?) -> String {
    let gone = "·•◆■▪▶>»….-—_|\u{200b}\u{feff}"
    return (text ?? "").precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace && !gone.contains($0) }
      .lowercased()
  }
}
