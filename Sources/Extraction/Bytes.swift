import Glibc

/// Search in bytes.
enum Bytes {
  static func contains(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool { find(bytes, word) != nil }

  /// Index of the first place at or after `from` where `word` stands, case counts.
  static func find(_ bytes: ArraySlice<UInt8>, _ word: String, from: Int? = nil) -> Int? {
    let skip = (from ?? bytes.startIndex) - bytes.startIndex
    guard skip >= 0, skip <= bytes.count else { return nil }
    var word = word
    return word.withUTF8 { needle in find(bytes, UnsafeRawBufferPointer(needle), skip) }
  }

  static func find(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Int? {
    word.withUnsafeBytes { find(bytes, $0, 0) }
  }

  private static func find(_ bytes: ArraySlice<UInt8>, _ needle: UnsafeRawBufferPointer, _ skip: Int) -> Int? {
    bytes.withUnsafeBytes { find($0, needle, skip) }.map { bytes.startIndex + $0 }
  }

  private static func find(_ hay: UnsafeRawBufferPointer, _ needle: UnsafeRawBufferPointer, _ skip: Int) -> Int? {
    guard let base = hay.baseAddress, let pattern = needle.baseAddress, !needle.isEmpty else { return nil }
    let rarest = rarestByte(needle)
    // Places of the needle's rarest byte are looked for; the needle begins `rarest` bytes before.
    var at = skip
    while at + needle.count <= hay.count {
      let room = hay.count - at - needle.count + 1
      guard let hit = memchr(base + at + rarest, Int32(needle[rarest]), room) else { return nil }
      at = UnsafeRawPointer(hit) - base - rarest
      if memcmp(base + at, pattern, needle.count) == 0 { return at }
      at += 1
    }
    return nil
  }

  fileprivate static func contains(_ hay: UnsafeBufferPointer<UInt8>, _ word: String) -> Bool {
    var word = word
    return word.withUTF8 { find(UnsafeRawBufferPointer(hay), UnsafeRawBufferPointer($0), 0) != nil }
  }

  private static func rarestByte(_ needle: UnsafeRawBufferPointer) -> Int {
    // The last byte of a Chinese character is as rare as any.
    if needle[0] >= 0xe0, needle.count > 2 { return 2 }
    var best = 0
    for i in needle.indices where frequency[Int(needle[i])] < frequency[Int(needle[best])] { best = i }
    return best
  }

  /// How often bytes stand in Chinese pages, roughly: leading bytes, small letters and marks of markup most often.
  private static let frequency: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0xe3...0xe9, 0x20, 0x0a, 0x22, 0x2f, 0x3c, 0x3e, 0x3d: 9
    case 0x61, 0x65, 0x69, 0x6c, 0x6e, 0x6f, 0x72, 0x73, 0x74: 8
    case 0x61...0x7a, 0x2e, 0x2d, 0x3a, 0x3b: 6
    case 0x30...0x39: 5
    case 0x80...0xbf: 3
    default: 1
    }
  }
}

extension StringProtocol {
  /// Whether the word stands in the text, byte for byte; Foundation's search would make an `NSString` of the text first.
  func contains(_ word: String) -> Bool {
    utf8.withContiguousStorageIfAvailable { Bytes.contains($0, word) } ?? Bytes.contains(Array(utf8)[...], word)
  }
}
