import DuwangCore
import Extraction
import Testing

/// Rules that pages of small county sites asked for.
@Suite("Rows and articles in the markup of small sites")
struct OldMarkupTests {
  @Test(
    "day above month with a stroke is the row's date",
    arguments: ["<b>08/03月</b>", "<b>08/<i>03月</i></b>", "<div>08<em>/03月</em></div>"])
  func dayOverMonth(_ box: String) {
    let page = read(
      column(
        "<ul>"
          + rows { item in
            let own = box.replacing("08", with: item.date.suffix(2)).replacing(
              "03", with: item.date.dropFirst(5).prefix(2))
            return "<li>\(own)<a href='\(item.href)'>\(item.title)</a></li>"
          } + "</ul>"))
    #expect(page.entries.map(\.date) == Item.three.map { Day($0.date) })
  }

  @Test("a title cut short is given in full by any element of its row")
  func titleOfCell() {
    let page = read(
      column(
        "<table>"
          + rows {
            "<tr onclick=\"window.open('\($0.href)')\"><td>1</td><td title='\($0.title)'>\($0.title.prefix(9))...</td><td>\($0.date)</td></tr>"
          } + "</table>"))
    #expect(page.entries.map(\.title) == Item.three.map(\.title))
  }

  @Test("the year that a row leaves out stands in its time element")
  func timeElement() {
    let page = read(
      column(
        "<ul>"
          + rows {
            "<li><time datetime='\($0.date.replacing("202", with: "201"))T08:00:00'>\($0.date.suffix(5))</time><a href='/a/\($0.date.suffix(2)).html'>\($0.title)</a></li>"
          } + "</ul>"))
    #expect(page.entries.map { $0.date?.description } == Item.three.map { $0.date.replacing("202", with: "201") })
  }

  @Test("month and day before the year stand in the order that one date of the page proves")
  func americanDates() {
    let page = read(
      column(
        "<table>"
          + rows { item in
            let parts = item.date.split(separator: "-").compactMap { Int($0) }
            return
              "<tr><td><a href='\(item.href)'>\(item.title)</a></td><td>\(parts[1])/\(parts[2])/\(parts[0])</td></tr>"
          } + "</table>", aside: false))
    #expect(page.entries.map(\.date) == Item.three.map { Day($0.date) })
  }

  @Test("rows whose elements are never closed are rows all the same")
  func neverClosed() {
    let page = read(
      column("<ul>" + rows { "<li><span class=d>\($0.date)<span class=t><a href=\($0.href)>\($0.title)</a>" } + "</ul>")
    )
    #expect(page.entries.map(\.title) == Item.three.map(\.title))
    #expect(page.entries.map(\.date) == Item.three.map { Day($0.date) })
  }

  @Test("a list is read where an included header brings its own html and body to their end")
  func includedHeader() {
    let header = "<html><head><style>a{}</style></head><body><a href='/'>首页</a></body></html>"
    let page = read(
      "<!DOCTYPE html><html><head><title>通知公告</title></head><body>\(header)<ul>"
        + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" } + "</ul></body></html>")
    #expect(page.entries.map(\.title) == Item.three.map(\.title))
  }

  @Test("an array in a script that a template is to show is the list, where the markup holds none")
  func rowsInScript() {
    let data = rows { "{\"title\":\"\($0.title)\",\"url\":\"\($0.href)\",\"publishDate\":\"\($0.date)\"}," }
    let page = read(column("<div id='l'></div><script>var list=[\(data)];show(list)</script>", aside: false))
    #expect(page.kind == .list)
    #expect(page.entries.map(\.date) == Item.three.map { Day($0.date) })
    #expect(page.links.contains { $0.text == Item.three[0].title })
  }

  private let text = "<p>为切实做好全县防汛抗旱工作，最大限度减轻灾害造成的损失，现将防汛应急预案印发给你们，请认真贯彻执行。</p>"

  @Test("a row of fields above the text is none of it, whatever its first field is")
  func rowOfFields() {
    let page = read(
      "<html><body><h1>2024年县属事业单位公开招聘公告</h1><div>报名截止：2024年5月30日 | 发布：2024年4月8日 | 浏览量：20</div>\(text)</body></html>",
      url: "http://www.qh.gov.cn/zp/2024040801.html")
    #expect(page.blocks.count == 1)
    #expect(page.publishedAt == Day(2024, 4, 8))
  }

  @Test("the fields of a document are none of its text where its name is one of them")
  func fieldsWithName() {
    let page = read(
      """
      <html><body><table><tr><td>索引号</td><td>015102/2024-1</td><td>主题分类</td><td>农业</td></tr>
      <tr><td>标题</td><td colspan=3>清河县人民政府关于加快高标准农田建设的意见</td></tr>
      <tr><td>文号</td><td>清政发〔2024〕12号</td><td>公开日期</td><td>2024-04-08</td></tr></table>
      <div><p>各乡镇人民政府：</p>\(text)</div></body></html>
      """, url: "http://www.qh.gov.cn/zc/2024040802.html")
    #expect(page.title == "清河县人民政府关于加快高标准农田建设的意见")
    #expect(page.blocks.first?.text == "各乡镇人民政府：")
  }

  @Test("a path that ends in the article's own title does not make it a column where the address names the day")
  func pathToArticle() {
    let page = read(
      """
      <html><head><title>县住建局扎实推进老旧小区改造</title></head><body>
      <div>当前位置：<a href='/'>首页</a> &gt; <a href='/xw/'>新闻</a> &gt; <a href='#'>县住建局扎实推进老旧小区改造</a></div>
      <p style='text-align:center'><strong>县住建局扎实推进老旧小区改造</strong></p>\(text)</body></html>
      """, url: "http://www.qh.gov.cn/art/2024/4/8/art_11_22.html")
    #expect(page.kind == .article)
    #expect(page.publishedAt == Day(2024, 4, 8))
  }

  @Test(
    "what browsers show for marks of Word, unended references and numbers of windows-1252 is what is read",
    arguments: [
      ("<![if !supportLists]>一、<![endif]>总体<![ENDIF]>要求", "一、总体要求"), ("甲<!-->乙<!--->丙", "甲乙丙"),
      ("<!--[if IE]><![if x]>甲<![endif]-->乙", "乙"), ("<!--[if !IE]><!-->甲<!--<![endif]-->乙", "甲乙"),
      ("&nbsp&nbsp县政府&nbsp&ldquo;一号&rdquo;文件&copy2024&lt3&notit;", "县政府\u{a0}“一号”文件©2024<3¬it;"),
      ("&#147;一号&#x94;&#133;甲&#151;乙&#128;", "“一号”…甲—乙€"),
      ("AT&T&amp&unknown;&unknown&amp;", "AT&T&&unknown;&unknown&"),
    ])
  func marks(_ markup: String, _ shown: String) {
    let long = String(repeating: "会议研究部署春耕生产和安全生产工作。", count: 10)
    let blocks = read("<title>通知</title><h1>关于做好春耕生产工作的通知</h1><div><p>\(long)</p><p>\(markup)</p><p>\(long)</p></div>")
      .blocks
    #expect(blocks.map(\.text) == [long, shown, long])
  }
}
