import Testing

struct NumberedPointsTests {
  @Test func pointThatIsLeftOutIsSuspected() {
    expect("今年重点抓好三项工作：一是抓学习。二是抓落实。1️⃣四是抓督查。", .numbering, .suspected)
    expect("第一，提高认识；第二，落实责任；1️⃣第四，加强督查。", .numbering)
    expect("有下列情形之一的：（一）甲；（二）乙；1️⃣（四）丙。", .numbering)
  }

  @Test func pointThatIsRepeatedIsSuspected() {
    expect("一是加强领导。二是广泛宣传。1️⃣二是严格考核。四是强化保障。", .numbering, .suspected)
  }

  @Test(arguments: [
    "一是明确责任，二是加强监管，三是严肃问责。一是学，三人一组。", "第一是安全，第三是质量；十一是假期。", "一是甲：一是子，二是丑。二是乙：一是寅，二是卯。三是丙。",
    "符合第（一）、（三）项规定；（三）项除外。", "第一，二者有别；第一，三者相同。",
  ])
  func pointsOfPointsAndReferencesPass(_ text: String) { expect(text, .numbering) }
}
