import DuwangCore
import Testing

@Suite("Rows, side-bars and years")
struct ListRulesTests {
  private func expectThree(_ page: Page) {
    #expect(page.kind == .list)
    #expect(page.entries.map(\.title) == Item.three.map(\.title))
    #expect(page.entries.map { $0.date?.description } == Item.three.map(\.date))
  }

  // MARK: Titles

  private static let bylines = [
    rows { "<li><a href='\($0.href)'>\($0.title)</a><span><a href='/d/1.html'>县教育局</a> \($0.date)</span></li>" },
    rows {
      "<li><div><a href='\($0.href)'>\($0.title)</a></div><div><a href='/z/'>通知公告栏目</a> <i>\($0.date)</i></div></li>"
    },
    rows {
      "<li><div><a href='\($0.href)'>\($0.title)</a></div><div><a href='/z/'>通知公告</a> | \($0.date) | <a href='\($0.href)'>阅读全文</a></div></li>"
    },
    rows {
      "<table><tr><td><a href='\($0.href)'>\($0.title)</a></td><td><cite><a href='/u/\($0.date)'>张三</a></cite><em>\($0.date)</em></td><td>12</td></tr></table>"
    },
  ]

  @Test("a row is named by its title, not by the department, author or column beside the date", arguments: bylines)
  func byline(markup: String) {
    expectThree(read(column("<ul>\(markup)</ul>")))
  }

  @Test("a title cut short by dots gives way to the full one, however little is missing")
  func cutByOneCharacter() {
    let page = read(
      column(
        "<ul>" + rows { "<li><a href='\($0.href)' title='团体二等奖'>团体二等...</a><span>\($0.date)</span></li>" } + "</ul>"))
    #expect(page.entries.first?.title == "团体二等奖")
  }

  @Test("the column's name stands behind the site's where the site comes first")
  func siteFirst() {
    let page = read("<html><head><title>清河县人民政府-工作动态</title></head><body></body></html>")
    #expect(page.title == "工作动态")
  }

  @Test("of a path in the document's title the last part is the column")
  func pathTitle() {
    let page = read("<html><head><title>城乡规划 / / 城乡 / / 城乡风采</title></head><body></body></html>")
    #expect(page.title == "城乡风采")
  }

  // MARK: Years and months beside the dates

