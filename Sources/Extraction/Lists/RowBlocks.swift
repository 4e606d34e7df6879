import DuwangCore
import HTMLTree

/// Rows that look alike and stand together.
struct RowBlock {
  var rows: [Row]
  var isDated: Bool
  /// The same for rows of one look: element, parent and the elements above.
  var signature: UInt64
}

/// Puts rows together into lists: rows of one look that follow one another.
struct RowBlocks {
  let scene: PageScene
  let finder: RowFinder
  private var tree: Tree { scene.tree }

  func dated() -> [RowBlock] { neighboursJoined(blocks(finder.datedRows(), dated: true)) }
  func undated() -> [RowBlock] { blocks(undatedRows(), dated: false).filter { $0.rows.count >= 3 } }
  /// One or two links without a date; whether they are articles is for the caller to see.
  func short() -> [RowBlock] { blocks(undatedRows(), dated: false).filter { $0.rows.count < 3 } }
  func plain() -> [RowBlock] { blocks(finder.plainRows(), dated: true).filter { $0.rows.count >= 3 } }

  private func blocks(_ rows: [Row], dated: Bool) -> [RowBlock] {
    var looks: [UInt64: [Row]] = [:]
    for row in rows { looks[signature(row), default: []].append(row) }
    return looks.flatMap { signature, rows in
      var blocks: [RowBlock] = []
      for row in rows {
        if let last = blocks.last?.rows.last, areTogether(last, row) {
          blocks[blocks.count - 1].rows.append(row)
        } else {
          blocks.append(RowBlock(rows: [row], isDated: dated, signature: signature))
        }
      }
      return blocks
    }.sorted { $0.rows[0].node < $1.rows[0].node }
  }

  /// One list in two columns: elements of one kind side by side, whatever their classes, with nothing to read between.
  private func neighboursJoined(_ blocks: [RowBlock]) -> [RowBlock] {
    blocks.reduce(into: []) { joined, block in
      if let last = joined.last?.rows.last, let first = block.rows.first, areNeighbours(last, first) {
        joined[joined.count - 1].rows += block.rows
      } else {
        joined.append(block)
      }
    }
  }

  private func areNeighbours(_ a: Row, _ b: Row) -> Bool {
    let (x, y) = (tree.parent(a.node), tree.parent(b.node))
    guard x > 0, y > 0, x != y, tree.parent(x) == tree.parent(y), tree.tag(x) == tree.tag(y),
      tree.tag(a.node) == tree.tag(b.node), tree.end(x) <= y
    else { return false }
    let (from, to) = (tree.textRange(a.nodes.upperBound - 1).upperBound, tree.textRange(b.node).lowerBound)
    return from <= to && Text.weight(tree.text[from..<to]) <= 2
  }

  private func signature(_ row: Row) -> UInt64 {
    var hash = StableHash.of([tree.tag(row.node).rawValue])
    var node = tree.parent(row.node)
    for level in 0..<3 where node >= 0 {
      hash = (hash ^ UInt64(tree.tag(node).rawValue)) &* 0x0000_0100_0000_01b3
      if level == 0, tree.tag(row.node) == .li || tree.tag(row.node) == .a { hash ^= StableHash.of(look(node)) }
      node = tree.parent(node)
    }
    return hash
  }

  /// Class without numbers: `list1` and `list2` look alike.
  private func look(_ node: Int) -> [UInt8] {
    (tree.bytes(node, .class) ?? []).prefix(200).filter { $0 < 0x30 || $0 > 0x39 }
  }

  /// Same parent; or parents that are alike up to a common ancestor, with nothing to read between the rows.
  private func areTogether(_ a: Row, _ b: Row) -> Bool {
    var (x, y, level) = (tree.parent(a.node), tree.parent(b.node), 0)
    if x == y { return true }
    var items = (x, y)
    while x != y, level < 5, x >= 0, y >= 0 {
      guard tree.tag(x) == tree.tag(y), look(x) == look(y) else { return false }
      items = (x, y)
      (x, y, level) = (tree.parent(x), tree.parent(y), level + 1)
    }
    guard x == y, a.nodes.upperBound <= b.node else { return false }
    let (from, to) = (tree.textRange(a.nodes.upperBound - 1).upperBound, tree.textRange(b.node).lowerBound)
    if from >= to || Text.weight(tree.text[from..<to]) <= 2 { return true }
    if areItems(items.0, items.1) { return true }
    return Text.weight(tree.text[from..<to]) <= 12
      && YearHeadings(tree: tree, today: scene.today).heading(in: from..<to) != nil
  }

