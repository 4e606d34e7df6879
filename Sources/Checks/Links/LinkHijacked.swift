import DuwangCore

/// A link to a site that has come into other hands. One finding a host, however many of its addresses are linked to.
struct LinkHijacked: SiteCheck {
  let id = "link-hijacked"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let places = Where(reading, context)
    let signs = reading.links.compactMap { link in sign(link, context).map { (link, $0) } }
    return Dictionary(grouping: signs) { WebAddress($0.0.url)?.authority ?? "" }.sorted { $0.key < $1.key }
      .compactMap { host, hits in
        guard let (link, sign) = hits.first(where: { $0.1.confidence == .certain }) ?? hits.first else { return nil }
        return Finding(
          kind: .linkHijacked, severity: sign.confidence == .certain ? .severe : .general, confidence: sign.confidence,
          site: context.siteID(of: link.page), unit: places.unit(of: link), column: places.column(of: link),
          page: link.page, pageTitle: places.page(link.page)?.title, pages: link.pages, target: link.url, key: host,
          message: "外部链接\(link.url)疑已不属原单位：\(sign.reason)。\(Words.place(link))，"
            + "\(Words.proof(at: link.checkedAt, rechecked: false))。",
          fix: Self.fix,
          evidence: Evidence(
            text: link.text.isEmpty ? link.url : link.text.trimmed(to: 80),
            after: link.landing.map { " \($0.title)" } ?? "",
            place: link.line > 0 ? "第\(link.line)行" : nil), rule: Self.rule)
      }
  }

  private func sign(_ link: LinkReading, _ context: CheckContext) -> Takeover.Sign? {
    guard link.isExternal, let now = link.landing, let asked = WebAddress(link.url) else { return nil }
    return Takeover.judge(now, before: context.past.links[link.url]?.landing, asked: asked)
  }

  private static let fix = "请立即人工核对该网站，已不属原单位的，在全站删除或更换这一链接。"
  private static let rule = "国办秘函〔2019〕19号单项否决“安全、泄密事故等严重问题”（外部链接失管被利用，条款待核对）"
}
