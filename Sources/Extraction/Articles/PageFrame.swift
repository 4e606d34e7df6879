import HTMLTree

/// Which nodes stand in a page's frame (head, navigation, path, side-bar, footer) and so in nobody's text.
///
/// Elements and roles say it for sure; classes and ids only where most of the text is links or the page ends; words such
/// as 网站标识码 and ICP备 say it of the footer around them.
struct PageFrame {
  private let tree: Tree
  private let keep: Int?
  private let ink: Ink
  /// Main headings, and whatever a footer never holds, in document order.
  private let heads: [Int]
  private let stops: [Int]
  private var covered: [Bool]

  private static let stopTags: TagSet = [.h1, .h2, .h3, .iframe, .frame]

  /// `titleNode`: the element with the page's own title, which no frame holds; `path`: bytes of the breadcrumb.
  init(scene: PageScene, titleNode: Int?, path: Range<Int>?) {
    tree = scene.tree
    keep = titleNode
    ink = Ink(scene)
    let elements = (0..<scene.tree.count).filter { scene.tree[$0].kind == .element }
    heads = elements.filter { scene.tree.tag($0) == .h1 }
    stops = elements.filter { Self.stopTags.contains(scene.tree.tag($0)) }
    covered = [Bool](repeating: false, count: scene.tree.count)
    coverMarked(scene.hints)
    coverPath(path)
    coverFooter()
    coverIndexes()
    coverHidden()
  }

  func covers(_ node: Int) -> Bool { covered[node] }

  /// Points of text in links among some nodes.
  func linked(_ nodes: Range<Int>) -> Int { ink.linked(nodes) }

  /// Points of running text before every node, the frame and lines of furniture left out: `sums[b] - sums[a]` is that
  /// of nodes a..<b.
  func sums() -> [Int] {
    var sums = [Int](repeating: 0, count: tree.count + 1)
    var (lineEnd, isOut) = (0, false)
    for i in 0..<tree.count {
      var mass = covered[i] ? 0 : ink.own(i..<i + 1)
      if mass > 0 {
        if tree.textRange(i).upperBound > lineEnd { (lineEnd, isOut) = line(around: tree.textRange(i)) }
        if isOut { mass = 0 }
      }
      sums[i + 1] = sums[i] + mass
    }
    return sums
  }

  /// Where the line of a text ends, and whether the whole of it is furniture.
  private func line(around range: Range<Int>) -> (end: Int, isOut: Bool) {
    let longest = 600
    var (a, b) = (range.lowerBound, range.upperBound)
    while a > 0, range.upperBound - a < longest, tree.text[a - 1] != Tree.blockMark { a -= 1 }
    while b < tree.text.count, b - a < longest, tree.text[b] != Tree.blockMark { b += 1 }
    guard b - a < longest else { return (range.upperBound, false) }
    let line = Text.lineBytes(tree.text[a..<b])
    let isOut =
      FurnitureLines.isFurniture(line) || FurnitureLines.endsArticle(line)
      || Boilerplate.isFooter(tree.text[a..<b]) && !Bytes.contains(tree.text[a..<b], "。")
    return (b, isOut)
  }

  // MARK: Elements, roles, classes

  private mutating func coverMarked(_ hints: MarkupHints) {
    var i = 0
    while i < tree.count {
      if tree[i].kind == .element, isTagged(i) || isHinted(i, hints.own[i]), !holdsTitle(i) {
        cover(i..<tree.end(i))
        i = tree.end(i)
      } else {
        i += 1
      }
    }
  }

  private func isTagged(_ i: Int) -> Bool {
    switch tree.tag(i) {
    case .nav, .footer, .aside, .header: return true
    case .html, .body: return false
    default: break
    }
    guard tree.hasAttributes(i), let role = tree.attribute(i, named: "role") else { return false }
    return ["navigation", "contentinfo", "banner", "search", "complementary"].contains(role)
  }

  /// A class is a hint, no proof: the element must also look like what it is called, and not be the page as a whole.
  private func isHinted(_ i: Int, _ words: MarkupHints.Words) -> Bool {
    guard !words.isDisjoint(with: Self.hinted), tree.tag(i) != .body, tree.tag(i) != .html else { return false }
    let nodes = i..<tree.end(i)
    let (own, linked) = (ink.own(nodes), ink.linked(nodes))
    if words.contains(.footer), own <= 600, endsPage(nodes.upperBound), speaksAsFooter(i) { return true }
    let all = ink.own(0..<tree.count) + ink.linked(0..<tree.count)
    return linked >= own && (own + linked) * 10 <= all * 7 && !holds(heads, i)
  }

  private func speaksAsFooter(_ i: Int) -> Bool {
    let bytes = tree.text[tree.textRange(i)]
    return isShortOfSentences(i) && (Boilerplate.isFooter(bytes) || Boilerplate.opensFooterLine(bytes))
  }

  private static let hinted: MarkupHints.Words = [
    .footer, .navigation, .path, .logo, .side, .related, .search, .header,
  ]

  // MARK: The path

  private mutating func coverPath(_ path: Range<Int>?) {
    guard let path else { return }
    for i in 0..<tree.count where tree.isText(i) && path.overlaps(tree.textRange(i)) && !isInTitle(i) {
      covered[i] = true
    }
  }

