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
    bytes.withUnsafeBytes { hay in
      guard let base = hay.baseAddress, let pattern = needle.baseAddress, let first = needle.first else { return nil }
      var at = skip
      while at + needle.count <= hay.count {
        guard let hit = memchr(base + at, Int32(first), hay.count - at - needle.count + 1) else { return nil }
        at = UnsafeRawPointer(hit) - base
        if memcmp(hit, pattern, needle.count) == 0 { return bytes.startIndex + at }
        at += 1
      }
      return nil
    }
  }
}
