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
  private let segmentKeys: Set<[UInt8]>
  private let pathKey: [UInt8]
  private let dateline: Int?
  private var tree: Tree { scene.tree }

  init(scene: PageScene, meta: [String: String], documentTitle: String, breadcrumb: Breadcrumb) {
    (self.scene, self.meta, self.documentTitle, self.breadcrumb) = (scene, meta, documentTitle, breadcrumb)
    documentKey = Text.key(documentTitle)
    ownKey = Text.key(Self.ownPart(documentTitle, siteName: meta["sitename"]))
    articleKey = Text.key(meta["articletitle"] ?? "")
    segmentKeys = Set(documentTitle.split { "_|-—–»>".contains($0) }.map { Text.key(String($0)) })
    pathKey = breadcrumb.parts.flatMap { Text.key($0) }
    columnKeys = Set(
      (breadcrumb.parts + [meta["columnname"], meta["sitename"]].compactMap { $0 }).map { Text.key($0) })
    dateline =
      scene.contexts.firstIndex { $0.role == .labelled }.map { scene.dates[$0].start }
      ?? zip(scene.dates, scene.contexts).first { date, context in
        context.role >= .named && date.form == .full && !Self.isOfHeading(date, scene) && !Self.isSignature(date, scene)
      }.map { $0.0.start }
  }

  /// `2018年12月20日` below sentences: the date that ends a document.
  private static func isSignature(_ date: FoundDate, _ scene: PageScene) -> Bool {
    let text = scene.tree.text
    return Bytes.contains(text[date.start..<date.end], "年")
      && Bytes.contains(text[max(0, date.start - 300)..<date.start], "。")
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
    if let letter = TitleField(tree: tree).letter() { return letter }
    let best = candidates().max { ($0.score, -$0.node) < ($1.score, -$1.node) }
    if let best, best.score >= 3 { return (best.text, best.node) }
    if let own = meta["articletitle"], articleKey.count >= 4 { return (Text.title(own), nil) }
    if let named = TitleField(tree: tree).document() { return named }
    if Self.isSite(documentTitle) || columnKeys.contains(ownKey), let above = aboveText() { return above }
    return (Self.ownPart(documentTitle, siteName: meta["sitename"]), nil)
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
      var score = base + points(range, i)
      guard score > best - 0.01 else { continue }
      if isHidden(i) { score -= 4 }
      let text = Text.title(Text.line(tree.text[range]))
      guard text.count >= 2, text.count <= 150, !Self.isPath(text) else { continue }
      found.append(Candidate(text: text, node: i, score: score))
      best = score
    }
    return found
  }

  /// `首页 院所快讯`: the way here, whose arrows are pictures.
  private static func isPath(_ text: String) -> Bool {
    ["首页", "网站首页", "主页"].contains {
      text.hasPrefix($0) && text.dropFirst($0.count).first.map { " >-/·|".contains($0) } ?? true
    }
  }

  /// False where no element of the tag at that place can have as many points as the best so far: most of a page stands
  /// below its title.
  private func mayReach(_ best: Double, _ i: Int, _ range: Range<Int>) -> Bool {
    let ofElement = tree.tag(i).isHeading ? 8.3 : 2.3
    let ofText = (articleKey.isEmpty ? 0 : 8) + (ownKey.isEmpty ? 0 : 1.5) + (documentKey.isEmpty ? 0 : 4) + 1.5
    let ofPlace = dateline.map { range.upperBound <= $0 ? pathKey.isEmpty ? 3.0 : 6 : 0 } ?? 0
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

  /// Put away by a style, as titles are that a script hands to 微信.
  private func isHidden(_ i: Int) -> Bool {
    var node = i
    while node > 0 {
      if tree.bytes(node, .hidden) != nil || tree.bytes(node, .style).map(HiddenStyle.removes) == true { return true }
      node = tree.parent(node)
    }
    return false
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

  private func points(_ range: Range<Int>, _ node: Int) -> Double {
    let bytes = tree.text[range]
    let key = Text.key(bytes)
    guard key.count >= 4 else { return -9 }
    var points = 0.0
    if key == articleKey { points += 8 }
    points += isNameOfSite(key, node) ? -3 : document(key)
    if segmentKeys.contains(key), tree.tag(node).isHeading, opensText(range.upperBound) { points += 2 }
    if endsPath(key), isAboveDateline(range) || opensText(range.upperBound) {
      points += 3
    } else if columnKeys.contains(key) {
      points -= 3
    }
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

  /// Points for standing in the document's title.
  private func document(_ key: [UInt8]) -> Double {
    let own = key == ownKey ? 1.5 : 0
    if documentKey.starts(with: key), key.count >= 10 { return own + (key.count >= 24 ? 4 : 2.5) }
    return own + (Bytes.find(documentKey[...], key) == nil ? 0 : key.count >= 24 ? 2.5 : 0.3)
  }

  /// The document's title alone in the page's head: the site's name, not an article's.
  private func isNameOfSite(_ key: [UInt8], _ node: Int) -> Bool {
    key == documentKey && tree.closest(node, .header).map { scene.hints.own[$0].contains(.tagged) } ?? false
  }

  /// The first line set as titles are that stands right above sentences, where the document's title is that of the site
  /// or the column.
  private func aboveText() -> (String, Int)? {
    for i in 0..<tree.count where tree[i].kind == .element {
      let range = tree.textRange(i)
      guard (24...240).contains(range.count), base(i) != nil, !(breadcrumb.range?.overlaps(range) ?? false) else {
        continue
      }
      let bytes = tree.text[range]
      guard (16...100).contains(Text.weight(bytes)), scene.dates(in: range).isEmpty, !endsInColon(bytes),
        !Bytes.contains(bytes, "。"), opensText(below(range.upperBound), from: 30),
        isSetAsTitle(i)
      else { continue }
      return (Text.title(Text.line(bytes)), i)
    }
    return nil
  }

  /// A heading, of a class of titles, or in the middle of the page.
  private func isSetAsTitle(_ i: Int) -> Bool {
    var node = i
    for _ in 0..<4 where node > 0 {
      if tree.tag(node).isHeading || tree.tag(node) == .center || scene.hints.own[node].contains(.title) { return true }
      if tree.attribute(node, named: "align") == "center" { return true }
      if let style = tree.bytes(node, .style), Bytes.contains(style, "center") { return true }
      node = tree.parent(node)
    }
    return false
  }

  /// Where the line of dates behind `end` ends; `end` where there is none.
  private func below(_ end: Int) -> Int {
    let start = tree.text[end...].firstIndex { $0 > Tree.blockMark } ?? end
    let line = start..<(tree.text[start...].prefix(200).firstIndex(of: Tree.blockMark) ?? start)
    return !scene.dates(in: line).isEmpty && Text.weight(tree.text[line]) <= 80 && !Bytes.contains(tree.text[line], "。")
      ? line.upperBound : end
  }

  /// A long line with a sentence stands next.
  private func opensText(_ end: Int, from least: Int = 60) -> Bool {
    let line = tree.text[end...].prefix(1200).drop { $0 <= Tree.blockMark }.prefix { $0 != Tree.blockMark }
    return Text.weight(line) >= least && Bytes.contains(line, "。")
  }

  /// The path ends in these eight characters or more, as paths do that name the article itself.
  private func endsPath(_ key: [UInt8]) -> Bool {
    key.count >= 24 && pathKey.suffix(key.count).elementsEqual(key)
  }

  private func isAboveDateline(_ range: Range<Int>) -> Bool {
    guard let dateline, range.upperBound <= dateline, dateline - range.upperBound < 900 else { return false }
    return Text.weight(tree.text[range.upperBound..<dateline]) < 120
  }

  private func endsInColon(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.filter { $0 > 0x20 }.suffix(3).elementsEqual("：".utf8)
  }
}
