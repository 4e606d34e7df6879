import Testing

struct ArticlesTests {
  @Test func chapterOrArticleThatIsLeftOutIsSuspected() {
    expect("第一章 总则\n第一条 为规范工作。\n1️⃣第三章 公开\n第二条 应当公开。", .numbering, .suspected)
    expect("第一条 甲\n第二条 乙\n1️⃣第四条 丙\n第五条 丁", .numbering, .suspected)
    expect("第一条 甲\n第二条 乙\n1️⃣第二条 丙\n第三条 丁", .numbering, .suspected)
  }

  @Test(arguments: [
    "目录\n第一章 总则\n第二章 公开\n第一章 总则\n第一条 甲\n第二章 公开\n第二条 乙", "第一章 甲\n第一节 子\n第二节 丑\n第二章 乙\n第一节 寅\n第二节 卯",
    "第三章　预防\n第四章治理\n第五章　措施", "第三条修改为：甲\n第五条修改为：乙", "第九十九条 甲\n第一百条 乙\n第一百零一条 丙\n第一百零二条 丁", "第三条 甲\n第七条 乙\n第九条 丙\n第二十条 丁",
  ])
  func contentsAmendmentsAndSectionsPass(_ text: String) { expect(text, .numbering) }
}
