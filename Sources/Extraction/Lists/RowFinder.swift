import DuwangCore
import HTMLTree

/// One row of a list as it stands in the tree.
struct Row {
  /// The element that is the row, or the first of the neighbours that make it up.
  var node: Int
  /// Nodes from the first to the last of the row.
  var nodes: Range<Int>
  /// Index into the scene's anchors.
  var anchor: Int?
  /// Index into the scene's dates.
  var date: Int?
}

/// Finds rows: the smallest element in which a date and a titled link stand together.
struct RowFinder {
  private static let rowTags: TagSet = [.tr, .li, .p, .dd, .div]
  let scene: PageScene
  /// Of every anchor: what is left of its text without dates; 0 for words that never name a row.
  let weights: [Int]
  /// Of every date: how well it serves as a row's date; 0 not at all.
  let ranks: [Int]
  /// `nextTitled[i]`: the first anchor at or after i with a weight.
  private let nextTitled: [Int]
  /// `longBefore[i]`: how many anchors before i are long enough for a title.
  private let longBefore: [Int]
  private var tree: Tree { scene.tree }

  init(scene: PageScene) {
    self.scene = scene
    let ranks = RowDates(scene: scene).ranks()
    self.ranks = ranks
    let weights = RowTitles(scene: scene, isRowDate: { ranks[$0] > 0 }).weights()
    self.weights = weights
    var next = [Int](repeating: weights.count, count: weights.count + 1)
    for i in weights.indices.reversed() { next[i] = weights[i] > 0 ? i : next[i + 1] }
    nextTitled = next
    longBefore = weights.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1 >= 12 ? 1 : 0)) }
  }

  /// Anchors with a weight among the given ones, at most `limit`: hostile pages hold any number.
  func titled(_ anchors: Range<Int>, limit: Int) -> [Int] {
    var found: [Int] = []
    var index = nextTitled[anchors.lowerBound]
    while index < anchors.upperBound, found.count < limit {
      found.append(index)
      index = nextTitled[index + 1]
    }
    return found
  }

  /// How many of the anchors are long enough for a title.
  func longTitles(_ anchors: Range<Int>) -> Int { longBefore[anchors.upperBound] - longBefore[anchors.lowerBound] }

  func isRowDate(_ index: Int) -> Bool { ranks[index] > 0 }

  func datedRows() -> [Row] {
    var rows: [Int: Row] = [:]
    var flat: Set<Int> = []
    for (index, date) in scene.dates.enumerated() where isRowDate(index) {
      guard let text = scene.textNode(at: date.start), let holder = holder(of: tree.parent(text)) else { continue }
      if let other = rows[holder]?.date {
        if !flat.contains(holder), isFlat(holder) { flat.insert(holder) }
        if better(index, than: other) { rows[holder]?.date = index }
      } else {
        let nodes = holder..<tree.end(holder)
        rows[holder] = Row(node: holder, nodes: nodes, anchor: titleAnchor(in: nodes), date: index)
      }
    }
    let pairs = flat.sorted().flatMap(flatRows)
    let all = (rows.values.filter { !flat.contains($0.node) } + pairs).sorted { $0.node < $1.node }
    return BylineRows(scene: scene, finder: self).widened(all)
  }

  /// Rows that carry a date and a text but no link.
  func plainRows() -> [Row] {
    var rows: [Row] = []
    for (index, date) in scene.dates.enumerated() where isRowDate(index) && scene.contexts[index].role != .named {
      guard let text = scene.textNode(at: date.start),
        let node = tree.closest(text, Self.rowTags), tree.textRange(node).count < 1200,
        scene.dates(in: tree.textRange(node)).filter(isRowDate).count <= 2,
        Text.weight(tree.text[tree.textRange(node)]) - Text.weight(tree.text[date.start..<date.end]) >= 12
      else { continue }
      if rows.last?.node == node { rows.removeLast() }
      rows.append(Row(node: node, nodes: node..<tree.end(node), anchor: nil, date: index))
    }
    return rows
  }

  private func better(_ a: Int, than b: Int) -> Bool {
    if ranks[a] != ranks[b] { return ranks[a] > ranks[b] }
    guard let da = scene.dates[a].full, let db = scene.dates[b].full else { return scene.dates[b].full == nil }
    return da > db && da <= scene.today
  }

  /// Climbs from the date to the first element that also holds a titled link.
  private func holder(of start: Int) -> Int? {
    var (node, steps) = (start, 0)
    while node > 0, steps < 10 {
      if tree.tag(node) == .body || tree.tag(node) == .html { return nil }
      if titleAnchor(in: node..<tree.end(node)) != nil { return node }
      node = tree.parent(node)
      steps += 1
    }
    return nil
  }

  /// Several links and several dates side by side in one element, with no element around each pair.
  private func isFlat(_ holder: Int) -> Bool {
    let anchors = scene.anchors(in: holder..<tree.end(holder)).prefix(400).filter { weights[$0] > 0 }
    let dates = scene.dates(in: tree.textRange(holder)).prefix(200).filter(isRowDate)
    return anchors.count >= 2 && dates.count >= 2 && anchors.count >= dates.count
  }

  /// Pairs neighbours inside one element: each date with the titled link before it, or after it when dates come first.
  private func flatRows(_ holder: Int) -> [Row] {
    var rows: [Row] = []
    var anchor: (index: Int, child: Int)?
    var date: (index: Int, child: Int)?
    func flush() {
      guard let a = anchor, let d = date else { return }
      let (first, last) = (min(a.child, d.child), max(a.child, d.child))
      rows.append(Row(node: first, nodes: first..<tree.end(last), anchor: a.index, date: d.index))
      (anchor, date) = (nil, nil)
    }
    for child in tree.children(holder) {
      if let found = titleAnchor(in: child..<tree.end(child)) {
        flush()
        if anchor == nil { anchor = (found, child) }
      }
      if let found = scene.dates(in: tree.textRange(child)).first(where: isRowDate) {
        flush()
        if date == nil { date = (found, child) }
      }
    }
    flush()
    return rows
  }

  /// The link that names the row: the first that is long enough for a title, else the longest; categories in brackets
  /// are none. Nil when all are 更多, 下载 and the like.
  func titleAnchor(in nodes: Range<Int>) -> Int? {
    var best: Int?
    let anchors = scene.anchors(in: nodes)
    var (next, seen) = (nextTitled[anchors.lowerBound], 0)
    while next < anchors.upperBound, seen < 200 {
      let index = next
      (next, seen) = (nextTitled[index + 1], seen + 1)
      if weights[index] >= 12, !isCategory(index) { return index }
      if best.map({ weights[index] > weights[$0] || isCategory($0) }) ?? true { best = index }
    }
    return best
  }

  /// `[<a>通知公告</a>]`.
  func isCategory(_ index: Int) -> Bool {
    let range = tree.textRange(scene.anchors[index].node)
    let before = tree.text[max(0, range.lowerBound - 8)..<range.lowerBound].filter { $0 > 0x20 }
    let after = tree.text[range.upperBound..<min(tree.text.count, range.upperBound + 8)].filter { $0 > 0x20 }
    return (before.last == 0x5b && after.first == 0x5d)
      || (before.suffix(3) == Array("【".utf8)[...] && after.prefix(3) == Array("】".utf8)[...])
  }
}
