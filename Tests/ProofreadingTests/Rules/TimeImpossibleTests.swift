import Testing

struct TimeImpossibleTests {
  @Test func timeThatNoClockShowsIsSuspected() {
    expect("会议时间：6月8日1️⃣25时30分。", .dateImpossible, .suspected)
    expect("上午1️⃣9:75开会", .dateImpossible, .suspected)
  }

  @Test(arguments: ["6月8日9时30分", "下午14：30—18：00", "12月31日24时", "培训共30时", "3月5日比分30:75", "每日24小时"])
  func clockTimesDurationsAndScoresPass(_ text: String) { expect(text, .dateImpossible) }
}
