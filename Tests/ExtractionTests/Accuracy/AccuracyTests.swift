import DuwangCore
import Foundation
import TestSupport
import Testing

/// Compares what is read of labelled pages with their labels and with the figures reached before.
@Suite("Accuracy on labelled pages")
struct AccuracyTests {
  @Test("newest date, number of entries and first rows of lists", arguments: LabelledPages.allCases)
  func lists(set: LabelledPages) throws {
    guard set == .written || Corpus.isAvailable else { return }
    var table = AccuracyTable()
    for page in try set.lists() { judgeList(page, &table) }
    print(table.text("列表 \(set.rawValue)"))
    try compare(table, "\(set.rawValue).lists")
  }

  @Test("title, date and first sentence of articles", arguments: LabelledPages.allCases)
  func articles(set: LabelledPages) throws {
    guard set == .written || Corpus.isAvailable else { return }
    var table = AccuracyTable()
    for page in try set.articles() { judgeArticle(page, &table) }
    print(table.text("文章 \(set.rawValue)"))
    try compare(table, "\(set.rawValue).articles")
  }

  @Test("no site of the corpus is read badly, its own labels and ours together", .enabled(if: Corpus.isAvailable))
  func sites() throws {
    var (lists, articles) = (AccuracyTable { $0.site }, AccuracyTable { $0.site })
    for set in [LabelledPages.corpus, .own] {
      for page in try set.lists() { judgeList(page, &lists) }
      for page in try set.articles() { judgeArticle(page, &articles) }
    }
    print(lists.text("列表 按网站", listsMisses: false))
    print(articles.text("文章 按网站", listsMisses: false))
    #expect(lists.weak(below: 0.9, of: 8).isEmpty && articles.weak(below: 0.8, of: 8).isEmpty)
  }

  @Test("home pages are no columns and no articles", .enabled(if: Corpus.isAvailable))
  func homes() throws {
    for page in try LabelledPages.homes() {
      #expect(page.page.kind == .home || page.page.kind == .other, "\(page.file)")
    }
  }

  private func judgeList(_ one: LabelledPage, _ table: inout AccuracyTable) {
    let (labels, page) = (one.labels, one.page)
    if labels.kind == "not-a-list" || labels.kind == "nothing" {
      table.add("type", one, page.kind != .article, page.kind.rawValue)
      // A front page may well give the rows of its blocks; a page without a block must give none.
      if labels.kind == "nothing" { table.add("entries", one, page.entries.isEmpty, "\(page.entries.count)行") }
      return
    }
    if let wanted = labels.newestDate {
      table.add("newest", one, page.newest?.description == wanted, "\(page.newest?.description ?? "-"), not \(wanted)")
    }
    let isWhole = labels.kind == nil
    let kinds: [Page.Kind] = isWhole ? [.list, .home] : [.list, .home, .other]
    table.add("type", one, kinds.contains(page.kind), page.kind.rawValue)
    let count = labels.entries ?? 0
    if isWhole {
      table.add(
        "entries", one, abs(page.entries.count - count) <= Int((Double(count) * 0.05).rounded()),
        "\(page.entries.count), not \(count)")
    }
    for row in labels.first ?? [] {
      let isThere = page.entries.prefix((labels.first?.count ?? 0) + 3).contains {
        Matching.row($0, is: row, base: page.url)
      }
      table.add("rows", one, isThere, row.title)
    }
    for (letter, entry) in zip(labels.letters ?? [], page.entries) {
      let got = entry.letter
      table.add(
        "letters", one,
        got?.asked?.description == letter.asked && got?.answered?.description == letter.answered
          && got?.status == letter.status, entry.title)
    }
    if let next = labels.next { table.add("next", one, page.nextPage == next, page.nextPage ?? "-") }
  }

  private func judgeArticle(_ one: LabelledPage, _ table: inout AccuracyTable) {
    let (labels, page) = (one.labels, one.page)
    guard labels.kind != "not-an-article" else {
      return table.add("type", one, page.kind != .article, "article")
    }
    table.add("type", one, page.kind == .article, page.kind.rawValue)
    table.add("title", one, Matching.title(page.title, is: labels.title), "\(page.title), not \(labels.title ?? "")")
    let day = page.publishedAt?.description
    if labels.anyDate != true {
      table.add("date", one, day == labels.publishDate, "\(day ?? "-"), not \(labels.publishDate ?? "-")")
    }
    if labels.firstSentence != nil {
      table.add(
        "sentence", one, Matching.body(page.body, holds: labels.firstSentence),
        "\(labels.firstSentence?.prefix(30) ?? "")")
    }
    let header = page.header
    let fields = [
      ("source", page.source, labels.source), ("index", header.indexNumber, labels.indexNumber),
      ("number", header.documentNumber, labels.documentNumber),
      ("signed", header.signedAt?.description, labels.signedAt),
    ]
    for (name, got, wanted) in fields where wanted != nil {
      table.add(name, one, got == wanted, "\(got ?? "-"), not \(wanted ?? "-")")
    }
    if let files = labels.attachments {
      table.add("files", one, page.attachments.map(\.name) == files, "\(page.attachments.map(\.name))")
    }
  }

  /// The figures kept beside the tests; below them, or below the bar, is a failure. A lowered figure is written down
  /// there and its reason in the same commit.
  private func compare(_ table: AccuracyTable, _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "figures.json")
    let stored = try JSONDecoder().decode([String: [String: String]].self, from: Data(contentsOf: file))
    let reached = table.figures.mapValues { "\($0.right)/\($0.all)" }
    let bar = name.hasPrefix("written") ? 0.95 : 0.98
    for (figure, count) in table.figures {
      let kept = Int(stored[name]?[figure]?.prefix { $0 != "/" } ?? "") ?? Int.max
      #expect(
        count.right >= kept, "\(name) \(figure): \(reached[figure] ?? ""), stored \(stored[name]?[figure] ?? "nothing")"
      )
      #expect(count.share >= bar, "\(name) \(figure): \(reached[figure] ?? "") is below the bar \(bar)")
    }
  }
}
