import Foundation

/// One row of a list as an editor of 清河县 would enter it.
struct Row: Sendable {
  var date: String
  var title: String
  var path: String
  var pinned = false

  /// `2021-03-09` and `7` give `/qhyw/2021/0309/7.html` below `folder`.
  static func dated(_ date: String, _ number: Int, _ title: String, in folder: String) -> Row {
    let parts = date.split(separator: "-")
    return Row(date: date, title: title, path: "\(folder)\(parts[0])/\(parts[1])\(parts[2])/\(number).html")
  }
}

/// The frame of every page: head with the tags of the 发展指引, navigation, footer with one dead link.
enum Frame {
  static let navigation: [(String, String)] = [
    ("首页", "/"), ("清河要闻", "/qhyw/"), ("通知公告", "/tzgg/"), ("政策文件", "/zcwj/"), ("政策解读", "/zcjd/"),
    ("回应关切", "/hygq.htm"), ("县长信箱", "/xzxx/"), ("白水镇", "/bsz/"), ("龙潭乡", "/ltx/"), ("教育局", "/jyj/"),
    ("财政局", "/czj/"),
  ]

  static func page(_ title: String, charset: String? = "utf-8", head: String = "", body: String) -> String {
    """
    <!DOCTYPE html>
    <html><head>\(charset.map { "<meta charset=\"\($0)\">" } ?? "")
    <title>\(title)_清河县人民政府</title>
    <meta name="SiteName" content="清河县人民政府"><meta name="SiteDomain" content="www.qinghexian.gov.cn">
    <meta name="SiteIDCode" content="1305990001">\(head)
    </head><body>
    <div class="nav"><ul>\(navigation.map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" }.joined())</ul></div>
    \(body)
    \(footer)
    </body></html>
    """
  }

  static let footer = """
    <div class="footer"><p>主办：清河县人民政府办公室　电话：0319-8160001　<a href="/wzdt/jiuban.html">网站地图</a>
    <a href="mailto:qhzf@qinghexian.gov.cn">联系我们</a> <a href="javascript:window.print()">打印</a></p>
    <p>网站标识码：1305990001　冀ICP备05001234号-1　冀公网安备13059902000016号</p></div>
    """

  static func column(_ name: String, charset: String? = "utf-8", list: String, side: String = "") -> String {
    page(
      name, charset: charset,
      head: """
        <meta name="ColumnName" content="\(name)"><meta name="ColumnDescription" content="\(name)栏目">
        <meta name="ColumnKeywords" content="\(name)"><meta name="ColumnType" content="工作动态">
        """,
      body: """
        <div class="position">您现在的位置：<a href="/">首页</a> &gt; \(name)</div>
        \(side)<div class="main"><h2>\(name)</h2>\(list)</div>
        """)
  }

  /// An article with its date in the tag, in the visible line, and nowhere else when `date` is nil.
  static func article(_ title: String, date: String?, charset: String? = "utf-8", extra: String = "") -> String {
    let safe = escaped(title)
    return page(
      safe, charset: charset,
      head: """
        <meta name="ColumnName" content="公开"><meta name="ColumnDescription" content="公开"><meta name="ColumnKeywords"
        content="公开"><meta name="ColumnType" content="工作动态"><meta name="ArticleTitle" content="\(safe)">
        <meta name="ContentSource" content="清河县人民政府办公室">
        \(date.map { "<meta name=\"PubDate\" content=\"\($0) 09:30\">" } ?? "")
        """,
      body: """
        <div class="article"><h1>\(safe)</h1>
        <div class="info">\(date.map { "发布时间：\($0) 09:30　" } ?? "")来源：清河县人民政府办公室</div>
        <div class="content"><p>\(safe)的有关情况，由责任单位按照职责分工办理，办理结果向社会公开。</p>
        <p>各乡镇人民政府、县政府各部门结合实际抓好落实，工作中遇到的问题及时向县政府办公室报告。</p>\(extra)</div></div>
        """)
  }

