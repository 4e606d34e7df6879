import DuwangCore
import Proofreading
import Testing

struct UnitNameTests {
  private let settings = Proofreader.Settings(
    units: RegisteredUnit.parse(
      """
      # 单位规范名称
      景泰县一条山镇\t一条山镇
      景泰县芦阳镇\t芦阳镇
      景泰县红水镇\t红水镇
      景泰县五佛乡\t五佛乡
      景泰县教育局\t县教育局
      景泰县审计局\t县审计局
      景泰县人力资源和社会保障局\t县人力资源和社会保障局
      景泰县扶贫开发办公室\t县扶贫开发办公室\t\t2021-06-30\t景泰县乡村振兴局
      """
    ).units)

  @Test(arguments: [
    "昨日，1️⃣芦洋镇召开会议。", "1️⃣景秦县教育局发布通知。", "1️⃣一条山真召开会议。", "1️⃣景泰县洪水镇开展清洁。",
    "1️⃣景泰县人力资源和社会保保障局公告",
  ])
  func nameThatDiffersInOneCharacterThatSoundsOrLooksAlikeIsFound(_ text: String) {
    let found = expect(text, .unitName, settings: settings)
    #expect(found.allSatisfy { $0.suggestion?.isEmpty == false })
  }

  @Test(arguments: ["1️⃣芦阳乡举办文化节。", "在1️⃣五佛镇召开现场会。"])
  func townshipOfTheWrongRankIsSuspected(_ text: String) { expect(text, .unitName, .suspected, settings: settings) }

  @Test(arguments: [
    "芦阳镇、一条山镇、景泰县教育局和县审计局参加。", "县体育局、县统计局另行通知。", "靖远县红水乡代表团来访。", "《芦杨镇志》", "景泰县人力资源社会保障局",
    "永登县红水真", "教育局局长",
  ])
  func rightNamesShortFormsAndUnitsOfOthersPass(_ text: String) { expect(text, .unitName, settings: settings) }

  @Test func nameAfterItsPeriodIsAnOldName() {
    expect("1️⃣县扶贫开发办公室安排部署", .obsoleteName, published: "2023-03-01", settings: settings)
    expect("原县扶贫开发办公室划转", .obsoleteName, published: "2023-03-01", settings: settings)
    expect("县扶贫开发办公室安排部署", .obsoleteName, published: "2020-03-01", settings: settings)
  }

  @Test func badDatesAndShortNamesOfTheRegisterAreProblemsWithTheirLine() {
    let read = RegisteredUnit.parse("县局\n景泰县教育局\t\t2019年\n")
    #expect(read.problems.map(\.line) == [1, 2])
    #expect(read.units.map(\.name) == ["景泰县教育局"])
  }

  @Test func oneCharacterOfALongNameLeavesNoDoubt() {
    expect("1️⃣县人力资源与社会保障局举办招聘会。", .unitName, .suspected, settings: settings)
    expect("市人力资源和社会保障局、县人力资源和社会保障厅", .unitName, settings: settings)
  }

  @Test func theCountysOwnNameIsKnown() {
    expect("1️⃣景太县人民政府", .unitName, settings: settings)
    expect("会宁县、景县、景泰村", .unitName, settings: settings)
  }
}