  // MARK: The footer

  /// Lines that are looked at; hostile pages repeat theirs.
  private static let longestFooter = 100

  private mutating func coverFooter() {
    var tries = 0
    for i in 0..<tree.count where tree.isText(i) && !covered[i] && tries < Self.longestFooter {
      let bytes = tree.text[tree.textRange(i)]
      guard endsPage(i, leaving: 1000), Boilerplate.provesFooter(bytes), !isInTitle(i) else { continue }
      tries += 1
      let element = footer(around: i)
      guard endsPage(tree.end(element)) else { continue }
      cover(before(element)..<tree.end(element))
      if let body = tree.first(.body), tree.end(element) <= tree.end(body), !holdsTitleAfter(element) {
        cover(tree.end(element)..<tree.end(body))
      }
    }
  }

  /// The largest element around a line of the footer that holds nothing but a footer.
  private func footer(around text: Int) -> Int {
    var node = text
    while tree.parent(node) >= 0 {
      let parent = tree.parent(node)
      let nodes = parent..<tree.end(parent)
      guard tree.tag(parent) != .body, tree.tag(parent) != .html, !holdsTitle(parent), ink.own(nodes) <= 400,
        ink.own(parent..<text) <= 120,
        isShortOfSentences(parent),
        !holds(stops, parent)
      else { break }
      node = parent
    }
    return node
  }

  /// Start of the footer: lines such as 主办 and 联系电话 right before the element belong to it.
  private func before(_ element: Int) -> Int {
    guard tree.parent(element) >= 0 else { return element }
    var start = element
    for sibling in tree.children(tree.parent(element)).prefix(2000).filter({ $0 < element }).reversed() {
      let own = ink.own(sibling..<tree.end(sibling))
      if own == 0, ink.linked(sibling..<tree.end(sibling)) == 0 { continue }
      let bytes = tree.text[tree.textRange(sibling)]
      guard own <= 240, Boilerplate.opensFooterLine(bytes), !Bytes.contains(bytes, "。"), !holdsTitle(sibling) else {
        break
      }
      start = sibling
    }
    return start
  }

  // MARK: The index of a document

  /// Tables and lists that give 索引号, 成文日期 and the like of a document, not its text.
  private mutating func coverIndexes() {
    var done = 0
    for i in 0..<tree.count where tree.isText(i) && i >= done && !covered[i] {
      guard FurnitureLines.isIndexLabel(tree.text[tree.textRange(i)]), let element = index(around: i) else { continue }
      cover(element..<tree.end(element))
      done = tree.end(element)
    }
  }

  private func index(around label: Int) -> Int? {
    guard let element = tree.closest(label, [.table, .ul, .ol, .dl]), isShortOfSentences(element),
      tree.end(element) - element < 400, ink.own(element..<tree.end(element)) <= 800
    else { return nil }
    let labels = (element..<tree.end(element)).filter {
      tree.isText($0) && FurnitureLines.isIndexLabel(tree.text[tree.textRange($0)])
    }
    // The document's name is one of the fields, its text stands below.
    return labels.count > (holdsTitle(element) ? 3 : 1) ? element : nil
  }

  // MARK: Hidden elements

  /// Where nothing would be left to read, a script shows what the markup hides.
  private mutating func coverHidden() {
    let before = covered
    var i = 0
    while i < tree.count {
      if tree[i].kind == .element, isOff(i), !holdsTitle(i), tree.tag(i) != .body, tree.tag(i) != .html {
        cover(i..<tree.end(i))
        i = tree.end(i)
      } else {
        i += 1
      }
    }
    let from = keep.map { tree.end($0) } ?? 0
    if !(from..<max(from, tree.count)).contains(where: { !covered[$0] && ink.own($0..<$0 + 1) > 0 }) {
      covered = before
    }
  }

  private func isOff(_ i: Int) -> Bool {
    guard tree.hasAttributes(i) else { return false }
    return tree.bytes(i, .hidden) != nil || (tree.bytes(i, .style).map(HiddenStyle.removes) ?? false)
  }

  // MARK: Places

  private func isShortOfSentences(_ node: Int) -> Bool {
    let range = tree.textRange(node)
    return range.count <= 4000 && !Bytes.contains(tree.text[range], "。")
  }

  private func holds(_ nodes: [Int], _ node: Int) -> Bool {
    let next = nodes.partitioningIndex { $0 >= node }
    return next < nodes.count && nodes[next] < tree.end(node)
  }

  /// Little text follows.
  private func endsPage(_ node: Int, leaving points: Int = 300) -> Bool { ink.own(node..<tree.count) <= points }

  private func holdsTitle(_ node: Int) -> Bool { keep.map { (node..<tree.end(node)).contains($0) } ?? false }
  private func holdsTitleAfter(_ node: Int) -> Bool { keep.map { $0 >= tree.end(node) } ?? false }
  private func isInTitle(_ node: Int) -> Bool { keep.map { ($0..<tree.end($0)).contains(node) } ?? false }

  private mutating func cover(_ nodes: Range<Int>) {
    for i in nodes { covered[i] = true }
  }
}