  static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
  }
}

/// The ways in which vendors build a list, written from the field's notes on each family.
enum ListStyle {
  /// `ul > li > a + span`.
  static func plain(_ rows: [Row]) -> String {
    "<ul class=\"news-list\">"
      + rows.map {
        let title = Frame.escaped($0.title)
        let mark = $0.pinned ? "<em>置顶</em>" : ""
        return "<li>\(mark)<a href=\"\($0.path)\" title=\"\(title)\">\(title)</a><span>\($0.date)</span></li>"
      }.joined(separator: "\n") + "</ul>"
  }

  /// A table with a head row and serial numbers.
  static func table(_ rows: [Row]) -> String {
    "<table><tr><th>序号</th><th>标题</th><th>发布日期</th></tr>"
      + rows.enumerated().map { index, row in
        "<tr><td>\(index + 1)</td><td><a href=\"\(row.path)\">\(row.title)</a></td><td>\(row.date)</td></tr>"
      }.joined(separator: "\n") + "</table>"
  }

  /// `dl > dt + dd`, the date in Chinese.
  static func definitions(_ rows: [Row]) -> String {
    "<dl>"
      + rows.map { row in
        let parts = row.date.split(separator: "-").compactMap { Int($0) }
        return "<dt><a href=\"\(row.path)\">\(row.title)</a></dt><dd>\(parts[0])年\(parts[1])月\(parts[2])日</dd>"
      }.joined(separator: "\n") + "</dl>"
  }

  /// TRS: relative addresses, pages counted by a script call.
  static func trs(_ rows: [Row], pages: Int, current: Int) -> String {
    "<ul class=\"gl-list\">"
      + rows.map { "<li><a href=\"\($0.path)\" target=\"_blank\">\($0.title)</a><span>\($0.date)</span></li>" }
      .joined(separator: "\n")
      + "</ul><div class=\"page\"><script>createPageHTML(\(pages),\(current),\"index\",\"html\");</script></div>"
  }

  /// Hanweb jcms: records inside a script island.
  static func jcms(_ rows: [Row], column: Int) -> String {
    let next = "/module/web/jpage/dataproxy.jsp?page=1&amp;webid=1&amp;columnid=\(column)&amp;unitid=90\(column)"
    return """
      <div id="90\(column)"><script type="text/xml"><datastore>
      <nextgroup><![CDATA[<a href="\(next)"></a>]]></nextgroup>
      <recordset>\(rows.map {
        "<record><![CDATA[<li><a href='\($0.path)' title='\($0.title)'>\($0.title)</a><b>\($0.date)</b></li>]]></record>"
      }.joined(separator: "\n"))</recordset></datastore></script></div>
      """
  }

  /// Hanweb JPAAS: the page holds a unit that a script fills.
  static func jpaas(page: String) -> String {
    """
    <div class="unit"><script type="text/javascript" charset="utf-8" src="/script/jpaas/AuthorizedRead/unitbuild.js"
    id="unit\(page)" url="/api-gateway/jpaas-publish-server/front/page/build/unit"
    queryData="{'parseType':'bulidstatic','webId':'qh01','tplSetId':'ts7','pageType':'column','tagId':'信息列表',\
    'editType':'null','pageId':'\(page)'}"></script></div>
    """
  }

  /// 博达 VSB: rows with numbered identities and paths without a leading slash.
  static func vsb(_ rows: [Row]) -> String {
    "<ul>"
      + rows.enumerated().map { index, row in
        "<li id=\"line_u7_\(index)\"><a href=\"\(row.path)\" title=\"\(row.title)\">\(row.title)</a>"
          + "<span class=\"date\">\(row.date.replacingOccurrences(of: "-", with: "/"))</span></li>"
      }.joined(separator: "\n") + "</ul><!-- Visual SiteBuilder -->"
  }
}
