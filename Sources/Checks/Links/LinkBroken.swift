import DuwangCore

/// A link to a page, script, style or frame that is dead. One finding for a target, however many pages carry it.
struct LinkBroken: SiteCheck {
  let id = "link-broken"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let columnPages = Set(columns.filter { $0.status == .unreachable }.compactMap(\.url))
    return DeadLinks.findings(in: reading, context) { link in
      guard [.page, .script, .style, .frame].contains(link.kind), !link.isSoftNotFound else { return nil }
      if [.page, .frame].contains(link.kind), LinkInsecure.isWarnedOf(link) { return nil }
      return columnPages.contains(link.url) ? nil : .linkBroken
    }
  }
}

/// What the checks of dead links share: which verdicts count, who owns them, and their words.
enum DeadLinks {
  /// `kind` names the finding of a dead link, nil when it is another check's.
  static func findings(
    in reading: SiteReading, _ context: CheckContext, kind: (LinkReading) -> FindingKind?
  ) -> [Finding] {
    let places = Where(reading, context)
    let homes = context.homeURLs
    return reading.links.filter { $0.status == .broken || $0.status == .timeout }.compactMap { link in
      // A home page that does not answer is the business of site-unreachable.
      guard !homes.contains(link.url), let kind = kind(link) else { return nil }
      return Finding(
        kind: kind, severity: .general, confidence: link.confidence, site: context.siteID(of: link.page),
        unit: places.unit(of: link),
        column: places.column(of: link), page: link.page, pageTitle: places.page(link.page)?.title, pages: link.pages,
        target: link.url, key: link.url, message: message(link, kind), fix: fix(link),
        evidence: Evidence(
          text: link.text.isEmpty ? link.url : link.text.trimmed(to: 80),
          place: link.line > 0 ? "第\(link.line)行" : nil),
        rule: rule, isTransient: mayPass(link))
    }
  }

  /// Suspected on the first day, certain from the second. Where only browsers may know better (a chain of certificates
  /// that they complete, a front door shown to strangers), no second day makes it sure.
  private static func mayPass(_ link: LinkReading) -> Bool {
    link.confidence == .suspected && link.fault != nil && link.fault != .tlsUntrusted
  }

  private static func message(_ link: LinkReading, _ kind: FindingKind) -> String {
    let what = link.fault == .malformedAddress ? "网址书写有误：" : "\(kind.chinese)："
    let proof = Words.proof(at: link.checkedAt, rechecked: false)
    return "\(what)\(link.url)，\(link.reason)。\(Words.place(link))，\(proof)。"
  }

  private static func fix(_ link: LinkReading) -> String {
    if link.fault == .malformedAddress { return "请改正网址的写法；协议名、域名和斜线应完整。" }
    if LinkInsecure.isWarnedOf(link) { return "请通知该网站更换安全证书；长期未更换的，更换或删除这一链接。" }
    if link.isBoilerplate { return "该链接位于页面公共部分，修改一次模板即可；无法恢复的予以删除。" }
    switch link.kind {
    case .attachment: return "请重新上传附件并核对下载地址。"
    case .image: return "请重新上传图片或删除失效的图片。"
    case .page, .script, .style, .frame: return link.isExternal ? "请更换为有效的外部链接或予以删除。" : "请改正链接地址，或恢复被链接的页面。"
    }
  }

  private static let rule =
    "《全国政府网站普查评分表》（国办发〔2015〕15号）“链接可用性”：首页每个扣1分，其他页面每个扣0.1分；国办秘函〔2019〕19号“可用性”（分值待核对）"
}
