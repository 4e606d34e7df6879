import Testing

struct CountedListTests {
  @Test func listThatNamesAnotherNumberThanItSaysIsSuspected() {
    expect("类别包括领导介绍、政府机构、政府规章共1️⃣5个类别。", .countInconsistent, .suspected)
    expect("分为甲类、乙类、丙类、丁类共1️⃣5类。", .countInconsistent, .suspected)
  }

  @Test(arguments: [
    "类别包括领导介绍、政府机构、政府规章共3个类别。", "包括规划报告、社会民生、重点领域信息公开和其他共4个类别", "包括甲、乙、丙等共18个类别",
    "包括重大决策和重要征求意见、其他共2个类别",
  ])
  func listsThatAgreePass(_ text: String) { expect(text, .countInconsistent) }
}
