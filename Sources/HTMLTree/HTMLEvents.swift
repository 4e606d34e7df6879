import CLibXML2

/// Builds the tree from the events of libxml2's HTML parser: its own document would cost as much again as the parsing.
struct HTMLEvents {
  private var builder: TreeBuilder
  /// The elements that the parser holds open.
  private var open: [Open] = []
  private var hasHTML = false
  private var hasBody = false
  /// Open elements inside one whose content nobody sees, itself included.
  private var skipped = 0
  /// Bytes at the beginning of the next text that are a reference's name and no text.
  private var unended = 0
  private let size: Int
  private var context: htmlParserCtxtPtr?

  private struct Open {
    let tag: Tag
    /// Its end closes it in the tree. Not so for `html` and `body`, which are there once (what follows their end tags belongs
    /// to the body, as in browsers), and for what another element's beginning has closed.
    var closes: Bool
  }

  init(size: Int) {
    self.size = size
    builder = TreeBuilder(isXML: false, size: size)
  }

  mutating func tree(of html: [UInt8]) -> Tree {
    HTMLTree.start
    html.withUnsafeBytes { buffer in
      guard
        let context = htmlCreateMemoryParserCtxt(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(size))
      else { return }
      defer { htmlFreeParserCtxt(context) }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue
      htmlCtxtUseOptions(context, Int32(options))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      self.context = context
      withUnsafeMutablePointer(to: &self) { events in
        HTMLEvents.connect(context, events)
        htmlParseDocument(context)
      }
    }
    builder.closeAll()
    return builder.tree
  }

  private static func connect(_ context: htmlParserCtxtPtr, _ events: UnsafeMutablePointer<HTMLEvents>) {
    var handler = xmlSAXHandler()
    handler.startElement = { data, name, attributes in
      if let name { HTMLEvents.of(data) { $0.start(name, attributes) } }
    }
    handler.endElement = { data, _ in HTMLEvents.of(data) { $0.end() } }
    handler.characters = { data, text, size in
      HTMLEvents.of(data) { $0.text(.init(start: text, count: Int(size))) }
    }
    handler.cdataBlock = { data, text, size in
      HTMLEvents.of(data) { $0.text(.init(start: text, count: Int(size))) }
    }
    handler.comment = { data, _ in HTMLEvents.of(data) { $0.builder.endText() } }
    handler.processingInstruction = { data, _, _ in HTMLEvents.of(data) { $0.builder.endText() } }
    context.pointee.sax.pointee = handler
    context.pointee.userData = UnsafeMutableRawPointer(events)
  }

  private static func of(_ data: UnsafeMutableRawPointer?, _ handle: (inout HTMLEvents) -> Void) {
    if let data { handle(&data.assumingMemoryBound(to: HTMLEvents.self).pointee) }
  }

  private var line: Int { Int(context?.pointee.input?.pointee.line ?? 0) }

  private mutating func start(
    _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    if skipped > 0 {
      skipped += 1
      return
    }
    let tag = Tag(rawValue: Tag.names.find(name)) ?? .other
    if let closed = ImpliedEnds.of(tag) { end(closed) }
    let isSecond = tag == .html && hasHTML || tag == .body && hasBody
    if !isSecond { add(tag, name, attributes) }
    if tag.isUnseen { skipped = 1 } else { open.append(Open(tag: tag, closes: tag != .html && tag != .body)) }
  }

  private mutating func add(
    _ tag: Tag, _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    if tag == .html { hasHTML = true }
    if tag == .body { hasBody = true }
    builder.open(tag, name, line: line)
    guard var pair = attributes else { return }
    while let attribute = pair[0] {
      builder.attribute(attribute, pair[1] ?? (htmlIsBooleanAttr(attribute) != 0 ? attribute : nil))
      pair += 2
    }
  }

  private mutating func end() {
    if skipped > 1 {
      skipped -= 1
    } else if skipped == 1 {
      skipped = 0
      builder.close()
    } else if open.popLast()?.closes ?? false {
      builder.close()
    }
    builder.endText()
  }

  /// Closes the nearest element that the beginning of another ends, with all that was left open in it.
  private mutating func end(_ ends: ImpliedEnds) {
    var i = open.count - 1
    while i >= 0, open.count - i < TreeBuilder.deepest, !open[i].closes || !ends.stops.contains(open[i].tag) {
      if open[i].closes, ends.ended.contains(open[i].tag) {
        for k in (i..<open.count).reversed() where open[k].closes {
          builder.close()
          open[k].closes = false
        }
        return
      }
      i -= 1
    }
  }

  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, !isGap(bytes), let told = ToldText(bytes, context) else { return }
    let (place, line) = (told.place, line)
    if unended > 0 {
      let rest = UnsafeBufferPointer(rebasing: bytes.dropFirst(unended))
      unended = 0
      if !rest.isEmpty { builder.text(rest, line: line, place: (place.upperBound - rest.count)..<place.upperBound) }
    } else if place.count > bytes.count, let (meant, size) = told.meant(place) {
      // libxml2 tells the name next.
      unended = size
      meant.withUnsafeBufferPointer { builder.text($0, line: line, place: place) }
    } else {
      builder.text(bytes, line: line, place: place)
    }
  }

  /// Blanks between tags at the beginning of a block, which nobody sees.
  private func isGap(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, first <= 0x20, builder.isAtBlock else { return false }
    return context?.pointee.input?.pointee.cur.pointee == 0x3c && bytes.allSatisfy { $0 <= 0x20 }
  }
}
