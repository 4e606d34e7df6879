import DuwangCore
import Testing

@Suite("A page's frame is nobody's text")
struct FrameTests {
  private static let footers: [(String, String)] = [
    (
      "element", "<footer><p>主办：清河县人民政府 承办：清河县人民政府办公室 联系电话：0319-8160001</p><p>您是第1204311位访问者</p></footer>"
    ),
    (
      "class",
      "<div class='foot-wrap'><p>主办：清河县人民政府 联系电话：0319-8160001</p><p>网站标识码：1305990001 冀ICP备05001234号</p><p>您是第88位访客</p></div>"
    ),
    (
      "words alone",
      "<div><p>主办：清河县人民政府办公室 地址：清河县人民路1号</p><p>网站标识码：1305990001 <a href='/icp'>冀ICP备05001234号</a></p><p>累计访问 100234 人次</p></div>"
    ),
    ("no element around", "<p>主办：清河县人民政府办公室</p><p>网站标识码：1305990001 冀ICP备05001234号</p><p>您是第88位访问者</p>"),
  ]

  private func page(_ main: String, footer: String, head: String = "", title: String = "通知公告") -> Page {
    read(
      """
      <html><head><meta charset="utf-8"><title>\(title)_清河县人民政府</title>\(head)</head><body>
      <div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul></div>
      <div class="position">您现在的位置：<a href="/">首页</a> &gt; 通知公告</div>
      <div class="main"><h2>\(title)</h2>\(main)</div>
      \(footer)</body></html>
      """)
  }

  @Test("a column page with 暂无信息 is empty, whatever stands below it", arguments: footers.map(\.0))
  func empty(_ name: String) {
    for (kind, footer) in Self.footers where kind == name {
      let found = page("<div><p>暂无信息</p></div>", footer: footer)
      #expect(found.saysEmpty)
      #expect(found.kind != .article)
      #expect(found.body == "暂无信息")
    }
  }

  @Test("a column page that holds only a frame is no article, and the frame is followed", arguments: footers.map(\.0))
  func frame(_ name: String) {
    for (kind, footer) in Self.footers where kind == name {
      let found = page("<iframe src='list.html' width='100%'></iframe>", footer: footer)
      #expect(found.kind != .article)
      #expect(found.body == "")
      #expect(found.listSources.map(\.url) == ["http://www.qh.gov.cn/zwgk/tzgg/list.html"])
    }
  }

  @Test("a column page of headings with 更多 is no article, and 更多 is followed")
  func more() {
    let blocks = ["安全生产", "社会救助"].map {
      "<div><h3>\($0)<a class='more' href='\($0)/'>更多</a></h3><ul><li><a href='./2024/0301/1.html'>\($0)检查情况通报</a></li></ul></div>"
    }
    let found = page(blocks.joined(), footer: Self.footers[1].1)
    #expect(found.kind != .article)
    #expect(found.body == "")
    #expect(found.listSources.count == 2)
  }

  @Test("a page that names its column and no article is no article, long as its text may be")
  func column() {
    let text = String(repeating: "清河县位于河北省东南部，辖六镇，总面积五百零二平方公里。", count: 6)
    let found = page("<p>\(text)</p>", footer: Self.footers[0].1, head: "<meta name='ColumnName' content='通知公告'>")
    #expect(found.kind == .other)
    #expect(found.title == "通知公告")
    #expect(found.body == text)
    #expect(found.unreadable == nil)
  }

  @Test("a short article keeps its text and nothing of the footer", arguments: footers.map(\.0))
  func shortArticle(_ name: String) {
    for (kind, footer) in Self.footers where kind == name {
      let found = page("<div>发布时间：2024-03-08</div><div><p>本周五闭馆一天。</p></div>", footer: footer, title: "县图书馆闭馆通知")
      #expect(found.kind == .article)
      #expect(found.body == "本周五闭馆一天。")
      #expect(found.publishedAt == Day(2024, 3, 8))
    }
  }

  @Test("an article that stands in an element called footer keeps its text")
  func misnamed() {
    let found = page(
      "<div>发布时间：2024-03-08</div><div class='content-footer'><p>县图书馆自3月11日起恢复开放，开放时间为每日九时至十七时。</p></div>",
      footer: Self.footers[1].1, title: "县图书馆恢复开放的通知")
    #expect(found.body == "县图书馆自3月11日起恢复开放，开放时间为每日九时至十七时。")
  }

  @Test("an article that speaks of 主办单位 keeps its text")
  func organiser() {
    let found = page(
      "<div>发布时间：2024-03-08</div><div><p>主办单位：县文化局</p><p>活动于3月20日举行，地点为县文化馆。</p></div>",
      footer: Self.footers[2].1, title: "全县书画展览举办公告")
    #expect(found.body == "主办单位：县文化局\n活动于3月20日举行，地点为县文化馆。")
  }

  @Test("the date of a side-bar's row is no article's date")
  func sideDates() {
    let side =
      "<div><h3>最新信息</h3><ul><li><a href='/xw/1.html'>全省重点项目建设推进会议召开</a><span>2024-05-01</span></li></ul></div>"
    let found = page("<p>暂无信息</p>" + side, footer: Self.footers[0].1)
    #expect(found.kind != .article)
    #expect(found.saysEmpty)
  }

  @Test("a column of two articles without dates is a list")
  func two() {
    let rows = ["王某某", "李某某"].map { "<li><a href='./2024/0301/1.html'>副县长\($0)简历及分工</a></li>" }
    let found = page("<ul>\(rows.joined())</ul>", footer: Self.footers[0].1)
    #expect(found.kind == .list)
    #expect(found.entries.count == 2)
  }

  @Test("a short text with the tag PubDate and a title of its own is an article though only its column is tagged")
  func tagged() {
    let found = page(
      "<p>本周五闭馆一天。</p>", footer: Self.footers[0].1,
      head: "<meta name='ColumnName' content='通知公告'><meta name='PubDate' content='2024-03-08'>", title: "县图书馆闭馆通知")
    #expect(found.kind == .article)
    #expect(found.publishedAt == Day(2024, 3, 8))
  }
}
