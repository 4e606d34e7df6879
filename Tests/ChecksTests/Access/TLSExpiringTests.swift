import DuwangCore
import Testing

struct TLSExpiringTests {
  private func findings(inDays days: Int) -> [Finding] {
    var reading = Scene.reading()
    reading.sites = [
      SiteReach(
        site: "portal", url: Scene.home, reach: .read, rechecked: false, milliseconds: 1,
        tls: TLSFacts(notAfter: Moment(startOf: Scene.today.addingDays(days))))
    ]
    return Scene.findings("tls-expiring", in: reading)
  }

  @Test func certificateThatEndsWithinThirtyDaysIsAHint() {
    #expect(findings(inDays: 29).first?.message.contains("剩余29日") == true)
    #expect(findings(inDays: 30).isEmpty)
  }
}
