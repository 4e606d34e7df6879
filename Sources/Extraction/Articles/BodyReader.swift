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
    var said: [TextBlock] {
      let texts = pieces.filter { !$0.isLink }.map(\.block)
      return zip(texts, texts.map(\.role).dropFirst() + [.heading]).filter { $0.role != .heading || $1 != .heading }
        .map(\.0)
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
    guard let start = tree.first(.body) ?? (tree.count > 0 ? 0 : nil) else { return Body() }
    let from = titleNode.map { tree.end($0) } ?? 0
    func mass(_ node: Int) -> Int { self.mass(max(node, min(from, tree.end(node)))..<tree.end(node)) }
    var node = start
    guard mass(start) > 0 else { return Body() }
    while true {
      let children = tree.children(node).filter { tree[$0].kind == .element }
      guard let best = children.max(by: { mass($0) < mass($1) }), mass(best) * 10 >= mass(node) * 7,
        !isParagraph(best) || children.filter({ mass($0) > 0 }).count == 1, !tree.tag(best).isInline
      else { break }
      node = best
    }
    var body = Body(container: node, weight: mass(node))
    body.pieces = Blocks(tree: tree, frame: frame, title: titleNode == nil ? title : "").read(node, after: titleNode)
    return body
  }

  private func isParagraph(_ node: Int) -> Bool { [.p, .h1, .h2, .h3, .h4, .li, .pre].contains(tree.tag(node)) }
}
