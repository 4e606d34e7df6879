/// Finds where a page says which encoding it has.
enum CharsetDeclaration {
  /// `text/html; charset=gb2312`.
  static func inContentType(_ header: String) -> Charset? {
    value(in: Array(header.utf8), from: 0).flatMap(Charset.init(label:))
  }

  /// `<meta charset>`, `<meta http-equiv content="…charset=…">` or an XML declaration, in the first 64 KiB (some pages
  /// declare it late); comments are passed over. UTF-16 named in bytes that are read one by one means UTF-8.
  static func inMarkup(_ bytes: [UInt8]) -> Charset? {
    let limit = min(bytes.count, 65_536)
    var i = 0
    while i < limit {
      guard bytes[i] == 0x3c else {
        i += 1
        continue
      }
      if starts(bytes, i, "<!--") {
        i = find(bytes, "-->", from: i + 2).map { $0 + 3 } ?? limit
      } else if starts(bytes, i, "<meta") || starts(bytes, i, "<?xml") {
        let end = endOfTag(bytes, i, limit)
        if let found = declared(Array(bytes[i..<end]), isXML: bytes[i + 1] == 0x3f) {
          return found.isUTF16 ? .utf8 : found
        }
        i = end
      } else {
        i += 1
      }
    }
    return nil
  }

  private static func declared(_ tag: [UInt8], isXML: Bool) -> Charset? {
    (isXML ? value(in: tag, from: 0, key: "encoding") : value(in: tag, from: 0)).flatMap(Charset.init(label:))
  }

  private static func endOfTag(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var (i, quote) = (start, UInt8(0))
    while i < limit {
      let byte = bytes[i]
      if quote != 0 { if byte == quote { quote = 0 } } else if byte == 0x22 || byte == 0x27 { quote = byte }
      if quote == 0, byte == 0x3e { return i }
      i += 1
    }
    return limit
  }

  /// The value after `key`, optional blanks and `=`, quoted or up to a blank, `;` or quote.
  private static func value(in bytes: [UInt8], from: Int, key: String = "charset") -> String? {
    var from = from
    while let at = find(bytes, key, from: from) {
      var i = at + key.utf8.count
      from = i
      while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
      guard i < bytes.count, bytes[i] == 0x3d else { continue }
      i += 1
      while i < bytes.count, bytes[i] <= 0x20 || bytes[i] == 0x22 || bytes[i] == 0x27 { i += 1 }
      let start = i
      while i < bytes.count, bytes[i] > 0x20, !"\"';>/?".utf8.contains(bytes[i]) { i += 1 }
      if i > start { return String(decoding: bytes[start..<i], as: UTF8.self) }
    }
    return nil
  }

  private static func starts(_ bytes: [UInt8], _ at: Int, _ word: String) -> Bool {
    guard at + word.utf8.count <= bytes.count else { return false }
    return zip(word.utf8, bytes[at...]).allSatisfy { $0 == lower($1) }
  }

  private static func find(_ bytes: [UInt8], _ word: String, from: Int) -> Int? {
    guard let first = word.utf8.first, from < bytes.count else { return nil }
    return (from..<bytes.count).first { lower(bytes[$0]) == first && starts(bytes, $0, word) }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte }
}
