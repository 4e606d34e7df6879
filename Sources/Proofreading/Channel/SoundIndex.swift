/// Words of two to four characters by their sound: what a homophone typed in one go may have meant.
package struct SoundIndex: Sendable {
  private let starts: [UInt32]
  /// Four characters a word, 0 after its end.
  private let words: [UInt64]
  private static let bits: UInt64 = 18

  /// Words of `model` whose every character has a reading.
  package init(_ model: WordModel, _ confusions: Confusions) {
    var (keys, found) = ([UInt32](), [UInt64]())
    keys.reserveCapacity(260_000)
    found.reserveCapacity(260_000)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4) { codes in
      model.forEachWord { bytes in
        guard bytes.count % 3 == 0, (6...12).contains(bytes.count) else { return }
        var word = UInt64(0)
        for place in 0..<bytes.count / 3 {
          let (a, b, c) = (bytes[3 * place], bytes[3 * place + 1], bytes[3 * place + 2])
          codes[place] = UInt32(a & 0xf) << 12 | UInt32(b & 0x3f) << 6 | UInt32(c & 0x3f)
          word |= UInt64(codes[place]) << UInt64(place * 16)
        }
        let whole = UnsafeBufferPointer(rebasing: codes[..<(bytes.count / 3)])
        Self.keys(whole, confusions) { key in
          keys.append(key)
          found.append(word)
        }
      }
    }
    var starts = [UInt32](repeating: 0, count: 1 << Int(Self.bits) + 1)
    for key in keys { starts[Int(key) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var (next, words) = (starts, [UInt64](repeating: 0, count: keys.count))
    for (key, word) in zip(keys, found) {
      words[Int(next[Int(key)])] = word
      next[Int(key)] += 1
    }
    (self.starts, self.words) = (starts, words)
  }

  /// Calls `body` with every key of a word; at most eight readings of the whole are tried.
  private static func keys(_ codes: UnsafeBufferPointer<UInt32>, _ confusions: Confusions, _ body: (UInt32) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 16) { hashes in
      var count = 1
      hashes[0] = UInt64(codes.count)
      for code in codes {
        let syllables = confusions.syllables(of: code)
        if syllables.isEmpty { return }
        let readings = min(syllables.count, 8 / count)
        for index in (0..<count).reversed() {
          let hash = hashes[index]
          for reading in 0..<readings {
            let mixed = (hash ^ UInt64(syllables[reading])) &* 0x9e37_79b9_7f4a_7c15
            hashes[index * readings + reading] = mixed ^ mixed >> 29
          }
        }
        count *= readings
      }
      for index in 0..<count { body(UInt32((hashes[index] &* 0xbf58_476d_1ce4_e5b9) >> (64 - bits))) }
    }
  }

  /// Words that sound like `codes`, of the same length, `codes` itself among them.
  func words(like codes: UnsafeBufferPointer<UInt32>, _ confusions: Confusions, _ body: (UInt64) -> Void) {
    Self.keys(codes, confusions) { key in
      for index in Int(starts[Int(key)])..<Int(starts[Int(key) + 1]) {
        let word = words[index]
        let length = word >> 48 != 0 ? 4 : word >> 32 != 0 ? 3 : 2
        if length == codes.count { body(word) }
      }
    }
  }
}
