import DuwangCore
import Testing

@testable import Checks

@Suite("Hidden links to strangers")
struct HiddenLinkTests {
  private func findings(_ links: [Link]) -> [Finding] {
    var page = Page(url: Scene.home + "a.html")
    (page.kind, page.links) = (.article, links)
    let reading = PageReading(url: page.url, reach: .read, site: "portal", at: Scene.now)
    return HiddenLink().findings(on: page, reading: reading, context: Scene.context())
  }

  private func link(_ url: String, _ text: String, hidden: Bool = true) -> Link {
    Link(url: url, text: text, line: 11, isHidden: hidden)
  }

  @Test("a hidden link to a gambling site is severe and certain")
  func gambling() {
    let found = findings([link("http://www.hg9988.com/", "皇冠体育投注")])
    #expect(found.map(\.kind) == [.hiddenLink])
    #expect(found.first?.severity == .severe && found.first?.confidence == .certain)
  }

  @Test("a hidden menu that leads inside or to other offices is none")
  func menus() {
    #expect(findings([link(Scene.home + "b/", "体育彩票投注站点查询"), link("http://www.gansu.gov.cn/", "省政府")]).isEmpty)
  }

  @Test("a visible link is no hidden link, whatever it says")
  func visible() { #expect(findings([link("http://www.hg9988.com/", "皇冠体育投注", hidden: false)]).isEmpty) }

  @Test("five hidden strangers without such words are suspected, four are none")
  func many() {
    let four = (1...4).map { link("http://www.s\($0).com/", "友情链接") }
    #expect(findings(four).isEmpty)
    #expect(findings(four + [link("http://www.s5.com/", "友情链接")]).map(\.confidence) == [.suspected])
  }
}
