import Glibc

/// What has to be mended in bytes before libxml2 reads them.
enum Markup {
  /// Zero bytes end libxml2's reading; browsers go over them.
  static func prepared(_ utf8: [UInt8]) -> [UInt8] {
    let hasZero = utf8.withUnsafeBytes { $0.baseAddress.map { memchr($0, 0, utf8.count) != nil } ?? false }
    let bytes = hasZero ? utf8.map { $0 == 0 ? 0x20 : $0 } : utf8
    return bytes.count > shortest ? withoutCrowds(withoutMarks(bytes)) : withoutMarks(bytes)
  }

  /// Marks that browsers pass over, outside comments: Word's `<![if …]>` and `<![endif]>`, which libxml2 shows as text,
  /// become comments; the empty comment `<!-->`, which for libxml2 has no end, an end tag that ends nothing.
  private static func withoutMarks(_ utf8: [UInt8]) -> [UInt8] {
    var (bytes, from) = (utf8, 0)
    while let at = Bytes.find(bytes[...], "<!", from: from) {
      from = at + 2
      if bytes[from...].starts(with: "--".utf8) {
        let empty = ["<!-->", "<!--->"].first { bytes[at...].starts(with: $0.utf8) }
        if let empty {
          bytes.replaceSubrange(
            at..<at + empty.utf8.count, with: "</x\(empty.dropFirst(4))".utf8.map { $0 == 0x2d ? 0x20 : $0 })
        }
        from = empty.map { at + $0.utf8.count } ?? Bytes.find(bytes[...], "-->", from: at + 4) ?? bytes.count
      } else if let end = markEnd(bytes[from...].prefix(200)) {
        bytes.replaceSubrange(from..<from + 2, with: "--".utf8)
        bytes.replaceSubrange(end - 2..<end, with: "--".utf8)
      }
    }
    return bytes
  }

  /// Index of the `>` behind `[if …]` or `[endif]`.
  private static func markEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    let head = bytes.prefix(6).map { $0 | 0x20 }
    guard bytes.first == 0x5b, head.dropFirst().starts(with: "if".utf8) || head.dropFirst() == Array("endif".utf8)[...]
    else {
      return nil
    }
    return bytes.firstIndex(of: 0x3e).flatMap { $0 - bytes.startIndex >= 4 ? $0 : nil }
  }

  /// In shorter pages no tag holds so many attributes that it takes time.
  private static let shortest = 64 << 10
  private static let mostAttributes = 1000

  /// libxml2 compares every attribute with all before it in its tag; those behind the first 1,000 are blanked out.
  private static func withoutCrowds(_ utf8: [UInt8]) -> [UInt8] {
    var bytes = utf8
    bytes.withUnsafeMutableBufferPointer { text in
      var i = 0
      while i + 1 < text.count {
        defer { i += 1 }
        guard text[i] == 0x3c, (0x61...0x7a).contains(text[i + 1] | 0x20) else { continue }
        i = tagEnd(text, i + 1)
      }
    }
    return bytes
  }

  /// Index of the `>` that ends the tag, whose name begins at `start`.
  private static func tagEnd(_ text: UnsafeMutableBufferPointer<UInt8>, _ start: Int) -> Int {
    var (i, quote, last, isApart) = (start, UInt8(0), UInt8(0), false)
    var (attributes, crowd) = (0, -1)
    while i < text.count, quote != 0 || text[i] != 0x3e {
      let byte = text[i]
      if quote != 0 {
        if byte == quote { (quote, isApart) = (0, true) }
      } else if byte <= 0x20 || byte == 0x2f {
        isApart = true
      } else {
        if (byte == 0x22 || byte == 0x27) && last == 0x3d {
          quote = byte
        } else if isApart, byte != 0x3d, last != 0x3d {
          attributes += 1
          if attributes == mostAttributes { crowd = i }
        }
        (last, isApart) = (byte, false)
      }
      i += 1
    }
    if crowd >= 0 { for k in crowd..<i { text[k] = 0x20 } }
    return i
  }
}
