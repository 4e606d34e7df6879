import DuwangCore

/// A column whose page gives no good answer after re-checking, while its site can be reached.
struct ColumnUnreachable: SiteCheck {
  let id = "column-unreachable"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let readings = Dictionary(reading.columns.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    // When the whole site is down, one finding says so; when this machine is offline, none does.
    let silent = Set(reading.sites.filter { !$0.reach.isGood && !Self.isOnlyWall($0.reach) }.map(\.site))
    return columns.filter { $0.status == .unreachable }.compactMap { column in
      let url = column.url ?? ""
      let (site, read) = (context.siteID(of: url), readings[column.id])
      if silent.contains(site), !isSaid(read?.reach) { return nil }
      return Finding(
        kind: .columnUnreachable, confidence: isSaid(read?.reach) ? .certain : .suspected, site: site,
        unit: column.unit, column: column.id, page: url, pageTitle: column.name, target: url, key: column.id,
        message: "“\(column.name)”栏目（\(url)）无法访问：\(column.reason ?? "")。"
          + "\(Words.proof(at: reading.endedAt, rechecked: read?.rechecked ?? false))。",
        fix: Self.fix, evidence: Evidence(text: column.reason ?? ""), rule: Self.rule,
        isTransient: !isSaid(read?.reach))
    }
  }

  private static func isOnlyWall(_ reach: Reach) -> Bool {
    if case .unreadable = reach { return true }
    if case .failed(let fault, _) = reach { return fault.faultClass == .blocked }
    return false
  }

  /// The server itself said that there is nothing here.
  private func isSaid(_ reach: Reach?) -> Bool {
    switch reach {
    case .softNotFound: true
    case .failed(let fault, _): fault == .notFound || fault == .gone
    default: false
    }
  }

  private static let fix = "请恢复栏目页面；栏目地址已变更的，修改导航链接并更新读网配置。"
  private static let rule = "国办秘函〔2019〕19号扣分指标“可用性”（分值待核对）；《全国政府网站普查评分表》“链接可用性”"
}
