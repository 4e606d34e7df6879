/// Words in UTF-8, each of three bytes or more, that are looked for anywhere in a text in one pass: most lines hold none.
struct WordFinder: ExpressibleByArrayLiteral, Sendable {
  private let words: [[UInt8]]
  /// Whether a word may begin with three bytes, by `slot` of them.
  private let beginnings: [Bool]

  init(arrayLiteral words: String...) { self.init(words) }

  init(_ words: [String]) {
    let words = words.map { Array($0.utf8) }
    precondition(words.allSatisfy { $0.count >= 3 })
    self.words = words
    var beginnings = [Bool](repeating: false, count: 4096)
    for word in words { beginnings[WordFinder.slot(word[0], word[1], word[2])] = true }
    self.beginnings = beginnings
  }

  func stands(in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      beginnings.withUnsafeBufferPointer { beginnings in
        guard text.count >= 3 else { return false }
        for i in 0..<(text.count - 2)
        where beginnings[WordFinder.slot(text[i], text[i + 1], text[i + 2])] && isWord(text, at: i) {
          return true
        }
        return false
      }
    }
  }

  private func isWord(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    words.contains { word in
      start + word.count <= text.count && word.indices.allSatisfy { text[start + $0] == word[$0] }
    }
  }

  @inline(__always)
  private static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    (Int(c) ^ Int(b) << 4 ^ Int(a) << 6) & 4095
  }
}
