import DuwangCore
import HTMLTree

/// Front pages used as columns: several dated blocks of equal rank, none of them the page's own list.
struct FrontPage {
  let scene: PageScene
  let column: String
  private var tree: Tree { scene.tree }

  /// All dated blocks of the main area, so that the newest of the page is not overlooked; nil where `best` is the list.
  func blocks(_ best: JudgedList, _ lists: [JudgedList]) -> [RowBlock]? {
    guard !best.isSure, best.block.isDated else { return nil }
    let equal = lists.filter { !$0.isSure && $0.block.isDated && $0.block.rows.count >= 3 }
    guard equal.count > 2 || equal.count == 2 && isHeadedByOther(best.block) else { return nil }
    return equal.map(\.block)
  }

  /// The heading right above the rows is the name of something else than the page's column.
  private func isHeadedByOther(_ block: RowBlock) -> Bool {
    var node = block.rows[0].node
    for _ in 0..<4 {
      let parent = tree.parent(node)
      guard parent >= 0 else { return false }
      let before = tree.children(parent).prefix { $0 < node }.last {
        Text.weight(tree.text[tree.textRange($0)]) > 0
      }
      if let before { return isHeading(before) }
      node = parent
    }
    return false
  }

  private func isHeading(_ node: Int) -> Bool {
    guard tree.tag(node).isHeading || scene.hints.own[node].contains(.title) else { return false }
    let key = Text.key(tree.text[tree.textRange(node)])
    return (6...60).contains(key.count) && key != Text.key(column)
  }
}
