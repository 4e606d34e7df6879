import DuwangCore
import Testing

@Suite("Links of a page")
struct LinkTests {
  private func links(_ html: String) -> [Link] { read("<body>\(html)</body>").links }

  @Test("every kind of reference is collected with its line")
  func kinds() {
    let found = links(
      """
      <a href="a.html">甲</a><img src="i.png" data-src="real.png"><script src="s.js"></script>
      <iframe src="f.html"></iframe><a href="/x.pdf">乙</a><div onclick="window.open('/w.html')">丙</div>
      """)
    #expect(found.map(\.kind) == [.page, .image, .script, .frame, .attachment, .page])
    #expect(found[1].url == "http://www.qh.gov.cn/zwgk/tzgg/real.png")
    #expect(found[5].url == "http://www.qh.gov.cn/w.html")
    #expect(found.map(\.line) == [1, 1, 1, 2, 2, 2])
  }

  @Test("base, fragments and the page's own charset count")
  func base() {
    let page = read("<head><base href='/b/'></head><body><a href='c.html#top'>甲</a><p id='top'></p></body>")
    #expect(page.links.first?.url == "http://www.qh.gov.cn/b/c.html")
    #expect(page.links.first?.fragment == "top")
    #expect(page.anchors == ["top"])
  }

  @Test(
    "hidden by style",
    arguments: [
      "display:none", "VISIBILITY: hidden", "position:absolute;left:-9999px", "width:0;height:0;overflow:hidden",
    ])
  func hidden(_ style: String) {
    #expect(links("<div style=\"\(style)\"><a href='x.html'>甲</a></div>").first?.isHidden == true)
  }

  @Test("an address no browser can follow is malformed")
  func malformed() {
    #expect(links("<a href='http://www. gov.cn/ a'>甲</a>").first?.isMalformed == true)
  }
}
