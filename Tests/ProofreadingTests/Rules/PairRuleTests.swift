import Proofreading
import Testing

struct PairRuleTests {
  @Test func wrongFormIsFoundWhereItStandsWithItsRightForm() {
    let found = expect("发挥门户网站1️⃣做为第一平台的作用，2️⃣截止目前已答复。", .typo, .certain)
    #expect(found.map(\.suggestion) == ["作为", "截至目前"])
    #expect(found.map(\.length) == [2, 4])
  }

  @Test(arguments: [
    "各部门按照职责分工做好工作。", "发布署名文章。", "预防犯罪和防犯罪工作。", "调整冶金工业结构。", "参加社会义务劳动。", "逾期未改正的，",
    "应当确保帐篷安全。", "一支特殊的队伍。", "加大规模犯罪打击力度。", "品种值得推广。", "分析致贫因素。", "可以经营业务。",
  ])
  func wordsThatOnlyMeetAreNoFault(_ text: String) {
    expect(text, .typo)
  }

  @Test func offsetsCountUnicodeScalars() {
    let found = expect("𠮷县👨‍👩‍👧1️⃣布署工作", .typo)
    #expect(found.first?.text == "布署")
  }

  @Test func recommendedWordFormsAreOnlySuspectedHints() {
    let found = expect("1️⃣惟一事项。", .typo, .suspected)
    #expect(found.first?.severity == .hint)
  }

  @Test func wrongFormCitedInATitleOrAloneInQuotesIsNoFault() {
    expect("转载《关于布署工作的通知》的辨析。", .typo)
    expect("“布署”应写作“部署”。", .typo)
  }

  @Test func usersPairsAreUsedWithTheirExceptions() {
    let settings = Proofreader.Settings(
      pairs: [WordPair(wrong: "石林景取", right: "石林景区", exceptions: ["石林景取名"])])
    expect("黄河1️⃣石林景取开放，石林景取名已久。", .typo, settings: settings)
  }

  @Test func linesOfADictionaryThatCannotBeRightAreNamed() {
    let result = WordPair.parse("# 说明\n布署\t部署\t公布署\tcertain\n只有一列\n甲\t乙\t丙\n甲\t乙\t\tmaybe\n")
    #expect(result.pairs.count == 2)
    #expect(result.problems.map(\.line) == [3, 4, 5])
  }
}
