/// Looks through one line for places where other characters are much likelier.
struct CandidateSearch {
  typealias Token = Alphabet.Token
  struct Limits {
    /// A place is looked at when the three tokens from it together score less than this (1/64 decimal logarithms).
    var trigger: Int32 = -200
    /// Least gain of a candidate.
    var gain: Int32 = 32
    /// Candidates of a place that are weighed.
    var kept = 3
  }
  struct Candidate {
    var range: Range<Int>
    var tokens: [Token]
    var codes: [UInt32]
    var gain: Int32
    /// Sum of the lengths of the n-grams found, after minus before.
    var grams: Int32
    var longest: Int32
    var rank = 0
    var margin: Int32 = 0
  }
  let models: ChannelModels
  var limits = Limits()

  struct Scored {
    var states: [CharacterModel.State]
    var scores: [Int32]
    var lengths: [Int32]
  }

  func scored(_ tokens: [Token]) -> Scored {
    var result = Scored(states: [], scores: [], lengths: [])
    result.states.reserveCapacity(tokens.count + 1)
    result.scores.reserveCapacity(tokens.count)
    result.lengths.reserveCapacity(tokens.count)
    var state = CharacterModel.State()
    tokens.withUnsafeBufferPointer { pointer in
      for index in pointer.indices {
        result.states.append(state)
        let found = models.characters.score(pointer.baseAddress!, index, &state)
        result.scores.append(found.score)
        result.lengths.append(found.length)
      }
    }
    result.states.append(state)
    return result
  }

  func candidates(_ tokens: [Token], _ codes: [UInt32], _ base: Scored) -> [Candidate] {
    var (found, work) = ([Candidate](), tokens)
    let first = TokenLine.padding
    guard tokens.count > first else { return [] }
    var open = [Bool](repeating: false, count: tokens.count)
    for index in first..<tokens.count {
      let sum =
        base.scores[index] + (index + 1 < tokens.count ? base.scores[index + 1] : 0)
        + (index + 2 < tokens.count ? base.scores[index + 2] : 0)
      let isShort = index + 2 >= tokens.count
      open[index] = isHan(tokens[index]) && (sum < (isShort ? limits.trigger * 2 / 3 : limits.trigger))
    }
    for index in first..<tokens.count where open[index] && !Self.numerals.contains(codes[index]) {
      var here = [Candidate]()
      for entry in models.confusions.others(of: codes[index]) {
        let code = entry >> 16
        let token = models.characters.alphabet.token(code)
        if token < Alphabet.firstCharacter || Self.numerals.contains(code) { continue }
        weigh(index..<index + 1, [token], [code], &work, tokens, base, &here)
      }
      if let sounds = models.sounds {
        for length in 2...4 where index + length <= tokens.count {
          let range = index..<index + length
          guard range.allSatisfy({ isHan(tokens[$0]) && !Self.numerals.contains(codes[$0]) }),
            range.contains(where: { open[$0] })
          else { break }
          codes[range].withUnsafeBufferPointer { buffer in
            sounds.words(like: buffer, models.confusions) { word in
              var (others, differing) = ([UInt32](), [Int]())
              for place in 0..<length {
                let code = UInt32(word >> UInt64(place * 16) & 0xffff)
                others.append(code)
                if code != buffer[place] { differing.append(place) }
              }
              guard differing.count >= 2, length < 4 || differing.count <= 3 else { return }
              if others.contains(where: { Self.numerals.contains($0) }) { return }
              // Only what differs is replaced.
              let (low, high) = (differing.first!, differing.last!)
              let span = index + low..<index + high + 1
              let part = Array(others[low...high])
              let new = part.map { models.characters.alphabet.token($0) }
              if new.contains(where: { $0 < Alphabet.firstCharacter }) { return }
              if here.contains(where: { $0.range == span && $0.codes == part }) { return }
              weigh(span, new, part, &work, tokens, base, &here)
            }
          }
        }
      }
      here.sort { $0.gain > $1.gain }
      for rank in here.indices.prefix(limits.kept) {
        here[rank].rank = rank
        let next = here.indices.contains(rank == 0 ? 1 : 0) ? here[rank == 0 ? 1 : 0].gain : 0
        here[rank].margin = here[rank].gain - max(0, next)
        found.append(here[rank])
      }
    }
    return found
  }

  private func isHan(_ token: Token) -> Bool { token == Alphabet.unknown || token >= Alphabet.firstCharacter }

  /// Scores the line with `new` in place of `range`, as far as the change is felt; gives up when the gain is out of reach.
  private func weigh(
    _ range: Range<Int>, _ new: [Token], _ codes: [UInt32], _ work: inout [Token], _ tokens: [Token], _ base: Scored,
    _ found: inout [Candidate]
  ) {
    let end = min(tokens.count, range.upperBound + 4)
    var before: Int32 = 0
    for index in range.lowerBound..<end { before += base.scores[index] }
    for (place, token) in zip(range, new) { work[place] = token }
    defer { for place in range { work[place] = tokens[place] } }
    var (state, after, grams, longest) = (base.states[range.lowerBound], Int32(0), Int32(0), Int32(0))
    let isOut = work.withUnsafeBufferPointer { pointer in
      for index in range.lowerBound..<end {
        let result = models.characters.score(pointer.baseAddress!, index, &state)
        after += result.score
        if after < before + limits.gain { return true }
        grams += result.length - base.lengths[index]
        longest = max(longest, result.length)
      }
      return false
    }
    if isOut { return }
    found.append(
      Candidate(range: range, tokens: new, codes: codes, gain: after - before, grams: grams, longest: longest))
  }

  /// Numbers in characters are never replaced nor put in.
  static let numerals = Set("〇零一二三四五六七八九十百千万亿两".unicodeScalars.map(\.value))
}
