import DuwangCore
import HTMLTree

/// Finds a page's own title, without the site's name: the heading that most signs speak for.
struct TitleReader {
  let scene: PageScene
  let meta: [String: String]
  let documentTitle: String
  let breadcrumb: Breadcrumb
  private let documentKey: String
  private let articleKey: String
  private let columnKeys: Set<String>
  private let dateline: Int?
  private var tree: Tree { scene.tree }

  init(scene: PageScene, meta: [String: String], documentTitle: String, breadcrumb: Breadcrumb) {
    (self.scene, self.meta, self.documentTitle, self.breadcrumb) = (scene, meta, documentTitle, breadcrumb)
    documentKey = Text.key(documentTitle)
    articleKey = Text.key(meta["articletitle"] ?? "")
    columnKeys = Set((breadcrumb.parts + [meta["columnname"], meta["sitename"]].compactMap { $0 }).map(Text.key))
    dateline =
      scene.contexts.firstIndex { $0.role == .labelled }.map { scene.dates[$0].start }
      ?? zip(scene.dates, scene.contexts).first { $0.1.role >= .edge && $0.0.form == .full }.map { $0.0.start }
  }

  /// The title and the element that shows it (nil when it stands only in the head).
  func read() -> (title: String, node: Int?) {
    let best = candidates().max { ($0.score, -$0.node) < ($1.score, -$1.node) }
    if let best, best.score >= 3 { return (best.text, best.node) }
    if let own = meta["articletitle"], articleKey.count >= 2 { return (Text.title(own), nil) }
    return (Self.ownPart(documentTitle, siteName: meta["sitename"]), nil)
  }

  private struct Candidate {
    var text: String
    var node: Int
    var score: Double
  }

  private func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for i in 0..<tree.count where tree[i].kind == .element {
      let range = tree.textRange(i)
      guard range.count >= 4, range.count <= 700, let base = base(i) else { continue }
      if let crumb = breadcrumb.range, crumb.overlaps(range) { continue }
      let text = Text.title(Text.line(tree.text[range]))
      guard text.count >= 2, text.count <= 150 else { continue }
      found.append(Candidate(text: text, node: i, score: base + points(text, range)))
    }
    return found
  }

  /// Points for the element itself; nil where no title stands.
  private func base(_ i: Int) -> Double? {
    let tag = tree.tag(i)
    guard Self.carriers.contains(tag) else { return nil }
    var points = tag.isHeading ? max(1, 4 - Double(tag.rawValue - Tag.h1.rawValue)) : 0
    let first = scene.anchors(in: i..<tree.end(i))
    if !first.isEmpty || isInLink(i) { return nil }
    var (node, level) = (i, 0)
    while node > 0 {
      if [.nav, .footer, .select, .button].contains(tree.tag(node)) { return nil }
      for attr in [Attr.class, .id] {
        guard tree.tag(node) != .body, let value = tree.attribute(node, attr)?.lowercased() else { continue }
        if level < 2, ["tit", "bt", "headline", "biaoti"].contains(where: value.contains) {
          points += level == 0 ? 1 : 0.5
        }
        if Self.elsewhere.contains(where: value.contains) { points -= 1.5 }
      }
      (node, level) = (tree.parent(node), level + 1)
    }
    if let style = tree.attribute(i, .style), style.contains("center") || style.contains("bold") { points += 0.5 }
    if [.center, .strong, .b].contains(tag) { points += 0.3 }
    return points
  }

  private func isInLink(_ i: Int) -> Bool { tree.closest(i, [.a]) != nil }

  private static let carriers: Set<Tag> = [
    .h1, .h2, .h3, .h4, .h5, .div, .p, .td, .th, .span, .strong, .b, .font, .center, .dt, .li, .section, .big,
  ]
  private static let elsewhere = [
    "foot", "nav", "menu", "crumb", "logo", "banner", "side", "search", "copyright", "relat",
  ]

  private func points(_ text: String, _ range: Range<Int>) -> Double {
    let key = Text.key(text)
    guard key.count >= 2 else { return -9 }
    var points = 0.0
    if key == articleKey { points += 8 }
    if documentKey.hasPrefix(key), key.count >= 4 {
      points += key.count >= 8 ? 4 : 2.5
    } else if documentKey.contains(key) {
      points += key.count >= 8 ? 2.5 : 0.3
    }
    if columnKeys.contains(key) { points -= 3 }
    if let dateline {
      if range.contains(dateline) { return points - 6 }
      let between =
        range.upperBound <= dateline
        ? Text.weight(tree.text[range.upperBound..<min(dateline, range.upperBound + 900)]) : 900
      points += between < 120 ? 3 : between < 300 ? 1.5 : 0
    }
    points += (8...90).contains(text.count) ? 1.5 : text.count >= 5 ? 0.5 : -1
    if text.contains("。") || text.hasSuffix("：") || text.contains("发布时间") || text.contains("版权所有") { points -= 3 }
    return points
  }

  /// `标题 - 栏目 - 站名` → `标题`: the longest part that is not the site's name, the first of equals.
  static func ownPart(_ title: String, siteName: String?) -> String {
    for separator in ["_", "|", " - ", "--", "-", "—", "–", "»", ">"] {
      let parts = title.components(around: separator).filter { $0.count >= 2 && $0 != siteName }
      if parts.count > 1, let first = parts.first { return first }
      if parts.count == 1, parts[0].count < Text.title(title).count { return parts[0] }
    }
    return Text.title(title)
  }
}

extension String {
  /// Parts between a separator, trimmed.
  func components(around separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map { Text.title(String($0)) }
  }
}
