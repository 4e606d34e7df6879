import Foundation
import TestSupport

/// Columns as the makers' own systems serve them, written from the field's notes on each.
extension FamilyPortal {
  static let all: [FamilyPortal] =
    [jpaas, jcms, openDirectory, trs, ucap, vsb, webplus, epoint, truecms, gkmlpt, publicSite]
    + [powerEasy, empire, dede, aspNet]

  /// 大汉 JPAAS: a script's attributes name the unit; its JSON carries markup and the number of rows.
  static let jpaas: FamilyPortal = {
    let unit = "/api-gateway/jpaas-publish-server/front/page/build/unit"
    let query =
      "parseType=bulidstatic&webId=8a9d&tplSetId=3f&pageType=column&tagId=%E4%BF%A1%E6%81%AF%E5%88%97%E8%A1%A8&editType=null&pageId=p1"
    let href = { (i: Int, _: String) in "/gsgg/art/2018/art_0f3a5c7e9b1d2468ace013579bdf246\(i).html" }
    func answer(_ number: Int) -> Reply {
      let rows = FamilyPortal.rows(number, href).map(\.escaped).joined()
      return json(
        #"{"success":true,"data":{"html":"<ul>\#(rows)<\/ul><div class=\"pagination\" rows=\"3\" count=\"9\"><\/div>"}}"#
      )
    }
    let script = """
      <script type="text/javascript" charset="utf-8" src="/script/jpaas/AuthorizedRead/unitbuild.js" url="\(unit)"
      queryData="{'parseType':'bulidstatic','webId':'8a9d','tplSetId':'3f','pageType':'column','tagId':'信息列表','editType':'null','pageId':'p1'}"></script>
      """
    let page = { (n: Int) in "\(unit)?\(query)&paramJson=%7B%22pageNo%22%3A\(n)%2C%22pageSize%22%3A3%7D" }
    return FamilyPortal(
      name: "jpaas", start: "/gsgg/index.html",
      pages: [
        "/gsgg/index.html": column(script), "\(unit)?\(query)": answer(0), page(2): answer(1), page(3): answer(2),
        href(0, ""): article(
          "<div id=\"zoom\">\(paragraphs)</div>", head: "<meta name=\"PubDate\" content=\"2018-12-20 10:30\">"),
      ], article: href(0, ""))
  }()

  /// 大汉 jcms: records in a script, the address of further ones beside them.
  static let jcms: FamilyPortal = {
    let proxy = "/module/web/jpage/dataproxy.jsp"
    func store(_ number: Int) -> String {
      let records = FamilyPortal.rows(number) { i, date in
        "/art/\(date.replacing("-0", with: "/").replacing("-", with: "/"))/art_12_\(900 - i).html"
      }.map { "<record><![CDATA[\($0.li)]]></record>" }.joined(separator: "\n")
      let next =
        number < 2
        ? "<nextgroup><![CDATA[<a href=\"\(proxy)?page=\(number + 2)&webid=1&columnid=12&unitid=34\"></a>]]></nextgroup>"
        : ""
      return "<datastore>\(next)<recordset>\(records)</recordset><totalrecord>9</totalrecord></datastore>"
    }
    let xml = { (number: Int) in Reply.page(store(number), headers: ["Content-Type": "text/xml;charset=UTF-8"]) }
    return FamilyPortal(
      name: "hanweb", start: "/col/col12/index.html",
      pages: [
        "/col/col12/index.html": column("<div id=\"34\"><script type=\"text/xml\">\(store(0))</script></div>"),
        "\(proxy)?page=2&webid=1&columnid=12&unitid=34": xml(1),
        "\(proxy)?page=3&webid=1&columnid=12&unitid=34": xml(2),
        "/art/2018/12/20/art_12_900.html": article(
          "<!--<$[信息内容]>begin--><div id=\"zoom\">\(paragraphs)</div><!--<$[信息内容]>end-->"),
      ], article: "/art/2018/12/20/art_12_900.html")
  }()

  /// 大汉's open-information module: a form's fields are posted, the answer is a table of the whole unit.
  static let openDirectory: FamilyPortal = {
    let path = "/module/xxgk/search.jsp"
    let rows = FamilyPortal.rows(0) { i, date in "/art/\(date.replacing("-", with: "/"))/art_56_\(700 - i).html" }
    let table = rows.map {
      "<tr><td>清河\($0.date)</td><td><a href=\"\($0.href)\">\($0.title)</a></td><td>\($0.date)</td></tr>"
    }
    let form = """
      <div id="div1234"></div><script src="/module/xxgk/js/xxgk.js"></script>
      <script>var area='11620423'; var infotypeId='0'; $.post('/module/xxgk/search.jsp?divid=div1234&infotypeId=0&jdid=1&area=11620423&standardXxgk=1',
      {infotypeId:'0',jdid:'1',area:'11620423',divid:'div1234',currpage:1},function(d){$('#div1234').html(d)});</script>
      """
    return FamilyPortal(
      name: "hanweb", start: "/col/col56/index.html",
      pages: [
        "/col/col56/index.html": column(form),
        "\(path)?divid=div1234&infotypeId=0&jdid=1&area=11620423&standardXxgk=1": .page(
          "<table class=\"tb\"><tr><th>索引号</th><th>标题</th><th>发布日期</th></tr>\(table.joined())</table>"),
        rows[0].href: article("<div id=\"zoom\">\(paragraphs)</div>"),
      ], article: rows[0].href, listPages: 1)
  }()