  /// Two neighbours that hold one row each, with a summary beside it.
  private func areItems(_ x: Int, _ y: Int) -> Bool {
    guard tree.end(x) <= y else { return false }
    let (from, to) = (tree.textRange(x).upperBound, tree.textRange(y).lowerBound)
    guard from <= to, Text.weight(tree.text[from..<to]) <= 2 else { return false }
    return [x, y].allSatisfy { item in
      scene.dates(in: tree.textRange(item)).prefix(4).filter(finder.isRowDate).count <= 2
        && finder.longTitles(scene.anchors(in: item..<tree.end(item))) <= 3
    }
  }

  private static let rowTags: TagSet = [.li, .tr, .dd, .dt]

  /// Links that stand alone in a repeated element.
  private func undatedRows() -> [Row] {
    var rows: [Row] = []
    for (index, anchor) in scene.anchors.enumerated() where finder.weights[index] >= 12 {
      var node = anchor.node
      while tree.parent(node) > 0 {
        let parent = tree.parent(node)
        if Self.rowTags.contains(tree.tag(node)) || tree.tag(parent) == .body { break }
        if finder.titled(scene.anchors(in: parent..<tree.end(parent)), limit: 2).count > 1 { break }
        node = parent
      }
      if rows.last?.node != node {
        rows.append(Row(node: node, nodes: node..<tree.end(node), anchor: index, date: nil))
      }
    }
    return rows
  }
}

/// Adds rows that the look of the others implies.
struct RowCompletion {
  let scene: PageScene
  let finder: RowFinder
  private var tree: Tree { scene.tree }

  /// Neighbours of the rows in the same parent that have no date (置顶) or no link of their own, in page order.
  func complete(_ rows: [Row]) -> [Row] {
    let known = Set(rows.flatMap(members))
    var all = rows
    var parents: [Int: (count: Int, tag: Tag)] = [:]
    for row in rows { parents[tree.parent(row.node), default: (0, tree.tag(row.node))].count += 1 }
    for (parent, sample) in parents where sample.count >= 2 && parent >= 0 {
      let names = classNames(of: rows.filter { tree.parent($0.node) == parent })
      for child in tree.children(parent) where !known.contains(child) && tree.tag(child) == sample.tag {
        if let row = row(child), row.date != nil || isNamed(child, like: names) { all.append(row) }
      }
    }
    return all.sorted { $0.node < $1.node }
  }

  /// The classes of the rows; nil where some have none.
  private func classNames(of rows: [Row]) -> Set<Substring>? {
    let names = rows.map(\.node).map(classNames)
    return names.contains(where: \.isEmpty) ? nil : Set(names.joined())
  }

  private func classNames(_ node: Int) -> [Substring] { (tree.attribute(node, .class) ?? "").split(separator: " ") }

  /// Beside rows of a class, a `div` of another is the way here or the foot of the page, and no row without a date.
  private func isNamed(_ node: Int, like names: Set<Substring>?) -> Bool {
    guard let names, tree.tag(node) == .div else { return true }
    return classNames(node).contains(where: names.contains)
  }

  /// The elements side by side that make up a row: title in one, date in the next.
  private func members(_ row: Row) -> [Int] {
    var (found, node) = ([Int](), row.node)
    while node < row.nodes.upperBound, node < tree.count {
      found.append(node)
      node = max(node + 1, tree.end(node))
    }
    return found
  }

  private func row(_ node: Int) -> Row? {
    let nodes = node..<tree.end(node)
    let date = scene.dates(in: tree.textRange(node)).first(where: finder.isRowDate)
    guard let anchor = finder.titleAnchor(in: nodes) else {
      let weight = Text.weight(tree.text[tree.textRange(node)])
      return date != nil && weight > 16 ? Row(node: node, nodes: nodes, anchor: nil, date: date) : nil
    }
    guard finder.weights[anchor] >= 8, scene.anchors(in: nodes).count <= 4 else { return nil }
    return Row(node: node, nodes: nodes, anchor: anchor, date: date)
  }
}
