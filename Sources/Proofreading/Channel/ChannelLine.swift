/// The noisy channel over one line: what may be wrong in it, with its evidence.
package struct ChannelLine {
  package let models: ChannelModels
  let search: CandidateSearch

  package init(_ models: ChannelModels) {
    self.models = models
    search = CandidateSearch(models: models)
  }

  /// `codes` are folded; in the order of the line.
  package func proposals(_ line: TokenLine, _ codes: [UInt32]) -> [Proposal] {
    let base = search.scored(line.tokens)
    let text = line.offsets.map { $0 < 0 ? 0x3002 : codes[Int($0)] }
    let found = search.candidates(line.tokens, text, base)
    if found.isEmpty { return [] }
    let sum = base.sum(TokenLine.padding..<line.tokens.count)
    let mean = Float(sum) / Float(max(1, line.tokens.count - TokenLine.padding)) / CharacterModel.unit
    var lattice = models.words.map(WordLattice.init)
    return found.map { candidate in
      Proposal(
        range: candidate.range, replacement: candidate.codes,
        evidence: evidence(candidate, line.tokens, text, base, mean, &lattice))
    }
  }

  private func evidence(
    _ candidate: CandidateSearch.Candidate, _ tokens: [Alphabet.Token], _ text: [UInt32],
    _ base: CandidateSearch.Scored, _ mean: Float, _ lattice: inout WordLattice?
  ) -> Evidence {
    let unit = CharacterModel.unit
    let range = candidate.range
    let end = min(tokens.count, range.upperBound + 4)
    let before = Float(base.sum(range.lowerBound..<end)) / unit
    let gain = Float(candidate.gain) / unit
    let width = Float(end - range.lowerBound)
    var (same, syllable, near, shape, changed) = (Float(0), Float(0), Float(0), Float(0), 0)
    for (place, code) in zip(range, candidate.codes) where text[place] != code {
      changed += 1
      let relation = models.confusions.relation(text[place], code)
      switch relation?.sound ?? 0 {
      case 3: same += 1
      case 2: syllable += 1
      case 1: near += 1
      default: break
      }
      shape += Float(relation?.shape ?? 0)
    }
    let parts = Float(max(1, changed))
    let words = wordGain(candidate, text, &lattice)
    let rarity: (UInt32) -> Float = { code in
      Float(models.characters.rarity(models.characters.alphabet.token(code))) / unit
    }
    var evidence = Evidence(
      charGain: gain, wordGain: words.gain, charBefore: before / width, charAfter: (before + gain) / width,
      gramsGain: Float(candidate.grams), sameSound: same / parts, sameSyllable: syllable / parts,
      nearSound: near / parts, shape: shape / parts)
    evidence.rarityBefore = range.map { rarity(text[$0]) }.reduce(0, +) / Float(range.count)
    evidence.rarityAfter = candidate.codes.map(rarity).reduce(0, +) / Float(range.count)
    (evidence.changed, evidence.shareChanged) = (Float(changed), Float(changed) / Float(range.count))
    (evidence.margin, evidence.rank) = (Float(candidate.margin) / unit, Float(candidate.rank))
    (evidence.line, evidence.around) = (mean, around(range, base))
    (evidence.wordBefore, evidence.wordAfter) = (words.before, words.after)
    (evidence.isWordBefore, evidence.isWordAfter) = (words.isWordBefore, words.isWordAfter)
    evidence.singlesAround = words.singlesAround
    evidence.longestBefore = Float(base.lengths[range.lowerBound..<end].max() ?? 0)
    evidence.shortestBefore = Float(base.lengths[range.lowerBound..<end].min() ?? 0)
    (evidence.longestAfter, evidence.nameLike) = (Float(candidate.longest), nameLike(range, text))
    return evidence
  }

  /// Gain by the word model in a window around the change, and the lengths of the words that hold it.
  private func wordGain(
    _ candidate: CandidateSearch.Candidate, _ text: [UInt32], _ lattice: inout WordLattice?
  ) -> WordEvidence {
    let range = candidate.range
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > TokenLine.padding, range.lowerBound - start < 6, Passage.isHan(text[start - 1]) { start -= 1 }
    while end < text.count, end - range.upperBound < 6, Passage.isHan(text[end]) { end += 1 }
    var window = Array(text[start..<end])
    guard let before = lattice?.divide(window, at: start) else { return WordEvidence() }
    window.replaceSubrange(range.lowerBound - start..<range.upperBound - start, with: candidate.codes)
    guard let after = lattice?.divide(window) else { return WordEvidence() }
    let places = range.lowerBound - start..<range.upperBound - start
    func mean(_ lengths: [UInt8]) -> Float { Float(lengths[places].reduce(0) { $0 + Int($1) }) / Float(places.count) }
    var result = WordEvidence(
      gain: after.score - before.score, before: mean(before.lengths), after: mean(after.lengths))
    let left = text[max(start, range.lowerBound - 1)..<range.lowerBound]
    let right = text[range.upperBound..<min(end, range.upperBound + 1)]
    result.isWordBefore = isWord(left, text[range], right, &lattice)
    result.isWordAfter = isWord(left, candidate.codes[...], right, &lattice)
    let near = max(0, places.lowerBound - 2)..<min(before.lengths.count, places.upperBound + 2)
    result.singlesAround = Float(near.count { before.lengths[$0] == 1 }) / Float(near.count)
    return result
  }

  struct WordEvidence {
    var gain: Float = 0
    var before: Float = 0
    var after: Float = 0
    var isWordBefore: Float = 0
    var isWordAfter: Float = 0
    var singlesAround: Float = 0
  }

  /// 1 when the span with its neighbour on the left, on the right or both is a word, 0 else.
  private func isWord(
    _ left: ArraySlice<UInt32>, _ span: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>, _ lattice: inout WordLattice?
  ) -> Float {
    let whole = Array(left + span + right)
    let own = left.count..<left.count + span.count
    let windows = [0..<own.upperBound, own.lowerBound..<whole.count, own, 0..<whole.count]
    return windows.contains { $0.count > 1 && lattice?.words.word(whole[$0]) ?? 0 != 0 } ? 1 : 0
  }

  /// Mean score of the tokens near the change that do not feel it.
  private func around(_ range: Range<Int>, _ base: CandidateSearch.Scored) -> Float {
    let before = max(TokenLine.padding, range.lowerBound - 6)..<range.lowerBound
    let after = min(base.scores.count, range.upperBound + 3)..<min(base.scores.count, range.upperBound + 8)
    let sum = base.sum(before) + base.sum(after)
    return before.count + after.count == 0 ? -1.5 : Float(sum) / Float(before.count + after.count) / CharacterModel.unit
  }

  /// 1 when what follows within twelve characters ends the name of an organisation or a place.
  private func nameLike(_ range: Range<Int>, _ text: [UInt32]) -> Float {
    var index = range.upperBound
    let end = min(text.count, index + 13)
    while index < end, Passage.isHan(text[index]) {
      if index + 1 < text.count, Self.nameEnds.contains(UInt64(text[index]) << 32 | UInt64(text[index + 1])) {
        return 1
      }
      if index - range.upperBound < 2, Self.placeEnds.contains(text[index]) { return 1 }
      index += 1
    }
    return 0
  }
  private static let nameEnds: Set<UInt64> = Set(
    [
      "公司", "集团", "药业", "化工", "幼儿", "小学", "中学", "酒店", "超市", "商店", "药店", "诊所", "社区", "合作", "厂长", "经理", "同志", "先生", "女士",
      "科技", "生物", "农药",
    ].map {
      let codes = Array($0.unicodeScalars)
      return UInt64(codes[0].value) << 32 | UInt64(codes[1].value)
    })
  private static let placeEnds = Set("村镇乡寨屯沟路街店厂".unicodeScalars.map(\.value))
}
