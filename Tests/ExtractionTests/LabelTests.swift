import DuwangCore
import Testing

@Suite("Labels beside dates")
struct LabelTests {
  private func dates(_ list: String) -> [String?] {
    read(column(list, aside: false)).entries.map { $0.date?.description }
  }

  // MARK: Rows

  @Test(
    "the only day of a row counts behind whatever short label",
    arguments: ["发稿：", "更新：", "录入：", "上传日期：", "入库时间：", "提供时间 ", "更新于"])
  func shortLabel(label: String) {
    #expect(
      dates("<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\(label)\($0.date)</span></li>" } + "</ul>")
        == Item.three.map(\.date))
    #expect(
      dates(
        "<table>" + rows { "<tr><td><a href='\($0.href)'>\($0.title)</a></td><td>\(label)\($0.date)</td></tr>" }
          + "</table>") == Item.three.map(\.date))
  }

  @Test(
    "a day behind the label of something else is no date of a row",
    arguments: ["截止：", "报名：", "开标日期：", "活动时间：", "有效期：", "开工日期：", "会议："])
  func otherDay(label: String) {
    #expect(
      dates("<ul>" + rows { "<li><a href='\($0.href)'>\($0.title)</a><span>\(label)\($0.date)</span></li>" } + "</ul>")
        .allSatisfy { $0 == nil })
  }

  @Test("a day behind an unknown label gives way to one named as publication or alone", arguments: ["发布时间：", ""])
  func known(label: String) {
    #expect(
      dates(
        "<ul>"
          + rows {
            "<li><a href='\($0.href)'>\($0.title)</a><span>更替：2024-05-30</span><i>\(label)\($0.date)</i></li>"
          } + "</ul>") == Item.three.map(\.date))
  }

  @Test(
    "the end of a title is no part of the label behind it",
    arguments: [
      { "<li><a href='\($0.href)'>\($0.title)公示</a><span>时间:\($0.date)</span></li>" },
      { "<li><a href='\($0.href)'>\($0.title)活动</a>时间：\($0.date)</li>" },
      { "<li><a href='\($0.href)'><b>\($0.title)公示</b><small>日期：\($0.date)</small></a></li>" },
    ] as [@Sendable (Item) -> String])
  func titleBeforeLabel(_ row: @Sendable (Item) -> String) {
    #expect(dates("<ul>" + rows(row) + "</ul>") == Item.three.map(\.date))
  }

  @Test("of rows parted by line breaks none is lost for the end of its title")
  func lineBreaks() {
    let page = read(
      column(
        "<div>" + rows { "·<a href='\($0.href)'>\($0.title)公示</a> 时间:\($0.date)<br>" } + "</div>", aside: false))
    #expect(page.entries.map(\.title) == Item.three.map { $0.title + "公示" })
    #expect(page.entries.map { $0.date?.description } == Item.three.map(\.date))
  }

  @Test("of two columns of days the one headed 发布日期 counts, not 更新日期")
  func columns() {
    #expect(
      dates(
        "<table><tr><th>事项名称</th><th>发布日期</th><th>更新日期</th></tr>"
          + rows { "<tr><td><a href='\($0.href)'>\($0.title)</a></td><td>\($0.date)</td><td>2024-05-30</td></tr>" }
          + "</table>") == Item.three.map(\.date))
  }

  @Test(
    "the title of a card ends before what stands beside its date",
    arguments: ["发布日期：D", "D 点击：128", "(D) 点击：128", "编辑：张三 D", "发表于D", "来源：县政府办 D", "发布时间：D 来源：县政府办"])
  func card(line: String) {
    let page = read(
      column(
        rows { item in
          "<a class=card href='\(item.href)'><b>\(item.title)</b><small>\(line.replacing("D", with: item.date))</small></a>"
        }, aside: false))
    #expect(page.entries.map(\.title) == Item.three.map(\.title))
    #expect(page.entries.map { $0.date?.description } == Item.three.map(\.date))
  }

  @Test("a title in the text of the link before its date loses the label")
  func labelInLink() {
    let page = read(
      column(
        "<ul>" + rows { "<li><a href='\($0.href)'>\($0.title) 发布日期：\($0.date)</a></li>" } + "</ul>", aside: false))
    #expect(page.entries.map(\.title) == Item.three.map(\.title))
  }

  // MARK: Articles

  private func notice(_ dateline: String) -> Page {
    read(
      """
      <html><head><title>清河县人民政府</title></head><body><table><tr><td align=center><font size=5>关于全县春季防火的通知</font></td></tr>
      <tr><td>\(dateline)</td></tr><tr><td><p>现将全县春季森林草原防火有关事项通知如下，请认真组织实施。</p>
      <p>清河县人民政府办公室</p><p>2024年2月28日</p></td></tr></table></body></html>
      """, url: "http://www.qh.gov.cn/xw/123456.html")
  }

  @Test(
    "a label that is no known one between title and text names the day of publication",
    arguments: [
      "添加日期", "入库日期", "编辑日期", "刊发日期", "上传日期", "入库时间", "提供时间", "生成日期", "录入时间", "发稿",
    ])
  func unknownLabel(label: String) {
    let page = notice("\(label)：2024-03-01")
    #expect(page.kind == .article)
    #expect(page.title == "关于全县春季防火的通知")
    #expect(page.publishedAt == Day(2024, 3, 1))
    #expect(page.blocks.first?.text == "现将全县春季森林草原防火有关事项通知如下，请认真组织实施。")
  }

  @Test(
    "the day of something else, and the day of the signature, are no days of publication",
    arguments: ["成文日期：2024-03-01", "报名日期：2024-03-01", "开工日期：2024-03-01", ""])
  func noPublication(dateline: String) {
    let page = notice(dateline)
    #expect(page.title == "关于全县春季防火的通知")
    #expect(page.publishedAt == nil)
    #expect(page.blocks.first?.text == "现将全县春季森林草原防火有关事项通知如下，请认真组织实施。")
  }
}
