import DuwangCore
import HTMLTree

/// A parsed page with what several readers need of it: computed once, then only read.
struct PageScene {
  let tree: Tree
  let address: WebAddress
  /// Where relative references start from (`<base>` counts).
  let base: WebAddress
  let charset: Charset
  let today: Day
  private(set) var dates: [FoundDate] = []
  private(set) var contexts: [DateContext] = []
  /// Elements that lead somewhere, in document order.
  let anchors: [Anchor]
  private(set) var hints = MarkupHints()
  private var textNodes: [Int] = []
  private let resolver = Resolver()

  /// What links need: no dates, no hints.
  init(linksOf tree: Tree, address: WebAddress, charset: Charset, today: Day) {
    (self.tree, self.address, self.charset, self.today) = (tree, address, charset, today)
    base = PageScene.base(tree, address, charset)
    anchors = Anchor.all(in: tree)
  }

  /// The scene with all that readers of text need.
  func whole() -> PageScene {
    var scene = self
    scene.textNodes = (0..<tree.count).filter(tree.isText)
    let split = SplitDates(text: tree.text) { [scene] in
      scene.textNode(at: $0).flatMap { tree.closest($0, [.td, .th]) } != nil
    }
    scene.dates = split.joined(DateScanner.scan(tree.text))
    let ends = anchors.map { tree.textRange($0.node).upperBound }.sorted()
    scene.contexts = scene.dates.map { date in
      let link = ends.partitioningIndex { $0 > date.start }
      return DateContext.of(
        date, in: tree.text, after: max(link > 0 ? ends[link - 1] : 0, scene.titleInLink(before: date)))
    }
    scene.hints = MarkupHints(tree)
    return scene
  }

  /// In a link around title and date the end of the last element before the date that is long enough for a title; else 0.
  private func titleInLink(before date: FoundDate) -> Int {
    guard let text = textNode(at: date.start), let link = tree.closest(text, .a) else { return 0 }
    var head = tree.text[max(tree.textRange(link).lowerBound, date.start - 240)..<date.start]
    while let last = head.last, last <= 0x20 { head.removeLast() }
    guard let mark = head.lastIndex(where: { $0 == Tree.inlineMark || $0 == Tree.blockMark }),
      head[mark] == Tree.inlineMark, Text.weight(head[..<mark]) >= 12
    else { return 0 }
    return mark + 1
  }

  private static func base(_ tree: Tree, _ address: WebAddress, _ charset: Charset) -> WebAddress {
    // Every relative reference is put behind the base: one without end is no address.
    guard let element = tree.first(.base), let href = tree.attribute(element, .href), !href.isEmpty,
      href.utf8.count <= 4096,
      case .web(let base, _) = address.resolve(href)
    else { return address }
    return base
  }

  /// What a reference leads to, its query in the page's charset.
  func resolve(_ reference: String) -> WebAddress.Reference { resolved(reference).target }

  /// Absolute address of a reference; nil when it leads to no web address.
  func absolute(_ reference: String) -> String? { resolved(reference).url }

  func resolved(_ reference: String) -> Resolved {
    if let known = resolver.known[reference] { return known }
    let result = Resolved(base.resolve(reference) { Iconv.encode($0, to: charset) })
    resolver.known[reference] = result
    return result
  }

  /// Text of an element on one line, of its first 1,000 bytes: links of broken markup hold all that follows.
  func line(_ node: Int) -> String { Text.line(tree.text[head(node)]) }

  /// The first 1,000 bytes of an element's text.
  func head(_ node: Int) -> Range<Int> {
    let range = tree.textRange(node)
    return range.lowerBound..<min(range.upperBound, range.lowerBound + 1000)
  }

  /// A date with the words before it.
  func text(before date: FoundDate) -> String {
    Text.line(tree.text[max(0, date.start - 30)..<date.end].drop { $0 & 0xc0 == 0x80 })
  }

  /// Indices into `dates` of those inside the bytes.
  func dates(in range: Range<Int>) -> Range<Int> {
    let low = dates.partitioningIndex { $0.start >= range.lowerBound }
    let high = dates.partitioningIndex { $0.start >= range.upperBound }
    return low..<max(low, high)
  }

  /// Indices into `anchors` of those whose element is in the range of nodes.
  func anchors(in nodes: Range<Int>) -> Range<Int> {
    let low = anchors.partitioningIndex { $0.node >= nodes.lowerBound }
    let high = anchors.partitioningIndex { $0.node >= nodes.upperBound }
    return low..<max(low, high)
  }

  /// The text node that holds a byte of the text.
  func textNode(at offset: Int) -> Int? {
    let index = textNodes.partitioningIndex { tree.textRange($0).upperBound > offset }
    return index < textNodes.count && tree.textRange(textNodes[index]).contains(offset) ? textNodes[index] : nil
  }
}

extension PageScene {
  /// Meta tags, names in lower case; of equal names the first that says something.
  func meta() -> [String: String] {
    var found: [String: String] = [:]
    for i in tree.all(.meta) {
      guard let name = tree.attribute(i, .name) ?? tree.attribute(i, .property),
        let content = tree.attribute(i, .content)
      else { continue }
      let key = name.lowercased()
      if found[key] ?? "" == "" { found[key] = Text.line(Array(content.utf8)[...]) }
    }
    return found
  }

  func documentTitle() -> String { tree.first(.title).map { Text.line(tree.text[tree.textRange($0)]) } ?? "" }

  /// Whether there is an empty element for a script's application to be put into.
  func hasMount() -> Bool {
    (0..<tree.count).contains { i in
      tree.tag(i) == .div && tree.end(i) == i + 1 && tree.textRange(i).isEmpty
        && ["app", "root", "__nuxt", "__next", "main-app", "vue-app"].contains(tree.attribute(i, .id) ?? "")
    }
  }
}

extension Array {
  /// First index whose element satisfies the test, given that all after it do too.
  func partitioningIndex(_ test: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// What a reference leads to.
struct Resolved {
  let target: WebAddress.Reference
  /// Absolute; nil when it is no web address.
  let url: String?
  /// The address is that of a file.
  let isFile: Bool

  init(_ target: WebAddress.Reference) {
    self.target = target
    guard case .web(let address, _) = target else {
      (url, isFile) = (nil, false)
      return
    }
    (url, isFile) = (address.description, FileKinds.isFile(address))
  }
}

/// References already resolved: menus repeat on a page, and several readers ask for the same rows.
private final class Resolver {
  var known: [String: Resolved] = [:]
}
