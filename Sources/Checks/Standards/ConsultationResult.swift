import DuwangCore

/// Public consultations whose deadline passed more than thirty days ago and of which no result is to be found: one
/// finding a unit. The window is the product's own (待核对).
struct ConsultationResult: SiteCheck {
  let id = "consultation-result"
  private static let days = 30

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    guard Standards.sawAll(reading) else { return [] }
    let results = Standards.titles(reading, context.past).filter { title in
      ["结果", "反馈", "采纳", "情况说明"].contains { title.contains($0) }
    }
    let open = reading.pages.filter { page in
      guard let asked = page.consultation, !asked.hasResult, Standards.apply(to: context.site(of: page.url)),
        asked.deadline.addingDays(Self.days) < context.today, asked.deadline.addingMonths(12) >= context.today
      else { return false }
      let subject = Standards.subject(page.title)
      return !results.contains { Standards.likeness(of: subject, in: $0) >= 0.6 }
    }
    let byUnit = Dictionary(grouping: open) { $0.unit ?? context.office ?? "" }
    return byUnit.sorted { $0.key < $1.key }.compactMap { unit, pages in
      make(unit, pages.sorted { $0.url < $1.url }, context)
    }
  }

  private func make(_ unit: String, _ pages: [PageReading], _ context: CheckContext) -> Finding? {
    guard let first = pages.first, let deadline = pages.compactMap({ $0.consultation?.deadline }).min() else {
      return nil
    }
    return Finding(
      kind: .elementMissing, severity: .hint, confidence: .suspected, site: first.site, unit: unit,
      column: first.column, page: first.url, pageTitle: first.title, pages: pages.count, target: first.url,
      key: "consultation\n\(unit)",
      message: "公开征求意见\(pages.count)件截止已逾\(Self.days)日，未见结果：\(Standards.examples(pages.map(\.title)))，"
        + "其中最早于\(deadline.chineseFull)截止。",
      fix: "请公布意见征集和采纳情况，并与征求意见稿相互链接；已公布而标题不同的，标记为不属实。", evidence: Evidence(text: deadline.description),
      rule: "国办发〔2017〕47号《政府网站发展指引》互动交流（征集意见应反馈采纳情况；30日为本程序所设，待核对）")
  }
}

extension Consultation {
  /// Nil for an article that asks for no opinions, or that names no last day.
  package init?(_ page: Page) {
    let title = page.title
    let asks = ["征求意见", "意见征集", "征集意见", "公开征求", "征求《"].contains { title.contains($0) }
    let tells = ["结果", "反馈", "采纳", "情况"].contains { title.contains($0) }
    guard page.kind == .article, asks, !tells, let published = page.publishedAt else { return nil }
    let body = page.body.prefix(20_000)
    var days: [Day] = []
    for match in body.matches(of: /(?:截止|截至|期限|于|在)[^。；\n]{0,24}?(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/) {
      guard let month = Int(match.output.2), let number = Int(match.output.3) else { continue }
      let year = match.output.1.flatMap { Int($0) } ?? published.year
      if let day = Day(year, month, number), day >= published, day <= published.addingMonths(12) { days.append(day) }
    }
    guard let deadline = days.max() else { return nil }
    let words = ["采纳情况", "征集结果", "意见反馈情况", "未收到"]
    self.init(deadline: deadline, hasResult: words.contains { body.contains($0) })
  }
}
