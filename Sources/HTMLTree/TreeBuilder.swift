import Glibc

/// Puts what a parser meets into a `Tree`, without recursion, so that depth costs no stack.
struct TreeBuilder {
  /// Elements nested deeper become brothers of the one at this depth, as in browsers (at 512): no reader's way up from a
  /// node is longer.
  static let deepest = 256

  private(set) var tree = Tree()
  private let isXML: Bool
  private var otherIDs: [String: Int32] = [:]
  /// The innermost open element, -1 for none.
  private var parent: Int32 = -1
  private var depth = 0
  /// The innermost open element is one at the greatest depth; it ends where an element inside it begins.
  private var isDeepOpen = false
  /// Text goes on in the last node.
  private var isTextOpen = false

  /// `size`: bytes of markup to come.
  init(isXML: Bool, size: Int) {
    self.isXML = isXML
    tree.nodes.reserveCapacity(size / 24)
    tree.text.reserveCapacity(size / 4)
    tree.attributes.reserveCapacity(size / 32)
    tree.store.reserveCapacity(size / 2)
  }

  /// Names end with a zero byte.
  mutating func open(_ tag: Tag, _ name: UnsafePointer<UInt8>, line: Int) {
    if isDeepOpen { endInnermost() }
    mark(tag)
    let (index, start, first) = (Int32(tree.nodes.count), Int32(tree.text.count), Int32(tree.attributes.count))
    tree.nodes.append(
      .init(
        kind: .element, tag: tag, name: tag == .other ? other(name) : -1, parent: parent, end: index + 1,
        textStart: start, textEnd: start, dataStart: first, dataEnd: first, line: Int32(truncatingIfNeeded: line)))
    (parent, isDeepOpen, depth, isTextOpen) = (index, depth >= TreeBuilder.deepest, depth + 1, false)
  }

  /// Adds an attribute to the element that was opened last.
  mutating func attribute(_ name: UnsafePointer<UInt8>, _ value: UnsafePointer<UInt8>?) {
    beginAttribute(name)
    append(value)
  }

  /// The same for a value in parts, which `append` adds.
  mutating func beginAttribute(_ name: UnsafePointer<UInt8>) {
    let nameStart = Int32(tree.store.count)
    var p = name
    while p.pointee != 0 {
      tree.store.append(p.pointee >= 0x41 && p.pointee <= 0x5a && !isXML ? p.pointee | 0x20 : p.pointee)
      p += 1
    }
    let start = Int32(tree.store.count)
    tree.attributes.append(
      .init(
        id: Attr(rawValue: Attr.names.find(name)) ?? .other, nameStart: nameStart, valueStart: start, valueEnd: start))
    tree.nodes[tree.nodes.count - 1].dataEnd += 1
  }

  mutating func append(_ value: UnsafePointer<UInt8>?) {
    guard let value else { return }
    tree.store.append(contentsOf: UnsafeBufferPointer(start: value, count: strlen(value)))
    tree.attributes[tree.attributes.count - 1].valueEnd = Int32(tree.store.count)
  }

  /// The parsers let no control bytes through that the tree uses as marks. `place`: where the text stands in the markup.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int, place: Range<Int> = 0..<0) {
    guard parent >= 0 else { return }
    let isRaw = !isXML && (tree.nodes[Int(parent)].tag == .script || tree.nodes[Int(parent)].tag == .style)
    if !isTextOpen {
      let (index, start) = (Int32(tree.nodes.count), Int32(tree.text.count))
      let data = Int32(isRaw ? tree.store.count : place.lowerBound)
      tree.nodes.append(
        .init(
          kind: isRaw ? .raw : .text, tag: .other, name: -1, parent: parent, end: index + 1, textStart: start,
          textEnd: start, dataStart: data, dataEnd: data, line: Int32(truncatingIfNeeded: line)))
      isTextOpen = true
    }
    if isRaw { tree.store.append(contentsOf: bytes) } else { tree.text.append(contentsOf: bytes) }
    let last = tree.nodes.count - 1
    tree.nodes[last].textEnd = Int32(tree.text.count)
    tree.nodes[last].dataEnd = Int32(isRaw ? tree.store.count : place.upperBound)
  }

  /// A block begins or has ended here, and blanks that follow are not shown.
  var isAtBlock: Bool {
    tree.text.last ?? Tree.blockMark == Tree.blockMark && parent >= 0 && tree.nodes[Int(parent)].tag != .pre
  }

  /// Text that follows is a node of its own.
  mutating func endText() { isTextOpen = false }

  /// Closes the element opened last that is still open.
  mutating func close() {
    depth -= 1
    if depth < TreeBuilder.deepest || isDeepOpen { endInnermost() }
  }

  mutating func closeAll() {
    while parent >= 0 { endInnermost() }
  }

  private mutating func endInnermost() {
    let i = Int(parent)
    guard i >= 0 else { return }
    tree.nodes[i].end = Int32(tree.nodes.count)
    tree.nodes[i].textEnd = Int32(tree.text.count)
    mark(tree.nodes[i].tag)
    (parent, isDeepOpen, isTextOpen) = (tree.nodes[i].parent, false, false)
  }

  private mutating func mark(_ tag: Tag) {
    let wanted = tag.isInline && tag != .br ? Tree.inlineMark : Tree.blockMark
    guard let last = tree.text.last else { return }
    if last == Tree.blockMark || last == wanted { return }
    tree.text.append(wanted)
  }

  private mutating func other(_ name: UnsafePointer<UInt8>) -> Int32 {
    let text = String(cString: name)
    if let known = otherIDs[text] { return known }
    let id = Int32(tree.otherNames.count)
    tree.otherNames.append(text)
    otherIDs[text] = id
    return id
  }
}
