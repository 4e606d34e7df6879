import Foundation

@testable import HTMLTree

/// A tree as a list of elements and texts with their depths, in a form in which two parsers' trees can be compared:
/// without comments, texts of blanks alone and what stands in elements of which browsers show nothing.
struct Outline: Sendable {
  enum Item: Equatable, Sendable {
    case element(String, attributes: [String: String])
    case text(String)
  }
  struct Line: Equatable, Sendable {
    var depth: Int
    var item: Item
  }
  private(set) var lines: [Line] = []

  private static let unseen: Set<String> = ["template", "textarea", "iframe", "noscript", "noframes", "svg", "xmp"]
  private static let implied: Set<String> = ["html", "head", "body", "tbody", "colgroup"]

  /// `| ` and two blanks a level before each node, as html5lib writes trees.
  init(lines written: [Substring]) {
    var nodes: [(depth: Int, text: String)] = []
    for line in written {
      if line.hasPrefix("| ") {
        let depth = line.dropFirst(2).prefix { $0 == " " }.count / 2
        nodes.append((depth, String(line.dropFirst(2 + depth * 2))))
      } else if !nodes.isEmpty, line != "" || nodes.last?.text.hasSuffix("\"") != true {
        nodes[nodes.count - 1].text += "\n" + line
      }
    }
    for (depth, text) in nodes { add(depth, text) }
    tidy()
  }

  private mutating func add(_ depth: Int, _ text: String) {
    if text.hasPrefix("<!") || text.hasPrefix("<?") { return }
    if text.hasPrefix("\"") { return lines.append(Line(depth: depth, item: .text(Self.unquoted(text)))) }
    if text.hasPrefix("<") {
      let name = text.dropFirst().prefix { $0 != ">" }
      return lines.append(Line(depth: depth, item: .element(String(name), attributes: [:])))
    }
    guard let equals = text.firstIndex(of: "="),
      let owner = lines.lastIndex(where: { if case .element = $0.item { $0.depth == depth - 1 } else { false } }),
      case .element(let name, var attributes) = lines[owner].item
    else { return }
    attributes[String(text[..<equals])] = Self.unquoted(String(text[text.index(after: equals)...]))
    lines[owner].item = .element(name, attributes: attributes)
  }

  private static func unquoted(_ text: String) -> String {
    String(text.trimmingCharacters(in: .newlines).dropFirst().dropLast())
  }

  init(_ tree: Tree) {
    for i in 0..<tree.count {
      var (depth, up) = (0, tree.parent(i))
      while up >= 0 { (depth, up) = (depth + 1, tree.parent(up)) }
      switch tree[i].kind {
      case .element:
        lines.append(Line(depth: depth, item: .element(tree.name(i), attributes: Self.attributes(tree, i))))
      case .text: lines.append(Line(depth: depth, item: .text(tree.exactText(i))))
      case .raw:
        lines.append(Line(depth: depth, item: .text(String(decoding: tree.rawText(tree.parent(i)), as: UTF8.self))))
      }
    }
    tidy()
  }

  private static func attributes(_ tree: Tree, _ i: Int) -> [String: String] {
    let range = Int(tree[i].dataStart)..<Int(tree[i].dataEnd)
    let pairs = tree.attributes[range].map { one in
      (
        String(decoding: tree.store[Int(one.nameStart)..<Int(one.valueStart)], as: UTF8.self),
        String(decoding: tree.store[Int(one.valueStart)..<Int(one.valueEnd)], as: UTF8.self)
      )
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private mutating func tidy() {
    var (kept, hidden) = ([Line](), Int.max)
    for line in lines {
      if line.depth > hidden { continue }
      hidden = Int.max
      if case .element(let name, _) = line.item, Self.unseen.contains(String(name.split(separator: " ").first ?? "")) {
        hidden = line.depth
      }
      if case .text(let text) = line.item {
        if text.allSatisfy(\.isWhitespace) { continue }
        if let last = kept.last, last.depth == line.depth, case .text(let before) = last.item {
          kept[kept.count - 1].item = .text(before + text)
          continue
        }
      }
      kept.append(line)
    }
    lines = kept
  }

  /// Without the elements that parsers add by themselves; what they hold moves up.
  var withoutImplied: [Line] {
    var (kept, gone) = ([Line](), [Int]())
    for line in lines {
      while let last = gone.last, last >= line.depth { gone.removeLast() }
      if case .element(let name, _) = line.item, Self.implied.contains(name) {
        gone.append(line.depth)
      } else {
        kept.append(Line(depth: line.depth - gone.count, item: line.item))
      }
    }
    return kept
  }

  /// Text in reading order without blanks; script and style left out.
  var text: String {
    var (text, raw) = ("", Int.max)
    for line in lines {
      if line.depth <= raw { raw = Int.max }
      switch line.item {
      case .element(let name, _): if ["script", "style"].contains(name) { raw = line.depth }
      case .text(let part): if raw == Int.max { text += part.filter { !$0.isWhitespace } }
      }
    }
    return text
  }

  /// Where links and embedded files lead, in document order.
  var addresses: [String] {
    lines.compactMap { line in
      guard case .element(let name, let attributes) = line.item else { return nil }
      return (attributes["href"] ?? attributes["src"]).map { "\(name) \($0)" }
    }
  }
}
