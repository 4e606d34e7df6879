import DuwangCore

/// Finds characters typed for others: each place of a text is compared with what would sound or look alike there, by a
/// character model of official documents and a general word model.
package struct NoisyChannel: Sendable {
  package let models: ChannelModels
  private let weights: ChannelWeights
  private let reader: ChannelLine
  /// What is known of the portal's own wording.
  package var site: SiteForms?

  package init(models: ChannelModels, weights: ChannelWeights, site: SiteForms? = nil) {
    (self.models, self.weights, self.site) = (models, weights, site)
    reader = ChannelLine(models)
  }

  func suspicions(in passage: Passage) -> [Suspicion] {
    let doubled = Doubling(models).suspicions(in: passage)
    let wrong = scored(in: passage, limit: weights.suspected).filter { found in
      !doubled.contains { ($0.offset..<$0.offset + $0.length).overlaps(found.range) }
    }
    return doubled + wrong.map { suspicion($0, passage) }
  }

  /// Scores of a whole text, for fixing thresholds: offset of the span in scalars, its length, what it should be.
  package func scores(in text: String, limit: Float) -> [(range: Range<Int>, right: String, score: Float)] {
    scored(in: Passage(text, published: nil), limit: limit).map { ($0.range, $0.right, $0.score) }
  }

  private struct Scored {
    var range: Range<Int>
    var right: String
    var score: Float
    var evidence: Evidence
    var site: SiteForms.Evidence?
  }

  private func scored(in passage: Passage, limit: Float) -> [Scored] {
    var forms = FormCounts(passage)
    return passage.paragraphs.flatMap { paragraph in
      accepted(passage.folded[paragraph], limit: limit).compactMap { proposal, line -> Scored? in
        let offsets = proposal.range.map { Int(line.offsets[$0]) }
        guard let first = offsets.first, let last = offsets.last, last - first + 1 == offsets.count else { return nil }
        let range = first..<last + 1
        if Self.isForeignName(passage, range) || PersonNames.hold(range, passage) { return nil }
        let site = site?.evidence(for: range, replacement: proposal.replacement, in: passage, paragraph)
        if site?.isUsual == true { return nil }
        // What a text says again and again is its word.
        let score = proposal.score - 1.5 * Float(forms.others(range, passage))
        let right = String(String.UnicodeScalarView(proposal.replacement.compactMap(Unicode.Scalar.init)))
        return score < limit
          ? nil : Scored(range: range, right: right, score: score, evidence: proposal.evidence, site: site)
      }
    }
  }

  /// Beside the point of a foreign name (安格拉·默克尔): its characters are chosen by sound.
  private static func isForeignName(_ passage: Passage, _ range: Range<Int>) -> Bool {
    var (start, end) = (range.lowerBound, range.upperBound)
    while Passage.isHan(passage.at(start - 1)), range.lowerBound - start < 4 { start -= 1 }
    while Passage.isHan(passage.at(end)), end - range.upperBound < 4 { end += 1 }
    return points.contains(passage.at(start - 1)) || points.contains(passage.at(end))
  }
  /// · and its look-alikes.
  private static let points: Set<UInt32> = [0xb7, 0x2022, 0x30fb, 0x2027]

  private func suspicion(_ found: Scored, _ passage: Passage) -> Suspicion {
    let isCertain = found.score >= weights.certain
    return passage.suspicion(
      .typo, found.range, severity: isCertain ? nil : .hint, isCertain ? .certain : .suspected,
      suggestion: found.right,
      message: ChannelWords.message(found.evidence, found.range, found.right, isCertain, found.site, passage),
      rule: Suspicion.spellingRule)
  }

  /// Proposals at or above `limit` that do not overlap, the best of each place; a
  /// second look is taken at what stands near a correction.
  package func accepted(_ codes: ArraySlice<UInt32>, limit: Float) -> [(proposal: Proposal, line: TokenLine)] {
    let line = TokenLine(codes, models.characters.alphabet)
    let first = best(line, Array(codes), from: codes.startIndex, limit: limit, near: nil)
    guard !first.isEmpty else { return [] }
    var corrected = Array(codes)
    for proposal in first {
      for (token, code) in zip(proposal.range, proposal.replacement) {
        corrected[Int(line.offsets[token]) - codes.startIndex] = code
      }
    }
    let second = best(
      TokenLine(corrected[...], models.characters.alphabet), corrected, from: 0, limit: limit, near: first.map(\.range))
    return (first + second).sorted { $0.range.lowerBound < $1.range.lowerBound }.map { ($0, line) }
  }

  private func best(
    _ line: TokenLine, _ codes: [UInt32], from start: Int, limit: Float, near: [Range<Int>]?
  ) -> [Proposal] {
    var shifted = line
    if start != 0 { shifted.offsets = line.offsets.map { $0 < 0 ? $0 : $0 - Int32(start) } }
    var proposals = reader.proposals(shifted, codes)
    proposals.removeAll { EqualForms.hold(codes, $0.range.map { Int(shifted.offsets[$0]) }, $0.replacement) }
    for index in proposals.indices { proposals[index].score = weights.score(proposals[index].evidence) }
    proposals = proposals.filter { proposal in
      guard proposal.score >= limit else { return false }
      guard let near else { return true }
      return near.contains { abs($0.lowerBound - proposal.range.lowerBound) < 6 && !$0.overlaps(proposal.range) }
        && !near.contains { $0.overlaps(proposal.range) }
    }
    var kept = [Proposal]()
    for proposal in proposals.sorted(by: { ($0.score, -$0.range.lowerBound) > ($1.score, -$1.range.lowerBound) })
    where !kept.contains(where: { $0.range.overlaps(proposal.range) }) { kept.append(proposal) }
    return kept
  }
}

/// How often two characters stand in a row in a text; counted when first asked for.
struct FormCounts {
  private let passage: Passage
  private var counts: [UInt64: Int]?

  init(_ passage: Passage) { self.passage = passage }

  /// Times the span stands elsewhere in the text with the same neighbour, at most 3.
  mutating func others(_ range: Range<Int>, _ passage: Passage) -> Int {
    if counts == nil {
      var counts = [UInt64: Int]()
      for index in passage.folded.indices.dropLast() { counts[key(index), default: 0] += 1 }
      self.counts = counts
    }
    let pairs = range.count > 1 ? [range.lowerBound] : [range.lowerBound - 1, range.lowerBound]
    let found = pairs.filter { Passage.isHan(passage.at($0)) && Passage.isHan(passage.at($0 + 1)) }
    return min(3, found.map { (counts?[key($0)] ?? 1) - 1 }.max() ?? 0)
  }

  private func key(_ index: Int) -> UInt64 { UInt64(passage.folded[index]) << 32 | UInt64(passage.folded[index + 1]) }
}

extension NoisyChannel {
  /// The channel as installed; nil only when the executable was built without its data.
  package static func standard(site: SiteForms? = nil, wordModelPaths: [String] = ChannelModels.wordModelPaths)
    -> NoisyChannel?
  {
    guard let models = ChannelModels.standard(wordModelPaths: wordModelPaths),
      let weights = BuiltIn.weights(withWords: models.words != nil)
    else { return nil }
    return NoisyChannel(models: models, weights: weights, site: site)
  }

  /// What the report says of the models: `语言模型：通用、公文（1,093万字）`.
  package var description: String {
    let own = site.map { "、本站（\($0.documents)篇，\($0.characters)字）" } ?? ""
    return models.words == nil
      ? "语言模型未安装，错别字检查降级（仅用公文模型\(own)）" : "语言模型：通用、公文（\(models.characters.trainedOn)字）\(own)"
  }
}
