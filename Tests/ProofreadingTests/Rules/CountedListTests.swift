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

  @Test func namesBeforeMoreThanTheNumberTellsAreSuspected() {
    expect("一条山镇、芦阳镇、喜泉镇、正路镇等1️⃣3个乡镇先后召开会议。", .countInconsistent, .suspected)
    expect("印发《甲》《乙》、《丙》等1️⃣2个文件", .countInconsistent)
    expect("教育局系统的一条山镇、芦阳镇等3个乡镇", .countInconsistent)
    expect("《甲》《乙》等3个文件", .countInconsistent)
  }

  @Test func listOfWhatWasSetUpIsCounted() {
    expect("设立政务公开区、办事服务区、咨询投诉区、自助查询区共1️⃣5个功能区。", .countInconsistent, .suspected)
    expect("建成大棚、圈舍、道路共30个项目", .countInconsistent)
  }
}
