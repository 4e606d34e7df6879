import DuwangCore
import Testing

/// Where the texts of an article stand in its tables, and where its words lead.
@Suite struct TablePlaceTests {
  private func article(_ body: String) -> Page {
    read(
      """
      <html><head><meta charset="utf-8"><title>关于公布补助名单的公告-清河县人民政府</title></head><body>
      <div class="nav"><a href="/">首页</a> <a href="/zwgk/">政务公开</a></div>
      <div class="con"><h1>关于公布补助名单的公告</h1><div>发布时间：2024-03-08</div>
      <div class="text"><p>经审核，现将补助名单予以公布，公示期五个工作日，政务公开要求按时完成，如有异议请向县财政局反映。</p>\(body)
      <p>各乡镇要严格按照名单发放补助资金，发放结果于月底前报县财政局备案，逾期不报的予以通报。</p></div></div>
      </body></html>
      """, url: "http://www.qh.gov.cn/tzgg/1.html")
  }

  @Test("Cells know table, row and column, and empty cells leave their place free")
  func cells() {
    let page = article(
      "<table><tr><th>乡镇</th><th>户数</th></tr><tr><td>白水镇</td><td>120</td></tr><tr><td></td><td>85</td></tr></table>")
    let cells = page.blocks.filter { $0.cell != nil }
    #expect(cells.map(\.text) == ["乡镇", "户数", "白水镇", "120", "85"])
    #expect(cells.compactMap(\.cell?.row) == [0, 0, 1, 1, 2])
    #expect(cells.compactMap(\.cell?.column) == [0, 1, 0, 1, 1])
    #expect(cells.map { $0.cell?.isHeader == true } == [true, true, false, false, false])
    #expect(page.blocks.filter { $0.cell == nil }.count == 2)
  }

  @Test("Links of the text are told with their words; navigation and files are not")
  func textLinks() {
    let page = article(
      "<p>办法详见<a href=\"/zcwj/2.html\">资金管理办法</a>，表格见<a href=\"/files/1.doc\">申报表</a>，由各乡镇代为受理。</p>")
    #expect(page.textLinks == [Attachment(name: "资金管理办法", url: "http://www.qh.gov.cn/zcwj/2.html")])
    #expect(page.attachments.map(\.url) == ["http://www.qh.gov.cn/files/1.doc"])
  }
}
