import DuwangCore

/// A home page that leads to nothing new for two weeks. Said only where its items can be dated: a home page built by
/// script shows a machine little, and that is no fault of it.
struct HomeStale: SiteCheck {
  let id = "home-stale"
  /// 国办秘函〔2019〕19号, 首页不更新: 2 weeks.
  private static let days = 14
  /// Fewer dated items prove nothing.
  private static let leastItems = 10
  /// Of rows that carry their dates on the home page itself fewer are needed.
  private static let leastRows = 3

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    reading.sites.filter { $0.reach.isGood }.compactMap { finding($0, reading, columns, context) }
  }

  private func finding(
    _ site: SiteReach, _ reading: SiteReading, _ columns: [ColumnState], _ context: CheckContext
  ) -> Finding? {
    let places = Where(reading, context)
    // The home page is read first, so whatever it links to was first met there.
    let homes: Set<String> = [site.url, WebAddress(site.url)?.description ?? site.url]
    let linked = reading.links.filter { homes.contains($0.page) && !$0.isExternal && $0.kind == .page }
      .compactMap { places.page($0.url) }
    let items = linked.filter { $0.kind == .article }
    let days = items.compactMap(\.publishedAt).filter { Freshness.isTrusted($0, today: context.today) }
    let shown = site.homeDates.filter { Freshness.isTrusted($0, today: context.today) }
    if shown.count >= Self.leastRows, let newest = (shown + days).max() {
      return context.today - newest > Self.days ? make(site, newest, (shown + days).count, context) : nil
    }
    guard days.count >= Self.leastItems, let newest = days.max(), context.today - newest > Self.days,
      !items.contains(where: { !$0.reach.isGood }), linked.allSatisfy({ isReadable($0.reach) })
    else { return nil }
    // A column with newer entries means that the home page may show them in a way that was not read.
    let fresher = columns.contains { column in
      context.siteID(of: column.url ?? "") == site.site && (column.newest.map { $0 > newest } ?? false)
    }
    return fresher ? nil : make(site, newest, days.count, context)
  }

  private func isReadable(_ reach: Reach) -> Bool {
    if case .unreadable = reach { return false }
    return true
  }

  private func make(_ site: SiteReach, _ newest: Day, _ count: Int, _ context: CheckContext) -> Finding {
    Finding(
      kind: .homeStale, confidence: .suspected, site: site.site, unit: context.office, page: site.url,
      target: site.url, key: site.url,
      message: "网站首页\(site.url)可读出日期的\(count)条信息中，最新一条为\(newest.chineseFull)，距今\(context.today - newest)日，超过2周。",
      fix: Self.fix, evidence: Evidence(text: newest.description), rule: Self.rule)
  }

  private static let fix = "请核对首页栏目，及时发布应公开的信息；确有更新而机器未读出的，标记为不属实。"
  private static let rule = "国办秘函〔2019〕19号《政府网站与政务新媒体检查指标》单项否决“首页不更新”：首页栏目2周内无信息更新"
}
