import DuwangCore

/// The address of a government site: under .gov.cn, and, as advice alone, over HTTPS.
struct SiteAddress: SiteCheck {
  let id = "site-address"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    context.targets.sites.flatMap { site -> [Finding] in
      guard Standards.apply(to: site), let address = WebAddress(site.home), Standards.isNamed(address.host),
        reading.sites.contains(where: { $0.site == site.id && $0.reach.isGood })
      else { return [] }
      var findings: [Finding] = []
      if !Standards.isGovernment(address.host) {
        findings.append(
          make(
            site, "domain", context, "网站域名\(address.host)不以.gov.cn结尾。", "请按规定使用.gov.cn域名，原域名逐步停用。",
            "国办发〔2017〕47号《政府网站发展指引》网站域名；国办函〔2018〕55号（待核对）"))
      }
      if address.scheme == "http" {
        findings.append(
          make(
            site, "https", context, "读网配置中首页为http地址，未使用HTTPS。此项为建议，不在检查指标之列。",
            "建议启用HTTPS，并使http地址跳转至https地址；已启用的，请改读网配置中的首页网址。", nil))
      }
      return findings
    }
  }

  private func make(
    _ site: Target, _ key: String, _ context: CheckContext, _ message: String, _ fix: String, _ rule: String?
  ) -> Finding {
    Finding(
      kind: .elementMissing, severity: .hint, site: site.id, unit: context.office, page: site.home, target: site.home,
      key: key, message: message, fix: fix, evidence: Evidence(text: site.home), rule: rule)
  }
}
