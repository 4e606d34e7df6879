import DuwangCore
import Testing

struct SiteSlowTests {
  private func findings(_ milliseconds: Int) -> [Finding] {
    var reading = Scene.reading()
    reading.sites = [
      SiteReach(site: "portal", url: Scene.home, reach: .read, rechecked: false, milliseconds: milliseconds)
    ]
    return Scene.findings("site-slow", in: reading)
  }

  @Test func homePageThatTakesMoreThanHalfTheLimitIsSlow() {
    #expect(findings(7_501).count == 1)
    #expect(findings(7_500).isEmpty)
  }
}
