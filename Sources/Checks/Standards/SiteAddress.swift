import DuwangCore

/// The address of a government site: under .gov.cn, and, as advice alone, over HTTPS and IPv6.
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
      if let finding = ipv6(site, reading, context) { findings.append(finding) }
      return findings
    }
  }

  /// Said only where the resolver answered, and where this machine has a way to the address.
  private func ipv6(_ site: Target, _ reading: SiteReading, _ context: CheckContext) -> Finding? {
    guard let state = reading.sites.first(where: { $0.site == site.id })?.ipv6, state.isLacking else { return nil }
    var finding = make(
      site, "ipv6", context, "网站\(state.chinese)。此项为建议。", "建议网站运维单位开通IPv6访问并检查域名解析；由云防护代为提供的，请其开通。",
      "国办秘函〔2019〕19号“IPv6改造”（分值待核对）")
    if state == .noAnswer { finding.confidence = .suspected }
    return finding
  }

  private func make(
    _ site: Target, _ key: String, _ context: CheckContext, _ message: String, _ fix: String, _ rule: String?
  ) -> Finding {
    Finding(
      kind: .elementMissing, severity: .hint, site: site.id, unit: context.office, page: site.home, target: site.home,
      key: key, message: message, fix: fix, evidence: Evidence(text: site.home), rule: rule)
  }
}
