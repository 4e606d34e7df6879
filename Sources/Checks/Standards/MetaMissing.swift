import DuwangCore

/// Meta tags that the guideline makes compulsory, by type of page. Sampled: the home page, the columns whose address
/// Targets.yaml gives, and articles of the last month. One defect of a template is one finding, on however many pages.
struct MetaMissing: PageCheck {
  let id = "meta-missing"

  private struct Group {
    let name: String
    let sample: String
    let tags: [String]
  }
  private static let site = Group(name: "网站标签", sample: "首页", tags: ["SiteName", "SiteDomain", "SiteIDCode"])
  private static let column = Group(
    name: "栏目标签", sample: "读网配置所列栏目首页",
    tags: ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"])
  private static let article = Group(
    name: "内容页标签", sample: "近1个月发布的文章", tags: ["ArticleTitle", "PubDate", "ContentSource"])

  func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
    guard page.unreadable == nil, let site = context.targets.sites.first(where: { $0.id == reading.site }),
      Standards.apply(to: site), let group = group(of: page, site, context)
    else { return [] }
    let missing = group.tags.filter { page.meta[$0.lowercased()] ?? "" == "" }
    var faults = missing.isEmpty ? [] : ["缺少\(missing.joined(separator: "、"))"]
    if group.name == Self.site.name, let code = page.meta["siteidcode"], !code.isEmpty, let own = site.code, code != own
    {
      faults.append("SiteIDCode为\(code.trimmed(to: 20))，与标识码\(own)不符")
    }
    if let date = page.meta["pubdate"], group.name == Self.article.name, !date.isEmpty,
      date.wholeMatch(of: /\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?/) == nil
    {
      faults.append("PubDate写作“\(date.trimmed(to: 20))”，应为“年-月-日 时:分”")
    }
    guard !faults.isEmpty else { return [] }
    return [
      Finding(
        kind: .metaMissing, site: site.id, unit: context.office, page: page.url,
        key: "meta\n\(group.name)",
        message: "\(group.name)不符合规范：\(faults.joined(separator: "；"))。抽查范围：\(group.sample)。", fix: Self.fix,
        evidence: Evidence(text: missing.joined(separator: " ")), rule: Self.rule)
    ]
  }

  private func group(of page: Page, _ site: Target, _ context: CheckContext) -> Group? {
    if page.url == WebAddress(site.home)?.description { return Self.site }
    if context.targets.columns.contains(where: { $0.url.flatMap { WebAddress($0)?.description } == page.url }) {
      return Self.column
    }
    guard page.kind == .article, let day = page.publishedAt, day <= context.today, day.addingMonths(1) >= context.today
    else { return nil }
    return Self.article
  }

  private static let fix = "请网站运维单位修改相应页面模板，补全标签；改一次模板，同类页面即全部改正。"
  private static let rule = "国办发〔2017〕47号《政府网站发展指引》附件《网页设计规范》网页标签（必选项，条款待核对）"
}