  /// 拓尔思 TRS: the pager is written by a script; index_1 is the second page.
  static let trs: FamilyPortal = {
    let href = { (i: Int, date: String) in "./201812/t\(Row.digits(date))_\(5000 - i).html" }
    func list(_ number: Int) -> Reply {
      column(
        ul(rows(number, href))
          + "<div class=\"page\"><script>createPageHTML(3,\(number),\"index\",\"html\");</script></div>")
    }
    return FamilyPortal(
      name: "trs", start: "/tzgg/",
      pages: [
        "/tzgg/": list(0), "/tzgg/index_1.html": list(1), "/tzgg/index_2.html": list(2),
        "/tzgg/201812/t20181220_5000.html": article("<div class=\"TRS_Editor\">\(paragraphs)</div>"),
      ], article: "/tzgg/201812/t20181220_5000.html")
  }()

  /// 开普 UCAP: pages count from one.
  static let ucap: FamilyPortal = {
    let href = { (i: Int, date: String) in
      "/qhxrmzf/c100538/\(Row.digits(date).prefix(6))/0f3a5c7e9b1d2468ace013579bdf246\(i).shtml"
    }
    func list(_ number: Int) -> Reply {
      column(
        ul(rows(number, href))
          + "<div id=\"page_div\"></div><script>createPageHTML('page_div',3,\(number + 1),'list','shtml',9);</script>")
    }
    return FamilyPortal(
      name: "ucap", start: "/qhxrmzf/c100538/list.shtml",
      pages: [
        "/qhxrmzf/c100538/list.shtml": list(0), "/qhxrmzf/c100538/list_2.shtml": list(1),
        "/qhxrmzf/c100538/list_3.shtml": list(2),
        href(0, "2018-12-20"): article("<div id=\"UCAP-CONTENT\">\(paragraphs)</div>"),
      ], article: href(0, "2018-12-20"))
  }()

  /// 博达 VSB: pages count down.
  static let vsb: FamilyPortal = {
    func list(_ number: Int) -> Reply {
      let (up, next) = number == 0 ? ("", "tzgg/2.htm") : ("../", "1.htm")
      let link = number < 2 ? "<a href=\"\(next)\" class=\"Next\">下页</a>" : "<span>下页</span>"
      let items = rows(number) { i, _ in "\(up)info/1001/\(2345 - i).htm" }
      return column(
        ul(items)
          + "<div class=\"pb_sys\"><span>共9条</span><span>\(number + 1)/3</span>\(link)</div><script src=\"/system/resource/js/_jsq_.js\"></script>"
      )
    }
    return FamilyPortal(
      name: "vsb", start: "/tzgg.htm",
      pages: [
        "/tzgg.htm": list(0), "/tzgg/2.htm": list(1), "/tzgg/1.htm": list(2),
        "/info/1001/2345.htm": article(
          "<form name=\"_newscontent_fromname\"><div id=\"vsb_content\"><div class=\"v_news_content\">\(paragraphs)</div></div></form>"
        ),
      ], article: "/info/1001/2345.htm")
  }()

  /// 苏迪 Webplus.
  static let webplus: FamilyPortal = {
    let href = { (i: Int, date: String) in
      "/\(date.prefix(4))/\(date.suffix(5).filter(\.isNumber))/c123a\(4567 - i)/page.htm"
    }
    func list(_ number: Int) -> Reply {
      let next = number < 2 ? "<a class=\"next\" href=\"/123/list\(number + 2).htm\">下一页&gt;&gt;</a>" : ""
      return column(
        "<div id=\"wp_news_w6\" frag=\"窗口6\">" + ul(rows(number, href), class: "wp_article_list")
          + "<ul class=\"wp_paging\"><li>每页 3 记录</li><li>\(next)</li></ul></div>")
    }
    return FamilyPortal(
      name: "webplus", start: "/123/list.htm",
      pages: [
        "/123/list.htm": list(0), "/123/list2.htm": list(1), "/123/list3.htm": list(2),
        href(0, "2018-12-20"): article("<div class=\"wp_articlecontent\">\(paragraphs)</div>"),
      ], article: href(0, "2018-12-20"))
  }()

