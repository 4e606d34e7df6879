extension Tree {
  /// Where a byte of a text node's text stands in the markup that the tree was made of.
  /// - Parameters:
  ///   - offset: bytes from the beginning of the node's text, up to their number (the place behind the last).
  ///   - markup: what was parsed, UTF-8.
  /// - Returns: bytes from the beginning of `markup`.
  package func place(of node: Int, at offset: Int, in markup: [UInt8]) -> Int {
    let (start, end) = (Int(nodes[node].dataStart), min(Int(nodes[node].dataEnd), markup.count))
    let shown = text[textRange(node)].prefix(offset)
    if end - start == textRange(node).count { return start + shown.count }
    // References, and bytes that the parser drops, are longer than the text they stand for.
    var (at, i) = (start, shown.startIndex)
    while i < shown.endIndex, at < end {
      let reference = Tree.reference(at, in: markup, upTo: end)
      if reference > 0, shown[i] != 0x26 || Tree.isAmpersand(markup[at..<at + reference]) {
        i += shown[i] < 0x80 ? 1 : shown[i] < 0xe0 ? 2 : shown[i] < 0xf0 ? 3 : 4
        at += reference
      } else {
        if markup[at] == shown[i] { i += 1 }
        at += 1
      }
    }
    return at
  }

  /// Bytes of the reference that begins at a place of the markup; 0 when none does.
  private static func reference(_ start: Int, in markup: [UInt8], upTo end: Int) -> Int {
    guard markup[start] == 0x26 else { return 0 }
    var at = start + 1
    if at < end, markup[at] == 0x23 { at += 1 }
    while at < end, (0x30...0x39).contains(markup[at]) || (0x61...0x7a).contains(markup[at] | 0x20) { at += 1 }
    if at == start + 1 { return 0 }
    if at < end, markup[at] == 0x3b { return at + 1 - start }
    return markup[start + 1] == 0x23
      ? at - start : References.unended(markup[(start + 1)..<at]).map { $0.size + 1 } ?? 0
  }

  private static func isAmpersand(_ reference: ArraySlice<UInt8>) -> Bool {
    ["&amp;", "&amp", "&#38;", "&#38", "&#x26;", "&#x26"].contains(
      String(decoding: reference, as: UTF8.self).lowercased())
  }
}
