/// Words of two to four characters by their sound: what a homophone typed in one go may have meant.
package struct SoundIndex: Sendable {
  private let starts: [UInt32]
  /// Four characters a word of 16 bits each, the first lowest, 0 after its end.
  let words: [UInt64]
  private static let bits: UInt64 = 18

  /// Words of `model` whose every character has a reading.
  package init(_ model: WordModel, _ confusions: Confusions) {
    var (keys, found) = ([UInt32](), [UInt64]())
    keys.reserveCapacity(260_000)
    found.reserveCapacity(260_000)
    model.forEachWord { bytes in
      guard bytes.count % 3 == 0, (6...12).contains(bytes.count) else { return }
      var word = UInt64(0)
      for place in 0..<bytes.count / 3 {
        let (a, b, c) = (bytes[3 * place], bytes[3 * place + 1], bytes[3 * place + 2])
        word |= UInt64(UInt32(a & 0xf) << 12 | UInt32(b & 0x3f) << 6 | UInt32(c & 0x3f)) << UInt64(place * 16)
      }
      let own = Self.keys(word, bytes.count / 3, confusions)
      for index in 0..<own.count {
        keys.append(own.values[index])
        found.append(word)
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

  /// The keys of a word of `length` characters; at most eight readings of the whole are tried.
  static func keys(_ word: UInt64, _ length: Int, _ confusions: Confusions) -> (values: SIMD8<UInt32>, count: Int) {
    var (hashes, count) = (SIMD8<UInt64>(repeating: UInt64(length)), 1)
    for place in 0..<length {
      let syllables = confusions.syllables(of: PlaceSearch.code(word, place))
      if syllables[0] == 0 { return (.zero, 0) }
      var readings = 1
      while readings < min(4, 8 / count), syllables[readings] != 0 { readings += 1 }
      for index in (0..<count).reversed() {
        let hash = hashes[index]
        for reading in 0..<readings {
          let mixed = (hash ^ UInt64(syllables[reading])) &* 0x9e37_79b9_7f4a_7c15
          hashes[index * readings + reading] = mixed ^ mixed >> 29
        }
      }
      count *= readings
    }
    var values = SIMD8<UInt32>.zero
    for index in 0..<count {
      values[index] = UInt32(truncatingIfNeeded: (hashes[index] &* 0xbf58_476d_1ce4_e5b9) >> (64 - bits))
    }
    return (values, count)
  }

  /// Places in `words` of those with a key.
  @inline(__always)
  func bucket(_ key: UInt32) -> Range<Int> { Int(starts[Int(key)])..<Int(starts[Int(key) + 1]) }

  /// Characters of a word.
  @inline(__always)
  static func length(_ word: UInt64) -> Int { word >> 48 != 0 ? 4 : word >> 32 != 0 ? 3 : 2 }
}
