import DuwangCore

/// A site's certificate is refused: expired, self-signed, of another name, or of an unknown issuer.
struct TLSInvalid: SiteCheck {
  let id = "tls-invalid"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    reading.sites.compactMap { site in
      guard let fault = fault(site), site.controlAnswered != false else { return nil }
      let until = site.tls?.notAfter.map { "证书有效期至\($0.day.chineseFull)。" } ?? ""
      return Finding(
        kind: .tlsInvalid, site: site.site, unit: context.office, page: site.url, target: site.url, key: site.url,
        message:
          "网站\(site.url)的\(fault.chinese)。\(until)\(Words.proof(at: reading.startedAt, rechecked: site.rechecked))。",
        fix: Self.fix, evidence: Evidence(text: fault.chinese), rule: Self.rule)
    }
  }

  private func fault(_ site: SiteReach) -> FetchFault? {
    if case .failed(let fault, _) = site.reach, fault.isTLS, fault != .tlsHandshake { return fault }
    return nil
  }

  private static let fix = "请网站运维单位更换由受信任机构签发、与域名相符且在有效期内的证书。"
  private static let rule = "国办发〔2017〕47号《政府网站发展指引》安全防护要求（待核对）"
}
