import DuwangCore
import Foundation
import TestSupport
import Testing

@testable import Extraction

@Suite("Where blocks of text stand in the page's source")
struct BlockPlaceTests {
  @Test(
    "a block's place runs from its first visible character to its last, markup inside counted, blanks around not",
    arguments: [
      ("<p>\n　　&nbsp;&emsp;各乡镇人民政府：\r\n </p>", "各乡镇人民政府："),
      ("<p>　&#12288;县<b>人民</b>政府&nbsp;<span>办公室</span>&nbsp;</p>", "县<b>人民</b>政府&nbsp;<span>办公室"),
      ("<p>甲&amp;乙&lt;3&copy;&unknown;&#x4e19;<br>", "甲&amp;乙&lt;3&copy;&unknown;&#x4e19;"),
      ("<p>&amp;&ldquo;amp&rdquo;&hellip;</p>", "&amp;&ldquo;amp&rdquo;&hellip;"),
      ("<p>\u{1}\u{200b}甲 < 乙\u{2}丙\u{200b}</p>", "甲 < 乙\u{2}丙"),
      ("<p>甲<!-- 注 -->乙<a name=1>丙</a></p>", "甲<!-- 注 -->乙<a name=1>丙"),
      ("<p>AT&T公司<</p>", "AT&T公司<"),
    ])
  func places(_ paragraph: String, _ source: String) throws {
    let long = String(repeating: "会议研究部署春耕生产和安全生产工作，听取了情况汇报。", count: 60)
    let html =
      "<html><head><meta charset=utf-8><title>通知</title></head><body><h1>关于做好春耕生产工作的通知</h1>"
      + "<p>发布时间：2024-03-08</p><div><p>\(long)</p>\n\(paragraph)<p>\(long)</p></div></body></html>"
    let scalars = Array(html.unicodeScalars)
    let blocks = read(html).blocks
    let shown = blocks.compactMap(\.place).map { Self.text(scalars[$0]) }
    #expect(shown.map { $0.suffix(60) } == [long.suffix(60), source[...], long.suffix(60)])
    #expect(shown.first == long)
    #expect(blocks.map(\.line) == [1, paragraph.hasPrefix("<p>\n") ? 3 : 2, paragraph.contains("\n") ? 4 : 2])
  }

  @Test("every block of every page of the corpus stands where it says", .enabled(if: Corpus.isAvailable))
  func corpus() throws {
    var (blocks, whole) = (0, 0)
    for file in try Self.pages() {
      let bytes = Array(try Data(contentsOf: file))
      let page = PageReader(today: readingDay).read(bytes, url: "http://portal.test/col/x/a.html", contentType: nil)
      let source = Array(String(decoding: DecodedText.of(bytes, contentType: nil).utf8, as: UTF8.self).unicodeScalars)
      for block in page.blocks {
        guard let place = block.place, !place.isEmpty, place.upperBound <= source.count else {
          if block.line > 0 { Issue.record("\(file.lastPathComponent): no place of \(block.text.prefix(20))") }
          continue
        }
        blocks += 1
        let (first, last) = (source[place.lowerBound], source[place.upperBound - 1])
        let begins = first == block.text.unicodeScalars.first || first == "&"
        let ends = last == block.text.unicodeScalars.last || last == ";"
        #expect(
          begins && ends, "\(file.lastPathComponent): \(block.text.prefix(20)), \(Self.text(source[place].prefix(40)))")
        if Self.shown(Self.text(source[place])) == Self.shown(block.text) { whole += 1 }
      }
    }
    print("段落位置：\(blocks)段，源代码去掉标记后与正文一致的\(whole)段")
    #expect(blocks > 4_000)
    #expect(whole == blocks)
  }

  private static func pages() throws -> [URL] {
    let root = try #require(Corpus.root)
    return ["lists", "articles", "homes"].flatMap { folder in
      FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: [.isRegularFileKey])?
        .compactMap { $0 as? URL }.filter { $0.pathExtension != "jsonl" && !$0.hasDirectoryPath } ?? []
    }
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// What a browser shows of some markup, without blanks.
  private static func shown(_ markup: String) -> String {
    if !markup.contains(where: { $0 == "<" || $0 == "&" }) { return inked(markup) }
    var text = markup
    for hidden in [#"<!--[\s\S]*?-->"#, #"(?i)<(script|style)\b[\s\S]*?</\1\s*>"#, "</?[a-zA-Z!?][^>]*>"] {
      text = text.replacingOccurrences(of: hidden, with: "", options: .regularExpression)
    }
    for (name, scalar) in entities {
      text = text.replacingOccurrences(of: "&\(name);?", with: scalar, options: .regularExpression)
    }
    return inked(text)
  }

  private static func inked(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "\u{200b}" && $0 != "\u{feff}" }
  }

  private static let entities = [
    ("nbsp", " "), ("ensp", " "), ("emsp", " "), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"), ("rsquo", "’"), ("mdash", "—"), ("ndash", "–"), ("hellip", "…"), ("middot", "·"), ("times", "×"),
    ("deg", "°"), ("#39", "'"), ("amp", "&"),
  ]
}
