import DuwangCore
import HTMLTree

/// Collects every reference of a page, with where it stands.
struct LinkReader {
  let scene: PageScene
  private let hidden: [Bool]
  private var tree: Tree { scene.tree }

  init(scene: PageScene) {
    self.scene = scene
    hidden = LinkReader.hiddenNodes(scene.tree)
  }

  /// Whether style hides the node or an element around it.
  func isHidden(_ node: Int) -> Bool { hidden[node] }

  func read() -> [Link] {
    var links: [Link] = []
    for i in 0..<tree.count where tree[i].kind == .element && tree.hasAttributes(i) {
      references(i) { reference, kind in
        guard !reference.isEmpty, let link = link(i, reference, kind, isHidden: hidden[i]) else { return }
        links.append(link)
      }
    }
    return links
  }

  /// `id` and `name` targets of the page.
  func anchors() -> [String] {
    var places: [String] = []
    for i in 0..<tree.count where tree[i].kind == .element && tree.hasAttributes(i) {
      if let id = tree.attribute(i, .id), !id.isEmpty { places.append(id) }
      if tree.tag(i) == .a, let name = tree.attribute(i, .name), !name.isEmpty { places.append(name) }
    }
    return places
  }

  private func link(_ node: Int, _ reference: String, _ kind: Link.Kind, isHidden: Bool) -> Link? {
    let line = Int(tree[node].line)
    let resolved = scene.resolved(reference)
    switch resolved.target {
    case .web(_, let fragment):
      let url = resolved.url ?? reference
      let isFile = resolved.isFile || kind == .page && tree.bytes(node, .download) != nil
      let actual = kind == .page && isFile ? .attachment : kind
      return Link(
        url: url, fragment: fragment, text: text(node), kind: actual, line: line, isHidden: isHidden)
    case .samePage(let fragment?):
      guard kind == .page, !fragment.isEmpty else { return nil }
      return Link(
        url: scene.address.description, fragment: fragment, text: text(node), kind: .page, line: line,
        isHidden: isHidden)
    case .samePage(nil), .otherScheme: return nil
    case .malformed:
      return Link(
        url: reference, text: text(node), kind: kind, line: line, isMalformed: true, isHidden: isHidden)
    }
  }

  /// Hands on the references of an element, in the order of their weight.
  private func references(_ i: Int, _ take: (String, Link.Kind) -> Void) {
    func of(_ attr: Attr, _ kind: Link.Kind) {
      if let value = tree.attribute(i, attr) { take(value, kind) }
    }
    switch tree.tag(i) {
    case .a, .area:
      if let target = anchor(i) { take(target, .page) }
    case .img, .input:
      if tree.tag(i) == .img || tree.attribute(i, .type)?.lowercased() == "image" {
        for picture in images(i) { take(picture, .image) }
      }
      if let target = scripted(i) { take(target, .page) }
    case .script: of(.src, .script)
    case .iframe, .frame: of(.src, .frame)
    case .link: if let (target, kind) = linked(i) { take(target, kind) }
    case .embed: of(.src, .attachment)
    case .object: of(.data, .attachment)
    case .video:
      of(.src, .attachment)
      of(.poster, .image)
    case .audio: of(.src, .attachment)
    case .source:
      of(.src, .attachment)
      for picture in set(i, .srcset) { take(picture, .image) }
    case .meta: if let target = refresh(i) { take(target, .page) }
    default: if let target = scripted(i) { take(target, .page) }
    }
  }

  private func anchor(_ i: Int) -> String? {
    if let href = tree.attribute(i, .href) {
      if !Anchor.isScript(href) { return href }
      if let found = ScriptAddress.find(href) { return found }
    }
    return scripted(i)
  }

  private func scripted(_ i: Int) -> String? { tree.attribute(i, .onclick).flatMap(ScriptAddress.find) }

  /// The picture that is shown: a lazy one stands in `data-src` or `data-original` beside a placeholder.
  private func images(_ i: Int) -> [String] {
    let lazy = tree.attribute(i, .dataSrc) ?? tree.attribute(i, .dataOriginal)
    let source = lazy ?? tree.attribute(i, .src) ?? ""
    return source.hasPrefix("data:") ? set(i, .srcset) : [source] + set(i, .srcset)
  }

