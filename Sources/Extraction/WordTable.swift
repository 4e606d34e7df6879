/// Words in UTF-8 that texts are compared with at their beginning; the first that fits counts.
struct WordTable: ExpressibleByArrayLiteral, Sendable {
  let words: [[UInt8]]
  /// Third bytes of first characters, where Chinese words differ most; of shorter characters the first byte.
  private let firsts: [Bool]

  init(arrayLiteral words: String...) { self.init(words.map { Array($0.utf8) }) }

  init(_ words: [[UInt8]]) {
    self.words = words
    var firsts = [Bool](repeating: false, count: 256)
    for word in words { firsts[Int(WordTable.sign(word[...]))] = true }
    self.firsts = firsts
  }

  /// False where no word can stand at the beginning of `text`, told by its first character alone.
  func mayBegin(_ text: ArraySlice<UInt8>) -> Bool { firsts[Int(WordTable.sign(text))] }

  /// Length in bytes of the first word that `text` begins with.
  func begin(_ text: ArraySlice<UInt8>) -> Int? {
    guard mayBegin(text) else { return nil }
    return words.first { text.count >= $0.count && text.prefix($0.count).elementsEqual($0) }?.count
  }

  private static func sign(_ text: ArraySlice<UInt8>) -> UInt8 {
    guard let first = text.first else { return 0 }
    return first >= 0xe0 && text.count > 2 ? text[text.startIndex + 2] : first
  }
}
