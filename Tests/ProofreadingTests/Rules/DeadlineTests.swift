import Testing

struct DeadlineTests {
  @Test func 截止BeforeATimeIsSuspected() {
    let found = expect("1️⃣截止2018年底，全县共办结。2️⃣截止到12月末，", .typo, .suspected)
    #expect(found.map(\.suggestion) == ["截至", "截至"])
  }

  @Test(arguments: ["报名截止2018年12月1日。", "报名时间：截止12月1日", "2018年12月1日截止。", "截止日期为2018年12月1日", "截至2018年底"])
  func deadlinesPass(_ text: String) { expect(text, .typo) }
}
