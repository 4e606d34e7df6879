import DuwangCore
import Testing

struct DateFutureTests {
  @Test func rowDatedLaterThanTomorrowIsSuspected() {
    var page = Scene.page("tzgg/", kind: .list, title: "通知公告", body: "")
    page.entries = [
      ListEntry(title: "通知", date: Scene.today.addingDays(2)), ListEntry(title: "公告", date: Scene.today.addingDays(1)),
    ]
    let found = Scene.findings("date-future", on: page)
    #expect(found.map(\.confidence) == [.suspected])
    #expect(found.first?.message.contains("“通知”") == true)
  }

  @Test func articleThatNamesADayToComeAsItsOwnIsSuspected() {
    var page = Scene.page("tzgg/1.html", title: "通知", body: "各乡镇：")
    page.publishedAt = nil
    page.dateCandidates = [
      DateCandidate(Scene.today.addingDays(9), source: "text", text: "报名截至", rejected: "future"),
      DateCandidate(Scene.today.addingDays(3), source: "label", text: "发布时间：", rejected: "future"),
    ]
    #expect(
      Scene.findings("date-future", on: page).map(\.evidence.text) == [Scene.today.addingDays(3).description])
  }
}
