import Testing

struct DateMismatchTests {
  @Test func weekdayThatDisagreesWithItsDateIsFound() {
    let found = expect("定于1️⃣2019年3月5日（星期三）上午召开。", .dateMismatch, .certain)
    #expect(found.first?.suggestion == "星期二")
  }

  @Test(arguments: ["2019年3月5日（星期二）", "2019年3月5日 周二", "2019年3月5日周一至周五", "2019年3月5日周年纪念"])
  func weekdaysThatAgreeAndRangesOfWeekdaysPass(_ text: String) { expect(text, .dateMismatch) }

  @Test func withoutAYearThatOfPublicationIsUsed() {
    expect("1️⃣12月20日（星期五）", .dateMismatch, .suspected, published: "2018-12-18")
    expect("12月20日（星期四）", .dateMismatch, published: "2018-12-18")
    expect("1月2日（星期三）", .dateMismatch, published: "2018-12-28")
    expect("12月20日（星期五）", .dateMismatch)
  }
}
