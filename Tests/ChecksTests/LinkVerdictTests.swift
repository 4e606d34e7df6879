import Checks
import DuwangCore
import Testing

struct LinkVerdictTests {
  private func judge(
    _ fault: FetchFault?, _ status: Int?, url: String = Scene.home + "a/b.html", final: String? = nil,
    kind: Link.Kind = .page, body: String = "", soft: String? = nil, page: Page? = nil
  ) -> LinkReading {
    var outcome = FetchOutcome(url: url, at: Scene.now)
    (outcome.fault, outcome.status, outcome.body) = (fault, status, Array(body.utf8))
    if let final {
      outcome.finalURL = final
      outcome.hops = [.init(url: url, status: 302)]
    }
    return LinkVerdict.judge(
      outcome, link: Link(url: url, text: "链接", kind: kind, line: 7), isExternal: false, firstPage: Scene.home,
      homeURLs: [Scene.home], page: page, softNotFound: soft)
  }

  @Test(arguments: [
    (FetchFault.notFound, 404 as Int?, LinkReading.Status.broken, Confidence.certain), (.gone, 410, .broken, .certain),
    (.clientError, 400, .broken, .suspected), (.serverError, 500, .broken, .suspected),
    (.connectionRefused, nil, .broken, .suspected), (.nameNotResolved, nil, .broken, .suspected),
    (.tlsExpired, nil, .broken, .suspected), (.redirectLoop, 302, .broken, .suspected),
    (.timeout, nil, .timeout, .suspected), (.stalled, 200, .timeout, .suspected),
    (.unauthorized, 401, .blocked, .suspected), (.forbidden, 403, .blocked, .suspected),
    (.methodRefused, 405, .blocked, .suspected), (.challenge, 412, .blocked, .suspected),
    (.clientError, 418, .blocked, .suspected), (.rateLimited, 429, .blocked, .suspected),
    (.serverError, 521, .blocked, .suspected), (.disallowedByRobots, nil, .skipped, .suspected),
    (.privateAddress, nil, .skipped, .suspected), (.offline, nil, .skipped, .suspected),
  ])
  func everyFaultHasOneVerdict(
    _ fault: FetchFault, _ code: Int?, _ status: LinkReading.Status, _ confidence: Confidence
  ) {
    let verdict = judge(fault, code)
    #expect(verdict.status == status)
    #expect(verdict.confidence == confidence)
    #expect(verdict.reason.contains(fault.chinese))
  }

  @Test func noFaultIsWithoutAVerdictAndItsReason() {
    for fault in FetchFault.allCases {
      #expect(judge(fault, nil).status != .ok)
      #expect(!judge(fault, nil).reason.isEmpty)
    }
  }

  @Test func goodAnswerIsOkAndKeepsWhereItStands() {
    let verdict = judge(nil, 200)
    #expect(verdict.status == .ok)
    #expect(verdict.reason.isEmpty)
    #expect((verdict.page, verdict.text, verdict.line) == (Scene.home, "链接", 7))
  }

  @Test func malformedAddressIsItsOwnClass() {
    var link = Link(url: "http://320-252-1670/", kind: .page)
    link.isMalformed = true
    let verdict = LinkVerdict.judge(
      FetchOutcome(url: link.url, at: Scene.now), link: link, isExternal: false, firstPage: Scene.home, homeURLs: [],
      page: nil, softNotFound: nil)
    #expect(verdict.fault == .malformedAddress)
    #expect(verdict.confidence == .certain)
  }

  @Test func aNameThatCannotBeOneIsAMalformedAddress() {
    #expect(judge(.nameNotResolved, nil, url: "https://320-252-1670/").fault == .malformedAddress)
    #expect(judge(.nameNotResolved, nil, url: "https://a.example.cn/").fault == .nameNotResolved)
  }

  @Test func softNotFoundIsBrokenForCertain() {
    let verdict = judge(nil, 200, soft: "页面标题为“404”")
    #expect(verdict.status == .broken)
    #expect(verdict.isSoftNotFound)
    #expect(verdict.confidence == .certain)
  }

