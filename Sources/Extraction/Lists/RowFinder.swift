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
  let scene: PageScene
  private var tree: Tree { scene.tree }

  func datedRows() -> [Row] {
    var rows: [Int: Row] = [:]
    var flat: Set<Int> = []
    for (index, date) in scene.dates.enumerated() where isRowDate(index) {
      guard let text = scene.textNode(at: date.start), let holder = holder(of: tree.parent(text)) else { continue }
      if let old = rows[holder], let other = old.date {
        if isFlat(holder) { flat.insert(holder) }
        if better(index, than: other) { rows[holder]?.date = index }
      } else {
        rows[holder] = Row(
          node: holder, nodes: holder..<tree.end(holder), anchor: titleAnchor(in: holder..<tree.end(holder)),
          date: index)
      }
    }
    let pairs = flat.sorted().flatMap(flatRows)
    return (rows.values.filter { !flat.contains($0.node) } + pairs).sorted { $0.node < $1.node }
  }

  func isRowDate(_ index: Int) -> Bool {
    let (date, context) = (scene.dates[index], scene.contexts[index])
    switch date.form {
    case .full: return context.role >= .edge
    case .short, .digits: return context.role >= .edge
    case .monthDay: return context.role >= .labelled || context.role == .edge
    case .yearMonth: return false
    }
  }

  private func better(_ a: Int, than b: Int) -> Bool {
    let (ca, cb) = (scene.contexts[a], scene.contexts[b])
    if (ca.role == .labelled) != (cb.role == .labelled) { return ca.role == .labelled }
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
    let anchors = scene.anchors(in: holder..<tree.end(holder)).filter { weight(ofAnchor: $0) > 0 }
    let dates = scene.dates(in: tree.textRange(holder)).filter(isRowDate)
    return anchors.count >= 2 && dates.count >= 2 && scene.anchors[anchors[1]].node > 0
      && titleCount(anchors) >= dates.count
  }

  private func titleCount(_ anchors: [Int]) -> Int { anchors.count }

  /// Pairs neighbours inside one element: each date with the titled link before it, or after it when dates come first.
  private func flatRows(_ holder: Int) -> [Row] {
    let children = Array(tree.children(holder))
    var rows: [Row] = []
    var (anchor, anchorAt, date, dateAt) = (Int?.none, 0, Int?.none, 0)
    func flush() {
      if let anchor, let date {
        let (first, last) = (min(anchorAt, dateAt), max(anchorAt, dateAt))
        rows.append(Row(node: first, nodes: first..<tree.end(last), anchor: anchor, date: date))
      }
    }
    for child in children {
      if let found = titleAnchor(in: child..<tree.end(child)) {
        if anchor != nil, date != nil {
          flush()
          (anchor, date) = (nil, nil)
        }
        if anchor == nil { (anchor, anchorAt) = (found, child) }
      }
      if let found = scene.dates(in: tree.textRange(child)).first(where: isRowDate) {
        if anchor != nil, date != nil {
          flush()
          (anchor, date) = (nil, nil)
        }
        if date == nil { (date, dateAt) = (found, child) }
      }
    }
    flush()
    return rows
  }

  // MARK: Titles

  /// The link that names the row: the longest, the first of equals; nil when all are 更多, 下载 and the like.
  func titleAnchor(in nodes: Range<Int>) -> Int? {
    var best: (index: Int, weight: Int)?
    for index in scene.anchors(in: nodes) {
      let weight = weight(ofAnchor: index)
      if weight > (best?.weight ?? 0) { best = (index, weight) }
    }
    return best?.index
  }

  /// What is left of a link's text without dates; 0 for words that never name a row.
  func weight(ofAnchor index: Int) -> Int {
    let node = scene.anchors[index].node
    let range = tree.textRange(node)
    var weight = Text.weight(tree.text[range])
    for d in scene.dates(in: range) where isRowDate(d) {
      weight -= Text.weight(tree.text[scene.dates[d].start..<scene.dates[d].end])
    }
    if weight <= 1 {
      let title = tree.bytes(node, .title).map { Text.weight($0) } ?? 0
      return title > 4 ? title : 0
    }
    if weight <= 12, RowFinder.idle.contains(Text.key(Text.line(tree.text[range]))) { return 0 }
    return weight
  }

  private static let idle: Set<String> = [
    "更多", "详细", "详情", "查看", "查看详情", "查看更多", "阅读全文", "下载", "解读", "图解", "政策解读", "文字解读", "视频解读", "图片解读", "更多信息", "more",
    "下一页", "上一页", "首页", "尾页", "末页", "下页", "上页", "返回", "打印", "关闭", "点击查看", "附件", "附件下载", "原文", "全文", "查看全文", "了解更多",
    "解读材料", "相关解读", "专家解读", "媒体解读", "政策原文", "点击下载", "download",
  ]
}
