import DuwangCore

/// Signs of re-dating that only a whole reading shows: many rows of a column on one recent day (突击更新), and an article
/// whose text stood elsewhere before under an older date.
struct RedatedItems: SiteCheck {
  let id = "redated-items"
  /// Rows on one day, and their share of the list's first page.
  private static let (fewest, share) = (10, 0.6)
  /// Days back in which a heap of rows is news.
  private static let recent = 31

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    reading.columns.compactMap { heap($0, context) } + reused(reading, context)
  }

  private func heap(_ reading: ColumnReading, _ context: CheckContext) -> Finding? {
    guard let column = context.targets.columns.first(where: { $0.id == reading.column }), !column.policy.isLetters,
      !Self.batches.contains(where: { column.name.contains($0) || column.category.contains($0) })
    else { return nil }
    // A heap is news only where an earlier reading saw the column without it.
    guard let newest = context.past.columns[column.id]?.newest else { return nil }
    let counts = Dictionary(grouping: reading.entries.compactMap(\.date), by: { $0 }).mapValues(\.count)
    guard let (day, count) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), count >= Self.fewest,
      Double(count) >= Double(reading.entries.count) * Self.share, (0...Self.recent).contains(context.today - day),
      newest < day
    else { return nil }
    return Finding(
      kind: .redated, severity: .hint, confidence: .suspected, site: context.siteID(of: reading.url ?? ""),
      unit: column.unit, column: column.id, page: reading.url ?? "", pageTitle: column.name,
      key: "\(column.id)\n\(day)",
      message: "栏目“\(column.name)”列表\(reading.entries.count)条信息中有\(count)条标注为同一天（\(day.chineseFull)），请核对是否突击更新或改写日期。",
      fix: "请核对各条信息的实际发布日期。", evidence: Evidence(text: day.description), rule: Self.rule)
  }

  /// The same title and text at another address, published at least half a year earlier.
  private func reused(_ reading: SiteReading, _ context: CheckContext) -> [Finding] {
    var older: [UInt64: PageReading] = [:]
    for page in context.past.pages.values.map(\.reading) + reading.pages where isArticle(page) {
      guard let day = page.publishedAt else { continue }
      if let known = older[page.textHash]?.publishedAt, known <= day { continue }
      older[page.textHash] = page
    }
    return reading.pages.filter(isArticle).compactMap { page in
      guard let day = page.publishedAt, let first = older[page.textHash], first.url != page.url,
        let before = first.publishedAt, before < day.addingMonths(-6)
      else { return nil }
      return Finding(
        kind: .redated, confidence: .suspected, site: page.site, unit: page.unit ?? context.office,
        column: page.column, page: page.url, pageTitle: page.title, target: first.url, key: page.url,
        message:
          "“\(page.title.trimmed(to: 40))”标注发布日期\(day.chineseFull)，与\(before.chineseFull)发布的文章标题和正文相同，请核对是否旧稿新发。",
        fix: "请核对发布日期；确为旧稿的，按原日期发布或撤下。", evidence: Evidence(text: first.url), rule: Self.rule)
    }
  }

  private func isArticle(_ page: PageReading) -> Bool {
    page.kind == .article && page.textHash != 0 && page.reach.isGood
  }

  /// Columns whose rows come in batches by nature.
  private static let batches = [
    "许可", "处罚", "双公示", "名单", "招标", "采购", "交易", "价格", "统计", "预算", "决算", "预决算", "建议", "提案", "图片", "清单", "目录", "公示", "年报",
  ]
  private static let rule = "国办秘函〔2019〕19号单项否决：弄虚作假（伪造发稿日期）"
}