  @Test func webPageUnderTheNameOfAFileIsDead() {
    #expect(
      judge(nil, 200, url: Scene.home + "a.pdf", kind: .attachment, body: "<!DOCTYPE html><p>x").status == .broken)
    #expect(judge(nil, 200, url: Scene.home + "a.jpg", kind: .image, body: "\u{feff}\n<html>").status == .broken)
    #expect(judge(nil, 200, url: Scene.home + "a.pdf", kind: .attachment, body: "%PDF-1.4").status == .ok)
    #expect(judge(nil, 200, url: Scene.home + "down.jsp?id=1", kind: .attachment, body: "<html>").status == .ok)
    #expect(judge(nil, 200, url: Scene.home + "a.svg", kind: .image, body: "<?xml version='1.0'?><svg>").status == .ok)
  }

  @Test func challengeInsteadOfAPageIsAWall() {
    var page = Page(url: Scene.home)
    page.unreadable = .challenge
    #expect(judge(nil, 200, page: page).status == .blocked)
  }

  @Test func articleThatEndsAtTheHomePageIsSuspectedDead() {
    let verdict = judge(nil, 200, url: Scene.home + "art/2018/3/5/art_1_2.html", final: Scene.home)
    #expect(verdict.status == .broken)
    #expect(verdict.endsAtHome)
    #expect(verdict.confidence == .suspected)
  }

  @Test func columnThatLeadsToTheHomePageSaysSo() {
    let verdict = judge(nil, 200, url: Scene.home + "zwgk/", final: Scene.home)
    #expect(verdict.status == .redirected)
    #expect(verdict.reason == "跳转至网站首页")
  }

  @Test(arguments: ["404.html", "error/404.htm", "Error.jsp", "notFound", "page_404.html"])
  func aRedirectToAnErrorPageIsSuspectedDead(final: String) {
    let verdict = judge(nil, 200, final: Scene.home + final)
    #expect(verdict.status == .broken)
    #expect(verdict.isSoftNotFound)
    #expect(verdict.confidence == .suspected)
  }

  @Test func aChainOfRedirectsNamesTheAddressThatShortensIt() {
    var outcome = FetchOutcome(url: Scene.home + "a", at: Scene.now)
    (outcome.status, outcome.finalURL) = (200, Scene.home + "c")
    outcome.hops = [.init(url: Scene.home + "a", status: 301), .init(url: Scene.home + "b", status: 302)]
    let verdict = LinkVerdict.judge(
      outcome, link: Link(url: Scene.home + "a"), isExternal: false, firstPage: Scene.home, homeURLs: [], page: nil,
      softNotFound: nil)
    #expect(verdict.status == .redirected)
    #expect(verdict.reason == "经2次跳转至\(Scene.home)c，可直接改为最终网址")
  }

  @Test func aSlowAnswerIsGoodAndSaysSo() {
    var outcome = FetchOutcome(url: Scene.home + "a", at: Scene.now)
    (outcome.status, outcome.totalMilliseconds) = (200, 9200)
    let verdict = LinkVerdict.judge(
      outcome, link: Link(url: Scene.home + "a"), isExternal: false, firstPage: Scene.home, homeURLs: [], page: nil,
      softNotFound: nil)
    #expect(verdict.status == .ok)
    #expect(verdict.reason == "打开缓慢，用时9秒")
  }

  @Test func aRefusedCertificateIsNamedWithItsDates() {
    var outcome = FetchOutcome(url: "https://a.example.cn/", at: Scene.now)
    (outcome.fault, outcome.tls) = (.tlsExpired, TLSFacts(notAfter: Moment("2018-12-01T00:00:00Z")))
    let verdict = LinkVerdict.judge(
      outcome, link: Link(url: "https://a.example.cn/"), isExternal: true, firstPage: Scene.home, homeURLs: [],
      page: nil, softNotFound: nil)
    #expect(verdict.reason == "安全证书已过期，证书有效期至2018-12-01")
  }

  @Test func otherRedirectsAreNoFault() {
    #expect(judge(nil, 200, final: Scene.home + "c/d.html").status == .redirected)
    #expect(judge(nil, 200, url: Scene.home + "index.html", final: Scene.home).status == .redirected)
    #expect(judge(nil, 200, url: Scene.home + "portal", final: Scene.home).status == .redirected)
  }
}
