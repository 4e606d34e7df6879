import DuwangCore
import Testing

@Suite("The text of an article and nothing else")
struct BodyTests {
  private static let long =
    "县电化教育馆成立于1980年7月，是全额拨款的事业单位。随着事业的发展，又组建了教育电视台。主要工作职责包括负责全县中小学信息化教育。"

  private func article(_ content: String, info: String = "<div>发布时间：2020-01-13</div>", beside: String = "") -> Page {
    read(
      """
      <html><head><meta charset="utf-8"><title>关于县教育馆机构职能介绍的通知_清河县人民政府</title></head><body>
      <div><a href="/a">首页</a><a href="/b">政务公开</a></div><div><h1>关于县教育馆机构职能介绍的通知</h1>\(info)
      <div class="c">\(content)</div></div>\(beside)<div><p>版权所有：清河县人民政府</p></div></body></html>
      """, url: "http://www.qh.gov.cn/xw/123456.html")
  }

  @Test(
    "a short notice is read, however long its date line is",
    arguments: [
      "来源：县融媒体中心 作者：张某某 编辑：李某某 发布时间：2020-01-13 09:21 浏览次数：12", "时间：2020-01-13 09:21:05\u{a0}\u{a0}来源：",
      "来源：县林业局-县林业局    时间：2020-01-13 09:21",
    ])
  func dateline(_ line: String) {
    let page = article("<p>表详见附件</p>", info: "<div>\(line)</div>")
    #expect(page.body == "表详见附件")
    #expect(page.publishedAt == Day(2020, 1, 13))
  }

  @Test("hidden text is nobody's text")
  func hidden() {
    let menu = "<div style='display:none'><p>\(Self.long)\(Self.long)</p></div>"
    #expect(article(menu + "<p>请认真组织实施。</p>").body == "请认真组织实施。")
  }

  @Test(
    "paragraphs beside the longest part belong to the text",
    arguments: [
      "<table><tr><td>\(long)</td></tr><tr><td>\(long)</td></tr></table>", "<ul><li>\(long)</li><li>\(long)</li></ul>",
      "<blockquote>\(long)\(long)</blockquote>", "<section><section>\(long)</section></section>", "<div>\(long)</div>",
    ])
  func siblings(_ part: String) {
    let body = article("<p>各乡镇人民政府：</p>\(part)<p>清河县教育局</p>").body
    #expect(body.hasPrefix("各乡镇人民政府：\n"))
    #expect(body.hasSuffix("\n清河县教育局"))
  }

  @Test("lines in elements of their own belong to the text, telephone and all")
  func lines() {
    let body = article("<div>\(Self.long)</div><div>馆长：张某</div><div>电话：028-00000000</div>").body
    #expect(body == Self.long + "\n馆长：张某\n电话：028-00000000")
  }

  @Test("share buttons above and related news below are left out")
  func furniture() {
    let page = article(
      "<div><a>分享到：</a><a>微信</a></div><div><p>\(Self.long)</p></div><div><h3>相关阅读</h3><ul><li><a href='1'>旧稿</a><span>2019-03-09</span></li></ul></div><p>【打印本页】【关闭窗口】</p>"
    )
    #expect(page.body == Self.long)
  }

  @Test(
    "a paragraph that begins with a word of furniture is the article's own",
    arguments: [
      "关闭煤矿的有关规定如下：", "打印机采购清单见附件。", "相关信息公开如下：", "返回列表的申请不再受理。", "时间：2020年3月1日上午9时。", "主办单位：县人民政府", "请用以下浏览器打开系统。",
    ])
  func words(_ line: String) {
    for content in ["<p>\(line)</p><p>\(Self.long)</p>", "<p>\(Self.long)</p><p>\(line)</p><p>\(Self.long)</p>"] {
      #expect(article(content).blocks.contains { $0.text == line })
    }
  }

  @Test(
    "the index of a document is not its text, and 公开日期 in it is the date",
    arguments: [
      "<table><tr><td>索引号：</td><td>620423/2020-00012</td><td>成文日期：</td><td>2020-01-08</td></tr><tr><td>公开日期：</td><td>2020-01-13</td></tr></table>",
      "<dl><dt>索引号：</dt><dd>620423/2020-00012</dd><dt>成文日期：</dt><dd>2020-01-08</dd><dt>发布日期：</dt><dd>2020-01-13</dd></dl>",
      "<table><tr><th>索引号</th><td>1</td><th>生成日期</th><td>2020-01-08</td></tr><tr><th>发布时间</th><td>2020-01-13</td></tr></table>",
    ])
  func index(_ table: String) {
    let page = article("<p>现将通知印发给你们，请认真贯彻执行。</p>", info: table)
    #expect(page.body == "现将通知印发给你们，请认真贯彻执行。")
    #expect(page.publishedAt == Day(2020, 1, 13))
  }

  @Test("the labelled date of another article at the side does not count")
  func side() {
    let side = "<div><ul><li><a href='1'>全县项目建设会议召开</a> 发布时间：2021-03-01</li></ul></div>"
    let page = article("<p>\(Self.long)</p>", info: "<div>2020-01-13</div>", beside: side)
    #expect(page.publishedAt == Day(2020, 1, 13))
  }

  @Test("a date in digits right below the text counts where there is no other, a signature's does not")
  func below() {
    #expect(
      article("<div><p>\(Self.long)</p></div><div>2014-07-25 13:59</div>", info: "").publishedAt
        == Day(2014, 7, 25))
    #expect(article("<p>\(Self.long)</p><p>县自来水公司</p><p>2019年2月11日</p>", info: "").publishedAt == nil)
  }

  @Test("files of the page outside the article are no attachments")
  func files() {
    let page = article(
      "<p>\(Self.long)</p><p><a href='a.pdf'>名单</a></p>", beside: "<div><a href='/y/help.pdf'>使用手册</a></div>")
    #expect(page.attachments.map(\.name) == ["名单"])
  }

  @Test("a heading that repeats the path's last part is the title where the head gives the site's name alone")
  func columnHeading() {
    let page = read(
      "<html><head><title>清河教育网</title></head><body><p>您现在的位置： <a href='/'>首页</a> &gt;&gt; 走进清河 &gt;&gt; 清河概况</p><div><h1>清 河 概 况</h1><div><p>\(Self.long)\(Self.long)</p></div></div></body></html>",
      url: "http://www.qh.gov.cn/xw/123456.html")
    #expect(page.title == "清 河 概 况")
  }
}
