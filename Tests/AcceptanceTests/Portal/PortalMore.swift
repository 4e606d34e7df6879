import Foundation

extension PortalContent {
  /// TRS columns of several pages: newest first, and oldest first.
  static func addPaged(_ pages: inout [String: Reply]) {
    for (folder, name, lists) in [("/zcwj/", "政策文件", Lists.policies), ("/ghjh/", "规划计划", Lists.plans)] {
      for (index, rows) in lists.enumerated() {
        let path = index == 0 ? folder : "\(folder)index_\(index).html"
        pages[path] = .html(Frame.column(name, list: ListStyle.trs(rows, pages: lists.count, current: index)))
        for row in rows {
          let article = folder + row.path.dropFirst(2)
          let extra = article == Lists.policyWithFiles ? attachments : ""
          pages[article] = .html(Frame.article(row.title, date: row.date, extra: extra))
        }
      }
    }
    pages[Lists.secondPageDead] = nil
  }

  private static let attachments = """
    <p><img src="/images/liucheng.png" alt="流程图"></p>
    <p>附件：<a href="./P020200909001.pdf">1.申请表.pdf</a> <a href="./P020200909002.doc">2.登记表.doc</a>
    <a href="./P020200909003.xls">3.统计表.xls</a></p>
    """

  static func addUnits(_ pages: inout [String: Reply], day: Int) {
    func unitHome(_ path: String, _ name: String, _ links: [(String, String)]) {
      let items = links.map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" }.joined()
      pages[path] = .html(Frame.page(name, body: "<div class=\"sub\"><h2>\(name)</h2><ul>\(items)</ul></div>"))
    }
    func articles(_ rows: [Row]) {
      for row in rows { pages[row.path] = .html(Frame.article(row.title, date: row.date)) }
    }
    unitHome("/bsz/", "白水镇", [("工作动态", "/bsz/gzdt/index.html"), ("政策解读", "/bsz/zcjd/")])
    pages["/bsz/gzdt/index.html"] = .html(Frame.column("工作动态", list: ListStyle.jpaas(page: "bsgzdt")))
    articles(Lists.jpaas)
    let explained = [
      Row.dated("2020-12-10", 1, "《农村宅基地审批规程》解读", in: "/bsz/zcjd/"),
      .dated("2020-06-10", 2, "《临时救助实施细则》解读", in: "/bsz/zcjd/"),
    ]
    pages["/bsz/zcjd/"] = .html(Frame.column("政策解读", list: ListStyle.plain(explained)))
    articles(explained)
    unitHome("/ltx/", "龙潭乡", [("工作动态", "/ltx/gzdt/"), ("乡镇概况", "/ltx/about.html")])
    pages["/ltx/about.html"] = .html(
      Frame.page("乡镇概况", body: "<p>龙潭乡位于清河县东部。</p><a href=\"/ltx/map.html\">乡镇地图</a>"))
    pages["/ltx/gzdt/"] = .html(Frame.column("工作动态", list: ListStyle.plain(Lists.township)))
    articles(Lists.township)
    unitHome("/jyj/", "教育局", [("工作动态", "/col/col1234/index.html"), ("调研工作", "/jyj/dygz/")])
    pages["/col/col1234/index.html"] = .html(
      Frame.column("工作动态", list: ListStyle.jcms(Lists.jcms, column: 1234)))
    pages["/module/web/jpage/dataproxy.jsp"] = .html(ListStyle.jcms(Lists.jcms, column: 1234))
    articles(Lists.jcms)
    unitHome("/czj/", "财政局", [("财政资金", "/czj/czzj/index.html"), ("公示公告", "/czj/gsgg/")])
    pages["/czj/czzj/index.html"] = .html(Frame.column("财政资金", list: ListStyle.jpaas(page: "czzj")))
    var shown = [
      Row.dated("2021-03-05", 1, "关于公示扶持资金的公告", in: "/czj/gsgg/"),
      .dated("2021-02-19", 2, "关于公示奖补资金的公告", in: "/czj/gsgg/"),
    ]
    if day >= 2 { shown.insert(financeAdded, at: 0) }
    pages["/czj/gsgg/"] = plain(Frame.column("公示公告", charset: nil, list: ListStyle.plain(shown)))
    for row in shown { pages[row.path] = plain(Frame.article(row.title, date: row.date, charset: "gb2312")) }
  }

  /// Columns that a machine cannot read, and columns that nobody can open.
  static func addWalls(_ pages: inout [String: Reply]) {
    let challenge = """
      <html><head><meta id="x9Kd" content="{qqq" r='m'><script r='m'>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>
      </head><body></body></html>
      """
    pages["/zdxm/"] = Reply(status: 412, body: Data(challenge.utf8))
    pages["/jcgk/"] = Reply(status: 403, body: Data("<html><body>403 Forbidden</body></html>".utf8))
    pages["/xwfbh/"] = .html(
      "<html><head><title>新闻发布会</title></head><body><div id=\"app\"></div><script src=\"/js/app.js\"></script></body></html>"
    )
    pages["/zfhy/"] = .html("<html><head><title>提示信息</title></head><body>您访问的页面不存在或已被删除</body></html>")
    pages["/gfxwj/"] = Reply(status: 503, body: Data("<html><body>Service Unavailable</body></html>".utf8))
    pages["/neibu/"] = .html(Frame.column("内部资料", list: "<p>暂无信息</p>"))
    pages["/neibu/secret.html"] = .html(Frame.page("内部", body: "<p>内部</p>"))
    pages["/search"] = .html(Frame.page("搜索", body: "<a href=\"/search/none.html\">无</a>"))
    pages["/robots.txt"] = Reply(
      headers: ["Content-Type": "text/plain"], body: Data("User-agent: *\nDisallow: /neibu/\n".utf8))
  }

  static func addFiles(_ pages: inout [String: Reply]) {
    func file(_ path: String, _ type: String, _ body: String) {
      pages[path] = Reply(headers: ["Content-Type": type], body: Data(body.utf8))
    }
    file("/script/jpaas/AuthorizedRead/unitbuild.js", "application/javascript", "void 0;")
    file("/js/app.js", "application/javascript", "void 0;")
    file("/images/logo.gif", "image/gif", "GIF89a\u{1}\0\u{1}\0\0\0\0;")
    file("/zcwj/202009/P020200909001.pdf", "application/pdf", "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    pages["/zcwj/202009/P020200909003.xls"] = .html(
      "<html><head><title>提示信息</title></head><body>对不起，您访问的页面不存在</body></html>")
  }
}
