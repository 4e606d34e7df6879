import Checks
import DuwangCore
import Testing

struct LinkHijackedTests {
  private static let url = "http://www.jtlyw.com/"
  private static let before = Landing(title: "景泰旅游网", host: "www.jtlyw.com")

  private func findings(_ now: Landing?, before: Landing? = nil, urls: [String] = [url]) -> [Finding] {
    var reading = Scene.reading()
    var past = Past()
    reading.links = urls.map { url in
      var link = LinkReading(
        url: url, kind: .page, isExternal: true, status: .ok, page: Scene.home, checkedAt: Scene.now)
      link.landing = before
      past.links[url] = link
      link.landing = now
      return link
    }
    var context = Scene.context()
    context.past = past
    return Scene.findings("link-hijacked", in: reading, context: context)
  }

  private func landing(_ title: String, host: String = "www.jtlyw.com", body: String = "") -> Landing {
    var page = Page(url: Self.url)
    (page.documentTitle, page.blocks) = (title, [TextBlock(body)])
    return Takeover.landing(page, finalURL: "http://\(host)/")
  }

  @Test func aSiteThatBecameACasinoIsCertainAndSevere() throws {
    let finding = try #require(findings(landing("真人百家乐_澳门威尼斯人"), before: Self.before).first)
    #expect(finding.severity == .severe)
    #expect(finding.confidence == .certain)
    #expect(finding.target == Self.url)
    #expect(finding.message.contains("景泰旅游网"))
  }

  @Test func aCasinoIsKnownAtFirstSightByItsTitle() {
    #expect(findings(landing("真人百家乐_澳门威尼斯人娱乐城")).first?.confidence == .certain)
    #expect(findings(landing("棋牌大厅", body: "投注 百家乐 老虎机")).first?.confidence == .suspected)
  }

  @Test func oneHostIsOneFindingHoweverManyOfItsAddressesAreLinkedTo() {
    let urls = [Self.url, Self.url + "a.html", Self.url + "b.html"]
    #expect(findings(landing("百家乐娱乐城"), before: Self.before, urls: urls).count == 1)
  }

  @Test func aNameForSaleIsNoLongerItsOwners() {
    let now = landing("jtlyw.com", body: "This domain is for sale")
    #expect(findings(now).first?.confidence == .suspected)
    #expect(findings(now, before: Self.before).first?.confidence == .certain)
  }

  @Test func aMoveToAnotherDomainUnderAnotherTitleIsToBeLookedAt() throws {
    let finding = try #require(findings(landing("某某商城", host: "shop.example.com"), before: Self.before).first)
    #expect(finding.confidence == .suspected)
    #expect(finding.severity == .general)
  }

  @Test func newsOfGamblingARenamedSiteAndAMovedSiteAreNoChangeOfHands() {
    #expect(findings(landing("警惕网络博彩陷阱_某某新闻网", body: "警方提醒"), before: nil).isEmpty)
    #expect(findings(landing("魅力甘肃"), before: Self.before).isEmpty)
    #expect(findings(landing("景泰旅游网", host: "www.jtly.cn"), before: Self.before).isEmpty)
    #expect(findings(landing("景泰文旅", host: "news.jtlyw.com"), before: Self.before).isEmpty)
    #expect(findings(landing(""), before: Self.before).isEmpty)
    #expect(findings(nil, before: Self.before).isEmpty)
  }

  @Test func wordsThatWereThereWhenTheSiteWasWellAreItsOwn() {
    let lottery = landing("体育彩票投注站查询")
    #expect(findings(lottery, before: lottery).isEmpty)
  }

  @Test(arguments: [
    ("http://a.b.example.com/", "example.com"), ("http://www.jingtai.gov.cn/", "jingtai.gov.cn"),
    ("http://www.gsjt.gs.cn/", "gsjt.gs.cn"), ("http://x.com.cn/", "x.com.cn"), ("http://10.0.0.1/", "10.0.0.1"),
    ("http://example.cn/", "example.cn"), ("http://a.example.co.uk/", "example.co.uk"),
  ])
  func oneOwnerRegistersThisPartOfAHost(url: String, domain: String) throws {
    #expect(try #require(WebAddress(url)).registrableDomain == domain)
  }
}
