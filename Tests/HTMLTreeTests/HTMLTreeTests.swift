import Foundation
import HTMLTree
import Testing

@Suite("The tree of a page")
struct HTMLTreeTests {
  private func tree(_ html: String) -> Tree { HTMLTree.parse(html: Array(html.utf8)) }

  @Test("links in template, textarea, iframe fallback, noscript, comments and script text are none")
  func hiddenLinks() {
    let page = tree(
      """
      <body><template><a href=1>1</a></template><textarea><a href=2>2</a></textarea><iframe><a href=3>3</a></iframe>
      <noscript><a href=4>4</a></noscript><!-- <a href=5>5</a> --><script>"<a href=6>6</a>"</script><a href=7>7</a></body>
      """)
    #expect(page.all(.a).compactMap { page.attribute($0, .href) } == ["7"])
  }

  @Test("an element's text is one range, its blocks parted by marks")
  func text() {
    let page = tree("<body><div>政务<b>公开</b></div><p>第二段</p></body>")
    let body = page.first(.body)!
    let parts = page.text[page.textRange(body)].split(separator: Tree.blockMark).map {
      String(decoding: $0.filter { $0 != Tree.inlineMark }, as: UTF8.self)
    }
    #expect(parts == ["政务公开", "第二段"])
    #expect(page.exactText(page.first(.b)!) == "公开")
  }

  @Test(
    "what follows the end of body or html belongs to the body, as where headers are included with their own frame",
    arguments: [
      "<!DOCTYPE html><html><body><p>头</p></body></html><p>尾</p>",
      "<html><head></head><body><p>头</p></body><p>尾</p></html>",
      "<!DOCTYPE html><html><body><p>头</p></body></html><html><head><title>乙</title></head><body><p>尾</p></body></html>",
    ])
  func afterTheEnd(_ html: String) throws {
    let page = tree(html)
    let body = try #require(page.first(.body))
    #expect(page.all(.p).map(page.exactText) == ["头", "尾"])
    #expect(page.all(.p).allSatisfy { $0 > body && $0 < page.end(body) })
    #expect(page.all(.body).count == 1)
  }

  @Test(
    "rows, cells and items end where the next one begins, whatever was left open in them",
    arguments: [
      "<ul><li><span>甲<li><a>乙<font>丙<li>丁</ul>", "<table><tr><td><font>甲<td><b><i>乙丙<tr><td>丁</table>",
      "<dl><dt><b>甲<dd><span>乙丙<dt>丁</dl>",
    ])
  func leftOpen(_ html: String) {
    let page = tree(html)
    let items = (0..<page.count).filter { ["li", "td", "dt", "dd"].contains(page.name($0)) }
    #expect(items.map(page.exactText) == ["甲", "乙丙", "丁"])
    #expect(items.allSatisfy { ["ul", "tr", "dl"].contains(page.name(page.parent($0))) })
  }

  @Test("an item holds the items of a list inside it")
  func nested() {
    let page = tree("<ul><li>甲<ul><li>乙<li>丙</ul><li>丁<div><ol><li>戊</ol></div></ul>")
    #expect(page.all(.li).map(page.exactText) == ["甲乙丙", "乙", "丙", "丁戊", "戊"])
  }

  @Test("text holds no marks but the tree's own, whatever control bytes and references a page holds")
  func controlBytes() {
    let page = tree("<body><p>甲\u{1e}乙\u{1f}丙&#30;丁&#x1f;戊<!-- 注 -->己</p></body>")
    #expect(page.text.filter { $0 < 0x20 } == [Tree.blockMark])
    #expect(page.exactText(page.first(.p)!) == "甲乙丙丁戊己")
  }

  @Test("an attribute without a value has its own name as value where HTML knows it as a switch, else none")
  func bareAttributes() {
    let page = tree("<input checked data-x>")
    let input = page.first(.input)!
    #expect(page.attribute(input, named: "checked") == "checked")
    #expect(page.attribute(input, named: "data-x") == "")
  }

