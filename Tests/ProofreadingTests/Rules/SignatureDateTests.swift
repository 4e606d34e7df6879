import Testing

struct SignatureDateTests {
  @Test(arguments: ["1️⃣2019年12月31日", "1️⃣二〇一九年十二月三十一日"])
  func dateBelowTheDocumentAfterItsPublicationIsFound(_ date: String) {
    expect("各乡镇：\n现将有关事项通知如下。\n景泰县人民政府办公室\n\(date)", .dateFuture, .certain, published: "2018-12-31")
  }

  @Test(arguments: [
    "特此通知。\n景泰县人民政府办公室\n2018年12月30日", "报名截止时间：2019年3月1日\n特此公告。\n2018年12月31日", "本办法自2020年1月1日起施行。",
    "特此通知。\n2019年1月1日",
  ])
  func earlierDatesDeadlinesAndTheNextDayPass(_ text: String) { expect(text, .dateFuture, published: "2018-12-31") }

  @Test func withoutADateOfPublicationNothingIsSaid() { expect("通知\n2099年1月1日", .dateFuture) }
}
