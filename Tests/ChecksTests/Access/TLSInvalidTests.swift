import DuwangCore
import Testing

struct TLSInvalidTests {
  private func findings(_ fault: FetchFault) -> [Finding] {
    var reading = Scene.reading()
    reading.sites = [
      SiteReach(
        site: "portal", url: Scene.home, reach: .failed(fault, status: nil), rechecked: true, milliseconds: 1,
        tls: TLSFacts(notAfter: Scene.now))
    ]
    return Scene.findings("tls-invalid", in: reading) + Scene.findings("site-unreachable", in: reading)
  }

  @Test func badCertificateIsNamedAndTheSiteIsNotCalledDown() {
    for fault in [FetchFault.tlsExpired, .tlsSelfSigned, .tlsWrongHost, .tlsUntrusted] {
      #expect(findings(fault).map(\.kind) == [.tlsInvalid])
      #expect(findings(fault).first?.message.contains(fault.chinese) == true)
    }
  }

  @Test func handshakeThatFailsIsASiteThatDoesNotOpen() {
    #expect(findings(.tlsHandshake).map(\.kind) == [.siteUnreachable])
  }
}
