import DuwangCore
import HTMLTree

/// Finds a page's own title, without the site's name.
struct TitleReader {
  let scene: PageScene
  let meta: [String: String]
  let documentTitle: String
  private var tree: Tree { scene.tree }

  /// The title and the element that shows it (nil when it stands only in the head).
  func read() -> (title: String, node: Int?) {
    let headings = headings()
    for name in ["articletitle", "og:title", "title"] {
      guard let value = meta[name].map({ Text.title($0) }), value.count >= 2 else { continue }
      let key = Text.key(value)
      if let match = headings.first(where: { Text.key($0.text) == key }) { return (match.text, match.node) }
      if name == "articletitle", !key.isEmpty { return (value, nil) }
    }
    let documentKey = Text.key(documentTitle)
    let inTitle = headings.filter {
      $0.rank > 0 && documentKey.contains(Text.key($0.text)) && Text.key($0.text).count >= 2
    }
    if let best = inTitle.max(by: { ($0.text.count, $0.rank, -$0.node) < ($1.text.count, $1.rank, -$1.node) }),
      best.text.count >= 6 || documentKey.hasPrefix(Text.key(best.text))
    {
      return (best.text, best.node)
    }
    if let heading = headings.filter({ $0.rank >= 3 && $0.text.count >= 4 }).max(by: { $0.rank < $1.rank }) {
      return (heading.text, heading.node)
    }
    return (Self.firstPart(documentTitle), nil)
  }

  private struct Heading {
    var text: String
    var node: Int
    /// 3 `h1`–`h3`, 2 an element whose class says title, 1 any short block.
    var rank: Int
  }

  private func headings() -> [Heading] {
    var found: [Heading] = []
    for i in 0..<tree.count where tree[i].kind == .element {
      let range = tree.textRange(i)
      guard range.count >= 4, range.count <= 600, let rank = rank(i) else { continue }
      let text = Text.title(Text.line(tree.text[range]))
      if text.count >= 2, text.count <= 160 { found.append(Heading(text: text, node: i, rank: rank)) }
    }
    return found
  }

  private func rank(_ i: Int) -> Int? {
    let tag = tree.tag(i)
    if tree.closest(i, [.a, .nav, .footer]) != nil { return nil }
    if tag == .h1 || tag == .h2 || tag == .h3 { return 4 - Int(tag.rawValue - Tag.h1.rawValue) + 1 }
    guard [.div, .p, .td, .th, .span, .strong, .b, .font, .h4, .h5, .center, .li, .dt, .section].contains(tag) else {
      return nil
    }
    let name = (tree.attribute(i, .class) ?? "") + " " + (tree.attribute(i, .id) ?? "")
    return name.lowercased().contains("tit") || name.lowercased().contains("bt") ? 2 : 1
  }

  /// `标题 - 栏目 - 站名` → `标题`.
  static func firstPart(_ title: String) -> String {
    for separator in ["_", "|", " - ", "-", "—", "–", "»", ">"] {
      let parts = title.components(around: separator)
      if parts.count > 1, let first = parts.first(where: { $0.count >= 2 }) { return first }
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
