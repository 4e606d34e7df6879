import Glibc

/// Conversion by the C library, with our own treatment of bytes that have no meaning.
enum Iconv {
  /// Every unreadable byte becomes U+FFFD, once a run of up to two bytes (one double-byte character); never fails.
  static func toUTF8(_ bytes: ArraySlice<UInt8>, from charset: Charset) -> (utf8: [UInt8], damage: Int) {
    guard let converter = Converter(to: "UTF-8", from: charset.iconvName) else {
      return (Array(String(decoding: bytes, as: UTF8.self).utf8), 1)
    }
    var result = converter.run(Array(bytes), replacement: [0xef, 0xbf, 0xbd], unit: charset.isUTF16 ? 2 : 1)
    if charset == .gb18030 { mendBlanks(&result.utf8) }
    return result
  }

  /// 0xA3A0 is the full-width blank (WHATWG Encoding, index gb18030), for the C library a private character U+E5E5.
  private static func mendBlanks(_ utf8: inout [UInt8]) {
    var from = utf8.startIndex
    while let at = Bytes.find(utf8[from...], [0xee, 0x97, 0xa5]) {
      utf8.replaceSubrange(at..<at + 3, with: [0xe3, 0x80, 0x80])
      from = at + 3
    }
  }

  /// Text in the page's charset, as forms and addresses need it; characters the charset lacks become `&#N;` as browsers do.
  static func encode(_ text: String, to charset: Charset) -> [UInt8] {
    if charset == .utf8 || charset.isUTF16 { return Array(text.utf8) }
    guard let converter = Converter(to: charset.iconvName, from: "UTF-8") else { return Array(text.utf8) }
    var out: [UInt8] = []
    for scalar in text.unicodeScalars {
      let (bytes, damage) = converter.run(Array(String(scalar).utf8), replacement: [], unit: 4)
      out += damage == 0 ? bytes : Array("&#\(scalar.value);".utf8)
    }
    return out
  }
}

/// Owns one iconv descriptor.
private struct Converter: ~Copyable {
  private let descriptor: iconv_t

  init?(to: String, from: String) {
    guard let opened = iconv_open(to, from), Int(bitPattern: opened) != -1 else { return nil }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// `unit` is how many bytes are skipped at a place that cannot be read.
  func run(_ input: [UInt8], replacement: [UInt8], unit: Int) -> (utf8: [UInt8], damage: Int) {
    var input = input
    var out = [UInt8](repeating: 0, count: input.count * 2 + 64)
    var (used, damage) = (0, 0)
    let total = input.count
    input.withUnsafeMutableBytes { source in
      var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = total
      while left > 0 {
        let status = out.withUnsafeMutableBytes { target -> Int in
          var to = target.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) + used }
          var room = target.count - used
          let status = iconv(descriptor, &next, &left, &to, &room)
          used = target.count - room
          return Int(truncatingIfNeeded: status)
        }
        guard status == -1 else { break }
        if errno == E2BIG {
          out.append(contentsOf: repeatElement(0, count: out.count))
          continue
        }
        damage += 1
        if out.count - used < 8 { out.append(contentsOf: repeatElement(0, count: out.count)) }
        for byte in replacement {
          out[used] = byte
          used += 1
        }
        let skip = min(unit, left)
        next = next.map { $0 + skip }
        left -= skip
      }
    }
    out.removeLast(out.count - used)
    return (out, damage)
  }
}
