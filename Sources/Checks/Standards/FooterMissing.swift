import DuwangCore

/// Marks that the foot of a home page must bear. Said only where most of them are there: a foot that scripts or frames
/// put in shows a machine none of its marks.
struct FooterMissing: PageCheck {
  let id = "footer-missing"
  /// Marks that must be seen before others are called missing.
  private static let least = 3

  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
    guard let marks = page.marks, let site = context.targets.sites.first(where: { $0.id == reading.site }),
      Standards.apply(to: site), page.url == WebAddress(site.home)?.description
    else { return [] }
    let table: [(name: String, isThere: Bool)] = [
      ("网站标识码", marks.siteCode != nil), ("ICP备案编号", marks.icp != nil), ("公安机关备案编号", marks.police != nil),
      ("党政机关网站标识", marks.hasPartyMark), ("“我为政府网站找错”入口", marks.hasErrorEntry), ("网站地图", marks.hasSiteMap),
      ("主办单位", marks.hasSponsor), ("联系方式", marks.hasPhone),
    ]
    guard table.count(where: \.isThere) >= Self.least else { return [] }
    var faults: [String] = []
    let missing = table.filter { !$0.isThere }.map(\.name)
    if !missing.isEmpty { faults.append("未见\(missing.joined(separator: "、"))") }
    faults += malformed(marks, site)
    guard !faults.isEmpty else { return [] }
    return [
      Finding(
        kind: .footerMissing, severity: .hint, confidence: .suspected, site: site.id, unit: context.office,
        page: page.url, pageTitle: page.title, key: "footer",
        message: "首页底部标识不全或不规范：\(faults.joined(separator: "；"))。抽查范围：首页。", fix: Self.fix,
        evidence: Evidence(text: missing.joined(separator: "、")), rule: Self.rule)
    ]
  }

  private func malformed(_ marks: FooterMarks, _ site: Target) -> [String] {
    var faults: [String] = []
    if let code = marks.siteCode {
      if code.count != 10 {
        faults.append("网站标识码“\(code)”不是10位")
      } else if let own = site.code, own != code {
        faults.append("网站标识码“\(code)”与读网配置的\(own)不符")
      }
    }
    if let police = marks.police, police.count(where: \.isNumber) != 14 {
      faults.append("公安备案编号“\(police.trimmed(to: 30))”应为14位数字")
    }
    return faults
  }

  private static let fix = "请网站运维单位补全首页底部标识；标识由脚本生成、机器未读出的，标记为不属实。"
  private static let rule = "国办发〔2017〕47号《政府网站发展指引》页面底部功能区（部分条款待核对）；国办秘函〔2019〕19号“网站标识”"
}
