import DuwangCore

/// A configured site's home page gives no good answer, and this machine is online.
struct SiteUnreachable: SiteCheck {
  let id = "site-unreachable"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    reading.sites.compactMap { finding($0, reading, context) }
  }

  private func finding(_ site: SiteReach, _ reading: SiteReading, _ context: CheckContext) -> Finding? {
    guard Self.isDown(site) else { return nil }
    let isSaid = if case .failed(let fault, _) = site.reach { fault.faultClass == .permanent } else { true }
    let isConfirmed = site.controlAnswered == true && !Self.hasAnswered(site)
    let confidence: Confidence = isSaid || isConfirmed ? .certain : .suspected
    return Finding(
      kind: .siteUnreachable, confidence: confidence,
      site: site.site, unit: context.office, page: site.url, target: site.url, key: site.url,
      message: message(site, reading), fix: Self.fix, evidence: Evidence(text: Words.cause(site.reach)),
      rule: Self.rule, isTransient: confidence == .suspected)
  }

  /// A wall, a fault of ours, a bad certificate and a dead control address accuse nobody.
  static func isDown(_ site: SiteReach) -> Bool {
    if site.controlAnswered == false { return false }
    switch site.reach {
    case .read, .unchanged, .unreadable: return false
    case .softNotFound: return true
    case .failed(let fault, _):
      if fault.isTLS && fault != .tlsHandshake { return false }
      return fault.faultClass == .permanent || fault.faultClass == .transient
    }
  }

  private func message(_ site: SiteReach, _ reading: SiteReading) -> String {
    let control = Self.hasAnswered(site) ? "" : Self.control(site)
    let proof = Words.proof(at: reading.startedAt, rechecked: site.rechecked)
    return "网站首页\(site.url)无法访问：\(Words.cause(site.reach))。\(proof)。\(control)"
  }

  /// A status came over the network, so that the network is no question.
  private static func hasAnswered(_ site: SiteReach) -> Bool {
    if case .failed(_, let status) = site.reach { status != nil } else { true }
  }

  private static func control(_ site: SiteReach) -> String {
    site.controlAnswered == nil ? "未设对照地址，尚不能排除本机网络原因。" : "对照地址或其他网站同时可以打开。"
  }

  private static let fix = "请网站运维单位检查服务器、域名解析和网络线路，恢复访问后复查。"
  private static let rule = "国办秘函〔2019〕19号《政府网站与政务新媒体检查指标》单项否决“站点无法访问”：每次超过15秒未打开计一次，1周内累计占比达到5%"
}
