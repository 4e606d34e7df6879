import DuwangCore
import Testing

@Suite("Articles")
struct ArticleTests {
  private func article(_ head: String, _ dateline: String, _ body: String = "") -> Page {
    read(
      """
      <html><head><meta charset="utf-8"><title>县政府召开第九次常务会议-清河县人民政府</title>\(head)</head><body>
      <ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul>
      <div>当前位置：<a href="/">首页</a> &gt; <a href="/xw/">清河要闻</a> &gt; 正文</div>
      <h1>县政府召开第九次常务会议</h1><div>\(dateline)</div>
      <div><p>3月8日，县政府召开第九次常务会议，研究部署春耕生产和安全生产工作。</p>
      <p>会议要求，于2024年5月30日前完成排查，并在2024年3月31日前上报。</p>\(body)<p>二〇二四年三月九日</p></div>
      <p>上一篇：<a href="1.html">县人民医院新院区启用</a></p><div>版权所有：清河县人民政府 ICP备05000001号</div></body></html>
      """, url: "http://www.qh.gov.cn/xw/123456.html")
  }

  @Test("title, date, source and text are the article's own")
  func whole() {
    let page = article("", "来源：县政府办公室 发布时间：2024-03-10 09:30 【字体：大 中 小】 打印")
    #expect(page.kind == .article)
    #expect(page.title == "县政府召开第九次常务会议")
    #expect(page.publishedAt == Day(2024, 3, 10))
    #expect(page.source == "县政府办公室")
    #expect(page.blocks.first?.text == "3月8日，县政府召开第九次常务会议，研究部署春耕生产和安全生产工作。")
    #expect(!page.body.contains("上一篇"))
    #expect(!page.body.contains("ICP备"))
    #expect(page.blocks.allSatisfy { $0.line > 0 })
  }

  @Test("without a date line the tag PubDate counts, never the date at the end of the text")
  func tag() {
    let page = article(
      "<meta name='ArticleTitle' content='县政府召开第九次常务会议'><meta name='PubDate' content='2024-03-10 09:30'>", "")
    #expect(page.publishedAt == Day(2024, 3, 10))
    #expect(page.dateCandidates.contains { $0.day == Day(2024, 5, 30) && $0.rejected != nil })
  }

  @Test("成文日期 is not the date of publication")
  func documentDate() {
    #expect(article("", "成文日期：2024-02-01 发布日期：2024-03-10").publishedAt == Day(2024, 3, 10))
  }

  @Test("a date later than the day of reading is not taken")
  func future() {
    #expect(article("", "发布时间：2027-03-10").publishedAt == nil)
  }

  @Test("files offered in the text are attachments")
  func attachments() {
    let page = article("", "发布时间：2024-03-10", "<p>附件：<a href='./P020240310.pdf'>1.申请表.pdf</a></p>")
    #expect(page.attachments == [Attachment(name: "1.申请表.pdf", url: "http://www.qh.gov.cn/xw/P020240310.pdf")])
  }
}
