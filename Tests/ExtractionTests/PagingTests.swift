import DuwangCore
import Testing

@Suite("The page after this one, as each maker writes it")
struct PagingTests {
  private let list = "<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" } + "</ul>"

  private func next(_ pager: String, at path: String = "/zwgk/tzgg/index.html") -> String? {
    let page = read(column(list + "<div class='page'>\(pager)</div>"), url: "http://www.qh.gov.cn" + path)
    #expect(page.entries.count == 3)
    return page.nextPage.map { String($0.dropFirst("http://www.qh.gov.cn".count)) }
  }

  @Test(
    "TRS counts from zero",
    arguments: [
      ("/zwgk/tzgg/", 0, "/zwgk/tzgg/index_1.html"), ("/zwgk/tzgg/index.html", 0, "/zwgk/tzgg/index_1.html"),
      ("/zwgk/tzgg/index_1.html", 1, "/zwgk/tzgg/index_2.html"), ("/zwgk/tzgg/index_2.html", 2, nil),
    ] as [(String, Int, String?)])
  func trs(_ path: String, _ current: Int, _ wanted: String?) {
    #expect(next("<script>createPageHTML(3,\(current),\"index\",\"html\");</script>", at: path) == wanted)
    #expect(next("<script>createPageHTML( 3, \(current), 'index' , 'html' );</script>", at: path) == wanted)
  }

  @Test("TRS: the function is defined where it is called")
  func defined() {
    let script =
      "function createPageHTML(_nPageCount, _nCurrIndex, _sName, _sExt){ return; }\ncreatePageHTML(7, 0, \"index\", \"shtml\");"
    #expect(next("<script>\(script)</script>") == "/zwgk/tzgg/index_1.shtml")
  }

  @Test("TRS: older templates count in variables")
  func variables() {
    let script =
      "var currentPage = 1;//所在页从0开始\nvar countPage = 4//共多少页\ndocument.write('<a href=\"index'+'_2.html\">下一页</a>');"
    #expect(next("<script>\(script)</script>", at: "/zwgk/tzgg/index_1.html") == "/zwgk/tzgg/index_2.html")
  }

  @Test("UCAP counts from one and writes the same call with a place first")
  func ucap() {
    let mark = "<script>createPageHTML('page-div',9, 1,'index','shtml',168);</script>"
    #expect(next(mark) == "/zwgk/tzgg/index_2.shtml")
  }

  @Test("VSB counts down: the last page is number one")
  func vsb() {
    let first = "<a href=\"tzgg/59.htm\" class=\"Next\">下页</a> <a href=\"tzgg/1.htm\" class=\"Next\">尾页</a>"
    #expect(next(first, at: "/tzgg.htm") == "/tzgg/59.htm")
    #expect(next("<a href=\"58.htm\" class=\"Next\">下页</a>", at: "/tzgg/59.htm") == "/tzgg/58.htm")
    #expect(next("<a href=\"../tzgg.htm\" class=\"Prev\">上页</a> <span>下页</span>", at: "/tzgg/1.htm") == nil)
  }

  @Test("Webplus, Dede and programs with a query name the page in their link")
  func links() {
    #expect(next("<a class=\"next\" href=\"/1234/list2.htm\"><span>下一页&gt;&gt;</span></a>") == "/1234/list2.htm")
    #expect(next("<a href='list_12_2.html'>下一页</a>") == "/zwgk/tzgg/list_12_2.html")
    #expect(next("<a href='?page=2'>下一页</a>", at: "/list.aspx?id=5") == "/list.aspx?page=2")
  }

  @Test("a link that its class or relation calls the next is, unless it leads to another article")
  func namedNext() {
    #expect(next("<a class='next' href='index1.htm'>&gt;&gt;</a>") == "/zwgk/tzgg/index1.htm")
    #expect(next("<a rel='next' href='?page=1'>››</a>") == nil)
    #expect(next("<a class='next' href='2.html'>下一篇</a>") == nil)
  }

  @Test("JPAAS: the answer says how many rows it has of how many")
  func jpaas() {
    let rows = "<div class='p' rows='3' count='40'></div>"
    let json = "{\"success\":true,\"data\":{\"html\":\"\((list + rows).replacing("\"", with: "\\\""))\"}}"
    let page = read(json, url: "http://www.qh.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit?pageId=7")
    #expect(page.nextPage?.contains("paramJson=%7B%22pageNo%22%3A2%2C%22pageSize%22%3A3%7D") == true)
  }
}
