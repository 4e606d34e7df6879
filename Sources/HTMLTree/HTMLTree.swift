import CLibXML2

/// Parses HTML as browsers are lenient with it, and small XML, into values.
package enum HTMLTree {
  /// Longest input in bytes; what stands after it is not read.
  package static let longestInput = 32 << 20

  /// Reads UTF-8 bytes; any bytes give a tree, which is empty when there is nothing in them.
  package static func parse(html: [UInt8]) -> Tree {
    var events = HTMLEvents(size: min(html.count, longestInput))
    return events.tree(of: html)
  }

  /// Reads an XML document of up to 32 MiB in any encoding it declares; nil when it is not well formed.
  /// External entities are never loaded.
  package static func parse(xml: [UInt8]) -> Tree? {
    XMLDocument(xml)?.tree()
  }

  static let start: Void = xmlInitParser()
}
