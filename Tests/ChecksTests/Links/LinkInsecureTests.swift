import Checks
import DuwangCore
import Testing

struct LinkInsecureTests {
  private func findings(_ links: [LinkReading], check: String = "link-insecure") -> [Finding] {
    var reading = Scene.reading()
    reading.links = links
    return Scene.findings(check, in: reading)
  }

  @Test(arguments: [FetchFault.tlsExpired, .tlsSelfSigned, .tlsWrongHost, .tlsUntrusted])
  func aTargetWithARefusedCertificateIsInsecureAndNotBroken(fault: FetchFault) throws {
    var link = Scene.link("a.html", fault: fault)
    (link.code, link.confidence) = (nil, .suspected)
    let finding = try #require(findings([link]).first)
    #expect(finding.kind == .linkInsecure)
    #expect(finding.severity == .general)
    // Browsers complete chains that a server leaves out: an unknown issuer never becomes certain by itself.
    #expect(finding.isTransient == (fault != .tlsUntrusted))
    #expect(findings([link], check: "link-broken").isEmpty)
  }

  @Test func aSecureConnectionThatCannotBeMadeIsBroken() {
    let link = Scene.link("a.html", fault: .tlsHandshake)
    #expect(findings([link]).isEmpty)
    #expect(findings([link], check: "link-broken").count == 1)
  }

  @Test func aScriptOverAnInsecureLineIsNotLoadedBySecurePages() throws {
    var link = Scene.link("a.js", kind: .script, status: .ok, fault: nil)
    #expect(findings([link]).isEmpty)
    link.page = "https://www.example.gov.cn/"
    let finding = try #require(findings([link]).first)
    #expect(finding.severity == .hint)
    // Pictures are shown all the same, and links lead wherever they lead.
    for kind in [Link.Kind.image, .page, .attachment] {
      link.kind = kind
      #expect(findings([link]).isEmpty)
    }
  }
}
