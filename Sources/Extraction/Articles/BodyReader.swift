import DuwangCore
import HTMLTree

/// Finds the element that holds an article's text, and its blocks.
struct BodyReader {
  let scene: PageScene
  let titleNode: Int?
  let title: String
  /// `sums[i]`: points of running text (outside links and footers) before node i.
  private let sums: [Int]
  private var tree: Tree { scene.tree }

  struct Body {
    var blocks: [TextBlock] = []
    var container: Int?
    /// Points of running text: a Chinese character outside links counts 2.
    var weight = 0
  }

  init(scene: PageScene, titleNode: Int?, title: String) {
    (self.scene, self.titleNode, self.title) = (scene, titleNode, title)
    sums = BodyReader.prefixSums(scene.tree)
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
    body.blocks = Blocks(tree: tree, title: titleNode == nil ? title : "").read(node, after: titleNode)
    return body
  }

  private func isParagraph(_ node: Int) -> Bool { [.p, .h1, .h2, .h3, .h4, .li, .pre].contains(tree.tag(node)) }

  private static func prefixSums(_ tree: Tree) -> [Int] {
    var sums = [Int](repeating: 0, count: tree.count + 1)
    var linkEnd = 0
    for i in 0..<tree.count {
      var mass = 0
      if tree[i].kind == .element, tree.tag(i) == .a || tree.tag(i) == .select || tree.tag(i) == .option {
        linkEnd = max(linkEnd, tree.end(i))
      } else if tree.isText(i), i >= linkEnd {
        let bytes = tree.text[tree.textRange(i)]
        mass = Text.weight(bytes)
        if mass > 0, bytes.count < 600, Boilerplate.isFooter(bytes) { mass = 0 }
      }
      sums[i + 1] = sums[i] + mass
    }
    return sums
  }
}
