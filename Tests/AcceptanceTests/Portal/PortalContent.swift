import Foundation

/// Every page of the portal on one of its days.
enum PortalContent {
  static let letterBody = "本人反映的院落积水一事请予布署解决"
  static let financeAdded = Row.dated("2021-03-11", 9, "关于公示农机购置补贴资金的公告", in: "/czj/gsgg/")

  static func pages(day: Int) -> [String: Reply] {
    var pages: [String: Reply] = [:]
    func put(_ path: String, _ html: String) { pages[path] = .html(html) }
    addOffice(&pages, day: day)
    addPaged(&pages)
    addUnits(&pages, day: day)
    addWalls(&pages)
    addFiles(&pages)
    put("/", home(day: day))
    if day != 2 { pages[Lists.broken] = nil }
    if day >= 2 {
      pages[Lists.leaves] = nil
      pages[Lists.deadLater] = nil
      put(
        Lists.edited,
        Frame.article("县政府召开第九次常务会议", date: "2021-03-09", extra: "<p>会议还研究了防汛物资储备和水库除险加固工作。</p>"))
    }
    return pages
  }

  static func news(day: Int) -> [Row] {
    day == 1 ? Lists.news : [Lists.news[0], Lists.added] + Lists.news.dropFirst().filter { $0.path != Lists.leaves }
  }

  private static func home(day: Int) -> String {
    Frame.page(
      "首页",
      body: """
        <img src="/images/logo.gif" alt="清河县人民政府">
        <div class="news"><h3>清河要闻</h3>\(ListStyle.plain(Array(news(day: day).dropFirst().prefix(5))))</div>
        <p><a href="/rl/1.html">日历</a> <a href="/neibu/secret.html">内部</a> <a href="/zdly/">重点领域</a>
        <a href="/search?q=1">搜索</a></p>
        """)
  }

  private static func addArticles(_ rows: [Row], to pages: inout [String: Reply], folder: String = "/") {
    for row in rows {
      let base = URL(string: "http://x" + folder)!
      let path = URL(string: row.path, relativeTo: base)!.absoluteURL.path
      pages[path] = .html(Frame.article(row.title, date: row.date))
    }
  }

  private static func addOffice(_ pages: inout [String: Reply], day: Int) {
    addArticles(Lists.news + (day == 1 ? [] : [Lists.added]), to: &pages)
    pages[Lists.hostile] = nil
    pages[Lists.soft] = .html(
      "<html><head><title>提示信息</title></head><body>对不起，您所访问的页面不存在或者已删除。5秒后自动返回首页</body></html>")
    pages["/qhyw/"] = .html(Frame.column("清河要闻", list: ListStyle.plain(news(day: day))))
    let side = """
      <div class="side"><h3>热点新闻</h3><ul>\(Lists.news.dropFirst().prefix(3).map {
        "<li><a href=\"\($0.path)\">\($0.title)</a> <i>\($0.date)</i></li>"
      }.joined())</ul></div>
      """
    pages["/tzgg/"] = plain(Frame.column("通知公告", charset: nil, list: ListStyle.table(Lists.notices), side: side))
    for row in Lists.notices { pages[row.path] = plain(Frame.article(row.title, date: row.date, charset: nil)) }
    pages["/rsrm/"] = .html(Frame.column("人事任免", list: ListStyle.definitions(Lists.personnel)))
    addArticles(Lists.personnel, to: &pages)
    pages["/hygq.htm"] = .html(Frame.column("回应关切", list: ListStyle.vsb(Lists.responses)))
    addArticles(Lists.responses, to: &pages)
    pages["/dcjc/"] = .html(Frame.column("督查检查", list: ListStyle.plain(Lists.inspections)))
    addArticles(Lists.inspections, to: &pages)
    pages["/czyjs/"] = .html(Frame.column("财政预决算", list: "<div class=\"list\"><p>暂无信息</p></div>", side: side))
    addDateless(&pages)
    addSimple(&pages, "/ztjy/", "主题教育", [("2019-11-20", "主题教育总结会议召开"), ("2019-09-12", "主题教育工作会议召开")])
    addSimple(&pages, "/rkpc/", "人口普查", [("2020-12-01", "人口普查登记工作结束"), ("2020-11-01", "人口普查登记工作开始")])
    addSimple(&pages, "/gggs/", "公告公示", [("2021-03-02", "关于道路施工的公告"), ("2021-01-04", "关于停水的公告")])
    addSimple(&pages, "/shms/new.html", "社会民生", [("2020-12-01", "城乡低保对象公示"), ("2020-10-09", "临时救助对象公示")])
    addSimple(&pages, "/jgzn/", "机构职能", [("2017-05-01", "县政府办公室职能"), ("2017-05-02", "县政府办公室内设机构")])
    addSimple(&pages, "/zcjd/", "政策解读", [("2021-02-08", "《养老服务补贴办法》解读"), ("2021-01-08", "《地名管理办法》解读")])
    pages["/shms/"] = .redirect("/shms/new.html")
    addLetters(&pages)
    addFrameAndMore(&pages)
  }

