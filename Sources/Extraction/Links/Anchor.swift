import HTMLTree

/// An element that leads to a page: `a[href]`, or anything with an address in `onclick`.
struct Anchor: Sendable {
  var node: Int
  /// As written; empty when there is none.
  var reference: String
  /// `javascript:` and the like: a row all the same, without an address.
  var isDead: Bool

  static func all(in tree: Tree) -> [Anchor] {
    var found: [Anchor] = []
    for i in 0..<tree.count where tree[i].kind == .element && tree.hasAttributes(i) {
      if let anchor = anchor(tree, i) { found.append(anchor) }
    }
    return found
  }

  private static func anchor(_ tree: Tree, _ i: Int) -> Anchor? {
    let href = tree.tag(i) == .a || tree.tag(i) == .area ? tree.attribute(i, .href) : nil
    let script = tree.bytes(i, .onclick) != nil ? tree.attribute(i, .onclick) : nil
    let inScript = (script ?? href.flatMap { isScript($0) ? $0 : nil }).flatMap(ScriptAddress.find)
    if let href, !isScript(href), !href.isEmpty, !href.hasPrefix("#") {
      return Anchor(node: i, reference: href, isDead: false)
    }
    if let inScript { return Anchor(node: i, reference: inScript, isDead: false) }
    if let other = tree.attribute(i, .dataHref) ?? tree.attribute(i, .dataUrl), tree.tag(i) != .img, other.contains("/")
    {
      return Anchor(node: i, reference: other, isDead: false)
    }
    return href == nil ? nil : Anchor(node: i, reference: "", isDead: true)
  }

  static func isScript(_ reference: String) -> Bool {
    guard let first = reference.utf8.first, first <= 0x20 || first | 0x20 == 0x6a else { return false }
    return reference.drop { $0.isWhitespace }.prefix(11).lowercased() == "javascript:"
  }
}

/// Addresses inside script attributes: `window.open('…')`, `location.href='…'`, `toUrl("…")`.
enum ScriptAddress {
  /// The first quoted text that looks like an address.
  static func find(_ script: String) -> String? {
    // `javascript:;` and the like quote nothing.
    guard script.utf8.contains(where: { $0 == 0x27 || $0 == 0x22 }) else { return nil }
    var rest = script[...]
    while let open = rest.firstIndex(where: { $0 == "'" || $0 == "\"" }) {
      let quote = rest[open]
      let from = rest.index(after: open)
      guard let close = rest[from...].firstIndex(of: quote) else { return nil }
      let text = String(rest[from..<close])
      if looksLikeAddress(text) { return text }
      rest = rest[rest.index(after: close)...]
    }
    return nil
  }

  private static func looksLikeAddress(_ text: String) -> Bool {
    guard text.utf8.count > 3, !text.contains(" "), !text.contains("<") else { return false }
    let path = text.prefix { $0 != "?" && $0 != "#" }
    // What a script loads for itself is nowhere that a reader is led to.
    if path.hasSuffix(".css") || path.hasSuffix(".js") { return false }
    if text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("/") || text.hasPrefix("./")
      || text.hasPrefix("../")
    {
      return true
    }
    return [".htm", ".html", ".shtml", ".jhtml", ".jspx", ".jsp", ".aspx", ".asp", ".php", ".do", ".action", ".pdf"]
      .contains {
        path.lowercased().hasSuffix($0)
      }
  }
}
