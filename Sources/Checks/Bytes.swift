import Glibc

/// Search by bytes: that of `String` folds every character and is a hundred times slower.
enum Bytes {
  static func contain(_ text: [UInt8], _ phrase: String) -> Bool {
    var phrase = phrase
    return text.withUnsafeBytes { text in phrase.withUTF8 { contain(text, UnsafeRawBufferPointer($0)) } }
  }

  private static func contain(_ text: UnsafeRawBufferPointer, _ phrase: UnsafeRawBufferPointer) -> Bool {
    guard let base = text.baseAddress, let sought = phrase.baseAddress, phrase.count <= text.count else { return false }
    let last = text.count - phrase.count
    var from = 0
    while from <= last, let found = memchr(base + from, Int32(phrase[0]), last + 1 - from) {
      if memcmp(found, sought, phrase.count) == 0 { return true }
      from = UnsafeRawPointer(found) - base + 1
    }
    return false
  }
}
