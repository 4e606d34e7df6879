import DuwangCore
import HTMLTree

/// Text or a list that a page keeps in a `textarea` for a script to show.
enum TextareaBody {
  /// Blocks of the longest `textarea` that holds markup; empty when there is none.
  static func blocks(in source: [UInt8]) -> [TextBlock] {
    guard let markup = markup(in: source), ["<p", "<br", "<div"].contains(where: { Bytes.contains(markup[...], $0) })
    else { return [] }
    let tree = HTMLTree.parse(html: Array("<html><body>".utf8) + markup + Array("</body></html>".utf8))
    return tree.text.split(separator: Tree.blockMark).map { Text.line($0) }.filter { !$0.isEmpty }.map { TextBlock($0) }
  }

  /// Markup in the longest `textarea`, which may stand there in references (`&lt;`).
  static func markup(in source: [UInt8]) -> [UInt8]? {
    var (longest, from) = (ArraySlice<UInt8>(), 0)
    while let open = Bytes.find(source[...], "<textarea", from: from), let start = source[open...].firstIndex(of: 0x3e)
    {
      let end = Bytes.find(source[...], "</textarea", from: start) ?? source.count
      if end - start > longest.count { longest = source[(start + 1)..<max(start + 1, end)] }
      from = end
    }
    guard longest.count > 60 else { return nil }
    let shown = HTMLTree.parse(html: Array("<div>".utf8) + longest.filter { $0 != 0 } + Array("</div>".utf8))
    return longest.contains(0x3c) ? Array(longest) : shown.text.filter { $0 > Tree.blockMark }
  }
}
