import DuwangCore

/// The fixed layout of open government information, and the annual report by its date. What one complete reading met
/// nowhere is told as a hint for a person to look at.
struct OpenInformation: SiteCheck {
  let id = "open-information"

  func findings(in reading: SiteReading, columns: [ColumnState], context: CheckContext) -> [Finding] {
    guard Standards.sawAll(reading), let site = context.targets.sites.first, Standards.apply(to: site),
      reading.sites.contains(where: { $0.site == site.id && $0.reach.isGood })
    else { return [] }
    let words = Set(reading.links.map(\.text)).union(reading.pages.map(\.title)).union(columns.map(\.name))
      .union(Standards.titles(reading, context.past))
    return [blocks(words, site, context), annualReport(words, site, context)].compactMap { $0 }
  }

  /// 国办公开办函〔2019〕61号, from 2020 on.
  private static let blocks: [(name: String, words: [String])] = [
    ("政府信息公开指南", ["公开指南"]), ("政府信息公开制度", ["公开制度"]), ("法定主动公开内容", ["法定主动公开", "主动公开内容"]),
    ("政府信息公开年报", ["公开年报", "公开工作年度报告", "年度报告"]), ("依申请公开", ["依申请公开"]),
  ]

  private func blocks(_ words: Set<String>, _ site: Target, _ context: CheckContext) -> Finding? {
    guard context.today.year >= 2020 else { return nil }
    let missing = Self.blocks.filter { block in
      !words.contains { text in block.words.contains { text.contains($0) } }
    }.map(\.name)
    // A site on which none is to be seen keeps them where the machine did not get.
    guard !missing.isEmpty, missing.count <= 3 else { return nil }
    return make(
      site, "blocks", context, "未见政府信息公开栏目：\(missing.joined(separator: "、"))。查找范围：本次读取的全部链接文字、标题和栏目名称。",
      "请按统一格式设置政府信息公开专栏；已设置而名称不同的，标记为不属实。", "国办公开办函〔2019〕61号政府信息公开平台（版式待核对）")
  }

  /// Last year's report, after 31 March under the 条例 of 2008 (reports on 2018 and earlier), and of a county under that
  /// of 2019 as well (art. 49, 50).
  private func annualReport(_ words: Set<String>, _ site: Target, _ context: CheckContext) -> Finding? {
    let year = context.today.year - 1
    guard let due = Day(context.today.year, 3, 31), context.today > due else { return nil }
    let names = words.filter { $0.contains("公开") && ($0.contains("年报") || $0.contains("年度报告")) }
    // Where no report of any year can be read, their column is not one that the machine reads.
    guard names.contains(where: { $0.contains(/20\d\d/) }), !names.contains(where: { $0.contains("\(year)") }) else {
      return nil
    }
    return make(
      site, "annual-report-\(year)", context, "未见\(year)年政府信息公开工作年度报告，应于\(due.chineseFull)前公布。",
      "请公布年度报告；已公布而标题未写明年份的，标记为不属实。", "《中华人民共和国政府信息公开条例》第四十九条、第五十条（2019年修订）；修订前为第三十一条（待核对）")
  }

  private func make(
    _ site: Target, _ key: String, _ context: CheckContext, _ message: String, _ fix: String, _ rule: String
  ) -> Finding {
    Finding(
      kind: .elementMissing, severity: .hint, confidence: .suspected, site: site.id, unit: context.office,
      page: site.home, target: site.home, key: key, message: message, fix: fix, evidence: Evidence(text: key),
      rule: rule)
  }
}
