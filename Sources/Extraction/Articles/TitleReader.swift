import DuwangCore
import HTMLTree

/// Finds a page's own title, without the site's name: the heading that most signs speak for.
struct TitleReader {
  let scene: PageScene
  let meta: [String: String]
  let documentTitle: String
  let breadcrumb: Breadcrumb
  private let documentKey: [UInt8]
  private let articleKey: [UInt8]
  private let ownKey: [UInt8]
  private let columnKeys: Set<[UInt8]>
  private let dateline: Int?
  private var tree: Tree { scene.tree }

  init(scene: PageScene, meta: [String: String], documentTitle: String, breadcrumb: Breadcrumb) {
    (self.scene, self.meta, self.documentTitle, self.breadcrumb) = (scene, meta, documentTitle, breadcrumb)
    documentKey = Text.key(documentTitle)
    ownKey = Text.key(Self.ownPart(documentTitle, siteName: meta["sitename"]))
    articleKey = Text.key(meta["articletitle"] ?? "")
    columnKeys = Set(
      (breadcrumb.parts + [meta["columnname"], meta["sitename"]].compactMap { $0 }).map { Text.key($0) })
    dateline =
      scene.contexts.firstIndex { $0.role == .labelled }.map { scene.dates[$0].start }
      ?? zip(scene.dates, scene.contexts).first { date, context in
        context.role >= .edge && date.form == .full && !Self.isOfHeading(date, scene)
      }.map { $0.0.start }
  }

  /// `县城新闻（2018年12月20日）`: the day belongs to the title.
  private static func isOfHeading(_ date: FoundDate, _ scene: PageScene) -> Bool {
    guard let text = scene.textNode(at: date.start),
      let heading = scene.tree.closest(text, [.h1, .h2, .h3, .h4, .h5, .h6])
    else { return false }
    let before = scene.tree.text[scene.tree.textRange(heading).lowerBound..<date.start].suffix(400)
    return Text.weight(before[(before.lastIndex(of: Tree.blockMark) ?? before.startIndex)...]) >= 8
  }

  /// The title and the element that shows it (nil when it stands only in the head).
  func read() -> (title: String, node: Int?) {
    let best = candidates().max { ($0.score, -$0.node) < ($1.score, -$1.node) }
    if let best, best.score >= 3 { return (best.text, best.node) }
    if let own = meta["articletitle"], articleKey.count >= 4 { return (Text.title(own), nil) }
    if let named = named() { return named }
    return (Self.ownPart(documentTitle, siteName: meta["sitename"]), nil)
  }

  /// The value of a field 标题 or 名称, where the head names no more than the column.
  private func named() -> (String, Int)? {
    for i in 0..<tree.count where tree.isText(i) {
      let range = tree.textRange(i)
      guard range.count >= 6, range.count <= 48, let value = following(i) else { continue }
      let label = Text.line(tree.text[range]).filter { $0 != " " }
      guard ["标题：", "标题:", "名称：", "名称:"].contains(where: label.hasSuffix), label.count <= 8 else { continue }
      let text = Text.title(Text.line(tree.text[tree.textRange(value)]))
      if text.count >= 8, text.count <= 120 { return (text, value) }
    }
    return nil
  }

  /// The next text that says anything.
  private func following(_ node: Int) -> Int? {
    ((node + 1)..<min(tree.count, node + 12)).first {
      tree.isText($0) && Text.weight(tree.text[tree.textRange($0)]) > 0
    }
  }

  /// The heading that repeats the path's last part, where the page's head gives the site's name alone.
  func columnHeading() -> String? {
    guard let last = breadcrumb.last.map({ Text.key($0) }), last.count >= 12,
      Bytes.find(documentKey[...], last) == nil
    else { return nil }
    return [Tag.h1, .h2, .h3].lazy.flatMap { tree.all($0) }.first { Text.key(tree.text[tree.textRange($0)]) == last }
      .map { Text.title(Text.line(tree.text[tree.textRange($0)])) }
  }

  private struct Candidate {
    var text: String
    var node: Int
    var score: Double
  }

  private func candidates() -> [Candidate] {
    var found: [Candidate] = []
    var best = -100.0
    for i in 0..<tree.count where tree[i].kind == .element {
      let range = tree.textRange(i)
      guard range.count >= 4, range.count <= 700, mayReach(best, i, range), let base = base(i) else { continue }
      if let crumb = breadcrumb.range, crumb.overlaps(range) { continue }
      let score = base + points(range)
      guard score > best - 0.01 else { continue }
      let text = Text.title(Text.line(tree.text[range]))
      guard text.count >= 2, text.count <= 150 else { continue }
      found.append(Candidate(text: text, node: i, score: score))
      best = score
    }
    return found
  }

