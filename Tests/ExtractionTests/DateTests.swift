import DuwangCore
import Testing

@testable import Extraction

@Suite("Dates as portals write them")
struct DateTests {
  @Test(
    "every form is read",
    arguments: [
      ("2021-06-09", "2021-06-09"), ("2026/07/31", "2026-07-31"), ("2020.12.21", "2020-12-21"),
      ("2021年02月05日", "2021-02-05"),
      ("2021年2月5日", "2021-02-05"), ("20-12-06", "2020-12-06"), ("[2010-08-02 09:52]", "2010-08-02"),
      ("20210609", "2021-06-09"),
      ("发布时间：2016/12/08 16:22:37  阅读次数：3", "2016-12-08"), ("二〇二一年六月九日", "2021-06-09"), ("二○一八年十二月三十一日", "2018-12-31"),
      ("民國110年6月9日", "2021-06-09"), ("２０２１年６月９日", "2021-06-09"), ("2021 年 6 月 9 日", "2021-06-09"),
    ])
  func forms(_ text: String, _ day: String) {
    #expect(DateScanner.scan(text).first?.full?.description == day)
  }

  @Test(
    "numbers that are no date are passed over",
    arguments: [
      "国发〔2020〕12号", "0931-88202012", "2021-13-09", "t20210609_9627", "2021-02-30", "192.168.1.10", "620423202012",
      "13:20:10",
    ])
  func others(_ text: String) {
    #expect(DateScanner.scan(text).allSatisfy { $0.full == nil })
  }

  @Test("day and month without year are kept apart from full dates")
  func monthDay() {
    #expect(DateScanner.scan("[11-12]").first?.form == .monthDay)
    #expect(DateScanner.scan("3月8日").first?.form == .monthDay)
  }

  @Test(
    "dates in addresses are read",
    arguments: [
      ("http://a.cn/art/2018/12/20/art_1_2.html", "2018-12-20"),
      ("http://a.cn/201812/t20181220_123.html", "2018-12-20"),
      ("http://a.cn/x/2018-12-20/5.html", "2018-12-20"), ("http://a.cn/x/20181220/5.html", "2018-12-20"),
      ("http://a.cn/2018/1220/c1a2/page.htm", "2018-12-20"),
    ])
  func addresses(_ url: String, _ day: String) {
    #expect(AddressDate.find(url)?.full?.description == day)
  }

  @Test("a long text of digits and signs takes time in proportion to its length")
  func linear() {
    let text = String(repeating: "2020-12-", count: 50_000)
    #expect(DateScanner.scan(text).count < 100_000)
  }
}
