import Testing

struct DateRangeTests {
  @Test func periodThatEndsBeforeItBeginsIsFound() {
    expect("公示期1️⃣2018年12月20日至2018年12月16日。", .dateMismatch, .certain)
    expect("公示期为1️⃣2018年5月20日至5月10日。", .dateMismatch, .certain)
    expect("公示期为1️⃣5月20日至10日。", .dateMismatch, .suspected)
    expect("三年行动方案（1️⃣2021年至2018年）", .dateMismatch, .certain)
  }

  @Test func yearComparedWithItselfIsSuspected() {
    expect("2018年接待游客150万人次，1️⃣比2018年增长20%。", .dateMismatch, .suspected)
  }

  @Test(arguments: [
    "公示期2018年12月20日至2019年1月3日。2018年1月1日印发", "2018年12月20日至1月5日", "自5月20日至10日内提出", "2018—2020年", "标准GB/T 2021—2018年版",
    "2018年末比2018年初增长3%", "2018年完成投资20亿元，比2017年增长5%；2019年计划比2018年增长6%。", "2月4日（除夕）至10日放假",
  ])
  func periodsOverTheTurnOfTheYearAndOtherYearsPass(_ text: String) { expect(text, .dateMismatch) }
}