  /// False where no element of the tag at that place can have as many points as the best so far: most of a page stands
  /// below its title.
  private func mayReach(_ best: Double, _ i: Int, _ range: Range<Int>) -> Bool {
    let ofElement = tree.tag(i).isHeading ? 6.3 : 2.3
    let ofText = (articleKey.isEmpty ? 0 : 8) + (ownKey.isEmpty ? 0 : 1.5) + (documentKey.isEmpty ? 0 : 4) + 1.5
    let ofPlace = dateline.map { range.upperBound <= $0 ? 3.0 : 0 } ?? 0
    return ofElement + ofText + ofPlace > best - 0.1
  }

  /// Points for the element itself; nil where no title stands.
  private func base(_ i: Int) -> Double? {
    let tag = tree.tag(i)
    let around = scene.hints.around[i]
    guard Self.carriers.contains(tag),
      around.isDisjoint(with: [.tagged, .link]) || around.isDisjoint(with: [.link]) && !isTagged(i)
    else { return nil }
    let own = scene.hints.own[i]
    guard tag.isHeading || own.contains(.title) || hasText(i), scene.anchors(in: i..<tree.end(i)).isEmpty else {
      return nil
    }
    var points = tag.isHeading ? max(1, 4 - Double(tag.rawValue - Tag.h1.rawValue)) : 0
    if own.contains(.title) { points += 1 }
    if tree.parent(i) >= 0, scene.hints.own[tree.parent(i)].contains(.title) { points += 0.5 }
    if !around.isDisjoint(with: Self.elsewhere) { points -= 1.5 * Double(max(1, min(2, scene.hints.asides[i]))) }
    if let style = tree.bytes(i, .style), Bytes.contains(style, "center") || Bytes.contains(style, "bold") {
      points += 0.5
    }
    if [.center, .strong, .b].contains(tag) { points += 0.3 }
    return points
  }

  /// Stands in navigation or a footer; a `header` may well hold the title.
  private func isTagged(_ i: Int) -> Bool { tree.closest(i, Self.frames) != nil }
  private static let frames: TagSet = [.nav, .footer, .select, .button]

  /// Text of its own, not only through elements inside.
  private func hasText(_ i: Int) -> Bool {
    tree.children(i).contains { tree.isText($0) && Text.weight(tree.text[tree.textRange($0)]) >= 4 }
  }

  private static let carriers: TagSet = [
    .h1, .h2, .h3, .h4, .h5, .div, .p, .td, .th, .span, .strong, .b, .font, .center, .dt, .li, .section, .big,
  ]
  private static let elsewhere: MarkupHints.Words = [.footer, .navigation, .path, .logo, .side, .search, .related]

  private func points(_ range: Range<Int>) -> Double {
    let bytes = tree.text[range]
    let key = Text.key(bytes)
    guard key.count >= 4 else { return -9 }
    var points = 0.0
    if key == articleKey { points += 8 }
    if key == ownKey { points += 1.5 }
    if documentKey.starts(with: key), key.count >= 10 {
      points += key.count >= 24 ? 4 : 2.5
    } else if Bytes.find(documentKey[...], key) != nil {
      points += key.count >= 24 ? 2.5 : 0.3
    }
    if columnKeys.contains(key) { points -= 3 }
    if let dateline {
      if range.contains(dateline) { return points - 6 }
      let end = min(dateline, range.upperBound + 900)
      let between = range.upperBound <= dateline ? Text.weight(tree.text[range.upperBound..<end]) : 900
      points += between < 120 ? 3 : between < 300 ? 1.5 : 0
    }
    let weight = Text.weight(bytes)
    points += (16...180).contains(weight) ? 1.5 : weight >= 10 ? 0.5 : -1
    if Bytes.contains(bytes, "。") || Bytes.contains(bytes, "发布时间") || Bytes.contains(bytes, "版权所有")
      || endsInColon(bytes)
    {
      points -= 3
    }
    return points
  }

  private func endsInColon(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.filter { $0 > 0x20 }.suffix(3).elementsEqual("：".utf8)
  }

  /// `标题 - 栏目 - 站名` → `标题`: the longest part that is not the site's name, the first of equals.
  /// Of a path (`城乡规划 / 城乡 / 城乡风采`) the last.
  static func ownPart(_ title: String, siteName: String?) -> String {
    let path = title.components(around: "/").filter { $0.count >= 2 && $0 != siteName && !isSite($0) }
    if title.contains(" / "), let last = path.last { return last }
    for separator in ["_", "|", " - ", "--", "-", "—", "–", "»", ">"] {
      let parts = title.components(around: separator).filter { $0.count >= 2 && $0 != siteName }
      if parts.count > 1, let first = parts.first {
        return isSite(first) ? parts.first { !isSite($0) } ?? first : first
      }
      if parts.count == 1, parts[0].count < Text.title(title).count { return parts[0] }
    }
    return Text.title(title)
  }

  /// Named as sites are: 清河县人民政府, 中国清河网.
  private static func isSite(_ part: String) -> Bool {
    part.count <= 24
      && ["网", "网站", "政府", "门户", "委员会", "局", "厅", "平台"].contains { part.hasSuffix($0) && part.count >= $0.count + 3 }
  }
}

extension String {
  /// Parts between a separator, trimmed.
  func components(around separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map { Text.title(String($0)) }
  }
}
