import DuwangCore
import Testing

@Suite("Titles of articles")
struct TitleTests {
  private static let text = "<p>6月1日，县长李某深入部分乡镇调研春耕备耕工作，强调要压实责任，确保各项工作落到实处。</p><p>有关部门负责同志参加调研。</p>"

  private func page(_ title: String, _ body: String) -> Page {
    read(
      "<html><head><title>\(title)</title></head><body>\(body)</body></html>", url: "http://www.qh.gov.cn/xw/12345.html"
    )
  }

  @Test(
    "the line above the date that the path ends in is the title, whatever the document's own says",
    arguments: [
      "<div class=title>T</div>", "<table><tr><td>T</td></tr></table>",
      "<p align=center><font size=5><b>T</b></font></p>",
      "<div><span style='font-size:24px'>T</span></div>",
    ], ["清河县人民政府", "工作动态"])
  func path(markup: String, site: String) {
    let title = "县长调研春耕备耕和高标准农田建设工作"
    let found = page(
      site,
      "<div>您的位置：<a href='/'>首页</a> &gt; <a href='/zw/'>工作动态</a> &gt; \(title)</div>"
        + markup.replacing("T", with: title) + "<div>发布时间：2024-03-08</div><div>\(Self.text)</div>")
    #expect(found.title == title)
    #expect(found.publishedAt == Day(2024, 3, 8))
  }

  @Test(
    "without a date the line above the text that the path ends in, or that is set as titles are, is the title",
    arguments: ["", " &gt; 关于批准发行专项债券的决议"])
  func undated(end: String) {
    let title = "关于批准发行专项债券的决议"
    let found = page(
      "政府公报",
      "<div>您的位置：<a href='/'>首页</a> &gt; <a href='/gb/'>政府公报</a>\(end)</div><p align=center><b>\(title)</b></p><div>\(Self.text)</div>"
    )
    #expect(found.kind == .article)
    #expect(found.title == title)
    #expect(found.body.hasPrefix("6月1日"))
  }

  @Test("the heading above the text that is a part of the document's title is the page's own")
  func part() {
    #expect(
      page("清河县人民政府门户网站-清河博物馆-县美术馆", "<div><h3>县美术馆</h3>\(Self.text)</div>").title == "县美术馆")
  }

  @Test("the name of the site in the page's head is no title of an article")
  func siteName() {
    let found = page(
      "清河县融媒体中心",
      "<header><h1>清河县融媒体中心</h1></header><nav><a href='/a/'>新闻中心</a><a href='/b/'>政务公开</a><a href='/c/'>互动交流</a></nav>"
        + "<div><h2>我县文旅市场“五一”假期持续升温</h2><p>记者 李某 · 2024年5月4日 星期六</p>\(Self.text)</div>")
    #expect(found.title == "我县文旅市场“五一”假期持续升温")
    #expect(found.publishedAt == Day(2024, 5, 4))
  }

  @Test("a letter is named by the field of its table that says so", arguments: ["信件标题", "来信主题", "留言标题："])
  func letter(label: String) {
    let found = page(
      "县长信箱-信件详情",
      "<h3>信件内容</h3><table><tr><th>\(label)</th><td>咨询农村危房改造补助标准</td></tr><tr><th>来信人</th><td>王**</td></tr>"
        + "<tr><th>来信时间</th><td>2024-03-02 11:20:33</td></tr><tr><th>信件内容</th><td>您好，请问今年农村危房改造的补助标准是多少？</td></tr></table>"
        + "<h3>回复内容</h3><table><tr><th>回复时间</th><td>2024-03-06</td></tr><tr><th>回复内容</th><td>您好！根据省市文件规定，补助1万元。感谢您的来信。</td></tr></table>"
    )
    #expect(found.title == "咨询农村危房改造补助标准")
  }

  @Test("a title that a style hides at the end of the page is not where the text begins")
  func hidden() {
    let title = "关于批准调整2024年末债务余额限额的决议"
    let found = page(
      "\(title)_清河县人民政府",
      "<div><p align=center><strong>\(title)</strong></p><p>\(String(repeating: "会议听取了县财政局的说明，并进行了审议。", count: 6))</p></div>"
        + "<div class='share-title' style='display:none'>\(title)</div>")
    #expect(found.kind == .article)
    #expect(found.body.hasPrefix("会议听取了县财政局的说明"))
  }

  @Test("the tag firstpublishedtime gives the day of publication")
  func firstPublished() {
    let found = read(
      "<html><head><title>关于调整限额的决议_清河县人民政府</title><meta name='firstpublishedtime' content='2024-03-08-23:59:59'></head><body><h1>关于调整限额的决议</h1>\(Self.text)</body></html>",
      url: "http://www.qh.gov.cn/xw/12345.html")
    #expect(found.publishedAt == Day(2024, 3, 8))
  }

  @Test("the way here, its arrows being pictures, is no title", arguments: ["首页 院所快讯 院所快讯", "首页 - 信息汇总"])
  func pathWithoutArrows(path: String) {
    let list = "<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\($0.date)</span></li>" } + "</ul>"
    let found = read(
      "<html><head><title>院所快讯</title></head><body><div class='title'><h2>\(path)</h2></div>\(list)</body></html>")
    #expect(found.title == "院所快讯")
  }
}