  private func set(_ i: Int, _ attr: Attr) -> [String] {
    (tree.attribute(i, attr) ?? "").split(separator: ",").compactMap {
      $0.split(whereSeparator: \.isWhitespace).first.map { String($0) }
    }
  }

  private func linked(_ i: Int) -> (String, Link.Kind)? {
    guard let href = tree.attribute(i, .href), let rel = tree.attribute(i, .rel)?.lowercased() else { return nil }
    if rel.contains("stylesheet") { return (href, .style) }
    return rel.contains("icon") ? (href, .image) : nil
  }

  private func refresh(_ i: Int) -> String? {
    guard tree.attribute(i, .httpEquiv)?.lowercased() == "refresh", let content = tree.attribute(i, .content),
      let at = content.lowercased().range(of: "url=")
    else { return nil }
    return content[at.upperBound...].trimmed(["'", "\"", " "])
  }

  private func text(_ i: Int) -> String {
    let shown = scene.line(i)
    if !shown.isEmpty { return shown }
    if let own = tree.attribute(i, .title) ?? tree.attribute(i, .alt), !own.isEmpty {
      return Text.line(Array(own.utf8)[...])
    }
    return tree.first(.img, in: i).flatMap { tree.attribute($0, .alt) ?? tree.attribute($0, .title) } ?? ""
  }

  // MARK: Hidden elements

  /// One flag a node: the element or one around it is hidden by style.
  private static func hiddenNodes(_ tree: Tree) -> [Bool] {
    var hidden = [Bool](repeating: false, count: tree.count)
    for i in 0..<tree.count {
      let parent = tree.parent(i)
      if parent >= 0, hidden[parent] {
        hidden[i] = true
      } else if tree[i].kind == .element, tree.hasAttributes(i) {
        hidden[i] = tree.bytes(i, .hidden) != nil || (tree.bytes(i, .style).map(HiddenStyle.hides) ?? false)
      }
    }
    return hidden
  }
}

/// Whether a style attribute takes an element out of sight.
enum HiddenStyle {
  static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    guard let rules = rules(style) else { return false }
    if isOff(rules) { return true }
    if rules["opacity"] == "0" || rules["font-size"].map(isZero) == true { return true }
    if ["left", "top", "text-indent", "margin-left", "margin-top"].contains(where: { isFarAway(rules[$0]) }) {
      return true
    }
    return rules["overflow"] == "hidden" && ["width", "height"].contains { rules[$0].map(isZero) == true }
  }

  /// Whether the style shows nothing at all of the element, by `display` or `visibility`.
  static func removes(_ style: ArraySlice<UInt8>) -> Bool {
    Bytes.contains(style, "isplay") || Bytes.contains(style, "isibility") || Bytes.contains(style, "DISPLAY")
      ? rules(style).map(isOff) ?? false : false
  }

  private static func isOff(_ rules: [Substring: Substring]) -> Bool {
    rules["display"]?.hasPrefix("none") == true || rules["visibility"]?.hasPrefix("hidden") == true
  }

  /// Nil where no rule can hide.
  private static func rules(_ style: ArraySlice<UInt8>) -> [Substring: Substring]? {
    guard signs.stands(in: style) || Bytes.contains(style, ":-") else { return nil }
    let tight = style.compactMap { $0 <= 0x20 ? nil : (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    guard rulesThatHide.contains(where: { Bytes.contains(tight[...], $0) }) else { return nil }
    let compact = String(decoding: tight, as: UTF8.self)
    var rules: [Substring: Substring] = [:]
    for rule in compact.split(separator: ";") {
      let parts = rule.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { rules[parts[0]] = parts[1] }
    }
    return rules
  }

  /// One of these stands in every style that hides; others need no closer look.
  private static let signs: WordFinder = [
    "none", "NONE", "None", "hidden", "HIDDEN", "opacity", "font-size:0", "font-size: 0", ": -",
  ]

  private static let rulesThatHide = [
    "display:none", "visibility:hidden", "opacity:0", "font-size:0", "font-size:1px", ":-", "overflow:hidden",
  ]

  private static func isZero(_ value: Substring) -> Bool { ["0", "0px", "1px", "0em", "0pt"].contains(String(value)) }

  private static func isFarAway(_ value: Substring?) -> Bool {
    guard let value, value.hasPrefix("-"), let number = Int(value.dropFirst().prefix { $0.isNumber }) else {
      return false
    }
    return number >= 500
  }
}
