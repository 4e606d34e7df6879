import DuwangCore
import HTMLTree

/// What a page lists.
struct ListResult {
  var rows: [Row] = []
  var entries: [ListEntry] = []
  /// Points of the list that was chosen.
  var score = 0.0
  var isDated = false
  var hasPager = false
  /// Pager, heading or addresses tie the list to the page's own column.
  var isSure = false
}

/// Finds the main list of a page by its structure.
struct ListReader {
  let scene: PageScene
  let column: String
  private var tree: Tree { scene.tree }
  private var finder: RowFinder { RowFinder(scene: scene) }

  init(scene: PageScene, column: String) { (self.scene, self.column) = (scene, column) }

  func read() -> ListResult {
    let finder = finder
    let pagers = Paging(scene: scene).places
    var groups = grouped(finder.datedRows(), dated: true)
    if !groups.contains(where: { $0.rows.count >= 3 }) { groups += grouped(undatedRows(finder), dated: false) }
    for i in groups.indices {
      groups[i].hasPager = hasPager(after: groups[i].rows, pagers)
      (groups[i].score, groups[i].region, groups[i].isSure) = score(groups[i])
    }
    guard let best = groups.max(by: { $0.score < $1.score }), best.score > 0, best.isSure || best.region >= 0.5 else {
      return ListResult()
    }
    let rows = completed(best.rows, finder)
    var result = ListResult(rows: rows, score: best.score, isDated: best.isDated, hasPager: best.hasPager)
    result.isSure = best.isSure && best.region >= 0.3
    result.entries = Entries(scene: scene, finder: finder).read(rows)
    return result
  }

  private struct Group {
    var rows: [Row]
    var isDated: Bool
    var hasPager = false
    var isSure = false
    var region = 1.0
    var score = 0.0
  }

  // MARK: Grouping

  /// Rows that look alike: same element, same parent by tag and class, same grandparent's tag.
  private func grouped(_ rows: [Row], dated: Bool) -> [Group] {
    var groups: [UInt64: Group] = [:]
    for row in rows { groups[signature(row), default: Group(rows: [], isDated: dated)].rows.append(row) }
    return groups.values.filter { dated || $0.rows.count >= 3 }.sorted { $0.rows[0].node < $1.rows[0].node }
  }

  private func signature(_ row: Row) -> UInt64 {
    let parent = tree.parent(row.node)
    var hash = StableHash.of([tree.tag(row.node).rawValue])
    var node = parent
    for level in 0..<3 where node >= 0 {
      hash = (hash ^ UInt64(tree.tag(node).rawValue)) &* 0x0000_0100_0000_01b3
      if level < 1, tree.tag(row.node) == .li || tree.tag(row.node) == .a, let name = tree.bytes(node, .class) {
        hash ^= StableHash.of(name.filter { $0 < 0x30 || $0 > 0x39 })
      }
      node = tree.parent(node)
    }
    return hash
  }

  /// Links that stand alone in a repeated element.
  private func undatedRows(_ finder: RowFinder) -> [Row] {
    var rows: [Row] = []
    for (index, anchor) in scene.anchors.enumerated() where finder.weight(ofAnchor: index) >= 12 {
      var node = anchor.node
      while tree.parent(node) > 0 {
        let parent = tree.parent(node)
        if [.li, .tr, .dd, .dt].contains(tree.tag(node)) || tree.tag(parent) == .body { break }
        let others = scene.anchors(in: parent..<tree.end(parent)).filter { finder.weight(ofAnchor: $0) > 0 }
        if others.count > 1 { break }
        node = parent
      }
      if rows.last?.node != node {
        rows.append(Row(node: node, nodes: node..<tree.end(node), anchor: index, date: nil))
      }
    }
    return rows
  }

  // MARK: Choosing

