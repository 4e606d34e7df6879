import DuwangCore
import HTMLTree

/// A block of rows with what speaks for and against its being the page's own list.
struct JudgedList {
  var block: RowBlock
  var points: Double
  var hasPager: Bool
  /// A link 更多 stands at its head or foot.
  var hasMore: Bool
  /// Its addresses stay in the page's folder, and nothing calls it related or popular.
  var isOwn: Bool
  /// Pager, heading or addresses tie it to the page's own column.
  var isSure: Bool
  /// Nothing says that it belongs to another column or to navigation.
  var isAcceptable: Bool
}

/// Weighs blocks of rows against one another.
struct ListScore {
  let scene: PageScene
  let finder: RowFinder
  let column: String
  /// Nodes at which pagers show.
  let pagers: [Int]
  /// Bytes of the text that show the page's path.
  let breadcrumb: Range<Int>?
  private var tree: Tree { scene.tree }

  func judge(_ block: RowBlock) -> JudgedList {
    let rows = block.rows.prefix(60)
    let (share, region) = (share(rows), region(block))
    let hasHeading = hasHeading(block.rows[0].node)
    let isAside = !hasHeading && followsAside(block.rows[0].node)
    let isSideBar =
      !hasHeading && (isAside && region < 0.5 || precedesPath(block.rows) || isRelated(block.rows[0].node))
    let hasPager = !isSideBar && hasPager(block.rows)
    var points = rows.reduce(0.0) { $0 + rowPoints($1) } * (0.7 + 0.6 * share)
    points *= block.isDated ? 1 + region : region
    points *= (hasPager ? 2 : 1) * (hasHeading ? 1.4 : 1) * (isAside ? 0.6 : 1)
    let isSure = hasPager || hasHeading || share >= 0.5 && !isSideBar
    return JudgedList(
      block: block, points: points, hasPager: hasPager, hasMore: hasMore(block.rows),
      isOwn: share >= 0.9 && !isSideBar && !followsAside(block.rows[0].node), isSure: isSure,
      isAcceptable: isSure
        ? region >= 0.1 : region >= 0.5 && !isAside && !isSideBar && (block.isDated || average(rows) >= 20))
  }

  private static let asideHeadings = ["相关", "推荐", "热点", "热门", "最新", "排行", "图片新闻", "点击量", "友情链接"]

  private func rowPoints(_ row: Row) -> Double {
    guard let anchor = row.anchor else { return 0.5 }
    let points = Double(min(finder.weights[anchor], 40)) / 40
    return scene.anchors(in: row.nodes).count > 6 ? points - 1 : points
  }

  private func average(_ rows: ArraySlice<Row>) -> Int {
    rows.reduce(0) { $0 + ($1.anchor.map { finder.weights[$0] } ?? 0) } / max(1, rows.count)
  }

  /// Part of the rows whose address stays in the page's own folder; a row without an address counts half.
  private func share(_ rows: ArraySlice<Row>) -> Double {
    let points = rows.reduce(0.0) { sum, row in
      guard let anchor = row.anchor.map({ scene.anchors[$0] }), !anchor.isDead else { return sum + 0.45 }
      return sum + (isUnderPage(anchor.reference) ? 1 : 0)
    }
    return points / Double(max(1, rows.count))
  }

  private func isUnderPage(_ reference: String) -> Bool {
    guard case .web(let target, _) = scene.resolve(reference), target.host == scene.address.host else { return false }
    let path = scene.address.path
    let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
    return folder.count > 1 && target.path.hasPrefix(folder)
  }

  /// A pager after the rows with no other list between.
  private func hasPager(_ rows: [Row]) -> Bool {
    guard let last = rows.last else { return false }
    let next = pagers.partitioningIndex { $0 >= last.nodes.upperBound }
    guard next < pagers.count else { return false }
    return finder.longTitles(scene.anchors(in: last.nodes.upperBound..<pagers[next])) <= 2
  }

  private func hasMore(_ rows: [Row]) -> Bool {
    guard let first = rows.first, let last = rows.last else { return false }
    let start = tree.textRange(first.node).lowerBound
    let end = tree.textRange(last.nodes.upperBound - 1).upperBound
    let around = [tree.text[max(0, start - 90)..<start], tree.text[end..<min(tree.text.count, end + 60)]]
    return around.contains { Bytes.contains($0, "更多") || Bytes.contains($0, "MORE") || Bytes.contains($0, "more") }
  }

  /// The column's name stands right before the rows, elsewhere than in the path of the page.
  private func hasHeading(_ node: Int) -> Bool {
    let end = tree.textRange(node).lowerBound
    guard column.count >= 2 else { return false }
    var at = max(breadcrumb?.upperBound ?? 0, end - 240)
    guard at < end else { return false }
    while let found = Bytes.find(tree.text[..<end], column, from: at) {
      at = found + column.utf8.count
      if Text.weight(tree.text[at..<end]) <= 14, !isFileName(found) { return true }
    }
    return false
  }

  /// The text at the byte links to a file: an article offers one of its own name above its related news.
  private func isFileName(_ offset: Int) -> Bool {
    guard let text = scene.textNode(at: offset), let link = tree.closest(text, [.a]),
      let reference = tree.attribute(link, .href), case .web(let address, _) = scene.resolve(reference)
    else { return false }
    return FileKinds.isFile(address)
  }

  private func followsAside(_ node: Int) -> Bool {
    let end = tree.textRange(node).lowerBound
    let before = tree.text[max(0, end - 60)..<end]
    return Self.asideHeadings.contains { Bytes.contains(before, $0) }
  }

  /// 相关新闻 and the like stand below an article and are no page's own list.
  private func isRelated(_ node: Int) -> Bool {
    let end = tree.textRange(node).lowerBound
    let before = tree.text[max(0, end - 90)..<end].split { $0 == Tree.blockMark || $0 == Tree.inlineMark }
      .last { Text.weight($0) > 0 }
    let line = before.map { Text.line($0) } ?? ""
    return Self.relatedHeadings.contains { line.hasPrefix($0) } && line.count <= 10
  }

  private static let relatedHeadings = ["相关", "推荐阅读", "延伸阅读", "猜你喜欢", "关联", "热门推荐", "为您推荐", "阅读推荐"]

  /// The rows end before the path of the page, which stands at the head of the main area.
  private func precedesPath(_ rows: [Row]) -> Bool {
    guard let breadcrumb, let last = rows.last else { return false }
    return tree.textRange(last.nodes.upperBound - 1).upperBound <= breadcrumb.lowerBound
  }

  /// Below 1 in places that are rarely the page's own list, by the general words of markup.
  private func region(_ block: RowBlock) -> Double {
    let node = block.rows[0].node
    var factor = scene.hints.around[node].contains(.tagged) ? 0.2 : 1
    for _ in 0..<min(4, asides(node, block)) { factor *= 0.4 }
    return max(factor, 0.05)
  }

  /// Dated rows are no menu, whatever the class around them is called (`navlist`).
  private func asides(_ node: Int, _ block: RowBlock) -> Int {
    let all = Int(scene.hints.asides[node])
    guard all > 0, block.isDated, block.rows.count >= 3, scene.hints.around[node].contains(.navigation) else {
      return all
    }
    var (menus, at) = (0, node)
    while at >= 0 {
      if scene.hints.own[at].intersection(MarkupHints.aside) == .navigation { menus += 1 }
      at = tree.parent(at)
    }
    return max(0, all - menus)
  }
}
