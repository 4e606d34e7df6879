/// A character n-gram model (modified Kneser-Ney, order 5) in one open-addressed table: 32 bits for an n-gram, of which
/// 16 tell it apart, 8 give its probability and 8 its back-off weight. Read in place, nothing is built but the alphabet.
package struct CharacterModel: Sendable {
  /// Scores are in 1/64 of a decimal logarithm, at most 0.
  package typealias Score = Int32
  package static let unit: Float = 64
  static let order = 5
  static let magic: UInt64 = 0x324d_4c43_5744  // "DWCLM2"

  package let alphabet: Alphabet
  /// Characters of training text, for the report.
  package let trainedOn: Int
  private let unigrams: Table<UInt16>
  private let slots: Table<UInt32>
  private let slotCount: UInt64
  /// Known n-grams of two tokens.
  let pairs: PairRows
  private let bytes: Bytes

  /// Header: magic, characters of training text, characters of the alphabet (padded to an even number), slots, words of
  /// `pairs`, 64 bits each; then the alphabet, 16 bits a character; then 16 bits a token, 32 bits a slot, and the starts
  /// and words of `pairs`. Nil when `bytes` is not such a model.
  package init?(_ bytes: Bytes) {
    guard bytes.load(UInt64.self, at: 0) == Self.magic, let trained = bytes.load(UInt64.self, at: 8),
      let characters = bytes.load(UInt64.self, at: 16), characters < Alphabet.limit,
      let slotCount = bytes.load(UInt64.self, at: 24), slotCount > 0, slotCount < 1 << 32,
      let pairWords = bytes.load(UInt64.self, at: 32), pairWords < 1 << 32,
      let codes = bytes.table(UInt16.self, at: 40, length: Int(characters))
    else { return nil }
    alphabet = Alphabet(characters: (0..<Int(characters)).map { codes[$0] })
    let first = 40 + 2 * Self.even(Int(characters))
    let second = first + 2 * Self.even(alphabet.count)
    guard let unigrams = bytes.table(UInt16.self, at: first, length: alphabet.count),
      let slots = bytes.table(UInt32.self, at: second, length: Int(slotCount)),
      let starts = bytes.table(UInt32.self, at: second + 4 * Int(slotCount), length: 2 * alphabet.count + 1),
      let words = bytes.table(
        UInt32.self, at: second + 4 * (Int(slotCount) + starts.count), length: Int(pairWords)),
      let pairs = PairRows(starts: starts, words: words, tokens: alphabet.count)
    else { return nil }
    self.pairs = pairs
    (self.unigrams, self.slots, self.slotCount, self.bytes) = (unigrams, slots, slotCount, bytes)
    trainedOn = Int(clamping: trained)
  }

  static func even(_ count: Int) -> Int { count + count % 2 }

  /// What the model remembers of the tokens before the next one: the longest n-gram found and the back-off weights of
  /// it and its suffixes, shortest first.
  package struct State {
    var length: Int32 = 0
    /// Eight bits each, the shortest lowest.
    var backoff: UInt32 = 0

    /// Score of no n-gram going on from this one, less that of the token by itself.
    var unseen: Score { -sum(from: 0) }

    @inline(__always)
    func sum(from place: Int32) -> Score {
      let rest = backoff >> UInt32(8 * place)
      let halves = rest & 0xff00ff + rest >> 8 & 0xff00ff
      return Score(halves & 0xffff + halves >> 16)
    }
  }

  /// Probability of the token at `index` after those before it, and the length of the n-gram that gave it.
  @inline(__always)
  func score(_ tokens: [Alphabet.Token], _ index: Int, _ state: inout State) -> (score: Score, length: Int32) {
    let token = tokens[index]
    let unigram = unigrams[Int(token)]
    var probability = Int32(unigram & 0xff)
    var next = State()
    next.backoff = UInt32(unigram >> 8)
    var hash = Self.start(token)
    var matched: Int32 = 1
    while matched <= state.length {
      hash = Self.step(hash, tokens[index - Int(matched)])
      guard let slot = find(hash) else { break }
      probability = Int32(slot & 0xff)
      next.backoff |= (slot >> 8 & 0xff) << UInt32(8 * matched)
      matched += 1
    }
    next.length = min(matched, 4)
    let score = -2 * probability - state.sum(from: matched - 1)
    state = next
    return (score, matched)
  }

  /// Unigram score of a token.
  func rarity(_ token: Alphabet.Token) -> Score { -2 * Score(unigrams[Int(token)] & 0xff) }

  /// Score of what follows a token without making a known n-gram with it, less that of the follower by itself.
  @inline(__always)
  func backoff(_ token: Alphabet.Token) -> Score { -Score(unigrams[Int(token)] >> 8) }

  /// The same for a token that makes no known n-gram with the one before.
  @inline(__always)
  func scoreAlone(_ token: Alphabet.Token, _ state: inout State) -> (score: Score, length: Int32) {
    let score = rarity(token) + state.unseen
    state = State(length: 1, backoff: UInt32(unigrams[Int(token)] >> 8))
    return (score, 1)
  }

  func knows(_ first: Alphabet.Token, _ second: Alphabet.Token) -> Bool {
    find(Self.step(Self.start(second), first)) != nil
  }

  /// Has the table's place of an n-gram brought near: the table is far larger than the processor's caches.
  @inline(__always)
  func prefetch(_ first: Alphabet.Token, _ second: Alphabet.Token) {
    prefetch(Self.step(Self.start(second), first))
  }

  @inline(__always)
  func prefetch(_ first: Alphabet.Token, _ second: Alphabet.Token, _ third: Alphabet.Token) {
    prefetch(Self.step(Self.step(Self.start(third), second), first))
  }

  @inline(__always)
  private func prefetch(_ hash: UInt64) { slots.prefetch(Int(hash.multipliedFullWidth(by: slotCount).high)) }

  @inline(__always)
  private func find(_ hash: UInt64) -> UInt32? {
    let mark = Self.mark(hash)
    var slot = hash.multipliedFullWidth(by: slotCount).high
    while true {
      let entry = slots[Int(slot)]
      if entry == 0 { return nil }
      if entry >> 16 == mark { return entry }
      slot += 1
      if slot == slotCount { slot = 0 }
    }
  }

  @inline(__always)
  static func start(_ token: Alphabet.Token) -> UInt64 { (UInt64(token) &+ 1) &* 0x9e37_79b9_7f4a_7c15 }

  /// The hash of an n-gram is made from its last token backwards, so that a longer one goes on from a shorter.
  @inline(__always)
  static func step(_ hash: UInt64, _ token: Alphabet.Token) -> UInt64 {
    var hash = (hash ^ hash >> 32) &+ (UInt64(token) &+ 1) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ hash >> 29) &* 0x94d0_49bb_1331_11eb
    return hash ^ hash >> 32
  }

  /// Never 0: an empty slot is 0.
  @inline(__always)
  static func mark(_ hash: UInt64) -> UInt32 { max(1, UInt32(hash & 0xffff)) }
}