  private func score(_ group: Group) -> (points: Double, region: Double, isSure: Bool) {
    var points = 0.0
    var inside = 0
    for row in group.rows.prefix(60) {
      guard let anchor = row.anchor else { continue }
      let weight = finder.weight(ofAnchor: anchor)
      points += Double(min(weight, 40)) / 40
      if scene.anchors[anchor].isDead || isUnderPage(scene.anchors[anchor].reference) { inside += 1 }
      if scene.anchors(in: row.nodes).count > 6 { points -= 1 }
    }
    let share = Double(inside) / Double(max(1, min(60, group.rows.count)))
    points *= 0.7 + 0.6 * share
    let region = region(group.rows[0].node)
    points *= group.isDated ? 1 + region : region
    if group.hasPager { points *= 2 }
    let hasHeading = follows(heading: column, group.rows[0].node)
    if hasHeading { points *= 1.4 }
    if !hasHeading, followsAside(group.rows[0].node) { points *= 0.6 }
    return (points, region, group.hasPager || share >= 0.5 || hasHeading)
  }

  /// Whether an address stays in the page's own folder.
  private func isUnderPage(_ reference: String) -> Bool {
    guard case .web(let target, _) = scene.resolve(reference), target.host == scene.address.host else { return false }
    let folder = scene.address.path.prefix(
      through: scene.address.path.lastIndex(of: "/") ?? scene.address.path.startIndex)
    return folder.count > 1 && target.path.hasPrefix(folder)
  }

  private func hasPager(after rows: [Row], _ pagers: [Int]) -> Bool {
    guard let last = rows.last, let pager = pagers.first(where: { $0 >= last.nodes.upperBound }) else { return false }
    // No other list may stand between them.
    let between = scene.anchors(in: last.nodes.upperBound..<max(last.nodes.upperBound, pager))
    return between.filter { finder.weight(ofAnchor: $0) >= 12 }.count <= 2
  }

  private func follows(heading: String, _ node: Int) -> Bool {
    guard heading.count >= 2 else { return false }
    let end = tree.textRange(node).lowerBound
    let before = tree.text[max(0, end - 200)..<end]
    return Text.line(before).contains(heading)
  }

  /// A heading right before the rows that names news of other columns.
  private func followsAside(_ node: Int) -> Bool {
    let end = tree.textRange(node).lowerBound
    let before = Text.line(tree.text[max(0, end - 60)..<end])
    return ["相关", "推荐", "热点", "热门", "最新", "排行", "图片新闻", "点击量"].contains(where: before.contains)
  }

  /// Below 1 in places that are rarely the page's own list, by the general words of markup.
  private func region(_ start: Int) -> Double {
    var (node, factor) = (start, 1.0)
    while node > 0 {
      if [.nav, .footer, .aside, .header, .select].contains(tree.tag(node)) { factor *= 0.2 }
      for attr in [Attr.id, .class] {
        guard let name = tree.attribute(node, attr)?.lowercased(), tree.tag(node) != .body else { continue }
        if Self.aside.contains(where: name.contains) { factor *= 0.4 }
      }
      node = tree.parent(node)
    }
    return max(factor, 0.05)
  }

  private static let aside = [
    "nav", "menu", "foot", "side", "hot", "relat", "recommend", "banner", "crumb", "header", "link",
  ]

  // MARK: Completing

  /// Adds the rows between the dated ones that have no date of their own (置顶), in page order.
  private func completed(_ rows: [Row], _ finder: RowFinder) -> [Row] {
    let known = Set(rows.map(\.node))
    var all = rows
    var parents: [Int: Int] = [:]
    for row in rows { parents[tree.parent(row.node), default: 0] += 1 }
    for (parent, count) in parents where count >= 2 && parent >= 0 {
      guard let sample = rows.first(where: { tree.parent($0.node) == parent }) else { continue }
      for child in tree.children(parent) where !known.contains(child) && tree.tag(child) == tree.tag(sample.node) {
        let range = child..<tree.end(child)
        let date = scene.dates(in: tree.textRange(child)).first(where: finder.isRowDate)
        guard let anchor = finder.titleAnchor(in: range) else {
          if let date, Text.weight(tree.text[tree.textRange(child)]) > 16 {
            all.append(Row(node: child, nodes: range, anchor: nil, date: date))
          }
          continue
        }
        guard finder.weight(ofAnchor: anchor) >= 8, scene.anchors(in: range).count <= 4 else { continue }
        all.append(Row(node: child, nodes: range, anchor: anchor, date: date))
      }
    }
    return all.sorted { $0.node < $1.node }
  }
}
