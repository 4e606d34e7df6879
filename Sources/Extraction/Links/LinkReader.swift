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
      for (reference, kind) in references(i) where !reference.isEmpty {
        if let link = link(i, reference, kind, isHidden: hidden[i]) { links.append(link) }
      }
    }
    return links
  }

  /// `id` and `name` targets of the page.
  func anchors() -> [String] {
    (0..<tree.count).flatMap { i -> [String] in
      guard tree[i].kind == .element, tree.hasAttributes(i) else { return [] }
      let id = tree.attribute(i, .id)
      let name = tree.tag(i) == .a ? tree.attribute(i, .name) : nil
      return [id, name].compactMap { $0 }.filter { !$0.isEmpty }
    }
  }

  private func link(_ node: Int, _ reference: String, _ kind: Link.Kind, isHidden: Bool) -> Link? {
    let line = Int(tree[node].line)
    switch scene.resolve(reference) {
    case .web(let address, let fragment):
      let url = address.description
      let actual = kind == .page && isFile(node, address) ? .attachment : kind
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

  private func isFile(_ node: Int, _ address: WebAddress) -> Bool {
    tree.bytes(node, .download) != nil || FileKinds.isFile(address)
  }

  private func references(_ i: Int) -> [(String, Link.Kind)] {
    func of(_ attr: Attr, _ kind: Link.Kind) -> [(String, Link.Kind)] {
      tree.attribute(i, attr).map { [($0, kind)] } ?? []
    }
    switch tree.tag(i) {
    case .a, .area: return anchor(i)
    case .img, .input:
      if tree.tag(i) == .input, tree.attribute(i, .type)?.lowercased() != "image" { return scripted(i) }
      return images(i) + scripted(i)
    case .script: return of(.src, .script)
    case .iframe, .frame: return of(.src, .frame)
    case .link: return linked(i)
    case .embed: return of(.src, .attachment)
    case .object: return of(.data, .attachment)
    case .video: return of(.src, .attachment) + of(.poster, .image)
    case .audio: return of(.src, .attachment)
    case .source: return of(.src, .attachment) + set(i, .srcset)
    case .meta: return refresh(i)
    default: return scripted(i)
    }
  }

  private func anchor(_ i: Int) -> [(String, Link.Kind)] {
    if let href = tree.attribute(i, .href) {
      if !Anchor.isScript(href) { return [(href, .page)] }
      if let found = ScriptAddress.find(href) { return [(found, .page)] }
    }
    return scripted(i)
  }

  private func scripted(_ i: Int) -> [(String, Link.Kind)] {
    tree.attribute(i, .onclick).flatMap(ScriptAddress.find).map { [($0, .page)] } ?? []
  }

  /// The picture that is shown: a lazy one stands in `data-src` or `data-original` beside a placeholder.
  private func images(_ i: Int) -> [(String, Link.Kind)] {
    let lazy = tree.attribute(i, .dataSrc) ?? tree.attribute(i, .dataOriginal)
    let source = lazy ?? tree.attribute(i, .src) ?? ""
    return source.hasPrefix("data:") ? set(i, .srcset) : [(source, .image)] + set(i, .srcset)
  }

  private func set(_ i: Int, _ attr: Attr) -> [(String, Link.Kind)] {
    (tree.attribute(i, attr) ?? "").split(separator: ",").compactMap {
      $0.split(whereSeparator: \.isWhitespace).first.map { (String($0), .image) }
    }
  }

  private func linked(_ i: Int) -> [(String, Link.Kind)] {
    guard let href = tree.attribute(i, .href), let rel = tree.attribute(i, .rel)?.lowercased() else { return [] }
    if rel.contains("stylesheet") { return [(href, .style)] }
    return rel.contains("icon") ? [(href, .image)] : []
  }

  private func refresh(_ i: Int) -> [(String, Link.Kind)] {
    guard tree.attribute(i, .httpEquiv)?.lowercased() == "refresh", let content = tree.attribute(i, .content),
      let at = content.lowercased().range(of: "url=")
    else { return [] }
    return [(content[at.upperBound...].trimmed(["'", "\"", " "]), .page)]
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
