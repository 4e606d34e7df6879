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
}