  /// 新点 Epoint: fields are posted as JSON.
  static let epoint: FamilyPortal = {
    let records = rows(0) { i, date in
      "/swj/002/002001/\(Row.digits(date))/0f3a5c7e-9b1d-2468-ace0-13579bdf246\(i).html"
    }
    let data = records.map { #"{"infourl":"\#($0.href)","title":"\#($0.title)","infodate":"\#($0.date)"}"# }.joined(
      separator: ",")
    let script = """
      <ul id="infolist"></ul><script src="/EWB-FRONT/js/webBuilderCommon.js"></script><script>var siteInfo={"projectName":"/EWB-FRONT","siteGuid":"7eb5"};
      $.ajax({type:"post",url:siteInfo.projectName+"/rest/lightfrontaction/getgovinfolist",data:JSON.stringify({"deptcode":"swj","categorynum":"002001"})})</script>
      """
    return FamilyPortal(
      name: "epoint", start: "/swj/002/002001/moreinfo.html",
      pages: [
        "/swj/002/002001/moreinfo.html": column(script),
        "/EWB-FRONT/rest/lightfrontaction/getgovinfolist": json(
          #"{"custom":{"data":[\#(data)],"total":"3"},"status":{"code":"1"}}"#),
        records[0].href: article("<div class=\"ewb-article-content\">\(paragraphs)</div>"),
      ], article: records[0].href, listPages: 1)
  }()

  /// truecms: a callback around XML.
  static let truecms: FamilyPortal = {
    let records = rows(0) { i, date in "/art/\(date.replacing("-", with: "/"))/\(800 - i).html" }
    let xml = "<recordset>" + records.map { "<record><![CDATA[\($0.escaped)]]><\\/record>" }.joined() + "<\\/recordset>"
    let script =
      "<div id=\"list\"></div><script>$.ajax({url:'/messageController/getMessage.do',data:{columnId:'4028',proxyUrl:'/x'},dataType:'jsonp'});</script>"
    return FamilyPortal(
      name: "truecms", start: "/tzgg/",
      pages: [
        "/tzgg/": column(script),
        "/messageController/getMessage.do?startrecord=1&endrecord=10&perpage=10&columnId=4028&callback=a": .page(
          "a(\"<?xml version=\\\"1.0\\\" encoding=\\\"UTF-8\\\"?>\(xml)\")",
          headers: ["Content-Type": "text/javascript;charset=utf-8"]),
        records[0].href: article("<div class=\"content\">\(paragraphs)</div>"),
      ], article: records[0].href, listPages: 1)
  }()

  /// 政府信息公开目录平台: JSON by page.
  static let gkmlpt: FamilyPortal = {
    let href = { (i: Int, _: String) in "/gkmlpt/content/0/508/post_\(508_890 - i).html" }
    func answer(_ number: Int) -> Reply {
      let records = rows(number, href).map { row in
        #"{"id":1,"title":"\#(row.title)","url":"\#(row.href)","created_at":"\#(row.date) 09:00:00","publisher":"县政府办"}"#
      }
      return json(
        #"{"articles":[\#(records.joined(separator: ","))],"total":9,"page":\#(number + 1),"pages":3,"classify":{"id":4121,"name":"通知公告"}}"#
      )
    }
    let api = { (n: Int) in "/gkmlpt/api/all/4121?page=\(n)&sid=760001" }
    return FamilyPortal(
      name: "gkmlpt", start: "/gkmlpt/index?id=4121",
      pages: [
        "/gkmlpt/index?id=4121": column(
          "<div id=\"app\"></div><script>window._CONFIG={SID:'760001',COLUMN_ID:4121}</script><script src=\"/gkmlpt/dist/list.js\"></script>"
        ),
        api(1): answer(0), api(2): answer(1), api(3): answer(2),
        "/gkmlpt/content/0/508/post_508890.html": article(
          "<div class=\"article-content\">\(paragraphs)</div>", head: "<script src=\"/gkmlpt/js/a.js\"></script>"),
      ], article: "/gkmlpt/content/0/508/post_508890.html")
  }()

  /// 龙讯 publicsite: the column's own address answers with rows.
  static let publicSite: FamilyPortal = {
    let items = rows(0) { i, _ in "/content/detail/5c1b0f3a5c7e9b1d2468ace\(i).html" }
    let script = "<div id=\"list\"></div><script>$('#list').load('/public/column/4711?type=4&action=list');</script>"
    return FamilyPortal(
      name: "publicsite", start: "/public/column/4711",
      pages: [
        "/public/column/4711": column(script), "/public/column/4711?type=4&action=list": .page(ul(items)),
        items[0].href: article("<div class=\"j-fontContent\">\(paragraphs)</div>"),
      ], article: items[0].href, listPages: 1)
  }()

  /// 动易 PowerEasy.
  static let powerEasy: FamilyPortal = {
    func list(_ number: Int) -> Reply {
      let next = number < 2 ? "<a href=\"/Category_12/Index_\(number + 2).aspx\">下一页</a>" : ""
      let items = rows(number) { i, _ in "/Item/\(1234 - i).aspx" }
      return column("<!--PowerEasy SiteFactory-->" + ul(items) + "<div class=\"pagecss\">\(next)</div>")
    }
    return FamilyPortal(
      name: "powereasy", start: "/Category_12/Index.aspx",
      pages: [
        "/Category_12/Index.aspx": list(0), "/Category_12/Index_2.aspx": list(1), "/Category_12/Index_3.aspx": list(2),
        "/Item/1234.aspx": article("<!--PowerEasy SiteFactory--><div id=\"fontzoom\">\(paragraphs)</div>"),
      ], article: "/Item/1234.aspx")
  }()

  /// 帝国 CMS: further pages come from a program.
  static let empire: FamilyPortal = {
    let href = { (i: Int, date: String) in "/tzgg/\(date)/\(4890 - i).html" }
    let path = { (n: Int) in "/e/action/ListInfo/index.php?page=\(n)&classid=3&totalnum=9" }
    func list(_ number: Int) -> Reply {
      let next = number < 2 ? "<a href=\"\(path(number + 1).replacing("&", with: "&amp;"))\">下一页</a>" : ""
      return column(
        ul(rows(number, href))
          + "<div class=\"page\"><b>\(number + 1)</b>\(next)</div><script src=\"/e/public/onclick/?enews=doclass&classid=3\"></script>"
      )
    }
    return FamilyPortal(
      name: "empirecms", start: "/tzgg/",
      pages: [
        "/tzgg/": list(0), path(1): list(1), path(2): list(2),
        href(0, "2018-12-20"): article(
          "<div class=\"text\">\(paragraphs)</div><script src=\"/e/public/ViewClick/?classid=3&id=4890\"></script>"),
      ], article: href(0, "2018-12-20"))
  }()

  /// 织梦 DedeCMS.
  static let dede: FamilyPortal = {
    let href = { (i: Int, date: String) in
      "/a/tzgg/\(date.prefix(4))/\(date.suffix(5).filter(\.isNumber))/\(335 - i).html"
    }
    func list(_ number: Int) -> Reply {
      let next = number < 2 ? "<li><a href='list_12_\(number + 2).html'>下一页</a></li>" : ""
      return column(
        ul(rows(number, href), class: "e2")
          + "<ul class=\"pagelist\"><li>首页</li>\(next)</ul><script src=\"/templets/default/js/a.js\"></script>")
    }
    return FamilyPortal(
      name: "dedecms", start: "/a/tzgg/",
      pages: [
        "/a/tzgg/": list(0), "/a/tzgg/list_12_2.html": list(1), "/a/tzgg/list_12_3.html": list(2),
        href(0, "2018-12-20"): article(
          "<div class=\"content\"><table width='100%'><tr><td>\(paragraphs)</td></tr></table></div><script src=\"/plus/count.php?aid=335\"></script>"
        ),
      ], article: href(0, "2018-12-20"))
  }()

  /// ASP.NET: a GridView in a form with its state.
  static let aspNet: FamilyPortal = {
    func list(_ number: Int) -> Reply {
      let next =
        number < 2
        ? "<a href=\"NewsList.aspx?cid=7&amp;page=\(number + 2)\">下一页</a>" : "<a disabled=\"disabled\">下一页</a>"
      let items = rows(number) { i, _ in "NewsView.aspx?id=\(300 - i)" }
      let cells = items.map {
        "<tr><td><a href=\"\($0.href)\" target=\"_blank\">\($0.title)</a></td><td>[\($0.date)]</td></tr>"
      }
      return column(
        "<form method=\"post\" action=\"NewsList.aspx?cid=7\"><input type=\"hidden\" name=\"__VIEWSTATE\" value=\"/wEPDwUK\"><table id=\"GridView1\">\(cells.joined())<tr><td colspan=\"2\">共9条 \(next)</td></tr></table></form>"
      )
    }
    return FamilyPortal(
      name: "aspnet", start: "/NewsList.aspx?cid=7",
      pages: [
        "/NewsList.aspx?cid=7": list(0), "/NewsList.aspx?cid=7&page=2": list(1), "/NewsList.aspx?cid=7&page=3": list(2),
        "/NewsView.aspx?id=300": article(
          "<form><input type=\"hidden\" name=\"__VIEWSTATE\" value=\"/wEP\"><span id=\"LabelContent\">\(paragraphs)</span></form>"
        ),
      ], article: "/NewsView.aspx?id=300")
  }()
}
