import DuwangCore
import Testing

struct RedatedTests {
  @Test func articleWhoseOwnDatesAreHalfAYearOlderIsSuspected() {
    let signed = Scene.page("a.html", body: "各乡镇：\n现将有关事项通知如下。\n景泰县人民政府办公室\n2017年3月1日")
    #expect(Scene.findings("redated", on: signed).first?.message.contains("落款日期为2017年3月1日") == true)
    let news = Scene.page("a.html", title: "全县工作会议召开", body: "2018年3月5日，全县工作会议召开。会议总结了工作。")
    #expect(Scene.findings("redated", on: news).count == 1)
  }

  @Test func addressWithAnOlderDateIsSuspected() {
    #expect(Scene.findings("redated", on: Scene.page("zwgk/201803/t20180305_1.html", body: "会议召开。")).count == 1)
    #expect(Scene.findings("redated", on: Scene.page("art/2018/3/5/art_1_2.html", body: "会议召开。")).count == 1)
  }

  @Test func rulesHistoryRecentDatesAndPlansPass() {
    let pages = [
      Scene.page("a.html", title: "景泰县农村公路管理办法", body: "第一条 内容。\n2015年3月1日"),
      Scene.page("a.html", body: "各乡镇：\n现将有关事项通知如下。\n2018年12月20日"),
      Scene.page("a.html", title: "党史上的今天", body: "1935年3月5日，红军到达。"),
      Scene.page("art/2018/12/24/art_1_2.html", body: "会议召开。"),
      Scene.page("a.html", body: "会议指出，2017年3月1日起实施的制度要继续坚持，2019年1月1日起施行新标准。"),
    ]
    for page in pages { #expect(Scene.findings("redated", on: page).isEmpty, "\(page.title)") }
  }
}
