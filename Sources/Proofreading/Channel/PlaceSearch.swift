/// Weighs what may stand at a place of a line instead of what stands there. Nearly all the time of the channel is spent
/// here: nothing is allocated for what is not found, and what no longer n-gram supports is turned away unweighed.
struct PlaceSearch {
  typealias Token = Alphabet.Token
  struct Found {
    var range: Range<Int>
    /// Code points of the replacement, 16 bits each, the first lowest.
    var word: UInt64
    var gain: Int
    var grams: Int
    var longest: Int32

    var codes: [UInt32] { (0..<range.count).map { PlaceSearch.code(word, $0) } }
  }
  /// What was found at the place searched last.
  var found: [Found] = []
  private let models: ChannelModels
  private let characters: CharacterModel
  private let gain: Int
  private let tokens: [Token]
  private let codes: [UInt32]
  private let base: CandidateSearch.Scored
  /// `tokens` with the candidate in its place.
  private var work: [Token]

  init(
    _ models: ChannelModels, _ gain: Int, _ tokens: [Token], _ codes: [UInt32], _ base: CandidateSearch.Scored
  ) {
    (self.models, characters, self.gain) = (models, models.characters, gain)
    (self.tokens, self.codes, self.base, work) = (tokens, codes, base, tokens)
  }

  mutating func search(_ index: Int) {
    singles(index)
    if let sounds = models.sounds { words(index, sounds) }
  }

  private mutating func singles(_ index: Int) {
    let end = min(tokens.count, index + 5)
    let before = base.sum(index..<end)
    let support = index + 1 < end ? support(index, end) : nil
    for place in models.confusions.places(of: codes[index]) {
      let token = models.alternatives[place]
      if token == 0 { continue }
      if let support, bound(token, support) < before + gain { continue }
      work[index] = token
      weigh(index..<index + 1, UInt64(characters.alphabet.character(token)), before)
    }
    work[index] = tokens[index]
  }

  /// What the neighbours of a place say of any token there.
  private struct Support {
    var followers: PairRows.Row
    var leaders: PairRows.Row
    /// Score added to that of a token by itself when it makes no known pair with the one before.
    var unseen: Int
    /// Score of what stands after the place when nothing is known before it.
    var rest: Int
  }

  private func support(_ index: Int, _ end: Int) -> Support {
    var (state, rest) = (CharacterModel.State(), 0)
    for place in index + 1..<end { rest += Int(characters.score(tokens, place, &state).score) }
    return Support(
      followers: characters.pairs.followers(of: tokens[index - 1]),
      leaders: characters.pairs.leaders(of: tokens[index + 1]), unseen: Int(base.states[index].unseen), rest: rest)
  }

  /// No less than the score of the line with `token` in the place.
  @inline(__always)
  private func bound(_ token: Token, _ support: Support) -> Int {
    let own = characters.pairs.has(support.followers, token) ? 0 : Int(characters.rarity(token)) + support.unseen
    let rest = characters.pairs.has(support.leaders, token) ? 0 : Int(characters.backoff(token)) + support.rest
    return own + rest
  }

  /// Words that sound like two to four characters from `index` and differ from them in two or three.
  private mutating func words(_ index: Int, _ sounds: SoundIndex) {
    guard codes[index] < 0x10000 else { return }
    var own = UInt64(codes[index])
    for length in 2...4 {
      let last = index + length - 1
      guard last < tokens.count, Self.isReplaceable(tokens[last], codes[last]), codes[last] < 0x10000 else { return }
      own |= UInt64(codes[last]) << UInt64(16 * (length - 1))
      let keys = SoundIndex.keys(own, length, models.confusions)
      for key in 0..<keys.count {
        for place in sounds.bucket(keys.values[key]) where SoundIndex.length(sounds.words[place]) == length {
          word(sounds.words[place], own, length, index)
        }
      }
    }
  }

  private mutating func word(_ word: UInt64, _ own: UInt64, _ length: Int, _ index: Int) {
    let changed = word ^ own
    var differing = 0
    for place in 0..<length where Self.code(changed, place) != 0 {
      differing += 1
      if Self.isNumeral(Self.code(word, place)) { return }
    }
    guard differing >= 2, length < 4 || differing <= 3 else { return }
    // Only what differs is replaced.
    let (low, high) = (changed.trailingZeroBitCount / 16, 3 - changed.leadingZeroBitCount / 16)
    let span = index + low..<index + high + 1
    let part = word >> UInt64(16 * low) & (high - low == 3 ? .max : 1 << UInt64(16 * (high - low + 1)) - 1)
    for place in span {
      work[place] = characters.alphabet.token(Self.code(part, place - span.lowerBound))
    }
    if span.allSatisfy({ work[$0] >= Alphabet.firstCharacter }),
      !found.contains(where: { $0.range == span && $0.word == part })
    {
      weigh(span, part, base.sum(span.lowerBound..<min(tokens.count, span.upperBound + 4)))
    }
    for place in span { work[place] = tokens[place] }
  }

  /// Scores the line with `word` in place of `range`, as far as the change is felt, against `before`; gives up when the
  /// gain is out of reach.
  @inline(__always)
  private mutating func weigh(_ range: Range<Int>, _ word: UInt64, _ before: Int) {
    let end = min(tokens.count, range.upperBound + 4)
    var (state, after, grams, longest) = (base.states[range.lowerBound], 0, 0, Int32(0))
    var index = range.lowerBound
    while index < end {
      let result = characters.score(work, index, &state)
      after += Int(result.score)
      if after < before + gain { return }
      grams += Int(result.length - base.lengths[index])
      longest = max(longest, result.length)
      index += 1
      // From where the model no longer sees the change all is as before.
      if index > range.upperBound, state.length == base.states[index].length, state.length <= index - range.upperBound {
        after += base.sum(index..<end)
        if after < before + gain { return }
        for place in index..<end { longest = max(longest, base.lengths[place]) }
        break
      }
    }
    found.append(Found(range: range, word: word, gain: after - before, grams: grams, longest: longest))
  }

  @inline(__always)
  static func code(_ word: UInt64, _ place: Int) -> UInt32 { UInt32(word >> UInt64(16 * place) & 0xffff) }

  static func isReplaceable(_ token: Token, _ code: UInt32) -> Bool {
    (token == Alphabet.unknown || token >= Alphabet.firstCharacter) && !isNumeral(code)
  }

  /// Numbers in characters are never replaced nor put in.
  static func isNumeral(_ code: UInt32) -> Bool {
    guard code >= 0x3007, let scalar = Unicode.Scalar(code) else { return false }
    switch scalar {
    case "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "两": return true
    default: return false
    }
  }
}
