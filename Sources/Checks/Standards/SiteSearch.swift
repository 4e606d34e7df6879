import DuwangCore

/// The site's own search, asked once for a title that the site itself lists, says that there is nothing.
struct SiteSearch: SiteCheck {
  let id = "site-search"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    reading.searches.filter { $0.result == .nothing }.map { search in
      Finding(
        kind: .elementMissing, severity: .hint, confidence: .suspected, site: search.site, unit: context.office,
        page: search.url, target: search.url, key: "search",
        message: "站内检索找不到已发布的信息：以标题“\(search.title.trimmed(to: 40))”检索（\(search.url)），返回无结果。",
        fix: "请网站运维单位检查检索索引；信息发布后应能检索到。", evidence: Evidence(text: search.title.trimmed(to: 80)),
        rule: "国办秘函〔2019〕19号“检索功能”（分值待核对）；国办发〔2017〕47号《政府网站发展指引》")
    }
  }
}

extension SearchReading {
  /// The title to ask for: the newest of a column that has been there for a week, so that an index had time to take it.
  package static func title(in columns: [ColumnReading], today: Day) -> String? {
    let rows = columns.filter(\.reach.isGood).flatMap(\.entries).filter { row in
      row.letter == nil && (row.date.map { $0.addingDays(7) <= today } ?? false) && (8...40).contains(row.title.count)
        && row.title.allSatisfy { $0.isLetter || $0.isNumber }
    }
    return rows.max { ($0.date ?? today, $1.title) < ($1.date ?? today, $0.title) }?.title
  }

  /// What the answer says. Words of emptiness count only where the title itself stands in no row.
  package static func result(of page: Page, title: String) -> Result {
    if page.unreadable != nil { return .unreadable }
    if (page.entries.map(\.title) + page.links.map(\.text)).contains(where: { $0.contains(title) }) { return .found }
    let text = page.body
    if text.contains(title), !text.contains("没有找到") { return .found }
    let empty = ["没有找到", "未找到", "没有搜索到", "未检索到", "无相关", "共0条", "0条结果", "暂无数据"]
    return page.saysEmpty || empty.contains { text.contains($0) } ? .nothing : .unreadable
  }
}
