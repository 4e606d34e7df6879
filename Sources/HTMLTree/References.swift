import CLibXML2

/// References (`&nbsp;`) that libxml2 does not read as the HTML standard has it.
enum References {
  /// The longest name at the beginning of `name` that needs no semicolon behind it (HTML, "named character references":
  /// those of Latin-1), with its character in UTF-8; nil when there is none.
  static func unended(_ name: some BidirectionalCollection<UInt8>) -> (size: Int, utf8: [UInt8])? {
    for size in stride(from: min(name.count, 6), through: 2, by: -1) {
      let known = (Array(name.prefix(size)) + [0]).withUnsafeBufferPointer { htmlEntityLookup($0.baseAddress) }
      guard let value = known?.pointee.value, value < 256, value != 0x27, let scalar = Unicode.Scalar(value) else {
        continue
      }
      return (size, Array(String(scalar).utf8))
    }
    return nil
  }

  /// `&#147;`: numbers of control characters mean those of windows-1252. `second`: of U+0080 to U+009F, the second byte in
  /// UTF-8; nil where there is none to mean.
  static func windows1252(_ second: UInt8) -> [UInt8]? {
    guard (0x80...0x9f).contains(second) else { return nil }
    let scalar = characters[Int(second) - 0x80]
    return scalar == " " ? nil : Array(String(scalar).utf8)
  }

  private static let characters = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ")
}
