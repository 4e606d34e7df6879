import DuwangCore
import Extraction
import Fetching

/// Completes a column's list where its rows or their dates stand elsewhere than in the page itself.
enum ColumnList {
  struct Result: Sendable {
    var page: Page
    /// Rows of further pages that only a posted request shows, those of the last two months.
    var furtherEntries: [ListEntry] = []
    var newestFromArticles: Day?
    /// Why undated rows are no proof of anything: the articles behind them could not be read.
    var doubt: String?
  }

  static func complete(_ page: Page, reader: PageReader, fetcher: any Fetcher) async -> Result {
    var (page, further) = (page, [ListEntry]())
    if page.entries.isEmpty {
      for source in page.listSources.prefix(sourcesPerColumn) {
        page = await merging(source, into: page, reader: reader, fetcher: fetcher)
        if page.entries.isEmpty { continue }
        further = await furtherRows(of: page, from: source, reader: reader, fetcher: fetcher)
        break
      }
    }
    if isOldestFirst(page.entries) { page = await followingPages(page, reader: reader, fetcher: fetcher) }
    guard !page.entries.isEmpty, page.entries.allSatisfy({ $0.date == nil }) else {
      return Result(page: page, furtherEntries: further)
    }
    return await datedByArticles(page, reader: reader, fetcher: fetcher)
  }

  /// Rows behind the first page of a list whose pages are posted for: no link leads to them. They are asked for as long
  /// as full pages bring new rows and reach back less than two months from the newest.
  private static func furtherRows(
    of first: Page, from source: ListSource, reader: PageReader, fetcher: any Fetcher
  ) async -> [ListEntry] {
    var (known, rows, current) = (first.entries, first.entries, source)
    guard let newest = first.newest else { return [] }
    for _ in 0..<postedPagesPerColumn {
      guard let next = current.following, rows.count >= next.pageSize ?? 1,
        let oldest = rows.compactMap(\.date).min(), newest - oldest < daysBack
      else { break }
      let page = await merging(next, into: Page(url: first.url), reader: reader, fetcher: fetcher)
      let fresh = page.entries.filter { !known.contains($0) }
      if fresh.isEmpty { break }
      known += fresh
      (rows, current) = (page.entries, next)
    }
    return Array(known.dropFirst(first.entries.count))
  }

  private static func merging(
    _ source: ListSource, into page: Page, reader: PageReader, fetcher: any Fetcher
  ) async -> Page {
    let method: FetchRequest.Method =
      source.postBody.map { .post(body: $0, contentType: source.contentType ?? "application/x-www-form-urlencoded") }
      ?? .get
    let outcome = await fetcher.fetch(FetchRequest(source.url, method: method, referer: page.url))
    guard outcome.isGood else { return page }
    return reader.readList(outcome.body, contentType: outcome.headers["content-type"], source: source, into: page)
  }

  /// A list that begins with its oldest row has its newest on the last page.
  private static func followingPages(_ first: Page, reader: PageReader, fetcher: any Fetcher) async -> Page {
    var (page, next, seen) = (first, first.nextPage, Set([first.url]))
    for _ in 0..<pagesPerColumn {
      guard let url = next, seen.insert(url).inserted else { break }
      let outcome = await fetcher.fetch(FetchRequest(url))
      guard outcome.isGood else { break }
      let more = reader.read(outcome.body, url: outcome.finalURL, contentType: outcome.headers["content-type"])
      guard !more.entries.isEmpty, more.entries != page.entries.suffix(more.entries.count) else { break }
      page.entries += more.entries
      next = more.nextPage
    }
    return page
  }

  /// The newest date among the first articles, which stand first because lists begin with the newest.
  private static func datedByArticles(_ page: Page, reader: PageReader, fetcher: any Fetcher) async -> Result {
    var result = Result(page: page)
    let host = WebAddress(page.url)?.host
    let urls = page.entries.compactMap(\.url).filter { WebAddress($0)?.host == host }
    if urls.isEmpty, page.entries.contains(where: { $0.url != nil }) { result.doubt = "条目均指向其他网站且未标注日期，需人工查看" }
    for url in urls.prefix(articlesPerColumn) {
      let outcome = await fetcher.fetch(FetchRequest(url))
      guard outcome.isGood else {
        result.doubt = "条目未标注日期，所列文章机器未能读取，需人工查看"
        continue
      }
      let article = reader.read(outcome.body, url: outcome.finalURL, contentType: outcome.headers["content-type"])
      if let day = article.publishedAt { result.newestFromArticles = max(result.newestFromArticles ?? day, day) }
    }
    return result
  }

  private static func isOldestFirst(_ entries: [ListEntry]) -> Bool {
    let dates = entries.filter { !$0.isPinned }.compactMap(\.date)
    guard dates.count >= 3, let first = dates.first, let last = dates.last, first < last else { return false }
    return zip(dates, dates.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private static let sourcesPerColumn = 4
  private static let pagesPerColumn = 30
  private static let articlesPerColumn = 3
  private static let postedPagesPerColumn = 10
  private static let daysBack = 62
}
