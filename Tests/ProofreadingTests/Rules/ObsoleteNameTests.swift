import Testing

struct ObsoleteNameTests {
  @Test func oldNameLongAfterTheReformIsSuspected() {
    let found = expect("由县1️⃣国土资源局负责审批。", .obsoleteName, .suspected, published: "2023-05-01")
    #expect(found.first?.suggestion == "自然资源局")
  }

  @Test func shortNamesAreKnown() {
    expect("县1️⃣环保局对排污企业进行检查。", .obsoleteName, .suspected, published: "2023-05-01")
    expect("全国土局部硬化，环保局部改造，原县环保局。", .obsoleteName, published: "2023-05-01")
  }

  @Test(arguments: [
    "原县国土资源局的职责划入县自然资源局。", "《景泰县国土资源局2017年工作总结》", "（国土资源局令第5号）", "县环境保护部门应当", "巴西环境保护部", "景泰县自然资源局",
  ])
  func historyTitlesAndOtherWordsPass(_ text: String) { expect(text, .obsoleteName, published: "2023-05-01") }

  @Test func oldNameBeforeTheReformPasses() {
    expect("由县国土资源局负责审批。", .obsoleteName, published: "2018-05-01")
    expect("由县国土资源局负责审批。", .obsoleteName)
  }

  @Test func aYearOfTheOldNameBeforeItInTheSentenceMakesItHistory() {
    expect("2016年5月，县环境保护局对该企业作出处罚。", .obsoleteName, published: "2020-06-01")
    expect("2016年立项。近日，县1️⃣环境保护局作出处罚。", .obsoleteName, published: "2020-06-01")
  }

  @Test func shortOldNamesCountOnlyAsTheCountys() {
    expect("1️⃣县林业局开展造林。", .obsoleteName, published: "2021-03-01")
    expect("大兴安岭林业局、中国旅游局", .obsoleteName, published: "2021-03-01")
    expect("县乡村振兴局开展排查。", .obsoleteName, published: "2024-03-01")
  }
}
