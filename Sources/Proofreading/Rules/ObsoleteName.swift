import DuwangCore

/// The name of an institution that was renamed or dissolved before the text was published, in the present tense: not
/// after 原, not in a title or quotation, not of another country (field rules §9.3).
struct ObsoleteName: Rule {
  func suspicions(in passage: Passage) -> [Suspicion] {
    guard let published = passage.published else { return [] }
    var taken = 0
    return Self.words.hits(in: passage.folded)
      .sorted { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
      .compactMap { hit in
        guard hit.range.lowerBound >= taken else { return nil }
        taken = hit.range.upperBound
        let name = Self.names[hit.word]
        guard published >= name.since, !isHistory(passage, hit.range), !isTitle(passage, hit.range),
          !isEarlier(passage, hit.range.lowerBound, name.since)
        else { return nil }
        return passage.suspicion(
          .obsoleteName, hit.range, .suspected, suggestion: name.new,
          message: "“\(name.old)”已于\(name.reformed)改为“\(name.new)”，请核对是否使用了旧称。", rule: Self.rule)
      }
  }

  private func isHistory(_ passage: Passage, _ range: Range<Int>) -> Bool {
    let before = passage.before(range.lowerBound, 24)
    let after = passage.after(range.upperBound, 12)
    return Self.history.contains { before.contains($0) || after.contains($0) }
      || Self.joined.contains(passage.after(range.upperBound, 1))
      || Self.countries.contains { before.hasSuffix($0) }
  }

  /// The last year named before it in the sentence is one in which the name was right.
  private func isEarlier(_ passage: Passage, _ index: Int, _ since: Day) -> Bool {
    let sentence = passage.before(index, 60).split(separator: "。", omittingEmptySubsequences: false).last ?? ""
    guard let year = sentence.matches(of: /([0-9]{4})年/).last.flatMap({ Int($0.1) }) else { return false }
    return (1949..<since.year).contains(year)
  }

  /// Inside 《》 or “”, or in a document number.
  private func isTitle(_ passage: Passage, _ range: Range<Int>) -> Bool {
    let before = passage.before(range.lowerBound, 80)
    func isOpen(_ open: Character, _ close: Character) -> Bool {
      guard let place = before.lastIndex(of: open) else { return false }
      return !before[place...].contains(close)
    }
    return isOpen("《", "》") || isOpen("“", "”") || isOpen("（", "）") || isOpen("(", ")")
  }

  private struct Name {
    var old: String
    var new: String
    /// When, for the reader.
    var reformed: String
    /// From this day the old name is worth a look: half a year to a year after the reform.
    var since: Day
  }

  private static let names: [Name] = {
    func names(_ reformed: String, _ year: Int, _ month: Int, _ pairs: [(String, String)]) -> [Name] {
      pairs.compactMap { old, new in Day(year, month, 1).map { Name(old: old, new: new, reformed: reformed, since: $0) }
      }
    }
    let national = names(
      "2018年3月", 2019, 1,
      [
        ("国土资源部", "自然资源部"), ("环境保护部", "生态环境部"), ("国家卫生和计划生育委员会", "国家卫生健康委员会"), ("国家卫生计生委", "国家卫生健康委"),
        ("国家安全生产监督管理总局", "应急管理部"), ("国家工商行政管理总局", "国家市场监督管理总局"), ("国家工商总局", "市场监管总局"),
        ("国家质量监督检验检疫总局", "国家市场监督管理总局"), ("国家食品药品监督管理总局", "国家市场监督管理总局、国家药品监督管理局"), ("国家旅游局", "文化和旅游部"),
        ("国务院法制办公室", "司法部"), ("国务院法制办", "司法部"), ("国家林业局", "国家林业和草原局"), ("中国银行业监督管理委员会", "国家金融监督管理总局"),
      ])
    let county = names(
      "2019年机构改革", 2020, 3,
      [
        ("工商行政管理局", "市场监督管理局"), ("质量技术监督局", "市场监督管理局"), ("食品药品监督管理局", "市场监督管理局"), ("国土资源局", "自然资源局"),
        ("环境保护局", "生态环境局"), ("农牧局", "农业农村局"), ("卫生和计划生育局", "卫生健康局"), ("卫生计生局", "卫生健康局"), ("卫计局", "卫生健康局"),
        ("安全生产监督管理局", "应急管理局"), ("安监局", "应急管理局"), ("文化广播影视新闻出版局", "文化体育广电和旅游局"), ("地方税务局", "税务局"),
        ("国家税务局", "税务局"), ("物价局", "发展和改革局"), ("环保局", "生态环境局"),
        ("国土局", "自然资源局"), ("工商局", "市场监督管理局"), ("质监局", "市场监督管理局"), ("食药监局", "市场监督管理局"), ("国税局", "税务局"), ("地税局", "税务局"),
        ("卫计委", "卫生健康委"), ("法制办公室", "司法局"), ("民族宗教事务局", "统战部"), ("粮食局", "发展和改革局"),
        ("县旅游局", "县文化体育广电和旅游局"), ("县文化局", "县文化体育广电和旅游局"), ("县体育局", "县文化体育广电和旅游局"), ("县林业局", "县林业和草原局"),
        ("县卫生局", "县卫生健康局"), ("县农业局", "县农业农村局"),
      ])
    return national + county
      + names("2021年", 2022, 1, [("扶贫开发办公室", "乡村振兴局"), ("国务院扶贫办", "国家乡村振兴局"), ("县扶贫办", "县乡村振兴局")])
      + names("2024年", 2025, 1, [("县乡村振兴局", "县农业农村局")])
      + names("2023年", 2024, 1, [("中国银行保险监督管理委员会", "国家金融监督管理总局"), ("银保监会", "金融监管总局")])
  }()
  private static let words = AhoCorasick(names.map(\.old.codes))
  private static let history = [
    "原", "前身", "更名", "改名", "时任", "曾任", "历任", "合并", "撤销", "整合", "不再保留", "组建", "划入", "改为", "此前", "职责", "免去", "免职", "机构改革",
    "曾在", "曾被", "时为", "当时",
  ]
  /// 环境保护部门, 国家粮食局面 are other words.
  private static let joined: Set<String> = ["门", "面", "分", "委", "部", "势", "限"]
  private static let countries = ["美国", "日本", "俄罗斯", "巴西", "韩国", "英国", "法国", "德国", "印度", "越南", "加拿大", "澳大利亚", "新西兰"]
  private static let rule = "《深化党和国家机构改革方案》（2018年）及地方机构改革方案（县级时间待核对）"
}
