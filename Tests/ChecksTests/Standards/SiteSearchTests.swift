import Checks
import DuwangCore
import Testing

@Suite("The site's own search")
struct SiteSearchTests {
  private static let title = "景泰县召开年度重点工作汇报会"

  @Test("an answer without the title that says so itself is told; one that a machine cannot read is not")
  func verdicts() {
    for (result, count) in [(SearchReading.Result.nothing, 1), (.found, 0), (.unreadable, 0)] {
      var reading = Scene.reading()
      reading.searches = [SearchReading(site: "portal", url: Scene.home + "search", title: Self.title, result: result)]
      #expect(Scene.findings("site-search", in: reading).count == count)
    }
  }

  @Test("rows with the title are a hit, words of emptiness without it none, anything else says nothing")
  func answers() {
    var page = Page(url: Scene.home + "search")
    page.entries = [ListEntry(title: Self.title)]
    #expect(SearchReading.result(of: page, title: Self.title) == .found)
    page.entries = []
    page.blocks = [TextBlock("没有找到与“\(Self.title)”相关的信息")]
    #expect(SearchReading.result(of: page, title: Self.title) == .nothing)
    page.blocks = [TextBlock("正在检索，请稍候")]
    #expect(SearchReading.result(of: page, title: Self.title) == .unreadable)
    page.unreadable = .scriptShell
    #expect(SearchReading.result(of: page, title: Self.title) == .unreadable)
  }

  @Test("the title asked for has been there for a week, and is no letter")
  func title() {
    var column = Scene.column(dates: [])
    column.entries = [
      ListEntry(title: "景泰县今日召开紧急会议", date: Scene.today.addingDays(-6)),
      ListEntry(title: Self.title, date: Scene.today.addingDays(-7)),
      ListEntry(title: "关于小区供暖温度的来信", date: Scene.today.addingDays(-7), letter: Letter(state: .answered)),
    ]
    #expect(SearchReading.title(in: [column], today: Scene.today) == Self.title)
  }
}