  @Test("a line number is told beyond the 65,535th line")
  func lines() {
    let page = tree("<body>" + String(repeating: "\n", count: 70_000) + "<a href=x>甲</a>")
    #expect(page[page.first(.a)!].line == 70_001)
  }

  @Test("a link below 20,000 nested elements is read")
  func depth() {
    let page = tree(String(repeating: "<div>", count: 20_000) + "<a href=x>深</a>")
    #expect(page.all(.a).count == 1)
  }

  @Test(
    "no bytes make it fail",
    arguments: ["", "<", "<a", "</", "\u{0}", "<![CDATA[", "<a href=\"", "<!--", "<p><table><a>"])
  func fragments(_ html: String) {
    let page = tree(html)
    for i in 0..<page.count { #expect(page.end(i) <= page.count) }
  }

  @Test("small XML is read, with CDATA as text and without its entities being fetched")
  func xml() throws {
    let page = try #require(
      HTMLTree.parse(xml: Array("<sheet><row r='1'><c t=\"s\"><v>7</v></c><x><![CDATA[<b>]]></x></row></sheet>".utf8)))
    let row = try #require((0..<page.count).first { page.name($0) == "row" })
    #expect(page.attribute(row, named: "r") == "1")
    #expect((0..<page.count).filter { page.isText($0) }.map(page.exactText) == ["7", "<b>"])
    #expect(HTMLTree.parse(xml: Array("<a><b></a>".utf8)) == nil)
  }

  @Test("text longer than any piece of memory is whole, and grows without leaving copies behind")
  func longText() {
    let long = String(repeating: "政务公开", count: 200_000)
    let page = tree("<body><p>\(long)</p><p>\(long)</p><!--\(long)--><i title='\(long)'>完</i></body>")
    #expect(page.all(.p).map { page.exactText($0).utf8.count } == [long.utf8.count, long.utf8.count])
    #expect(page.attribute(page.first(.i)!, .title)?.utf8.count == long.utf8.count)
  }

  @Test("pages read side by side are read as one after another")
  func sideBySide() async {
    let pages = (0..<40).map { i in
      (0..<(i * 40)).map { "<li><a href='/art/\(i)/\($0).html'>第\($0)条 &amp; &#x653f;</a><td>" }.joined()
    }
    let alone = pages.map { tree($0).text }
    let together = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for _ in 0..<4 {
        for (i, page) in pages.enumerated() { group.addTask { (i, self.tree(page).text) } }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.count == 160)
    for (i, text) in together { #expect(text == alone[i], "page \(i)") }
  }

  @Test("memory stays flat over many pages, well formed or not")
  func flatMemory() throws {
    let good = String(repeating: "<div class='row'><a href='/a.html'>标题</a><span>2018-01-02</span></div>", count: 1_000)
    let bad = Array(good.utf8.prefix(40_000)) + [0xff, 0xfe, 0x3c]
    func readAll() {
      for _ in 0..<40 {
        _ = tree(good)
        _ = HTMLTree.parse(html: bad)
        _ = HTMLTree.parse(xml: bad)
      }
    }
    readAll()
    let before = try residentBytes()
    readAll()
    #expect(try residentBytes() - before < 8 << 20)
  }

  private func residentBytes() throws -> Int {
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return try #require(Int(pages[1])) * 4096
  }

  @Test("XML is read in the encoding it declares", arguments: [("UTF-16", String.Encoding.utf16), ("UTF-8", .utf8)])
  func xmlEncodings(_ name: String, _ encoding: String.Encoding) throws {
    let bytes = try #require("<?xml version='1.0' encoding='\(name)'?><a>公开</a>".data(using: encoding))
    let page = try #require(HTMLTree.parse(xml: Array(bytes)))
    #expect(page.exactText(0) == "公开")
  }
}
