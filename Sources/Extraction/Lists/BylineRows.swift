import DuwangCore
import HTMLTree

/// Rows whose date stands in one element with the link of a department, author or column: the title is further out.
struct BylineRows {
  let scene: PageScene
  let finder: RowFinder
  private var tree: Tree { scene.tree }

  /// Rows named by a link that is short, or the same in several rows, widened to the element that also holds another
  /// link fit for a title and no date of another row.
  func widened(_ rows: [Row]) -> [Row] {
    let repeated = repeated(rows)
    return rows.map { row in
      guard let anchor = row.anchor, finder.weights[anchor] < 12 || !names(anchor).isDisjoint(with: repeated),
        let (node, title) = wider(row, than: anchor, repeated)
      else { return row }
      return Row(node: node, nodes: node..<tree.end(node), anchor: title, date: row.date)
    }
  }

  private enum Name: Hashable {
    case text([UInt8])
    case address(String)
  }

  /// What tells a link from others: its text and its address.
  private func names(_ anchor: Int) -> Set<Name> {
    let link = scene.anchors[anchor]
    let range = tree.textRange(link.node)
    let text = Name.text(Text.key(tree.text[range.lowerBound..<min(range.upperBound, range.lowerBound + 120)]))
    return link.isDead ? [text] : [text, .address(link.reference)]
  }

  private func repeated(_ rows: [Row]) -> Set<Name> {
    var (once, twice) = (Set<Name>(), Set<Name>())
    for row in rows {
      for name in row.anchor.map(names) ?? [] where !once.insert(name).inserted { twice.insert(name) }
    }
    return twice
  }

  private func wider(_ row: Row, than anchor: Int, _ repeated: Set<Name>) -> (node: Int, title: Int)? {
    let own = scene.dates(in: tree.textRange(row.node))
    let isShort = names(anchor).isDisjoint(with: repeated)
    var (node, steps) = (tree.parent(row.node), 0)
    while node > 0, steps < 4, tree.tag(node) != .body {
      let dates = scene.dates(in: tree.textRange(node))
      guard dates.count < own.count + 8, !dates.contains(where: { !own.contains($0) && finder.isRowDate($0) }) else {
        return nil
      }
      let title = scene.anchors(in: node..<tree.end(node)).prefix(12).first {
        finder.weights[$0] >= (isShort ? 12 : 8) && $0 != anchor && names($0).isDisjoint(with: repeated)
          && !finder.isCategory($0)
      }
      if let title { return (node, title) }
      (node, steps) = (tree.parent(node), steps + 1)
    }
    return nil
  }
}
