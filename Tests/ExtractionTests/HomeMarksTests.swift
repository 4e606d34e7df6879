import DuwangCore
import Testing

@Suite("Foot and search box of a home page")
struct HomeMarksTests {
  private func home(_ body: String) -> Page {
    read("<html><head><title>清河县人民政府</title></head><body>\(body)</body></html>", url: "http://www.qh.gov.cn/")
  }

  @Test("the marks of the guideline are read from text, pictures and scripts")
  func marks() throws {
    let marks = try #require(
      home(
        """
        <div class="footer"><p>主办：清河县人民政府 联系电话：0319-8160001 网站标识码：1305340001</p>
        <p><a href="https://beian.miit.gov.cn/">冀ICP备05001234号-1</a> 冀公网安备 13053402000016号</p>
        <script src="https://dcs.conac.cn/js/1.js"></script><a href="http://bszs.conac.cn/x"><img src="/b.png"></a>
        <a href="https://zfwzzc.www.gov.cn/check_web/x"><img src="/j.png"></a><a href="/map.html">网站地图</a></div>
        """
      ).marks)
    #expect(marks.siteCode == "1305340001")
    #expect(marks.icp == "冀ICP备05001234号-1")
    #expect(marks.police == "冀公网安备 13053402000016号")
    #expect(marks.hasPartyMark && marks.hasErrorEntry && marks.hasSiteMap && marks.hasSponsor && marks.hasPhone)
  }

  @Test("a page without a foot has none of them, and other pages are not asked")
  func none() throws {
    let marks = try #require(home("<p>你好</p>").marks)
    #expect(marks == FooterMarks())
    #expect(read("<html><body>标识码：1305340001</body></html>").marks == nil)
  }

  @Test("a form with one field for words that asks by GET is a search box")
  func search() {
    let form = """
      <form action="/search/index.jsp" method="GET"><input type="hidden" name="siteid" value="1"><input name="q" type="text">
      <input type="submit"></form>
      """
    #expect(home(form).search == SearchForm(url: "http://www.qh.gov.cn/search/index.jsp?siteid=1", field: "q"))
  }

  @Test("a form that posts, that asks for a name and a password, or whose fields need escaping is none")
  func noSearch() {
    #expect(home("<form action=\"/search\" method=\"post\"><input name=\"q\"></form>").search == nil)
    #expect(home("<form action=\"/login\"><input name=\"u\"><input name=\"p\" type=\"password\"></form>").search == nil)
    #expect(home("<form action=\"/search\"><input name=\"q&x=1\"></form>").search == nil)
    #expect(home("<form action=\"/search\"><input name=\"a\"><input name=\"b\"></form>").search == nil)
  }
}
