import Checks
import DuwangCore
import Testing

struct HomeStaleTests {
  private func findings(age: Int, items: Int = 12, walled: Bool = false, columns: [ColumnState] = []) -> [Finding] {
    var reading = Scene.reading()
    reading.sites = [SiteReach(site: "portal", url: Scene.home, reach: .read, rechecked: false, milliseconds: 1)]
    for number in 0..<items {
      var link = Scene.link("a/\(number).html", status: .ok, fault: nil)
      link.page = Scene.home
      let reach = walled && number == 0 ? Reach.unreadable(.challenge, status: 412) : .read
      var page = PageReading(url: link.url, reach: reach, site: "portal", at: Scene.now)
      (page.kind, page.publishedAt) = (.article, Scene.today.addingDays(-age - number))
      reading.links.append(link)
      reading.pages.append(page)
    }
    return Scene.findings("home-stale", in: reading, columns: columns)
  }

  @Test func homePageWithoutANewItemForTwoWeeksIsSuspected() {
    #expect(findings(age: 15).map(\.kind) == [.homeStale])
    #expect(findings(age: 14).isEmpty)
  }

  @Test func withFewDatesWallsOrFresherColumnsNothingIsSaid() {
    #expect(findings(age: 15, items: 9).isEmpty)
    #expect(findings(age: 15, walled: true).isEmpty)
    let fresh = Freshness.state(of: Scene.news, reading: Scene.column(dates: ["2018-12-30"]), today: Scene.today)
    #expect(findings(age: 15, columns: [fresh]).isEmpty)
  }
}
