import DuwangCore
import HTMLTree

/// How much there is to read among some nodes, inside links and outside: a Chinese character counts 2.
struct Ink {
  private var ownSums: [Int]
  private var linkSums: [Int]

  private static let linkTags: TagSet = [.a, .select, .option]

  init(_ scene: PageScene) {
    let tree = scene.tree
    ownSums = [Int](repeating: 0, count: tree.count + 1)
    linkSums = ownSums
    var isDate = [Bool](repeating: false, count: tree.count)
    for (date, context) in zip(scene.dates, scene.contexts) where context.role == .alone {
      if let text = scene.textNode(at: date.start) { isDate[text] = true }
    }
    var linkEnd = 0
    for i in 0..<tree.count {
      var weight = 0
      if tree[i].kind == .element, Self.linkTags.contains(tree.tag(i)) {
        linkEnd = max(linkEnd, tree.end(i))
      } else if tree.isText(i), !isDate[i] {
        weight = Text.weight(tree.text[tree.textRange(i)])
      }
      ownSums[i + 1] = ownSums[i] + (i < linkEnd ? 0 : weight)
      linkSums[i + 1] = linkSums[i] + (i < linkEnd ? weight : 0)
    }
  }

  func own(_ nodes: Range<Int>) -> Int { ownSums[nodes.upperBound] - ownSums[nodes.lowerBound] }
  func linked(_ nodes: Range<Int>) -> Int { linkSums[nodes.upperBound] - linkSums[nodes.lowerBound] }
}
