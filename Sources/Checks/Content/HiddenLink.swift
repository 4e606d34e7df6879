import DuwangCore

/// Links to other sites in a place that readers do not see: what an intruder leaves behind (暗链). Hidden menus lead
/// inside or to other offices, so only what leads out to strangers and speaks of gambling and the like is certain.
struct HiddenLink: PageCheck {
  let id = "hidden-link"
  /// Strangers in one hidden place that no words give away.
  private static let manyHosts = 5

  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
    let strangers = page.links.filter { $0.isHidden && $0.kind == .page && isStranger($0.url, context) }
    let bad = strangers.filter { link in
      let text = link.text.lowercased() + " " + (WebAddress(link.url)?.host ?? "")
      return !IllicitWords.found(in: text).isEmpty
    }
    let hosts = Set((bad.isEmpty ? strangers : bad).compactMap { WebAddress($0.url)?.host }).sorted()
    guard let first = (bad.isEmpty ? strangers : bad).first, !bad.isEmpty || hosts.count >= Self.manyHosts else {
      return []
    }
    return [
      Finding(
        kind: .hiddenLink, confidence: bad.isEmpty ? .suspected : .certain, site: reading.site,
        unit: reading.unit ?? context.office, column: reading.column, page: page.url, pageTitle: page.title,
        target: first.url, key: hosts.joined(separator: " "),
        message: "页面在不可见的位置含有指向\(hosts.count)个站外域名的链接，如“\(first.text.trimmed(to: 20))”（\(first.url)）。",
        fix: Self.fix,
        evidence: Evidence(text: first.text.trimmed(to: 40), after: " \(first.url)", place: "第\(first.line)行"),
        rule: Self.rule)
    ]
  }

  private func isStranger(_ url: String, _ context: CheckContext) -> Bool {
    guard let address = WebAddress(url) else { return false }
    if address.host.hasSuffix(".gov.cn") || address.host.hasSuffix(".政务") { return false }
    return !context.targets.sites.contains { $0.hosts.contains(address.authority) }
  }

  private static let fix = "请立即删除隐藏链接，检查网站是否被入侵，并全站排查同类链接。"
  private static let rule = "国办秘函〔2019〕19号单项否决“安全、泄密事故等严重问题”；国办发〔2017〕47号《政府网站发展指引》（不得有暗链，条款待核对）"
}
