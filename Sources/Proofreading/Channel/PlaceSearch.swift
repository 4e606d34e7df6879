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
  private var likely: [Likely] = []
  private var sounding: [(span: Range<Int>, word: UInt64)] = []
  /// For each place the score of up to four tokens from it when nothing is known before them; `unknown` until asked for.
  private var rests: [Int]
  private static let unknown = Int.min

  init(
    _ models: ChannelModels, _ gain: Int, _ tokens: [Token], _ codes: [UInt32], _ base: CandidateSearch.Scored
  ) {
    (self.models, characters, self.gain) = (models, models.characters, gain)
    (self.tokens, self.codes, self.base, work) = (tokens, codes, base, tokens)
    rests = Array(repeating: Self.unknown, count: tokens.count + 1)
  }

  mutating func search(_ index: Int) {
    singles(index)
    if let sounds = models.sounds { words(index, sounds) }
  }

  /// A token that may stand at a place, and whether it makes a known pair with its neighbours there.
  private struct Likely {
    var token: Token
    var hasLeft: Bool
    var hasRight: Bool
  }

  /// What the neighbours of a place say of any token there.
  private struct Support {
    /// Score added to that of a token by itself when it makes no known pair with the one before.
    var unseen: Int
    /// Score of what stands after the place when nothing is known before it.
    var rest: Int
  }

  /// Three rounds, each shorter than the one before: pairs by their rows of bits, pairs by the table, the whole score.
  /// What a round reads of the table the round before has asked for.
  private mutating func singles(_ index: Int) {
    let before = base.sum(index..<min(tokens.count, index + 5))
    let support = Support(unseen: Int(base.states[index].unseen), rest: rest(from: index + 1))
    gather(index, before + gain, support)
    for place in likely.indices { likely[place] = confirmed(likely[place], index, before + gain, support) }
    for one in likely where one.token != 0 {
      work[index] = one.token
      weigh(
        index..<index + 1, UInt64(characters.alphabet.character(one.token)), before, hasLeft: one.hasLeft,
        hasRight: one.hasRight)
    }
    work[index] = tokens[index]
  }

  private mutating func gather(_ index: Int, _ limit: Int, _ support: Support) {
    let pairs = characters.pairs
    let previous = tokens[index - 1]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    let (followers, leaders) = (pairs.followers(of: previous), next.map(pairs.leaders))
    likely.removeAll(keepingCapacity: true)
    for place in models.confusions.places(of: codes[index]) {
      let token = models.alternatives[place]
      if token == 0 { continue }
      let one = Likely(
        token: token, hasLeft: pairs.has(followers, token), hasRight: leaders.map { pairs.has($0, token) } ?? true)
      if bound(one, support) < limit { continue }
      if one.hasLeft { characters.prefetch(previous, token) }
      if one.hasRight, let next { characters.prefetch(token, next) }
      likely.append(one)
    }
  }

  /// By the table itself, which alone is sure of a pair; the token becomes 0 when it is turned away.
  private mutating func confirmed(_ likely: Likely, _ index: Int, _ limit: Int, _ support: Support) -> Likely {
    var one = likely
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if one.hasLeft { one.hasLeft = characters.knows(tokens[index - 1], one.token) }
    if one.hasRight, let next { one.hasRight = characters.knows(one.token, next) }
    if bound(one, support) < limit {
      one.token = 0
      return one
    }
    if one.hasLeft { characters.prefetch(tokens[index - 2], tokens[index - 1], one.token) }
    if one.hasRight, let next {
      characters.prefetch(tokens[index - 1], one.token, next)
      if index + 2 < tokens.count { characters.prefetch(one.token, next, tokens[index + 2]) }
    }
    return one
  }

  /// No less than the score of the line with the token in the place.
  @inline(__always)
  private func bound(_ one: Likely, _ support: Support) -> Int {
    let own = one.hasLeft ? 0 : Int(characters.rarity(one.token)) + support.unseen
    return own + (one.hasRight ? 0 : Int(characters.backoff(one.token)) + support.rest)
  }

  private mutating func rest(from index: Int) -> Int {
    if rests[index] == Self.unknown {
      var (state, sum) = (CharacterModel.State(), 0)
      for place in index..<min(tokens.count, index + 4) { sum += Int(characters.score(tokens, place, &state).score) }
      rests[index] = sum
    }
    return rests[index]
  }

  /// Words that sound like two to four characters from `index` and differ from them in two or three.
  private mutating func words(_ index: Int, _ sounds: SoundIndex) {
    sounding.removeAll(keepingCapacity: true)
    gatherWords(index, sounds)
    for (span, word) in sounding where !found.contains(where: { $0.range == span && $0.word == word }) {
      put(word, in: span)
      weigh(span, word, base.sum(span.lowerBound..<min(tokens.count, span.upperBound + 4)))
      for place in span { work[place] = tokens[place] }
    }
  }

  private mutating func gatherWords(_ index: Int, _ sounds: SoundIndex) {
    guard codes[index] < 0x10000 else { return }
    var own = UInt64(codes[index])
    for length in 2...4 {
      let last = index + length - 1
      guard last < tokens.count, Self.isReplaceable(tokens[last], codes[last]), codes[last] < 0x10000 else { return }
      own |= UInt64(codes[last]) << UInt64(16 * (length - 1))
      let keys = SoundIndex.keys(own, length, models.confusions)
      for key in 0..<keys.count {
        for place in sounds.bucket(keys.values[key]) where SoundIndex.length(sounds.words[place]) == length {
          gather(sounds.words[place], own, length, index)
        }
      }
    }
  }

  private mutating func gather(_ word: UInt64, _ own: UInt64, _ length: Int, _ index: Int) {
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
    put(part, in: span)
    let before = base.sum(span.lowerBound..<min(tokens.count, span.upperBound + 4))
    if span.allSatisfy({ work[$0] >= Alphabet.firstCharacter }), bound(span) >= before + gain {
      for place in span.lowerBound..<min(tokens.count, span.upperBound + 1) {
        characters.prefetch(work[place - 1], work[place])
      }
      sounding.append((span, part))
    }
    for place in span { work[place] = tokens[place] }
  }

  private mutating func put(_ word: UInt64, in span: Range<Int>) {
    for place in span { work[place] = characters.alphabet.token(Self.code(word, place - span.lowerBound)) }
  }

  /// No less than the score of the line as it stands in `work`, changed in `span`.
  private mutating func bound(_ span: Range<Int>) -> Int {
    let pairs = characters.pairs
    var (sum, previous) = (0, tokens[span.lowerBound - 1])
    for place in span {
      let token = work[place]
      if !pairs.has(pairs.followers(of: previous), token) {
        let unseen = place == span.lowerBound ? base.states[place].unseen : characters.backoff(previous)
        sum += Int(characters.rarity(token) + unseen)
      }
      previous = token
    }
    guard span.upperBound < tokens.count, !pairs.has(pairs.leaders(of: tokens[span.upperBound]), previous) else {
      return sum
    }
    return sum + Int(characters.backoff(previous)) + rest(from: span.upperBound)
  }

  /// Scores the line with `word` in place of `range`, as far as the change is felt, against `before`; gives up when the
  /// gain is out of reach. `hasLeft` and `hasRight` are false when no pair with the neighbour is known.
  @inline(__always)
  private mutating func weigh(
    _ range: Range<Int>, _ word: UInt64, _ before: Int, hasLeft: Bool = true, hasRight: Bool = true
  ) {
    let end = min(tokens.count, range.upperBound + 4)
    var (state, after, grams, longest) = (base.states[range.lowerBound], 0, 0, Int32(0))
    var index = range.lowerBound
    while index < end {
      let isAlone = index == range.lowerBound && !hasLeft || index == range.upperBound && !hasRight
      let result = isAlone ? characters.scoreAlone(work[index], &state) : characters.score(work, index, &state)
      after += Int(result.score)
      if after < before + gain { return }
      grams += Int(result.length - base.lengths[index])
      longest = max(longest, result.length)
      index += 1
      // Nothing is known of the change from here on.
      if index == range.upperBound, !hasRight, after + Int(state.unseen) + rests[index] < before + gain { return }
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
