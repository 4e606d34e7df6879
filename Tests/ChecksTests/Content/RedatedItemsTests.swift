import Checks
import DuwangCore
import Testing

struct RedatedItemsTests {
  @Test func manyRowsOnOneRecentDayAreSuspected() {
    var reading = Scene.reading()
    reading.columns = [Scene.column(dates: Array(repeating: "2018-12-28", count: 12) + ["2018-10-01", "2018-09-01"])]
    let found = Scene.findings("redated-items", in: reading, context: Self.after("2018-12-01"))
    #expect(found.map(\.kind) == [.redated])
    #expect(found.first?.confidence == .suspected)
  }

  /// What a reading left that saw the column's newest row on a day.
  private static func after(_ day: String) -> CheckContext {
    var context = Scene.context()
    var state = ColumnState(column: Scene.news, url: nil, status: .fresh)
    state.newest = Day(day)
    context.past.columns[Scene.news.id] = state
    return context
  }

  @Test(arguments: [nil, "2018-12-28"])
  func aHeapThatStoodThereBeforeIsNoNews(_ day: String?) {
    var reading = Scene.reading()
    reading.columns = [Scene.column(dates: Array(repeating: "2018-12-28", count: 12))]
    #expect(
      Scene.findings("redated-items", in: reading, context: day.map(Self.after) ?? Scene.context()).isEmpty)
  }

  @Test func ordinaryListsOldHeapsAndLettersPass() {
    var reading = Scene.reading()
    reading.columns = [
      Scene.column(dates: (1...20).map { "2018-12-\($0 < 10 ? "0" : "")\($0)" }),
      Scene.column(dates: Array(repeating: "2018-03-01", count: 20)),
      Scene.column(Scene.letters, dates: Array(repeating: "2018-12-28", count: 20)),
    ]
    #expect(Scene.findings("redated-items", in: reading, context: Self.after("2018-02-01")).isEmpty)
  }

  @Test func sameTextAtANewAddressWithANewerDateIsSuspected() {
    var reading = Scene.reading()
    reading.pages = [("old.html", "2017-01-05"), ("new.html", "2018-12-20")].map { path, day in
      var page = PageReading(url: Scene.home + path, reach: .read, site: "portal", at: Scene.now)
      (page.kind, page.title, page.publishedAt, page.textHash) = (.article, "关于防火的通知", Day(day), 42)
      return page
    }
    let found = Scene.findings("redated-items", in: reading)
    #expect(found.map(\.page) == [Scene.home + "new.html"])
    #expect(found.first?.target == Scene.home + "old.html")
  }
}
