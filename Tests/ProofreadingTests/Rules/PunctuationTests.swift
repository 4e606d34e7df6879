import Testing

struct PunctuationTests {
  @Test func bracketWithoutItsOtherHalfIsSuspected() {
    expect("依据1️⃣《中华人民共和国政府信息公开条例的规定。", .punctuation, .suspected)
  }

  @Test func quotationWithoutItsEndIsSuspected() {
    expect("县政府决定，开展1️⃣“质量月活动。", .punctuation, .suspected)
    expect("会议强调，“要抓好落实。\n“要压实责任。\n“要加强督查。”", .punctuation)
  }

  @Test func halfWidthMarksBetweenHanziAreOneHintAText() {
    let found = expect("文件精神要求1️⃣,景泰县,高度重视\n现汇报如下,请审阅", .punctuation, .suspected)
    #expect(found.first?.severity == .hint)
    expect("文件精神要求,景泰县高度重视\n现汇报如下", .punctuation)
  }

  @Test func doubledStopIsSuspected() { expect("完成任务1️⃣，。下一步", .punctuation, .suspected) }

  @Test(arguments: [
    "现编辑形成《全国煤矿智能化建设典型", "1）甲\n2）乙", "（一）甲（见附件)", "“第一段\n“第二段。”", "时间：10:30，比例3:2", "他说：“好。”", "《条例》〔2018〕（试行）……——",
  ])
  func pairsListMarksAndLongQuotationsPass(_ text: String) { expect(text, .punctuation) }

  @Test func quotationThatWasNeverOpenedIsSuspected() {
    expect("树立绿水青山就是金山银山1️⃣”的理念，推进建设。", .punctuation, .suspected)
  }
}
