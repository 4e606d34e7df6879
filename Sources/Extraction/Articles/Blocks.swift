import DuwangCore
import HTMLTree

/// Cuts an element's text into blocks, exactly as published.
struct Blocks {
  let tree: Tree
  let frame: PageFrame
  let title: String

  /// A block with whether all of it stands in links, and its bytes in the tree's text.
  struct Piece {
    var block: TextBlock
    var isLink: Bool
    var range: Range<Int>
    var text: String { block.text }
  }

  /// Blocks of `container`; of what stands before the end of `after` and in `omitted` nothing.
  func read(_ container: Int, after: Int?, omitting omitted: [Range<Int>]) -> [Piece] {
    var blocks = opened(all(container, from: after.map { tree.end($0) } ?? 0, omitting: omitted))
    if let end = blocks.firstIndex(where: { FurnitureLines.endsArticle($0.text) }) { blocks.removeSubrange(end...) }
    while let last = blocks.last, closes(last.text) { blocks.removeLast() }
    return blocks
  }

  /// Without the lines before the text. A line that ends articles ends none that has not begun: links follow it.
  private func opened(_ blocks: [Piece]) -> [Piece] {
    var isNavigation = false
    return Array(
      blocks.drop { piece in
        if FurnitureLines.isFurniture(piece.text, title: title) { return true }
        if FurnitureLines.endsArticle(piece.text) { isNavigation = true }
        return FurnitureLines.endsArticle(piece.text) || isNavigation && piece.isLink
      })
  }

  /// `发布日期：2020年9月9日` below the text is a signature; a template writes digits or the time of day.
  private func closes(_ line: String) -> Bool {
    let isSigned = line.contains("年") && !line.contains(":")
    return FurnitureLines.isFurniture(line, title: title) && !isSigned
      || line.utf8.count < 360 && !line.contains("。") && Boilerplate.provesFooter(Array(line.utf8)[...])
  }

  private func all(_ container: Int, from: Int, omitting omitted: [Range<Int>]) -> [Piece] {
    var (blocks, current, role) = ([Piece](), [UInt8](), TextBlock.Role.paragraph)
    var (isLink, cell, cells, parts) = (true, TableCell?.none, CellPlaces(tree), [Int]())
    var isOut = [Bool](repeating: false, count: tree.end(container) - container)
    for i in omitted.joined() { isOut[i - container] = true }
    func flush() {
      let text = trimmed(current)
      if !text.isEmpty {
        let block = TextBlock(
          String(decoding: text.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self), role: role, cell: cell)
        let range = place(text.startIndex, parts)..<place(text.endIndex - 1, parts) + 1
        blocks.append(Piece(block: block, isLink: isLink, range: range))
      }
      (current, parts, isLink) = ([], [], true)
    }
    for i in container..<tree.end(container)
    where tree.isText(i) && i >= from && !frame.covers(i) && !isOut[i - container] {
      let range = tree.textRange(i)
      if range.lowerBound > 0, tree.text[range.lowerBound - 1] == Tree.blockMark { flush() }
      let bytes = tree.text[range]
      if current.isEmpty, !Text.hasInk(bytes) { continue }
      if current.isEmpty {
        role = self.role(i, in: container)
        cell = cells.place(of: i, in: container)
      }
      current += bytes
      parts.append(i)
      if isLink, tree.closest(i, .a) == nil { isLink = false }
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

  /// Where byte `index` of the joined texts of some nodes stands in the tree's text.
  private func place(_ index: Int, _ nodes: [Int]) -> Int {
    var left = index
    for node in nodes {
      let range = tree.textRange(node)
      if left < range.count { return range.lowerBound + left }
      left -= range.count
    }
    return 0
  }

  private func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let text = bytes.drop { $0 <= 0x20 }
    func isBlank(_ s: Unicode.Scalar) -> Bool {
      Text.isBlank(s) || s.value < 0x20 || s.value == 0xfeff || s.value == 0x200b
    }
    var view = text[...]
    while let first = Text.firstScalar(view), isBlank(first) { view = view.dropFirst(UTF8.width(first)) }
    while let last = Text.lastScalar(view), isBlank(last) { view = view.dropLast(UTF8.width(last)) }
    return view
  }
}
