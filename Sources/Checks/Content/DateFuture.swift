import DuwangCore

/// An article or a row of a list dated later than tomorrow: a slip of the pen, or a date set to look fresh.
struct DateFuture: PageCheck {
  let id = "date-future"

  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
    let today = context.today
    var found: [(day: Day, title: String, target: String?)] = []
    if page.kind == .article, let day = page.publishedAt ?? Self.named(page) { found.append((day, page.title, nil)) }
    if page.kind != .article { found += page.entries.compactMap { row in row.date.map { ($0, row.title, row.url) } } }
    return found.filter { !Freshness.isTrusted($0.day, today: today) }.prefix(20).map { item in
      Finding(
        kind: .dateFuture, confidence: .suspected, site: reading.site, unit: reading.unit ?? context.office,
        column: reading.column, page: page.url, pageTitle: page.title, target: item.target,
        key: "\(item.target ?? page.url)\n\(item.day)",
        message: "“\(item.title.trimmed(to: 40))”标注日期为\(item.day.chineseFull)，晚于读取日期\(today.chineseFull)，不作为更新依据。",
        fix: Self.fix, evidence: Evidence(text: item.day.description), rule: Self.rule)
    }
  }

  /// A day to come that the page calls its day of publication is none to the reader, but it is told.
  private static func named(_ page: Page) -> Day? {
    page.dateCandidates.first { $0.source == "label" && $0.rejected == "future" }?.day
  }

  private static let fix = "请核对并改正发布日期；预告类信息请在正文中写明活动日期，发布日期按实际填写。"
  private static let rule = "国办秘函〔2019〕19号单项否决：弄虚作假（伪造发稿日期）"
}
