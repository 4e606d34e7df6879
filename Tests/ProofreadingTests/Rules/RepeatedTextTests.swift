import Testing

struct RepeatedTextTests {
  @Test func wordsWrittenTwiceAreFound() {
    let found = expect("进一步1️⃣加强组织领导加强组织领导，落实责任。", .repeatedText, .certain)
    #expect(found.first?.suggestion == "加强组织领导")
  }

  @Test func threeCharactersWrittenTwiceAreSuspected() {
    expect("为1️⃣进一步进一步加强管理", .repeatedText, .suspected)
    expect("根据《办法》第三条1️⃣第第二款", .repeatedText, .suspected)
  }

  @Test func doubledFunctionCharacterIsSuspected() { expect("合格1️⃣的的产品", .repeatedText, .suspected) }

  @Test(arguments: [
    "锟斤拷锟斤拷锟揭碉拷锟斤拷",
    "一步一步推进", "荣获门第第一", "好好好好好好", "一个问题一个问题跟进解决", "研究研究再定", "哈哈哈哈哈哈哈哈", "达到目的的途径", "为了了解情况", "创业创新创业创新创业创新", "认认真真",
  ])
  func reduplicationPasses(_ text: String) { expect(text, .repeatedText) }

  @Test func wordThatIsNeverReduplicatedIsSuspected() {
    let found = expect("要1️⃣深入深入开展专项斗争", .repeatedText, .suspected)
    #expect(found.first?.suggestion == "深入")
    expect("政务公开1️⃣工作工作，进一步提升", .repeatedText, .suspected)
    expect("集体经济组织组织开展、本规定规定的、上一年度年度报告、就业创业创新、非常非常好、商量商量再说", .repeatedText)
  }

  @Test func sentenceOrParagraphWrittenTwiceIsSuspected() {
    expect("各乡镇要高度重视，落实责任。1️⃣各乡镇要高度重视，落实责任。", .repeatedText, .suspected)
    expect("各乡镇要加强组织领导，明确目标。\n1️⃣各乡镇要加强组织领导，明确目标。", .repeatedText, .suspected)
    expect("芦阳镇 合格 2018年\n芦阳镇 合格 2018年\n同意。同意。", .repeatedText)
  }
}
