import DuwangCore
import HTMLTree

/// Finds the element that holds an article's text, and its blocks.
struct BodyReader {
  let scene: PageScene
  let titleNode: Int?
  let title: String
  private let frame: PageFrame
  /// `sums[i]`: points of running text (outside links and the page's frame) before node i.
  private let sums: [Int]
  private var tree: Tree { scene.tree }

  struct Body {
    var pieces: [Blocks.Piece] = []
    var container: Int?
    /// Points of running text: a Chinese character outside links counts 2.
    var weight = 0

    var blocks: [TextBlock] { pieces.map(\.block) }
    /// What a page that is no article says: links and headings with nothing below them say nothing.
    var said: [Blocks.Piece] {
      let texts = pieces.filter { !$0.isLink }
      return zip(texts, texts.map(\.block.role).dropFirst() + [.heading])
        .filter { $0.block.role != .heading || $1 != .heading }.map(\.0)
    }
  }

  /// `path`: bytes of the page's breadcrumb.
  init(scene: PageScene, titleNode: Int?, title: String, path: Range<Int>?) {
    (self.scene, self.titleNode, self.title) = (scene, titleNode, title)
    frame = PageFrame(scene: scene, titleNode: titleNode, path: path)
    sums = frame.sums()
  }

  /// Points of running text among some nodes.
  func mass(_ nodes: Range<Int>) -> Int { sums[nodes.upperBound] - sums[nodes.lowerBound] }

  func read() -> Body {
    guard let start = tree.first(.body) ?? (tree.count > 0 ? 0 : nil), mass(of: start) > 0 else { return Body() }
    let (container, omitted) = widened(narrowed(start))
    var body = Body(container: container)
    body.weight = mass(of: container) - omitted.reduce(0) { $0 + mass($1) }
    body.pieces = Blocks(tree: tree, frame: frame, title: titleNode == nil ? title : "")
      .read(container, after: titleNode, omitting: omitted)
    return body
  }

  /// First node after the title.
  private var from: Int { titleNode.map { tree.end($0) } ?? 0 }

  /// Points of running text in an element, after the title.
  private func mass(of node: Int) -> Int { mass(max(node, min(from, tree.end(node)))..<tree.end(node)) }

  /// The smallest element that holds most of the text.
  private func narrowed(_ start: Int) -> Int {
    var node = start
    while true {
      let children = tree.children(node).filter { tree[$0].kind == .element }
      guard let best = children.max(by: { mass(of: $0) < mass(of: $1) }), mass(of: best) * 10 >= mass(of: node) * 7,
        !isParagraph(best) || isOnlyParagraph(best, of: children), !tree.tag(best).isInline
      else { return node }
      node = best
    }
  }

  private func isOnlyParagraph(_ node: Int, of children: [Int]) -> Bool {
    children.allSatisfy { child in
      child == node || mass(of: child) == 0 && (!isParagraph(child) || frame.covers(child) || isBlank(child))
    }
  }

  private func isBlank(_ node: Int) -> Bool {
    tree.end(node) <= from || Text.weight(tree.text[tree.textRange(node)]) == 0
  }

  /// The largest element around that adds text of the same article, up to the one that holds the title too: a letter
  /// stands before its table, a signature after it. Parts that are none of the text are left out.
  private func widened(_ node: Int) -> (container: Int, omitted: [Range<Int>]) {
    var (best, current) = ((container: node, omitted: [Range<Int>]()), node)
    var left: [Range<Int>] = []
    for _ in 0..<Self.highest {
      let parent = tree.parent(current)
      guard parent >= 0, tree.tag(parent) != .body, tree.tag(parent) != .html else { break }
      let isTop = titleNode.map { parent <= $0 } ?? true
      var adds = false
      for sibling in tree.children(parent) where sibling != current && tree.end(sibling) > from {
        if isText(sibling, beside: isTop) {
          adds = true
        } else if isAside(sibling) || isLayout(sibling, beside: isTop) {
          left.append(sibling..<tree.end(sibling))
        }
      }
      if adds { best = (parent, left) }
      if isTop { break }
      current = parent
    }
    return best
  }

  /// Levels that are looked at around the text.
  private static let highest = 30

  /// Paragraphs; beside the title's own element, where the page's layout begins, only what can be nothing else.
  private func isText(_ node: Int, beside isTop: Bool) -> Bool {
    guard mass(of: node) >= 8, !isAside(node) else { return false }
    if tree.isText(node) { return true }
    let tag = tree.tag(node)
    guard !tag.isHeading, !isTop || !Boilerplate.opensFooterLine(tree.text[tree.textRange(node)]) else { return false }
    return !isTop && (isLeaf(node) || Self.cells.contains(tag)) || isParagraph(node) || tag.isInline
      || Self.texts.contains(tag)
      || Bytes.contains(tree.text[tree.textRange(node)], "。")
  }

  private static let texts: TagSet = [.table, .ul, .ol, .dl, .blockquote, .section]
  private static let cells: TagSet = [.tr, .td, .th, .tbody]
  private static let fields: TagSet = [.form, .select]
  private static let paragraphs: TagSet = [.p, .h1, .h2, .h3, .h4, .li, .pre]

  private func isLeaf(_ node: Int) -> Bool {
    tree.children(node).allSatisfy {
      tree.isText($0) || tree.tag($0).isInline || isParagraph($0) || tree.tag($0) == .br
    }
  }

  /// A part of the page that holds no sentence.
  private func isLayout(_ node: Int, beside isTop: Bool) -> Bool {
    guard tree[node].kind == .element, !isParagraph(node), !tree.tag(node).isInline else { return false }
    return isTop || tree.tag(node) == .div && mass(of: node) > 0
  }

  /// Side-bars, related news, forms: by their class, or because most of them is links.
  private func isAside(_ node: Int) -> Bool {
    guard tree[node].kind == .element, !isParagraph(node), !tree.tag(node).isInline else { return false }
    if Self.fields.contains(tree.tag(node)) { return true }
    let linked = frame.linked(node..<tree.end(node))
    if linked > 20, linked > mass(of: node) { return true }
    return !scene.hints.own[node].isDisjoint(with: Self.asides) && mass(of: node) < 400
  }

  private static let asides: MarkupHints.Words = [
    .side, .related, .search, .footer, .navigation, .comment, .path, .logo,
  ]

  private func isParagraph(_ node: Int) -> Bool { Self.paragraphs.contains(tree.tag(node)) }
}
