import Glibc

/// Search by bytes: that of `String` folds every character and is a hundred times slower.
enum Bytes {
  static func contain(_ text: [UInt8], _ phrase: String) -> Bool {
    var phrase = phrase
    return phrase.withUTF8 { phrase in
      text.withUnsafeBytes { memmem($0.baseAddress, $0.count, phrase.baseAddress, phrase.count) != nil }
    }
  }
}
