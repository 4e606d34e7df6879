import DuwangCore

/// A home page that opens, but takes more than half of the time after which it counts as not opened.
struct SiteSlow: SiteCheck {
  let id = "site-slow"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let limit = Int(context.targets.fetch.timeout.seconds * 1000) / 2
    return reading.sites.filter { $0.reach.isGood && $0.milliseconds > limit }.map { site in
      Finding(
        kind: .siteSlow, site: site.site, unit: context.office, page: site.url, target: site.url, key: site.url,
        message: "网站首页\(site.url)打开用时\(site.milliseconds.grouped)毫秒，超过\(limit.grouped)毫秒。"
          + "\(Words.proof(at: reading.startedAt, rechecked: false))。",
        fix: Self.fix, evidence: Evidence(text: "\(site.milliseconds.grouped)毫秒"), rule: Self.rule)
    }
  }

  private static let fix = "请网站运维单位检查服务器负载和首页文件大小。"
  private static let rule = "国办秘函〔2019〕19号单项否决“站点无法访问”以15秒为限，本项取其一半作为提示"
}
