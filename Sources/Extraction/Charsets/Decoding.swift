import CUchardet
import DuwangCore
import Glibc

/// Bytes of a page in UTF-8, with what they were before.
struct DecodedText: Sendable {
  var utf8: [UInt8]
  var charset: Charset
  var source: Page.CharsetSource
  /// Places where bytes had no meaning and U+FFFD stands instead.
  var damage: Int

  /// Decides the encoding in the order BOM, strict UTF-8, HTTP, meta, detection, default (GB18030), and decodes.
  /// `contentType` is the HTTP header as sent. Any bytes give a text.
  static func of(_ bytes: [UInt8], contentType: String?) -> DecodedText {
    if let (charset, skip) = byteOrderMark(bytes) {
      return decode(bytes[skip...], charset, .bom)
    }
    let http = contentType.flatMap(CharsetDeclaration.inContentType)
    let (errors, sequences) = UTF8Check.count(bytes)
    if errors == 0, sequences > 0 || http == nil {
      if sequences > 0 { return DecodedText(utf8: bytes, charset: .utf8, source: .utf8, damage: 0) }
    }
    let meta = CharsetDeclaration.inMarkup(bytes)
    if errors == 0 { return ascii(bytes, http: http, meta: meta) }
    if sequences >= 30, errors * 20 <= sequences { return decode(bytes[...], .utf8, .utf8) }
    for (declared, source) in [(http, Page.CharsetSource.http), (meta, .meta)] {
      guard let declared, declared != .utf8, !declared.isWeak, !declared.isUTF16 else { continue }
      let text = decode(bytes[...], declared, source)
      if text.damage * 50 <= bytes.count { return text }
    }
    return detected(bytes, declared: http ?? meta)
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (Charset, Int)? {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return (.utf8, 3) }
    if bytes.starts(with: [0xff, 0xfe]) { return (Charset(name: "utf-16le", iconvName: "UTF-16LE"), 2) }
    if bytes.starts(with: [0xfe, 0xff]) { return (Charset(name: "utf-16be", iconvName: "UTF-16BE"), 2) }
    return nil
  }

  /// Bytes below 128 alone: the declaration stands, since nothing contradicts it.
  private static func ascii(_ bytes: [UInt8], http: Charset?, meta: Charset?) -> DecodedText {
    if bytes.contains(0), let wide = unmarkedUTF16(bytes) { return decode(bytes[...], wide, .detected) }
    let (charset, source): (Charset, Page.CharsetSource) =
      if let http { (http, .http) } else if let meta { (meta, .meta) } else { (.utf8, .default) }
    if charset.name == "hz-gb-2312" || charset.name == "iso-2022-jp" { return decode(bytes[...], charset, source) }
    return DecodedText(utf8: bytes, charset: charset, source: source, damage: 0)
  }

  /// Markup in UTF-16 has a zero in every other byte.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Charset? {
    let head = bytes.prefix(64)
    guard head.count >= 8 else { return nil }
    let odd = head.enumerated().filter { $0.offset % 2 == 1 && $0.element == 0 }.count
    let even = head.enumerated().filter { $0.offset % 2 == 0 && $0.element == 0 }.count
    if odd * 3 >= head.count { return Charset(label: "utf-16le") }
    if even * 3 >= head.count { return Charset(label: "utf-16be") }
    return nil
  }

  private static func detected(_ bytes: [UInt8], declared: Charset?) -> DecodedText {
    if bytes.contains(0), let wide = unmarkedUTF16(bytes) { return decode(bytes[...], wide, .detected) }
    let guess = Detector.guess(bytes)
    if let guess, guess != .utf8, !guess.isWeak {
      let text = decode(bytes[...], guess, .detected)
      if text.damage * 50 <= bytes.count { return text }
    }
    let chinese = decode(bytes[...], .gb18030, declared == .gb18030 ? .meta : .default)
    if chinese.damage * 50 <= bytes.count { return chinese }
    return decode(bytes[...], declared ?? guess ?? .utf8, declared == nil ? .default : .meta)
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, _ charset: Charset, _ source: Page.CharsetSource)
    -> DecodedText
  {
    let (utf8, damage) = Iconv.toUTF8(bytes, from: charset)
    return DecodedText(utf8: utf8, charset: charset, source: source, damage: damage)
  }
}

/// Counts what in some bytes is UTF-8.
enum UTF8Check {
  /// `errors`: bytes that belong to no sequence; `sequences`: well-formed ones of two bytes or more.
  static func count(_ bytes: [UInt8]) -> (errors: Int, sequences: Int) {
    bytes.withUnsafeBufferPointer { p in
      var (i, errors, sequences) = (0, 0, 0)
      let n = p.count
      let raw = UnsafeRawBufferPointer(p)
      while i < n {
        if p[i] < 0x80 {
          i += 1
          // Markup is ASCII: eight bytes at a time.
          while i + 8 <= n, raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
            i += 8
          }
          continue
        }
        let length = sequenceLength(p, i)
        if length == 0 { errors += 1 } else { sequences += 1 }
        i += max(1, length)
      }
      return (errors, sequences)
    }
  }

  /// Length of the well-formed sequence at `i` (2 to 4), 0 when there is none (Unicode 15, table 3-7).
  static func sequenceLength(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    func tail(_ k: Int) -> Bool { i + k < p.count && p[i + k] & 0xc0 == 0x80 }
    let second = i + 1 < p.count ? p[i + 1] : 0
    switch p[i] {
    case 0xc2...0xdf: return tail(1) ? 2 : 0
    case 0xe0: return second >= 0xa0 && tail(1) && tail(2) ? 3 : 0
    case 0xed: return second <= 0x9f && tail(1) && tail(2) ? 3 : 0
    case 0xe1...0xef: return tail(1) && tail(2) ? 3 : 0
    case 0xf0: return second >= 0x90 && tail(1) && tail(2) && tail(3) ? 4 : 0
    case 0xf4: return second <= 0x8f && tail(1) && tail(2) && tail(3) ? 4 : 0
    case 0xf1...0xf3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }
}

/// uchardet's opinion.
enum Detector {
  static func guess(_ bytes: [UInt8]) -> Charset? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let status = bytes.withUnsafeBytes { buffer in
      uchardet_handle_data(detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    return uchardet_get_charset(detector).flatMap { Charset(label: String(cString: $0)) }
  }
}
