import Testing

struct DoublingTests {
  @Test(arguments: [
    "县应急管理局对全县加油站进1️⃣行行安全检查。", "会议通报了全县脱贫攻坚工1️⃣作作开展情况。",
  ])
  func characterWrittenTwiceIsSuspected(_ text: String) {
    let found = expect(text, .repeatedText, .suspected)
    #expect(found.first?.suggestion?.count == 1)
    // It is told once, not also as a wrong character.
    expect(text.replacing("1️⃣", with: ""), .typo)
  }

  @Test(arguments: [
    "依法进行行政处罚，改进工作作风，人民法院院长出席，许可证证书、公安部部门规章、方向向左。", "我们研究研究再说，大家商量商量吧。", "认认真真做事，慢慢来，爸爸妈妈常常回家看看。",
    "合肥合农农药有限公司中标，合肥合农农药有限公司负责供货。", "上一年度年度报告，集体经济组织组织开展造林。",
  ])
  func boundariesOfWordsNamesAndReduplicationPass(_ text: String) { expect(text, .repeatedText) }
}
