import DuwangCore
import HTMLTree

/// Cuts an element's text into blocks, exactly as published.
struct Blocks {
  let tree: Tree
  let frame: PageFrame
  let title: String

  /// A block with whether all of it stands in links.
  struct Piece {
    var block: TextBlock
    var isLink: Bool
    var text: String { block.text }
  }

  /// Blocks of `container`; of what stands before the end of `after` nothing.
  func read(_ container: Int, after: Int?) -> [Piece] {
    var blocks = all(container, from: after.map { tree.end($0) } ?? 0)
    if let end = blocks.indices.dropFirst(blocks.isEmpty ? 0 : 1).first(where: {
      Boilerplate.endsArticle(blocks[$0].text)
    }) {
      blocks.removeSubrange(end...)
    }
    blocks.removeSubrange(..<(blocks.firstIndex { !Boilerplate.isFurniture($0.text, title: title) } ?? blocks.count))
    while let last = blocks.last,
      Boilerplate.isFurniture(last.text, title: title) || Boilerplate.isFooter(Array(last.text.utf8)[...])
    {
      blocks.removeLast()
    }
    return blocks
  }

  private func all(_ container: Int, from: Int) -> [Piece] {
    var (blocks, current, line, role) = ([Piece](), [UInt8](), 0, TextBlock.Role.paragraph)
    var isLink = true
    func flush() {
      let text = trimmed(current)
      if !text.isEmpty { blocks.append(Piece(block: TextBlock(text, role: role, line: line), isLink: isLink)) }
      (current, line, isLink) = ([], 0, true)
    }
    for i in container..<tree.end(container) where tree.isText(i) && i >= from && !frame.covers(i) {
      let range = tree.textRange(i)
      if range.lowerBound > 0, tree.text[range.lowerBound - 1] == Tree.blockMark { flush() }
      let bytes = tree.text[range]
      if current.isEmpty, Text.line(bytes).isEmpty { continue }
      if current.isEmpty { (line, role) = (Int(tree[i].line), self.role(i, in: container)) }
      current += bytes
      if isLink, tree.closest(i, [.a]) == nil { isLink = false }
    }
    flush()
    return blocks
  }

  private func role(_ text: Int, in container: Int) -> TextBlock.Role {
    var node = tree.parent(text)
    while node >= container, node >= 0 {
      switch tree.tag(node) {
      case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
      case .td, .th: return .cell
      case .caption, .figcaption: return .caption
      case .li, .dd, .dt: return .item
      default: node = tree.parent(node)
      }
    }
    return .paragraph
  }

  private func trimmed(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    func blank(_ s: Unicode.Scalar) -> Bool {
      s.value <= 0x20 || s.value == 0xa0 || s.value == 0x3000 || s.value == 0xfeff || s.value == 0x200b
    }
    guard let first = text.firstIndex(where: { !blank($0) }), let last = text.lastIndex(where: { !blank($0) }) else {
      return ""
    }
    return String(text[first...last].map { Character($0.value < 0x20 ? " " : $0) })
  }
}
