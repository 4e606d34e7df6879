import Testing

struct NumberingTests {
  @Test func headingThatSkipsANumberIsSuspected() {
    expect("一、概述\n二、公开情况\n1️⃣四、收费情况", .numbering, .suspected)
    expect("一、概述\n（一）数量\n1️⃣（三）形式\n二、申请", .numbering)
  }

  @Test(arguments: [
    "一、概述\n（一）数量\n（二）类别\n二、申请\n（一）数量\n（二）办理", "1.甲\n2.乙\n1.丙\n2.丁", "九、甲\n十、乙\n十一、丙", "三、甲\n四、乙",
    "1.5万元\n3.2万元",
  ])
  func seriesThatStartAnewPass(_ text: String) { expect(text, .numbering) }
}
