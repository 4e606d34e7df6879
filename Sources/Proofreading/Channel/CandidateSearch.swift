/// Looks through one line for places where other characters are much likelier.
struct CandidateSearch {
  typealias Token = Alphabet.Token
  struct Limits {
    /// A place is looked at when the three tokens from it together score less than this (1/64 decimal logarithms). Of
    /// 3,742 proposals accepted in the spelling sets none stood where they score more than −303.
    var trigger = -280
    /// Least gain of a candidate.
    var gain = 32
    /// Candidates of a place that are weighed.
    var kept = 3
  }
  struct Candidate {
    var range: Range<Int>
    var codes: [UInt32]
    var gain: Int
    /// Sum of the lengths of the n-grams found, after minus before.
    var grams: Int
    var longest: Int
    var rank: Int
    var margin: Int
  }
  let models: ChannelModels
  var limits = Limits()

  /// A line as the character model sees it.
  struct Scored {
    /// Before each token and after the last.
    var states: [CharacterModel.State] = []
    var scores: [Int32] = []
    var lengths: [Int32] = []
    /// Sums of the scores before each token and of all.
    var sums = [0]

    func sum(_ range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }
  }

  func scored(_ tokens: [Token]) -> Scored {
    var result = Scored()
    result.states.reserveCapacity(tokens.count + 1)
    result.scores.reserveCapacity(tokens.count)
    result.lengths.reserveCapacity(tokens.count)
    result.sums.reserveCapacity(tokens.count + 1)
    var (state, sum) = (CharacterModel.State(), 0)
    for index in tokens.indices {
      result.states.append(state)
      if index + 4 < tokens.count {
        models.characters.prefetch(tokens[index + 3], tokens[index + 4])
        models.characters.prefetch(tokens[index + 2], tokens[index + 3], tokens[index + 4])
      }
      let found = models.characters.score(tokens, index, &state)
      result.scores.append(found.score)
      result.lengths.append(found.length)
      sum += Int(found.score)
      result.sums.append(sum)
    }
    result.states.append(state)
    return result
  }

  func candidates(_ tokens: [Token], _ codes: [UInt32], _ base: Scored) -> [Candidate] {
    guard tokens.count > TokenLine.padding else { return [] }
    var (found, place) = ([Candidate](), PlaceSearch(models, limits.gain, tokens, codes, base))
    for index in TokenLine.padding..<tokens.count where isOpen(index, tokens, codes, base) {
      place.search(index)
      if !place.found.isEmpty { keep(&place.found, &found) }
    }
    return found
  }

  private func isOpen(_ index: Int, _ tokens: [Token], _ codes: [UInt32], _ base: Scored) -> Bool {
    let end = min(index + 3, tokens.count)
    return base.sum(index..<end) < (end < index + 3 ? limits.trigger * 2 / 3 : limits.trigger)
      && PlaceSearch.isReplaceable(tokens[index], codes[index])
  }

  /// Empties `here`, the best of it go to `found`.
  private func keep(_ here: inout [PlaceSearch.Found], _ found: inout [Candidate]) {
    here.sort { $0.gain > $1.gain }
    for rank in here.indices.prefix(limits.kept) {
      let other = rank == 0 ? 1 : 0
      let next = here.indices.contains(other) ? here[other].gain : 0
      found.append(
        Candidate(
          range: here[rank].range, codes: here[rank].codes, gain: here[rank].gain, grams: here[rank].grams,
          longest: Int(here[rank].longest), rank: rank, margin: here[rank].gain - max(0, next)))
    }
    here.removeAll(keepingCapacity: true)
  }
}
