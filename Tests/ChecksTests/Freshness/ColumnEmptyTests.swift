import Checks
import DuwangCore
import Testing

struct ColumnEmptyTests {
  @Test func emptyColumnIsFoundAndUnreadableOneIsNot() {
    let empty = Freshness.state(of: Scene.news, reading: Scene.column(dates: []), today: Scene.today)
    #expect(Scene.findings("column-empty", in: Scene.reading(), columns: [empty]).map(\.kind) == [.columnEmpty])
    let walled = Scene.column(dates: [], reach: .failed(.forbidden, status: 403))
    let state = Freshness.state(of: Scene.news, reading: walled, today: Scene.today)
    #expect(Scene.findings("column-empty", in: Scene.reading(), columns: [state]).isEmpty)
  }
}
