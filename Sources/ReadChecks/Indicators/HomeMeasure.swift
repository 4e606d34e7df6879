import DuwangCore

/// 首页不更新, and the number of new items on it.
struct HomeMeasure {
  private let facts: IndicatorFacts
  private let day: Day

  init(_ facts: IndicatorFacts, _ day: Day) { (self.facts, self.day) = (facts, day) }

  /// Of several sites the one whose home page is oldest.
  func age(_ item: IndicatorItem) -> Measured {
    let window = item.window ?? Period(2, .weeks)
    let stale = facts.findings.filter { $0.finding.kind == .homeStale && $0.status.isOpen }
    let dated = facts.homes.compactMap { home in home.newest.map { (home, $0) } }
    guard let (home, newest) = dated.min(by: { $0.1 < $1.1 }), dated.count == facts.homes.count || !stale.isEmpty
    else {
      guard let first = stale.first else { return .nothing("首页没有能读出日期的信息，须人工查看") }
      var measured = Measured(amount: 1, hits: ["home:\(first.finding.site)"], value: first.finding.message)
      measured.evidence = stale.map(\.finding.id)
      return measured
    }
    let left = window.after(newest) - day
    var measured = Measured(value: "最新信息\(newest.chinese)，距今\(day - newest)日")
    (measured.hits, measured.evidence) = (["home:\(home.site)"], stale.map(\.finding.id))
    measured.amount = left < 0 ? 1 : 0
    measured.isNear = left >= 0 && (item.warnWindow.map { $0.after(newest) < day } ?? false)
    if measured.isNear { measured.value += "，距期限余\(left)日" }
    return measured
  }

  /// One hit a site that has no IPv6 address, or does not answer there.
  func ipv6() -> Measured {
    let known = facts.homes.compactMap { home in home.ipv6.map { (home, $0) } }
    guard !known.isEmpty else { return .nothing("没有查询IPv6") }
    var measured = Measured(value: known.map(\.1.chinese).joined(separator: "；"))
    measured.hits = known.filter(\.1.isLacking).map { "ipv6:\($0.0.site)" }
    measured.amount = Double(measured.hits.count)
    return measured
  }

  /// 2015: fewer than ten new items within two weeks. Said only of a home page with that many dated items in all.
  func items(_ item: IndicatorItem) -> Measured {
    let (window, least) = (item.window ?? Period(2, .weeks), Int(item.limit))
    guard let home = facts.homes.first else { return .nothing("没有读到首页") }
    let new = home.days.count { window.after($0) >= day }
    guard new >= least || home.days.count >= least else {
      return .nothing("首页能读出日期的信息只有\(home.days.count)条，不足以判断")
    }
    var measured = Measured(value: "\(window.chinese)内\(new)条")
    // The item's limit is a least number: below it, once.
    measured.amount = new < least ? item.limit : 0
    measured.hits = ["home-items:\(home.site)"]
    return measured
  }
}
