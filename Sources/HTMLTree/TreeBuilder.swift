import CLibXML2
import Glibc

/// Copies libxml2's nodes into a `Tree`, without recursion, so that depth costs no stack.
struct TreeBuilder {
  /// Elements nested deeper become brothers of the one at this depth, as in browsers (at 512): no reader's way up from a
  /// node is longer.
  static let deepest = 256

  private(set) var tree = Tree()
  private let isXML: Bool
  private var otherIDs: [String: Int32] = [:]

  init(isXML: Bool) { self.isXML = isXML }

  mutating func walk(from root: xmlNodePtr) {
    var (node, parent, depth) = (root, Int32(-1), 0)
    // The innermost open element is one at the greatest depth; it ends where an element inside it begins.
    var isDeepOpen = false
    while true {
      if isDeepOpen, node.pointee.type == XML_ELEMENT_NODE { (parent, isDeepOpen) = (close(parent), false) }
      if let opened = add(node, parent), let child = node.pointee.children {
        (parent, isDeepOpen) = (opened, depth >= TreeBuilder.deepest)
        (node, depth) = (child, depth + 1)
        continue
      }
      while node.pointee.next == nil || node == root {
        guard depth > 0, node != root, let up = node.pointee.parent else { return closeAll(parent) }
        (node, depth) = (up, depth - 1)
        if depth < TreeBuilder.deepest || isDeepOpen { (parent, isDeepOpen) = (close(parent), false) }
      }
      guard let next = node.pointee.next else { return }
      node = next
    }
  }

  /// Adds one node; its index when its children are to be walked.
  private mutating func add(_ node: xmlNodePtr, _ parent: Int32) -> Int32? {
    switch node.pointee.type {
    case XML_ELEMENT_NODE: return addElement(node, parent)
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = node.pointee.content { addText(content, line: Int32(node.pointee.line), parent) }
      return nil
    default: return nil
    }
  }

  private mutating func addElement(_ node: xmlNodePtr, _ parent: Int32) -> Int32? {
    guard let name = node.pointee.name else { return nil }
    let tag = Tag(rawValue: Tag.names.find(name)) ?? .other
    mark(tag)
    let index = Int32(tree.nodes.count)
    let start = Int32(tree.text.count)
    let first = Int32(tree.attributes.count)
    var attribute = node.pointee.properties
    while let a = attribute {
      add(attribute: a)
      attribute = a.pointee.next
    }
    tree.nodes.append(
      .init(
        kind: .element, tag: tag, name: tag == .other ? other(name) : -1, parent: parent, end: index + 1,
        textStart: start, textEnd: start, dataStart: first, dataEnd: Int32(tree.attributes.count),
        line: Int32(node.pointee.line)))
    if node.pointee.children == nil || (!isXML && skipsContent(tag)) {
      mark(tag)
      return nil
    }
    return index
  }

  /// Browsers show nothing of these elements' content, or only as text to edit; links in it are none.
  private func skipsContent(_ tag: Tag) -> Bool {
    switch tag {
    case .template, .textarea, .iframe, .noscript, .noframes, .svg, .xmp: true
    default: false
    }
  }

  private mutating func addText(_ content: UnsafePointer<UInt8>, line: Int32, _ parent: Int32) {
    let index = Int32(tree.nodes.count)
    let size = strlen(content)
    let bytes = UnsafeBufferPointer(start: content, count: size)
    let isRaw = !isXML && parent >= 0 && [.script, .style].contains(tree.nodes[Int(parent)].tag)
    let (textStart, dataStart) = (Int32(tree.text.count), Int32(tree.store.count))
    if isRaw {
      tree.store.append(contentsOf: bytes)
    } else {
      tree.text.append(contentsOf: bytes)
      replaceMarks(from: Int(textStart))
    }
    tree.nodes.append(
      .init(
        kind: isRaw ? .raw : .text, tag: .other, name: -1, parent: parent, end: index + 1, textStart: textStart,
        textEnd: Int32(tree.text.count), dataStart: dataStart, dataEnd: Int32(tree.store.count), line: line))
  }

  /// Control bytes that the tree uses as marks are no text.
  private mutating func replaceMarks(from start: Int) {
    for i in start..<tree.text.count where tree.text[i] == Tree.inlineMark || tree.text[i] == Tree.blockMark {
      tree.text[i] = 0x20
    }
  }

  private mutating func add(attribute a: UnsafeMutablePointer<_xmlAttr>) {
    guard let name = a.pointee.name else { return }
    let nameStart = Int32(tree.store.count)
    var p = name
    while p.pointee != 0 {
      tree.store.append(p.pointee >= 0x41 && p.pointee <= 0x5a && !isXML ? p.pointee | 0x20 : p.pointee)
      p += 1
    }
    let valueStart = Int32(tree.store.count)
    var child = a.pointee.children
    while let text = child {
      if let content = text.pointee.content {
        tree.store.append(contentsOf: UnsafeBufferPointer(start: content, count: strlen(content)))
      }
      child = text.pointee.next
    }
    tree.attributes.append(
      .init(
        id: Attr(rawValue: Attr.names.find(name)) ?? .other, nameStart: nameStart, valueStart: valueStart,
        valueEnd: Int32(tree.store.count)))
  }

  private mutating func close(_ index: Int32) -> Int32 {
    let i = Int(index)
    tree.nodes[i].end = Int32(tree.nodes.count)
    tree.nodes[i].textEnd = Int32(tree.text.count)
    mark(tree.nodes[i].tag)
    return tree.nodes[i].parent
  }

  private mutating func closeAll(_ from: Int32) {
    var index = from
    while index >= 0 { index = close(index) }
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
