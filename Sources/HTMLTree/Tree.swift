/// A parsed document as plain values: nodes in document order in one array, visible text in one buffer, so that the
/// text of any element is one range of bytes.
package struct Tree: Sendable {
  /// Stands in `text` where an inline element begins or ends.
  @inlinable package static var inlineMark: UInt8 { 0x1e }
  /// Stands in `text` where a block begins or ends.
  @inlinable package static var blockMark: UInt8 { 0x1f }

  package enum Kind: UInt8, Sendable {
    case element, text
    /// Text of script, style and other elements that nobody sees.
    case raw
  }

  /// One node; numbers are indices into the tree's arrays.
  package struct Node: Sendable {
    package var kind: Kind
    package var tag: Tag
    /// Of an element: index into `otherNames`, -1 for a known tag.
    var name: Int32
    /// -1 for the root.
    package var parent: Int32
    /// Index after the last descendant.
    package var end: Int32
    package var textStart: Int32
    package var textEnd: Int32
    /// Attributes of an element; bytes in `store` of a raw text; bytes in the markup of a visible text.
    @usableFromInline var dataStart: Int32
    @usableFromInline var dataEnd: Int32
    /// From 1; of XML 65,535 also for later lines.
    package var line: Int32
  }

  @usableFromInline struct Attribute: Sendable {
    @usableFromInline var id: Attr
    var nameStart: Int32
    @usableFromInline var valueStart: Int32
    @usableFromInline var valueEnd: Int32
  }

  package internal(set) var nodes: [Node] = []
  /// UTF-8 of all visible text with marks between elements.
  package internal(set) var text: [UInt8] = []
  @usableFromInline var attributes: [Attribute] = []
  @usableFromInline var store: [UInt8] = []
  var otherNames: [String] = []

  @inlinable package var count: Int { nodes.count }
  @inlinable package subscript(_ index: Int) -> Node { nodes[index] }
  @inlinable package func tag(_ index: Int) -> Tag { nodes[index].tag }
  @inlinable package func parent(_ index: Int) -> Int { Int(nodes[index].parent) }
  @inlinable package func end(_ index: Int) -> Int { Int(nodes[index].end) }
  @inlinable package func textRange(_ index: Int) -> Range<Int> {
    Int(nodes[index].textStart)..<Int(nodes[index].textEnd)
  }
  @inlinable package func isText(_ index: Int) -> Bool { nodes[index].kind == .text }

  /// Name of an element in lower case; empty for text.
  package func name(_ index: Int) -> String {
    let node = nodes[index]
    return node.name >= 0 ? otherNames[Int(node.name)] : node.kind == .element ? "\(node.tag)" : ""
  }

  @inlinable package func children(_ index: Int) -> Children {
    Children(tree: self, cursor: index + 1, stop: end(index))
  }

  /// Elements of one tag inside `index`, itself excluded, in document order.
  @inlinable package func all(_ tag: Tag, in index: Int = 0) -> [Int] {
    guard index < count else { return [] }
    return ((index + 1)..<max(index + 1, end(index))).filter { nodes[$0].tag == tag && nodes[$0].kind == .element }
  }

  @inlinable package func first(_ tag: Tag, in index: Int = 0) -> Int? {
    guard index < count else { return nil }
    return ((index + 1)..<max(index + 1, end(index))).first { nodes[$0].tag == tag && nodes[$0].kind == .element }
  }

  /// The nearest ancestor (or self) with the tag, at most 64 levels up.
  @inlinable package func closest(_ index: Int, _ tag: Tag) -> Int? {
    var (cursor, level) = (index, 0)
    while cursor >= 0, level < 64 {
      if nodes[cursor].kind == .element, nodes[cursor].tag == tag { return cursor }
      (cursor, level) = (parent(cursor), level + 1)
    }
    return nil
  }

  /// The nearest ancestor (or self) with one of the tags, at most 64 levels up: broken markup nests without end.
  @inlinable package func closest(_ index: Int, _ tags: TagSet) -> Int? {
    var (cursor, level) = (index, 0)
    while cursor >= 0, level < 64 {
      if nodes[cursor].kind == .element, tags.contains(nodes[cursor].tag) { return cursor }
      (cursor, level) = (parent(cursor), level + 1)
    }
    return nil
  }

  /// Bytes of an attribute's value; nil when it is not there.
  @inlinable package func bytes(_ index: Int, _ attr: Attr) -> ArraySlice<UInt8>? {
    let node = nodes[index]
    guard node.kind == .element else { return nil }
    for i in Int(node.dataStart)..<Int(node.dataEnd) where attributes[i].id == attr {
      return store[Int(attributes[i].valueStart)..<Int(attributes[i].valueEnd)]
    }
    return nil
  }

  package func attribute(_ index: Int, _ attr: Attr) -> String? {
    bytes(index, attr).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Value of an attribute by its name in lower case, for names that `Attr` does not know.
  package func attribute(_ index: Int, named name: String) -> String? {
    let node = nodes[index]
    guard node.kind == .element else { return nil }
    for i in Int(node.dataStart)..<Int(node.dataEnd) {
      let a = attributes[i]
      if store[Int(a.nameStart)..<Int(a.valueStart)].elementsEqual(name.utf8) {
        return String(decoding: store[Int(a.valueStart)..<Int(a.valueEnd)], as: UTF8.self)
      }
    }
    return nil
  }

  @inlinable package func hasAttributes(_ index: Int) -> Bool {
    nodes[index].kind == .element && nodes[index].dataEnd > nodes[index].dataStart
  }

  /// Script or style text inside an element.
  package func rawText(_ index: Int) -> ArraySlice<UInt8> {
    for i in index..<end(index) where nodes[i].kind == .raw {
      return store[Int(nodes[i].dataStart)..<Int(nodes[i].dataEnd)]
    }
    return []
  }

  /// Visible text of a node exactly as published: marks taken out, nothing trimmed.
  package func exactText(_ index: Int) -> String {
    String(decoding: text[textRange(index)].filter { $0 != Tree.inlineMark && $0 != Tree.blockMark }, as: UTF8.self)
  }
}

/// Walks the children of one node.
package struct Children: Sequence, IteratorProtocol {
  @usableFromInline let tree: Tree
  @usableFromInline var cursor: Int
  @usableFromInline let stop: Int

  @inlinable init(tree: Tree, cursor: Int, stop: Int) {
    (self.tree, self.cursor, self.stop) = (tree, cursor, stop)
  }

  @inlinable package mutating func next() -> Int? {
    guard cursor < stop else { return nil }
    defer { cursor = tree.end(cursor) }
    return cursor
  }
}
