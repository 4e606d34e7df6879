import DuwangCore

/// A text that was read before and now carries a much later date (旧稿新发), on its own page or on another.
package enum RetoldStory {
  /// A date is mended, a notice repeated within so many days.
  private static let leastDays = 30

  /// `firstTold`: when and where the texts of this reading were first met, by `PageReading.bodyHash`.
  package static func findings(
    in reading: SiteReading, firstTold: [UInt64: FirstTelling], context: CheckContext
  ) -> [Finding] {
    let letters = Set(context.targets.columns.filter(\.policy.isLetters).map(\.id))
    var shown: [String: Day] = [:]
    for entry in reading.columns.flatMap(\.entries) {
      if let url = entry.url, let day = entry.date { shown[url] = max(day, shown[url] ?? day) }
    }
    return reading.pages.compactMap { page in
      guard page.reach.isGood, page.kind == .article, let told = firstTold[page.bodyHash],
        !(page.column.map(letters.contains) ?? false),
        let day = [page.publishedAt, shown[page.url]].compactMap({ $0 }).max(),
        Freshness.isTrusted(day, today: context.today)
      else { return nil }
      return isRetold(page, day, told, context) ? finding(page, day, told, context) : nil
    }
  }

  private static func isRetold(_ page: PageReading, _ day: Day, _ told: FirstTelling, _ context: CheckContext) -> Bool {
    // Notices of one form have one text: only the same title makes two pages one story.
    guard told.url == page.url || told.title == page.title else { return false }
    // It stood there before its date.
    if day - told.seen > leastDays { return true }
    guard day - told.publishedAt > leastDays else { return false }
    // Of two pages that were there from the first reading nobody knows which was told anew.
    return told.url == page.url || (context.past.pages[page.url]?.firstSeen.day ?? context.today) > told.seen
  }

  private static func finding(
    _ page: PageReading, _ day: Day, _ told: FirstTelling, _ context: CheckContext
  ) -> Finding {
    let place = told.url == page.url ? "同一页面" : "“\(told.title.trimmed(to: 40))”\(told.url)"
    return Finding(
      kind: .redated, confidence: .suspected, site: page.site, unit: page.unit ?? context.office, column: page.column,
      page: page.url, pageTitle: page.title, target: told.url == page.url ? nil : told.url,
      key: "\(page.url)\nretold",
      message: "“\(page.title.trimmed(to: 40))”现标注\(day.chineseFull)，其正文\(told.seen.chineseFull)读网时已见于\(place)，"
        + "当时标注\(told.publishedAt.chineseFull)，疑似旧稿新发。",
      fix: "请核对原始发布日期并改回；确因政策延续等原因重新发布的，请在正文中说明，并标记为不属实。",
      evidence: Evidence(text: day.description, suggestion: told.publishedAt.description), rule: rule)
  }

  private static let rule = "国办秘函〔2019〕19号单项否决：弄虚作假（伪造发稿日期）"
}