  @Test("a day alone is dated by the heading of year and month above it")
  func dayBelowMonth() {
    let groups = [("2021年7月", ["28日", "20日", "9日"]), ("2021年6月", ["30日", "12日", "2日"])]
    let markup = groups.enumerated().map { g, group in
      "<h3>\(group.0)</h3><ul>"
        + group.1.enumerated().map {
          "<li><span>\($1)</span><a href='/c/\(g)\($0).html'>县政府召开第\(g)\($0)次工作会议</a></li>"
        }.joined() + "</ul>"
    }.joined()
    #expect(
      read(column(markup)).entries.map { $0.date?.description } == [
        "2021-07-28", "2021-07-20", "2021-07-09", "2021-06-30", "2021-06-12", "2021-06-02",
      ])
  }

  @Test("a row that was updated later is dated by its publication")
  func updated() {
    expectThree(
      read(
        column(
          "<ul>"
            + rows { "<li><a href='\($0.href)'>\($0.title)</a><p>发布时间：\($0.date) 更新时间：2024-01-02</p></li>" } + "</ul>"))
    )
  }

  @Test("places in a ranking are no days")
  func placesAreNoDays() {
    let items = (1...4).map { "<li><i>\($0)</i><a href='/c/\($0).html'>县政府召开第\($0)次工作会议</a></li>" }
    #expect(read(column("<h3>2021年7月</h3><ul>\(items.joined())</ul>")).entries.allSatisfy { $0.date == nil })
  }

  @Test("a date without a year takes that of the folder the article stands in")
  func yearOfFolder() {
    let items = (1...4).map {
      "<li><a href='/xw/2019/\($0)51.html'>县政府召开第\($0)次工作会议</a><span>03-0\(9 - $0)</span></li>"
    }
    #expect(
      read(column("<ul>\(items.joined())</ul>")).entries.map { $0.date?.description } == [
        "2019-03-08", "2019-03-07", "2019-03-06", "2019-03-05",
      ])
  }

  @Test("the way here and the foot of the page stand beside the rows and are none")
  func neighboursOfAnotherClass() {
    let markup = rows { "<div class='row'><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></div>" }
    expectThree(
      read(
        "<html><head><title>工作动态</title></head><body><div class='where'>您的位置：<a href='/xw/'>新闻资讯</a> 工作动态</div>"
          + "\(markup)<div class='foot'><a href='/about/'>关于我们</a><p>主办：清河县人民政府办公室</p></div></body></html>"))
  }

  @Test(
    "a pager that begins with 首页 and has arrows is no path of the page",
    arguments: [
      "<a href='?p=1'>首页</a><a>&lt;</a><b>1</b><a href='?p=2'>2</a><a href='?p=3'>3</a><a href='?p=2'>&gt;</a><a href='?p=9'>末页</a>",
      "<a href='?p=1'>首页</a> <a href='?p=2'>2</a> <a href='?p=3'>3</a> <a href='?p=2'>&gt;&gt;</a>",
      "<a href='?p=1'>首页</a> <a href='?p=2'>»</a> <a href='?p=9'>尾页</a>",
    ])
  func pagerWithArrows(pager: String) {
    let list = "<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" } + "</ul>"
    expectThree(
      read(
        "<html><head><title>工作动态_清河县人民政府</title></head><body><div>\(list)<div class='fy'>\(pager)</div></div></body></html>"
      ))
  }

  @Test(
    "a class that says what the page is made of makes no side-bar of it",
    arguments: ["has-sidebar", "block page-with-sidebar", "no_footer wide"])
  func layoutWords(name: String) {
    let list = "<ul>" + rows { "<li><span>\($0.date)</span><a href='\($0.href)'>\($0.title)</a></li>" } + "</ul>"
    expectThree(
      read(
        "<html><head><title>Projects - Brand</title></head><body><section class='\(name)'><div><h2>通知</h2></div><div id='sidebar'>\(list)</div></section></body></html>"
      ))
  }

  @Test("a single row above a count of pages is a list")
  func oneRowWithCount() {
    let page = read(
      "<html><head><title>外国专家_清河县人民政府</title></head><body><ul class='menu'><li><a href='a/'>机构设置</a></li></ul>"
        + "<div><h2>外国专家</h2><ul><li><span>2015-03-10</span><a href='javascript:;'>聘请外国专家单位资格认可证书（2015）</a></li></ul>"
        + "<dl><dt>页数:<span>1/1</span>总数：<span>1</span></dt></dl></div></body></html>")
    #expect(page.kind == .list)
    #expect(page.entries.map(\.date?.description) == ["2015-03-10"])
  }

  @Test("rows without dates are a list however long their summaries are")
  func undatedSummaries() {
    let rows = (1...6).map {
      "<dl><dd><h3><a href='/gzdt/\($0).html'>县政府召开第\($0)次安全生产工作会议</a></h3><p>\(String(repeating: "会议强调要压实责任，确保各项工作落到实处。", count: 4))</p></dd></dl>"
    }.joined()
    let page = read(
      "<html><head><title>工作动态_清河县人民政府</title></head><body><div>\(rows)</div></body></html>",
      url: "http://www.qinghe.test/gzdt/index.html")
    #expect(page.kind == .list)
    #expect(page.entries.count == 6)
  }

  // MARK: Side-bars

  private static let ranking =
    "<div class='left'><h3>热点排行</h3><ul class='hot'>"
    + (1...5).map { "<li><i>\($0)</i><a href='/xw/\($0).html'>县政府召开安全生产工作会议部署任务</a><span>2024-05-0\($0)</span></li>" }
    .joined()
    + "</ul></div>"
  private static let plain =
    "<div><h3>阅读关注</h3><ul>"
    + (1...5).map { "<li><a href='/xw/\($0).html'>县政府召开安全生产工作会议部署任务</a><span>2024-05-0\($0)</span></li>" }.joined()
    + "</ul></div>"

  private func beside(_ bar: String, _ main: String) -> Page {
    read(
      "<html><head><title>建议提案_清河县人民政府</title></head><body>\(bar)<div>您当前的位置：<a href='/'>首页</a> &gt; 建议提案</div><div>\(main)</div></body></html>"
    )
  }

  @Test("暂无信息 in the main area wins over a dated side-bar", arguments: [ranking, plain])
  func emptyBesideBar(bar: String) {
    let page = beside(bar, "<ul></ul><p>暂无相关信息</p>")
    #expect(page.kind != .article)
    #expect(page.saysEmpty)
    #expect(page.entries.isEmpty)
  }

  @Test("a list without dates is read beside a dated side-bar", arguments: [ranking, plain])
  func undatedBesideBar(bar: String) {
    let page = beside(bar, "<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a></li>" } + "</ul>")
    #expect(page.entries.map(\.title) == Item.three.map(\.title))
    #expect(page.entries.allSatisfy { $0.date == nil })
  }

  @Test("a frame is where the list stands, whatever the side-bar shows", arguments: [ranking, plain])
  func frameBesideBar(bar: String) {
    let page = beside(bar, "<iframe src='/list/1.html' width='100%'></iframe>")
    #expect(page.entries.isEmpty)
    #expect(page.listSources == [ListSource(kind: .page, url: "http://www.qh.gov.cn/list/1.html")])
  }

  @Test("a column page marked 已归档 says so; an article that mentions it does not")
  func archived() {
    let list = "<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" } + "</ul>"
    #expect(read(column("<div>本专题已归档（归档时间：2014年6月），内容不再更新。</div>" + list)).saysArchived)
    #expect(!read(column(list)).saysArchived)
    #expect(
      !read(column("<ul><li><a href='/1.html'>本专题已归档的说明</a><span>2024-01-02</span></li></ul>" + list)).saysArchived)
  }

  // MARK: Years

  @Test("a year between dashes above month and day is the date's year")
  func dashedYear() {
    let page = read(
      column(
        "<ul>"
          + rows {
            "<li><a href='\($0.href)'><div><div>--\($0.date.prefix(4))--</div><p>\($0.date.suffix(5))</p></div><div><div>\($0.title)</div></div></a></li>"
          } + "</ul>"))
    #expect(page.entries.map { $0.date?.description } == Item.three.map(\.date))
  }

  @Test("lists under headings of years are one list, and the heading gives the year")
  func yearHeadings() {
    let years = [2018, 2017].map { year in
      "<h3>\(year)年</h3><ul>"
        + [11, 8, 5].map {
          "<li><a href='/h/\(year)x\($0).html'>县政府第\($0)次常务会议</a><span>\($0 < 10 ? "0" : "")\($0)-15</span></li>"
        }
        .joined() + "</ul>"
    }
    let page = read(column(years.joined(), aside: false))
    #expect(page.entries.map { $0.date?.year } == [2018, 2018, 2018, 2017, 2017, 2017])
    #expect(page.newest == Day(2018, 11, 15))
  }

  // MARK: Ways of writing a date

  @Test(
    "dates in brackets with two digits, in English, and with the day first where it can be no month",
    arguments: [
      ("[19-3-9]", Day(2019, 3, 9)), ("Mar 9, 2019", Day(2019, 3, 9)), ("25/03/2019", Day(2019, 3, 25)),
      ("05/03/2019", nil),
    ])
  func writing(text: String, day: Day?) {
    let page = read(
      column("<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a> \(text)</li>" } + "</ul>", aside: false))
    #expect(page.entries.first?.date == day)
  }

  // MARK: The following page

  private static let pagers = [
    "<a href='#' onclick=\"location.href=encodeURI('index_2.jhtml');\">下一页</a>",
    "<script>Pager({size:15, current:1, prefix:'index',suffix:'jhtml',visible:5});</script>",
  ]

  @Test("the following page is known from scripts that name it", arguments: pagers)
  func nextPage(pager: String) {
    let list = "<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" } + "</ul>"
    #expect(read(column(list + pager)).nextPage == "http://www.qh.gov.cn/zwgk/tzgg/index_2.jhtml")
  }

  // MARK: Epoint

  private static let epoint =
    "<ul id='infolist'></ul><script src='/js/EWB-FRONT/webBuilderCommon.js'></script><script>var siteInfo={\"siteGuid\":\"7eb5\",\"projectName\":\"/EpointWebBuilder\"};var categorynum=\"005001\";</script>"

  @Test("Epoint: an empty list is asked for by posting, also where the request stands in a script of its own")
  func epointPost() {
    let page = read(column("<a href='/gkmlpt/index'>公开目录</a>" + Self.epoint, aside: false))
    #expect(page.cms == "epoint")
    #expect(page.listSources.first?.url == "http://www.qh.gov.cn/EpointWebBuilder/rest/lightfrontaction/getgovinfolist")
    #expect(page.listSources.first?.postBody?.contains("\"categorynum\":\"005001\"") == true)
  }

  @Test(
    "a date whose parts are three elements is one date, figures in three cells of a table are none",
    arguments: [
      { (y, m, d) in "<ul><li>\(y)</li><li>\(m)</li><li>\(d)</li></ul>" }, { "<i>\($2)</i><i>\($1)</i><b>\($0)</b>" },
    ] as [@Sendable (Substring, Substring, Substring) -> String])
  func threeParts(_ date: @Sendable (Substring, Substring, Substring) -> String) {
    let page = read(
      column(
        rows { item in
          let parts = item.date.split(separator: "-")
          return
            "<div class=row>\(date(parts[0], parts[1], parts[2]))<h4><a href='\(item.href)'>\(item.title)</a></h4></div>"
        }))
    #expect(page.entries.map { $0.date?.description } == Item.three.map(\.date))
    let figures = read(
      column(
        "<table>" + rows { "<tr><td><a href='\($0.href)'>\($0.title)</a></td><td>2023</td><td>12</td><td>11</td></tr>" }
          + "</table>"))
    #expect(figures.entries.allSatisfy { $0.date == nil })
  }

  @Test(
    "a list that a script takes out of a textarea is read, its markup plain or in references", arguments: [false, true])
  func textarea(isEscaped: Bool) {
    var list = "<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" } + "</ul>"
    if isEscaped { list = list.replacing("<", with: "&lt;").replacing(">", with: "&gt;") }
    let page = read(column("<textarea id=list hidden>\(list)</textarea><div id=show></div>", aside: false))
    #expect(page.kind == .list)
    #expect(page.entries.map(\.title) == Item.three.map(\.title))
    #expect(page.entries.map { $0.date?.description } == Item.three.map(\.date))
    #expect(page.entries.first?.url == "http://www.qh.gov.cn/zwgk/tzgg/202403/t20240308_1.html")
  }

  @Test(
    "the last day of a span is no day of publication",
    arguments: ["征集时间：2024-03-01 至 2024-04-30", "公示期 2024年3月1日～2024年4月30日"])
  func spans(_ span: String) {
    let dated = read(column(rows { "<li><a href='\($0.href)'>\($0.title)</a><p>\(span)</p><i>\($0.date)</i></li>" }))
    #expect(dated.entries.map { $0.date?.description } == Item.three.map(\.date))
    let bare = read(
      column(rows { "<li><a href='/x/\($0.title).html'>\($0.title)</a><p>\(span)</p></li>" }, aside: false))
    #expect(bare.entries.count == 3 && bare.entries.allSatisfy { $0.date != Day(2024, 4, 30) })
  }
}
