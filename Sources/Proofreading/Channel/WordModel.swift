/// Reads a word trigram model of Debian's `libime-data-language-model` in place: a KenLM binary of version 5, quantised
/// array trie. Offsets follow from the header as KenLM computes them; a file whose header differs is refused.
package struct WordModel: Sendable {
  /// Words are numbered from 1; 0 is a word the model does not know.
  package typealias Word = UInt32
  private let bytes: Bytes
  private let counts: [Int]
  private let hashes: Table<UInt64>
  private let quantiser: [[Float]]
  private let unigrams: Int
  private let bigrams: PackedLevel
  private let trigrams: PackedLevel
  private let pointers: Table<UInt64>
  private let pointerCount: Int
  private let inlineBits: Int
  private let stringsOffset: Int

  private static let magic = Array("mmap lm http://kheafield.com/code format version 5\n\0".utf8)

  package init?(_ bytes: Bytes) {
    guard bytes.count > 0x88, Self.magic.indices.allSatisfy({ bytes.load(UInt8.self, at: $0) == Self.magic[$0] }),
      bytes.float(at: 0x38) == 0, bytes.float(at: 0x3c) == 1 || bytes.float(at: 0x3c) != nil
    else { return nil }
    let header = 0x58
    guard bytes.load(UInt8.self, at: header) == 3, bytes.load(UInt32.self, at: header + 8) == 5,
      bytes.load(UInt8.self, at: header + 12) == 1, bytes.load(UInt32.self, at: header + 16) == 1
    else { return nil }
    let counts = (0..<3).compactMap { bytes.load(UInt64.self, at: header + 20 + 8 * $0) }.compactMap(Int.init(exactly:))
    guard counts.count == 3, counts.allSatisfy({ $0 > 0 && $0 < 1 << 28 }) else { return nil }
    let vocabulary = 0x88
    guard bytes.load(UInt64.self, at: vocabulary) == UInt64(counts[0] - 1),
      let hashes = bytes.table(UInt64.self, at: vocabulary + 8, length: counts[0] - 1)
    else { return nil }
    let quantiserStart = vocabulary + 8 + 8 * counts[0]
    guard bytes.load(UInt8.self, at: quantiserStart) == 2, bytes.load(UInt8.self, at: quantiserStart + 1) == 8,
      bytes.load(UInt8.self, at: quantiserStart + 2) == 8
    else { return nil }
    quantiser = (0..<3).map { table in
      (0..<256).map { bytes.float(at: quantiserStart + 8 + 1024 * table + 4 * $0) ?? 0 }
    }
    unigrams = quantiserStart + 8 + 3 * 1024
    let middle = unigrams + 16 * (counts[0] + 2)
    let wordBits = Self.requiredBits(counts[0])
    guard let pointerBits = bytes.load(UInt8.self, at: middle + 1), bytes.load(UInt8.self, at: middle) == 0 else {
      return nil
    }
    let nextBits = Self.requiredBits(counts[2])
    let chop = Self.chop(entries: counts[1] + 1, next: counts[2], limit: Int(pointerBits))
    inlineBits = nextBits - chop
    pointerCount = (counts[2] >> inlineBits) + 1
    let aligned = (middle + 7) / 8 * 8 + 8
    guard let pointers = bytes.table(UInt64.self, at: aligned, length: pointerCount) else { return nil }
    let bigramStart = middle + 8 * (1 + pointerCount) + 7
    bigrams = PackedLevel(start: bigramStart, wordBits: wordBits, recordBits: wordBits + 16 + inlineBits)
    let trigramStart = bigramStart + ((1 + counts[1]) * bigrams.recordBits + 7) / 8 + 8
    trigrams = PackedLevel(start: trigramStart, wordBits: wordBits, recordBits: wordBits + 8)
    stringsOffset = trigramStart + ((1 + counts[2]) * trigrams.recordBits + 7) / 8 + 8
    guard stringsOffset < bytes.count else { return nil }
    (self.bytes, self.counts, self.hashes, self.pointers) = (bytes, counts, hashes, pointers)
    // The list of words begins with the unknown one and ends with the file.
    guard bytes.load(UInt32.self, at: stringsOffset) == 0x6b6e_753c, bytes.load(UInt8.self, at: bytes.count - 1) == 0
    else { return nil }
  }

  private static func requiredBits(_ value: Int) -> Int { value == 0 ? 0 : Int.bitWidth - value.leadingZeroBitCount }

  /// How many bits of the next pointer stand in the table beside the records: the number that makes the file smallest.
  private static func chop(entries: Int, next: Int, limit: Int) -> Int {
    let required = requiredBits(next)
    return (0...min(required, limit)).min { a, b in
      (next >> (required - a)) * 64 - entries * a < (next >> (required - b)) * 64 - entries * b
    } ?? 0
  }

  /// Bit-packed records, each beginning with the number of its word.
  private struct PackedLevel {
    var start: Int
    var wordBits: Int
    var recordBits: Int
  }

  /// Bits of the record at `index`, the lowest first; at most 57.
  @inline(__always)
  private func bits(_ level: PackedLevel, _ index: Int) -> UInt64 {
    let bit = index * level.recordBits
    return UInt64(littleEndian: (bytes.base + level.start + bit >> 3).loadUnaligned(as: UInt64.self)) >> UInt64(bit & 7)
  }

  @inline(__always)
  private func find(_ word: Word, _ level: PackedLevel, _ range: Range<Int>) -> Int? {
    let mask = UInt64(1) << UInt64(level.wordBits) - 1
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) >> 1
      let found = Word(truncatingIfNeeded: bits(level, middle) & mask)
      if found == word { return middle }
      if found < word { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// First record of the trigram level that belongs to the bigram at `index`.
  private func next(_ index: Int) -> Int {
    var (low, high) = (0, pointerCount)
    while low < high {
      let middle = (low + high) >> 1
      if pointers[middle] <= UInt64(index) { low = middle + 1 } else { high = middle }
    }
    let inline = bits(bigrams, index) >> UInt64(bigrams.wordBits + 16) & (1 << UInt64(inlineBits) - 1)
    return (low - 1) << inlineBits | Int(inline)
  }

  /// The words before the next one, the nearest first, with their back-off weights.
  package struct Context {
    var words: (Word, Word) = (0, 0)
    var backoff: (Float, Float) = (0, 0)
    var length = 0
    package init() {}
  }

  /// log₁₀ P(word | the two words before), and the context for the word after it.
  package func score(_ word: Word, after context: Context) -> (score: Float, next: Context) {
    let address = bytes.base + unigrams + 16 * Int(word)
    var score = Float(bitPattern: UInt32(littleEndian: address.load(as: UInt32.self)))
    var next = Context()
    next.words = (word, context.words.0)
    next.length = 1
    next.backoff.0 = Float(bitPattern: UInt32(littleEndian: address.load(fromByteOffset: 4, as: UInt32.self)))
    guard context.length > 0 else { return (score, next) }
    let range =
      Int(address.load(fromByteOffset: 8, as: UInt64.self))..<Int(address.load(fromByteOffset: 24, as: UInt64.self))
    guard word != 0, let pair = find(context.words.0, bigrams, range) else {
      return (score + context.backoff.0 + (context.length > 1 ? context.backoff.1 : 0), next)
    }
    let record = bits(bigrams, pair) >> UInt64(bigrams.wordBits)
    score = quantiser[0][Int(record >> 8 & 0xff)]
    next.backoff.1 = quantiser[1][Int(record & 0xff)]
    next.length = 2
    guard context.length > 1 else { return (score, next) }
    let triples = self.next(pair)..<self.next(pair + 1)
    guard !triples.isEmpty, let triple = find(context.words.1, trigrams, triples) else {
      return (score + context.backoff.1, next)
    }
    return (quantiser[2][Int(bits(trigrams, triple) >> UInt64(trigrams.wordBits) & 0xff)], next)
  }

  /// Number of a word given as code points, 0 when the model does not know it.
  package func word(_ codes: ArraySlice<UInt32>) -> Word {
    withUnsafeTemporaryAllocation(byteCount: codes.count * 4, alignment: 8) { buffer in
      var length = 0
      for code in codes {
        switch code {
        case ..<0x80:
          buffer[length] = UInt8(code)
          length += 1
        case ..<0x800:
          (buffer[length], buffer[length + 1]) = (UInt8(0xc0 | code >> 6), UInt8(0x80 | code & 0x3f))
          length += 2
        case ..<0x10000:
          (buffer[length], buffer[length + 1]) = (UInt8(0xe0 | code >> 12), UInt8(0x80 | code >> 6 & 0x3f))
          buffer[length + 2] = UInt8(0x80 | code & 0x3f)
          length += 3
        default:
          (buffer[length], buffer[length + 1]) = (UInt8(0xf0 | code >> 18 & 7), UInt8(0x80 | code >> 12 & 0x3f))
          (buffer[length + 2], buffer[length + 3]) = (UInt8(0x80 | code >> 6 & 0x3f), UInt8(0x80 | code & 0x3f))
          length += 4
        }
      }
      return lookUp(Self.murmur(UnsafeRawBufferPointer(rebasing: buffer[..<length])))
    }
  }

  /// Hashes are spread evenly, so a search by interpolation needs few looks.
  private func lookUp(_ hash: UInt64) -> Word {
    var (low, high) = (0, counts[0] - 2)
    var (below, above) = (UInt64(0), UInt64.max)
    while low <= high {
      let share = Double(hash - below) / Double(max(1, above - below))
      let middle = min(high, low + Int(share * Double(high - low)))
      let found = hashes[middle]
      if found == hash { return Word(middle + 1) }
      if found < hash { (low, below) = (middle + 1, found) } else { (high, above) = (middle - 1, found) }
    }
    return 0
  }

  /// MurmurHash64A with seed 0, as KenLM names its words.
  static func murmur(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let factor: UInt64 = 0xc6a4_a793_5bd1_e995
    var hash = UInt64(bytes.count) &* factor
    var index = 0
    while index + 8 <= bytes.count {
      var word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* factor
      word = (word ^ word >> 47) &* factor
      hash = (hash ^ word) &* factor
      index += 8
    }
    if index < bytes.count {
      for place in (index..<bytes.count).reversed() { hash ^= UInt64(bytes[place]) << UInt64(8 * (place - index)) }
      hash = hash &* factor
    }
    hash = (hash ^ hash >> 47) &* factor
    return hash ^ hash >> 47
  }

  /// Every word of the model, in the order of the file.
  package func forEachWord(_ body: (UnsafeRawBufferPointer) -> Void) {
    var start = stringsOffset
    for end in stringsOffset..<bytes.count where bytes.base.load(fromByteOffset: end, as: UInt8.self) == 0 {
      body(UnsafeRawBufferPointer(start: bytes.base + start, count: end - start))
      start = end + 1
    }
  }
}
