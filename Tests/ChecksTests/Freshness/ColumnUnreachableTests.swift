import Checks
import DuwangCore
import Testing

struct ColumnUnreachableTests {
  private func findings(_ reach: Reach, site: Reach = .read) -> [Finding] {
    var reading = Scene.reading()
    reading.columns = [Scene.column(dates: [], reach: reach)]
    reading.sites = [SiteReach(site: "portal", url: Scene.home, reach: site, rechecked: false, milliseconds: 1)]
    let state = Freshness.state(of: Scene.news, reading: reading.columns[0], today: Scene.today)
    return Scene.findings("column-unreachable", in: reading, columns: [state])
  }

  @Test func missingPageIsCertainAndAnErrorMayPass() {
    #expect(findings(.failed(.notFound, status: 404)).first?.confidence == .certain)
    #expect(findings(.softNotFound("页面标题为“404”")).first?.confidence == .certain)
    let error = findings(.failed(.serverError, status: 500)).first
    #expect(error?.confidence == .suspected)
    #expect(error?.isTransient == true)
  }

  @Test func whenTheWholeSiteIsDownItsColumnsAreNotCounted() {
    let down = Reach.failed(.timeout, status: nil)
    #expect(findings(down, site: down).isEmpty)
    #expect(findings(down, site: .failed(.forbidden, status: 403)).count == 1)
  }
}