  private static func addSimple(
    _ pages: inout [String: Reply], _ path: String, _ name: String, _ rows: [(String, String)]
  ) {
    let folder = path.hasSuffix("/") ? path : "/shms/"
    let list = rows.enumerated().map { Row.dated($1.0, $0 + 1, $1.1, in: folder) }
    pages[path] = .html(Frame.column(name, list: ListStyle.plain(list)))
    addArticles(list, to: &pages)
  }

  /// Lists whose rows have no year, or no date at all.
  private static func addDateless(_ pages: inout [String: Reply]) {
    let rows = Lists.figures.enumerated().map { "<li><a href=\"/sjfb/s\($0).html\">\($1)</a></li>" }
    pages["/sjfb/"] = .html(Frame.column("数据发布", list: "<ul>\(rows.joined())</ul>"))
    for (index, title) in Lists.figures.enumerated() {
      pages["/sjfb/s\(index).html"] = .html(Frame.article(title, date: Lists.figureDates[index]))
    }
    let guides = ["居民身份证办理", "营业执照办理", "不动产登记办理", "老年优待证办理"]
    let links = guides.enumerated().map { "<li><a href=\"/bszn/g\($0).html\">\($1)</a></li>" }
    pages["/bszn/"] = .html(Frame.column("办事指南", list: "<ul>\(links.joined())</ul>"))
    for (index, title) in guides.enumerated() {
      pages["/bszn/g\(index).html"] = .html(Frame.article(title, date: nil))
    }
    let short = Lists.monthDay.enumerated().map {
      "<li><span>[\($1.0)]</span><a href=\"/jyj/dygz/d\($0).html\">\($1.1)</a></li>"
    }
    pages["/jyj/dygz/"] = .html(Frame.column("调研工作", list: "<ul>\(short.joined())</ul>"))
    for (index, item) in Lists.monthDay.enumerated() {
      pages["/jyj/dygz/d\(index).html"] = .html(Frame.article(item.1, date: nil))
    }
  }

  private static func addLetters(_ pages: inout [String: Reply]) {
    let letters = [
      ("2021-03-05", "咨询医保缴费时间", "办理中", ""), ("2020-11-20", "反映院落积水", "未答复", ""),
      ("2020-10-08", "咨询落户手续", "已答复", "2020-10-15"),
    ]
    let rows = letters.enumerated().map { index, letter in
      "<tr><td><a href=\"/xzxx/\(index).html\">\(letter.1)</a></td><td>\(letter.0)</td><td>\(letter.2)</td>"
        + "<td>\(letter.3)</td></tr>"
    }
    let head = "<tr><th>标题</th><th>来信时间</th><th>办理状态</th><th>答复时间</th></tr>"
    pages["/xzxx/"] = .html(Frame.column("县长信箱", list: "<table>\(head)\(rows.joined())</table>"))
    for (index, letter) in letters.enumerated() {
      let answer = letter.3.isEmpty ? "" : "<p>答复时间：\(letter.3)</p><p>您好，请到所在地派出所办理。</p>"
      pages["/xzxx/\(index).html"] = .html(
        Frame.page(
          letter.1, body: "<h1>\(letter.1)</h1><p>来信时间：\(letter.0)</p><p>\(letterBody)</p>\(answer)"))
    }
  }

  private static func addFrameAndMore(_ pages: inout [String: Reply]) {
    let visits = [
      Row.dated("2021-02-26", 1, "县领导检查春耕工作", in: "/ldhd/"), .dated("2021-02-08", 2, "县领导检查市场供应", in: "/ldhd/"),
    ]
    pages["/ldhd/"] = .html(Frame.column("领导活动", list: "<iframe src=\"/ldhd/list.html\" width=\"100%\"></iframe>"))
    pages["/ldhd/list.html"] = .html("<html><body>\(ListStyle.plain(visits))</body></html>")
    addArticles(visits, to: &pages)
    addSimple(&pages, "/zdly/aqsc/", "安全生产", [("2021-03-03", "安全生产检查结果"), ("2021-02-03", "安全生产月度情况")])
    addSimple(&pages, "/zdly/shjz/", "社会救助", [("2021-02-15", "社会救助资金情况"), ("2021-01-15", "社会救助对象情况")])
    let blocks = [("安全生产", "/zdly/aqsc/"), ("社会救助", "/zdly/shjz/")].map {
      "<div class=\"block\"><h3>\($0.0)<a class=\"more\" href=\"\($0.1)\">更多</a></h3></div>"
    }
    pages["/zdly/"] = .html(Frame.column("重点领域", list: blocks.joined()))
  }

  /// GBK bytes, and nothing in header or page that says so.
  static func plain(_ html: String) -> Reply { Reply(headers: ["Content-Type": "text/html"], body: gb18030(html)) }
}
