import CLibXML2
import Glibc

/// Owns an XML document of libxml2 until its values are taken out.
struct XMLDocument: ~Copyable {
  private let document: xmlDocPtr
  private let size: Int

  /// Nil when it is not well formed.
  init?(_ xml: [UInt8]) {
    guard xml.count <= HTMLTree.longestInput else { return nil }
    HTMLTree.start
    let options = Int32(
      XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue)
    let parsed = xml.withUnsafeBytes { buffer in
      xmlReadMemory(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(xml.count), nil, nil, options)
    }
    guard let parsed else { return nil }
    (document, size) = (parsed, xml.count)
  }

  deinit { xmlFreeDoc(document) }

  func tree() -> Tree {
    guard let root = xmlDocGetRootElement(document) else { return Tree() }
    var (builder, node) = (TreeBuilder(isXML: true, size: size), root)
    while true {
      let isOpen = open(node, &builder)
      if isOpen, let child = node.pointee.children {
        node = child
        continue
      }
      if isOpen { builder.close() }
      while node == root || node.pointee.next == nil {
        guard node != root, let up = node.pointee.parent else {
          builder.closeAll()
          return builder.tree
        }
        builder.close()
        node = up
      }
      if let next = node.pointee.next { node = next }
    }
  }

  /// Adds one node; whether it is an element, which is to be closed.
  private func open(_ node: xmlNodePtr, _ builder: inout TreeBuilder) -> Bool {
    switch node.pointee.type {
    case XML_ELEMENT_NODE:
      guard let name = node.pointee.name else { return false }
      builder.open(Tag(rawValue: Tag.names.find(name)) ?? .other, name, line: Int(node.pointee.line))
      var attribute = node.pointee.properties
      while let a = attribute {
        if let name = a.pointee.name { add(name, a.pointee.children, &builder) }
        attribute = a.pointee.next
      }
      return true
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      guard let content = node.pointee.content else { return false }
      builder.endText()
      builder.text(.init(start: content, count: strlen(content)), line: Int(node.pointee.line))
      return false
    default: return false
    }
  }

  private func add(_ name: UnsafePointer<UInt8>, _ parts: xmlNodePtr?, _ builder: inout TreeBuilder) {
    builder.beginAttribute(name)
    var part = parts
    while let text = part {
      builder.append(text.pointee.content)
      part = text.pointee.next
    }
  }
}
