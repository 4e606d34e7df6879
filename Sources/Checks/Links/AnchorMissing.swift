import DuwangCore

/// A link to a place within a page that has no such place: the page opens, at its top instead.
struct AnchorMissing: SiteCheck {
  let id = "anchor-missing"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    let places = Where(reading, context)
    return reading.fragments.filter { $0.status == .broken }.map { link in
      Finding(
        kind: .anchorMissing, confidence: link.confidence, site: context.siteID(of: link.page),
        unit: places.unit(of: link), column: places.column(of: link), page: link.page,
        pageTitle: places.page(link.page)?.title, pages: link.pages, target: link.url, key: key(link),
        message: "页内定位失效：\(link.url)，\(link.reason)。\(Words.place(link))，"
          + "\(Words.proof(at: link.checkedAt, rechecked: false))。",
        fix: "请在目标页面补上该位置的标记，或改正链接中#之后的名称。",
        evidence: Evidence(
          text: link.text.isEmpty ? link.url : link.text.trimmed(to: 80),
          place: link.line > 0 ? "第\(link.line)行" : nil))
    }
  }

  /// A template's link to a place of its own page is one defect, whichever page shows it first.
  private func key(_ link: LinkReading) -> String {
    guard link.url.hasPrefix(link.page + "#") else { return link.url }
    return "\(WebAddress(link.page)?.authority ?? "")\(link.url.dropFirst(link.page.count))"
  }
}
