import Glibc

/// What has to be mended in bytes before libxml2 reads them.
enum Markup {
  /// Zero bytes end libxml2's reading; browsers go over them.
  static func prepared(_ utf8: [UInt8]) -> [UInt8] {
    let hasZero = utf8.withUnsafeBytes { $0.baseAddress.map { memchr($0, 0, utf8.count) != nil } ?? false }
    let bytes = hasZero ? utf8.map { $0 == 0 ? 0x20 : $0 } : utf8
    return bytes.count > shortest ? withoutCrowds(bytes) : bytes
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
