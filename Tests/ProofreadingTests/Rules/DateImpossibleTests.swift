import Testing

struct DateImpossibleTests {
  @Test func dateThatIsNotInTheCalendarIsFound() {
    expect("会议于1️⃣2018年11月31日召开，2️⃣2月30日结束。", .dateImpossible, .certain)
    expect("1️⃣2018年2月29日", .dateImpossible, .certain)
    expect("1️⃣二〇一八年十一月三十一日", .dateImpossible, .certain)
    expect("发布时间：1️⃣2018-02-30", .dateImpossible, .certain)
    expect("1️⃣2018 年 13 月 5 日", .dateImpossible, .certain)
  }

  @Test(arguments: [
    "2016年2月29日", "2月29日", "农历二月三十日即2月30日", "农历2月30日", "2月30号楼", "版本2.0.31.5", "2006年20.5万元", "为期3个月30日内",
    "1—11月31个项目", "2018年12月31日", "项目编号2018-02-30-1",
    "2018-12-31", "二〇一八年十二月三十一日", "八月十五日", "编号2018-15-03", "0943-5521-32",
  ])
  func datesOfTheCalendarLunarDatesAndHouseNumbersPass(_ text: String) { expect(text, .dateImpossible) }
}
