import CLibXML2

/// Parses HTML as browsers are lenient with it, and small XML, into values.
package enum HTMLTree {
  /// Longest input in bytes; what stands after it is not read.
  package static let longestInput = 32 << 20

  /// Reads UTF-8 bytes; any bytes give a tree, which is empty when there is nothing in them.
  package static func parse(html: [UInt8]) -> Tree {
    HTMLDocument(html: html)?.tree() ?? Tree()
  }

  /// Reads an XML document of up to 32 MiB in any encoding it declares; nil when it is not well formed.
  /// External entities are never loaded.
  package static func parse(xml: [UInt8]) -> Tree? {
    HTMLDocument(xml: xml)?.tree()
  }
}

/// Owns a document of libxml2 until its values are taken out.
struct HTMLDocument: ~Copyable {
  private let document: xmlDocPtr
  private let isXML: Bool

  init?(html: [UInt8]) {
    HTMLDocument.start
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue)
    let size = Int32(min(html.count, HTMLTree.longestInput))
    let parsed = html.withUnsafeBytes { buffer in
      htmlReadMemory(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, "UTF-8", options)
    }
    guard let parsed else { return nil }
    (document, isXML) = (parsed, false)
  }

  init?(xml: [UInt8]) {
    guard xml.count <= HTMLTree.longestInput else { return nil }
    HTMLDocument.start
    let options = Int32(
      XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue)
    let parsed = xml.withUnsafeBytes { buffer in
      xmlReadMemory(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(xml.count), nil, nil, options)
    }
    guard let parsed else { return nil }
    (document, isXML) = (parsed, true)
  }

  deinit { xmlFreeDoc(document) }

  func tree() -> Tree {
    guard let root = xmlDocGetRootElement(document) else { return Tree() }
    var builder = TreeBuilder(isXML: isXML)
    builder.walk(from: root)
    return builder.tree
  }

  private static let start: Void = xmlInitParser()
}
