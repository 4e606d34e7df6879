/// Which tokens are known to follow or to precede each token: a row of bits a token, so that the many candidates of one
/// place are looked up side by side in memory. A set bit may be wrong, a clear one never is.
package struct PairRows: Sendable {
  typealias Token = Alphabet.Token
  struct Row {
    fileprivate var start: Int
    fileprivate var shift: UInt32
  }
  private let starts: Table<UInt32>
  private let words: Table<UInt32>
  private let tokens: Int

  /// Two rows for each of `tokens`, the followers and then the leaders; `starts` has one more entry and every row a
  /// power of two of words. Nil when that is not so.
  init?(starts: Table<UInt32>, words: Table<UInt32>, tokens: Int) {
    guard starts.count == 2 * tokens + 1, starts[2 * tokens] == words.count else { return nil }
    for row in 0..<2 * tokens {
      let (start, end) = (starts[row], starts[row + 1])
      guard start < end, (end - start).nonzeroBitCount == 1, end - start <= Self.longest else { return nil }
    }
    (self.starts, self.words, self.tokens) = (starts, words, tokens)
  }

  func followers(of token: Token) -> Row { row(Int(token)) }
  func leaders(of token: Token) -> Row { row(tokens + Int(token)) }

  private func row(_ index: Int) -> Row {
    let start = starts[index]
    return Row(start: Int(start), shift: Self.shift(starts[index + 1] - start))
  }

  @inline(__always)
  func has(_ row: Row, _ token: Token) -> Bool {
    let bit = Self.bit(token, row.shift)
    return words[row.start + Int(bit >> 5)] >> (bit & 31) & 1 == 1
  }

  private static let longest: UInt32 = 256

  private static func shift(_ words: UInt32) -> UInt32 { UInt32(words.leadingZeroBitCount) - 4 }

  @inline(__always)
  private static func bit(_ token: Token, _ shift: UInt32) -> UInt32 { (UInt32(token) &* 0x9e37_79b1) &>> shift }

  /// Starts and words for rows of tokens; about one bit in ten is set.
  static func laidOut(_ rows: [[Token]]) -> (starts: [UInt32], words: [UInt32]) {
    var (starts, words) = ([UInt32(0)], [UInt32]())
    for row in rows {
      var length: UInt32 = 1
      while length < longest, Int(length) * 32 < row.count * 8 { length *= 2 }
      let start = words.count
      words += repeatElement(0, count: Int(length))
      for token in row {
        let bit = bit(token, shift(length))
        words[start + Int(bit >> 5)] |= 1 << (bit & 31)
      }
      starts.append(UInt32(words.count))
    }
    return (starts, words)
  }
}
