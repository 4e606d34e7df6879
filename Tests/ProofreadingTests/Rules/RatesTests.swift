import Testing

struct RatesTests {
  @Test func rateThatTheFiguresDoNotGiveIsFound() {
    expect("共受理群众来信87件，已办结80件，办结率1️⃣100%。", .sumMismatch, .certain)
    expect("用水户由100户增加到150户，增长1️⃣40%。", .sumMismatch, .suspected)
  }

  @Test(arguments: [
    "共受理群众来信87件，已办结85件，办结率97.7%。", "用水户由100户增加到150户，增长50%。", "由54万亿元增加到82.7万亿元，年均增长7.1%。",
    "收到来信604件，均已答复，答复率100%。", "由100元增加到150元，实际增长40%。",
  ])
  func rightRatesAndOtherMeasuresPass(_ text: String) { expect(text, .sumMismatch) }
}
