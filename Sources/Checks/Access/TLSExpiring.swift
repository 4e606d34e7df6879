import DuwangCore

/// A site's certificate ends within thirty days.
struct TLSExpiring: SiteCheck {
  let id = "tls-expiring"
  private static let days = 30

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    reading.sites.compactMap { site in
      guard site.reach.isGood, let end = site.tls?.notAfter else { return nil }
      let left = end.day - context.today
      guard (0..<Self.days).contains(left) else { return nil }
      return Finding(
        kind: .tlsExpiring, site: site.site, unit: context.office, page: site.url, target: site.url,
        key: "\(site.url)\n\(end.day)",
        message: "网站\(site.url)的安全证书将于\(end.day.chineseFull)到期，剩余\(left)日。", fix: Self.fix,
        evidence: Evidence(text: end.day.chineseFull))
    }
  }

  private static let fix = "请网站运维单位在到期前更换证书。"
}
