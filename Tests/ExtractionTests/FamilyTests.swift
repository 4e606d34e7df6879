import DuwangCore
import Extraction
import Testing

@Suite("Content management systems")
struct FamilyTests {
  private let reader = PageReader(today: readingDay)

  @Test("JPAAS: the unit's address is put together from queryData, its JSON holds the rows")
  func jpaas() throws {
    let page = read(
      column(
        """
        <script src="/script/jpaas/AuthorizedRead/unitbuild.js" url="/api-gateway/jpaas-publish-server/front/page/build/unit"
        queryData="{'parseType':'bulidstatic','webId':'8a9d','tplSetId':'3f','pageType':'column','tagId':'信息列表','editType':'null','pageId':'p1'}"></script>
        """))
    #expect(page.cms == "jpaas")
    #expect(page.entries.isEmpty)
    let source = try #require(page.listSources.first)
    #expect(source.kind == .unitJSON)
    #expect(
      source.url.hasSuffix(
        "/build/unit?parseType=bulidstatic&webId=8a9d&tplSetId=3f&pageType=column&tagId=%E4%BF%A1%E6%81%AF%E5%88%97%E8%A1%A8&editType=null&pageId=p1"
      ))
    let items = rows {
      "<li><a href='/a/\($0.date).html' title='\($0.title)'>\($0.title)</a><span>\($0.date)</span></li>"
    }
    let json =
      "{\"success\":true,\"data\":{\"html\":\"<ul>\(items)</ul><div class='pagination' rows='3' count='9'></div>\"}}"
    let filled = reader.readList(
      Array(json.replacing("\n", with: "").utf8), contentType: "application/json", source: source, into: page)
    #expect(filled.entries.map(\.title) == Item.three.map(\.title))
    #expect(filled.nextPage?.hasSuffix("paramJson=%7B%22pageNo%22%3A2%2C%22pageSize%22%3A3%7D") == true)
  }

  @Test("JPAAS: a unit without rows is a list without rows")
  func emptyUnit() {
    let page = read(column(""))
    let source = ListSource(kind: .unitJSON, url: "http://www.qh.gov.cn/u")
    let filled = reader.readList(
      Array("{\"success\":true,\"data\":{\"html\":\"<ul></ul>\"}}".utf8), contentType: nil, source: source, into: page)
    #expect(filled.hasList)
    #expect(filled.entries.isEmpty)
  }

  @Test("jcms: records in a script island are the rows")
  func jcms() {
    let records = rows { "<record><![CDATA[<li><a href='\($0.href)'>\($0.title)</a><b>\($0.date)</b></li>]]></record>" }
    let page = read(
      column(
        "<div id='1'><script type=\"text/xml\"><datastore><nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=2\"></a>]]></nextgroup><recordset>\(records)</recordset></datastore></script></div>"
      ),
      url: "http://www.qh.gov.cn/col/col12/index.html")
    #expect(page.cms == "hanweb")
    #expect(page.entries.map(\.title) == Item.three.map(\.title))
    #expect(page.newest == Day(2024, 3, 8))
    #expect(Item.three.allSatisfy { item in page.links.contains { $0.text == item.title && $0.kind == .page } })
    #expect(page.nextPage == "http://www.qh.gov.cn/module/web/jpage/dataproxy.jsp?page=2")
  }

  @Test("Epoint: the list is asked for by posting JSON")
  func epoint() throws {
    let page = read(
      column(
        """
        <ul id="infolist"></ul><script>var siteInfo={"projectName":"/EWB-FRONT","siteGuid":"7eb5"};
        $.ajax({type:"post",url:siteInfo.projectName+"/rest/lightfrontaction/getgovinfolist",data:JSON.stringify({"deptcode":"swj","categorynum":"002001"})})</script>
        """))
    let source = try #require(page.listSources.first)
    #expect(source.url == "http://www.qh.gov.cn/EWB-FRONT/rest/lightfrontaction/getgovinfolist")
    #expect(
      source.postBody
        == "{\"deptcode\":\"swj\",\"categorynum\":\"002001\",\"siteGuid\":\"7eb5\",\"pageIndex\":0,\"pageSize\":15}")
    let json =
      "{\"custom\":{\"data\":[{\"title\":\"关于防汛值班安排的通知\",\"infourl\":\"/swj/1.html\",\"infodate\":\"2024-05-02\"}]}}"
    let filled = reader.readList(Array(json.utf8), contentType: nil, source: source, into: page)
    #expect(
      filled.entries == [ListEntry(title: "关于防汛值班安排的通知", url: "http://www.qh.gov.cn/swj/1.html", date: Day(2024, 5, 2))]
    )
  }

  @Test("gkmlpt: dates as seconds since 1970")
  func gkmlpt() {
    let json =
      "{\"articles\":[{\"title\":\"县财政局2023年部门决算\",\"url\":\"http://www.qh.gov.cn/gkmlpt/content/1/post_1.html\",\"date\":1709827200}]}"
    let page = read(json, url: "http://www.qh.gov.cn/gkmlpt/api/all/508?page=1&sid=1")
    #expect(page.entries.first?.date == Day(2024, 3, 8))
  }

  @Test("a frame of the same host holds the list")
  func frame() {
    let page = read(column("<iframe src='/list/tzgg.html' width='100%'></iframe>", aside: false))
    #expect(page.listSources == [ListSource(kind: .page, url: "http://www.qh.gov.cn/list/tzgg.html")])
  }
}
