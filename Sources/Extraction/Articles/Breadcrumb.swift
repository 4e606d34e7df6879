import DuwangCore
import HTMLTree

/// The path `首页 > 政务公开 > 通知公告` that most pages show.
struct Breadcrumb {
  /// Parts after the label, in order; empty when the page shows none.
  let parts: [String]
  /// Bytes of the text that it covers.
  let range: Range<Int>?

  /// The column that the page belongs to or is.
  var last: String? { parts.last { $0.count >= 2 && !["正文", "内容", "详情", "详细内容", "文章", "列表", "信息详情"].contains($0) } }
  /// The path ends in 正文: the page is an article.
  var endsInArticle: Bool {
    parts.last.map { ["正文", "内容", "详情", "详细内容", "文章正文", "信息详情", "查看详情"].contains($0) } ?? false
  }

  init(_ tree: Tree) {
    guard let found = Self.labelled(tree) ?? Self.bare(tree) else {
      (parts, range) = ([], nil)
      return
    }
    let (at, end) = (found.lowerBound, found.upperBound)
    let text = Text.line(tree.text[at..<end].split(separator: Tree.inlineMark).joined(separator: [0x20])[...])
    parts = text.split { ">＞»›/→：:|\\".contains($0) }.map { Text.title(String($0)) }.filter { part in
      !part.isEmpty && !Self.labels.contains { part.hasSuffix($0) }
    }
    range = at..<end
  }

  private static let labels = [
    "当前位置", "您的位置", "您现在的位置", "您所在的位置", "你的位置", "所在位置", "现在位置", "您当前的位置", "当前的位置", "现在的位置", "的位置", "您现在位置",
  ]

  private static let place: WordFinder = ["位置"]

  private static func labelled(_ tree: Tree) -> Range<Int>? {
    label(tree).map { $0..<end(tree, from: $0) }
  }

  /// A line that begins with 首页 and goes on with arrows, each part short.
  private static func bare(_ tree: Tree) -> Range<Int>? {
    for i in 0..<tree.count where tree.isText(i) {
      let start = tree.textRange(i).lowerBound
      guard starts.begin(tree.text[start...].prefix(60).drop { $0 <= 0x20 }) != nil,
        tree.text[..<start].last(where: { $0 > 0x20 || $0 == Tree.blockMark }).map({ $0 == Tree.blockMark }) ?? true
      else { continue }
      let line = tree.text[start...].prefix(400).prefix { $0 != Tree.blockMark }
      let text = Text.line(line)
      let parts = text.split { ">＞»›".contains($0) }
      if parts.count > 1, parts.allSatisfy({ $0.count <= 24 }), !isPager(text) { return start..<line.endIndex }
    }
    return nil
  }

  /// `首页 < 1 2 3 > 末页`: arrows to the left, names of further pages, or numbers alone.
  private static func isPager(_ line: String) -> Bool {
    if line.contains(where: { "<＜«‹".contains($0) }) { return true }
    if Paging.words.stands(in: Array(line.utf8)[...]) { return true }
    return line.split { ">＞»› ".contains($0) }.contains { part in part.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  private static let starts: WordTable = ["首页", "网站首页", "主页", "本站首页"]

  private static func label(_ tree: Tree) -> Int? {
    for i in 0..<tree.count where tree.isText(i) {
      let range = tree.textRange(i)
      guard range.count < 400, place.stands(in: tree.text[range]), tree.closest(i, .a) == nil else { continue }
      if labels.contains(where: { Bytes.contains(tree.text[range], $0) }) { return range.lowerBound }
    }
    return nil
  }

  /// To the second block boundary after the label, so that a path in the next element is taken along; a long text without
  /// arrows there is none.
  private static func end(_ tree: Tree, from start: Int) -> Int {
    var (i, block, separators) = (start, start, 0)
    let limit = min(tree.text.count, start + 500)
    while i < limit {
      if tree.text[i] == 0x3e { separators += 1 }
      if tree.text[i] == Tree.blockMark {
        if separators > 0 { break }
        if i - start > 60 { return block > start && i - block > 45 && !hasArrow(tree.text[block..<i]) ? block : i }
        block = i
      }
      i += 1
    }
    return i
  }

  private static func hasArrow(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["＞", "»", "›", "→", "/", "|", "\\"].contains { Bytes.contains(bytes, $0) }
  }
}

extension Sequence<ArraySlice<UInt8>> {
  func joined(separator: [UInt8]) -> [UInt8] { Array(self.map(Array.init).joined(separator: separator)) }
}
