import DuwangCore
import Testing

@Suite("Address of a government site")
struct SiteAddressTests {
  private func keys(_ home: String, code: String? = "6204230001") -> [String] {
    var targets = Scene.targets()
    (targets.sites[0].home, targets.sites[0].code) = (home, code)
    var reading = Scene.reading()
    reading.sites = [SiteReach(site: "portal", url: home, reach: .read, rechecked: false, milliseconds: 1)]
    return Scene.findings("site-address", in: reading, context: Scene.context(targets)).map { finding in
      finding.message.contains("gov.cn结尾") ? "domain" : "https"
    }
  }

  @Test("a home page under .gov.cn over HTTPS is well; without HTTPS it gets advice")
  func https() {
    #expect(keys("https://www.example.gov.cn/").isEmpty)
    #expect(keys("http://www.example.gov.cn/") == ["https"])
  }

  @Test("a registered site under another domain is told")
  func domain() { #expect(keys("https://www.example.com/") == ["domain"]) }

  @Test("a name without IPv6 gets advice; what this machine cannot tell is no finding")
  func ipv6() {
    func found(_ state: IPv6State?) -> [Finding] {
      var targets = Scene.targets()
      (targets.sites[0].home, targets.sites[0].code) = ("https://www.example.gov.cn/", "6204230001")
      var reading = Scene.reading()
      var site = SiteReach(
        site: "portal", url: targets.sites[0].home, reach: .read, rechecked: false, milliseconds: 1)
      site.ipv6 = state
      reading.sites = [site]
      return Scene.findings("site-address", in: reading, context: Scene.context(targets))
    }
    #expect(found(.noAddress).map(\.confidence) == [.certain])
    #expect(found(.noAnswer).map(\.confidence) == [.suspected])
    #expect(found(.noAddress)[0].message.contains("此项为建议") && found(.noAddress)[0].severity == .hint)
    for state in [nil, IPv6State.answers, .noNetworkHere, .unknown] { #expect(found(state).isEmpty) }
  }

  @Test("numbers and unregistered sites say nothing")
  func none() {
    #expect(keys("http://127.0.0.1:8080/").isEmpty)
    #expect(keys("http://localhost/").isEmpty)
    #expect(keys("http://www.example.com/", code: nil).isEmpty)
  }
}
