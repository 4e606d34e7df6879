import DuwangCore
import Testing

@testable import History

/// What of a whole page is compared: tables, files, links, sentences that moved.
@Suite struct PageDiffTests {
  private func page(_ blocks: [TextBlock], edit: (inout Page) -> Void = { _ in }) -> Page {
    var page = Page(url: "http://a.gov.cn/1.html")
    (page.kind, page.title, page.blocks) = (.article, "关于公布补助名单的公告", blocks)
    edit(&page)
    return page
  }

  private func difference(_ old: Page, _ new: Page) -> TextDiff.Difference {
    TextDiff.between(PageText(old), PageText(new))
  }

  private func table(_ rows: [[String]]) -> [TextBlock] {
    rows.enumerated().flatMap { row, cells in
      cells.enumerated().filter { !$1.isEmpty }.map {
        TextBlock($1, role: .cell, cell: TableCell(table: 0, row: row, column: $0))
      }
    }
  }

  private let rows = [
    ["序号", "乡镇", "户数", "金额（元）"], ["1", "一条山镇", "120", "3000"], ["2", "芦阳镇", "85", "2100"], ["3", "上沙沃镇", "40", "980"],
  ]

  @Test("A changed figure of a table is told in its row, below the table's head")
  func cell() throws {
    var changed = rows
    changed[2][3] = "2400"
    let block = try #require(difference(page(table(rows)), page(table(changed))).blocks.first)
    let row = try #require(block.row)
    #expect(row.kind == .changed)
    #expect(row.header == rows[0])
    #expect(row.cells.map { $0.map(\.text) } == [["2"], ["芦阳镇"], ["85"], ["2100", "2400"]])
    #expect(block.runs.side(without: .insert) == "2｜芦阳镇｜85｜2100")
  }

  @Test("A row that is added, removed or moved is told once, as a row")
  func wholeRows() {
    let added = difference(page(table(rows)), page(table(rows + [["4", "喜泉镇", "", "500"]])))
    #expect(added.blocks.map(\.row?.kind) == [.added])
    #expect(added.blocks[0].row?.cells.map { $0.map(\.text).joined() } == ["4", "喜泉镇", "", "500"])
    let removed = difference(page(table(rows)), page(table(Array(rows.dropLast()))))
    #expect(removed.blocks.map(\.row?.kind) == [.removed])
    let moved = difference(page(table(rows)), page(table([rows[0], rows[2], rows[1], rows[3]])))
    #expect(moved.blocks.map(\.row?.kind) == [.moved])
    #expect((moved.inserted, moved.deleted) == (0, 0))
  }

  @Test("A row is known by its name, whatever its figures")
  func rowByName() {
    var changed = rows
    changed[1] = ["1", "一条山镇", "998", "76500"]
    #expect(difference(page(table(rows)), page(table(changed))).blocks.map(\.row?.kind) == [.changed])
  }

  @Test("A new column is told in every row, and only there")
  func newColumn() {
    let wide = rows.map { $0 + ["备注"] }
    let blocks = difference(page(table(rows)), page(table(wide))).blocks
    #expect(blocks.count == 4)
    #expect(blocks.allSatisfy { $0.runs.filter { $0.operation == .insert }.map(\.text) == ["备注"] })
  }

  @Test("A table that only lays out the page is read as paragraphs")
  func layoutTable() {
    let text = [
      TextBlock("第一段。", role: .cell, cell: TableCell(table: 0, row: 0, column: 0)),
      TextBlock("第二段3000元。", role: .cell, cell: TableCell(table: 0, row: 0, column: 0)),
    ]
    var changed = text
    changed[1].text = "第二段3200元。"
    let blocks = difference(page(text), page(changed)).blocks
    #expect(blocks.count == 1)
    #expect(blocks[0].row == nil)
    #expect(blocks[0].skipped == 2, "title and first paragraph")
  }

  @Test("A sentence that moved is said to have moved, and counts no characters")
  func movedSentence() {
    let old = page([TextBlock("会议听取了工作汇报。会议要求各乡镇抓好落实。会议强调要按时上报。")])
    let new = page([TextBlock("会议要求各乡镇抓好落实。会议强调要按时上报。会议听取了工作汇报。")])
    let result = difference(old, new)
    #expect(result.movedSentences == ["会议听取了工作汇报。"])
    #expect((result.inserted, result.deleted) == (0, 0))
    #expect(result.blocks.count == 1)
  }

  @Test("A file that was exchanged, renamed, added or taken away is named in full")
  func files() {
    func with(_ files: [(String, String)]) -> Page {
      page([TextBlock("正文。")]) { $0.attachments = files.map { Attachment(name: $0.0, url: "http://a.gov.cn/\($0.1)") } }
    }
    let old = with([("申报表", "P0201.doc"), ("名单", "P2.xls")])
    #expect(
      difference(old, with([("申报表", "P0305.doc"), ("名单", "P2.xls")])).blocks.map(\.runs) == [
        [.init(.keep, "附件：申报表（"), .init(.delete, "P0201.doc"), .init(.insert, "P0305.doc"), .init(.keep, "）")]
      ])
    #expect(
      difference(old, with([("申报表", "P0201.doc"), ("名单（更正）", "P2.xls")])).blocks.map(\.runs) == [
        [.init(.keep, "附件："), .init(.delete, "名单"), .init(.insert, "名单（更正）")]
      ])
    #expect(difference(old, with([("申报表", "P0201.doc")])).blocks.map(\.runs) == [[.init(.delete, "附件：名单（P2.xls）")]])
    #expect(difference(old, with([("名单", "P2.xls"), ("申报表", "P0201.doc?t=8271")])).blocks.isEmpty)
  }

  @Test("A link of the text that leads elsewhere is a change though no word is another")
  func links() {
    func to(_ url: String) -> Page {
      page([TextBlock("详见办事指南。")]) { $0.textLinks = [Attachment(name: "办事指南", url: url)] }
    }
    let blocks = difference(to("http://a.gov.cn/zn/1.html"), to("http://a.gov.cn/zn/2.html")).blocks
    #expect(blocks.map { $0.runs.map(\.text).joined() } == ["链接：办事指南（1.html2.html）"])
    #expect(difference(to("http://a.gov.cn/zn/1.html"), to("https://a.gov.cn/zn/1.html")).blocks.isEmpty)
  }

  @Test("There is a change exactly where the keys of the page differ")
  func keys() {
    var random = Seeded(seed: 11)
    for round in 0..<300 {
      let texts = (0..<6).map { _ in Texts.paragraph(&random) }
      let old = page(texts.map { TextBlock($0) } + table(rows)) {
        $0.attachments = [Attachment(name: "附件1", url: "http://a.gov.cn/1.doc")]
      }
      var new = old
      let edited = Texts.edited(texts, count: round % 4, &random).map { TextBlock("　" + $0) }
      new.blocks = edited + [TextBlock("浏览次数：\(round)")] + table(rows)
      if round % 7 == 0 { new.attachments[0].url = "http://a.gov.cn/2.doc" }
      if round % 11 == 0 { new.blocks[new.blocks.count - 1].text = "\(round)" }
      let result = difference(old, new)
      #expect(result.blocks.isEmpty == (PageText(old).key == PageText(new).key))
      #expect(result.blocks.allSatisfy { $0.isMoved || $0.runs.contains { $0.operation != .keep } })
    }
  }
}
