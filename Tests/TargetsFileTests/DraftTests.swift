import DuwangCore
import Testing

@testable import TargetsFile

@Suite("A draft from a home page") struct DraftTests {
  private func home(_ links: [(String, String)]) -> Page {
    var page = Page(url: "http://www.example.gov.cn/")
    page.documentTitle = "首页-景泰县人民政府"
    page.meta = ["siteidcode": "6204230001"]
    page.links = links.map { text, url in
      Link(url: url.hasPrefix("http") ? url : "http://www.example.gov.cn" + url, text: text)
    }
    return page
  }

  private func drafted(_ links: [(String, String)]) throws -> Targets {
    try Sample.load(TargetsDraft.yaml(home: home(links)))
  }

  @Test("navigation becomes columns with category and class by name") func columns() throws {
    let targets = try drafted([
      ("首页", "/"), ("景泰要闻", "/jtyw/"), ("通知公告", "/tzgg/index.html"), ("政策文件", "/zcwj/"), ("县长信箱", "/xzxx/"),
      ("领导之窗", "/ldzc/"), ("【更多>>】", "/jtyw/"),
    ])
    #expect(targets.units.map(\.name) == ["政府办公室"])
    #expect(targets.columns.map(\.id) == ["office/jtyw", "office/tzgg", "office/zcwj", "office/xzxx", "office/ldzc"])
    #expect(targets.columns.map(\.policyName) == ["动态要闻", "通知公告", "政策文件", "咨询留言", "静态"])
    #expect(targets.sites[0].name == "景泰县人民政府")
    #expect(targets.sites[0].code == "6204230001")
  }

  @Test("towns and departments become units, and columns below their homes are theirs") func units() throws {
    let targets = try drafted([("一条山镇", "/yts/"), ("教育局", "/jyj/index.html"), ("镇务公开", "/yts/zwgk/")])
    #expect(targets.units.map(\.kind) == [.office, .township, .department])
    #expect(targets.units[1].columns.map(\.name) == ["镇务公开"])
  }

  @Test("articles, files, other sites and services are no columns") func others() throws {
    let targets = try drafted([
      ("我县召开工作会议", "/art/2018/12/20/art_1_2.html"), ("下载表格", "/a.doc"), ("甘肃省政府", "http://www.gansu.gov.cn/"),
      ("登录", "/login/"), ("2", "/list_2.html"),
    ])
    #expect(targets.columns.isEmpty)
  }

  @Test("texts that mean something in YAML do no harm") func quoting() throws {
    let targets = try drafted([("通知: \"公告\" # {甲}", "/a/"), ("政策\\文件", "/b/"), ("要闻\u{2028}动态", "/c/")])
    #expect(targets.columns.count == 3)
  }

  @Test("a home page without links is a draft all the same") func nothing() throws {
    #expect(try drafted([]).columns.isEmpty)
  }
}
