/// Characters, and words of two characters, that stand twice in a row where the line is far likelier with them once:
/// 进行行安全检查. Boundaries between words (进行行政处罚), reduplication and what a text says more than once are no fault.
struct Doubling {
  private let search: CandidateSearch
  private let models: ChannelModels

  init(_ models: ChannelModels) {
    self.models = models
    search = CandidateSearch(models: models)
  }

  func suspicions(in passage: Passage) -> [Suspicion] {
    passage.paragraphs.flatMap { paragraph in
      (1...2).flatMap { width in places(passage, paragraph, width).compactMap { judge(passage, paragraph, $0, width) } }
    }
  }

  private func places(_ passage: Passage, _ paragraph: Range<Int>, _ width: Int) -> [Int] {
    let codes = passage.folded
    guard paragraph.count > 2 * width else { return [] }
    return (paragraph.lowerBound...paragraph.upperBound - 2 * width).filter { place in
      codes[place] == codes[place + width] && codes[place + width - 1] == codes[place + 2 * width - 1]
        && Passage.isHan(codes[place]) && Passage.isHan(codes[place + width - 1]) && isAlone(passage, place, width)
    }
  }

  /// Within a sentence, and not 认认真真, 哈哈哈 or 一步一步.
  private func isAlone(_ passage: Passage, _ place: Int, _ width: Int) -> Bool {
    let (first, next) = (passage.at(place), passage.at(place + 2 * width))
    guard Passage.isHan(next), !Self.spoken.contains(next), !PlaceSearch.isNumeral(first), next != first,
      passage.at(place - width) != first
    else { return false }
    if width == 2 { return first != passage.at(place + 1) }
    return Passage.isHan(passage.at(place - 1)) && next != passage.at(place + 3)
      && passage.at(place - 1) != passage.at(place - 2)
  }

  private func judge(_ passage: Passage, _ paragraph: Range<Int>, _ place: Int, _ width: Int) -> Suspicion? {
    let second = place + width..<place + 2 * width
    let window = max(paragraph.lowerBound, second.lowerBound - 9)..<min(paragraph.upperBound, second.upperBound + 7)
    let twice = Array(passage.folded[window])
    let joint = second.lowerBound - window.lowerBound
    var once = twice
    once.removeSubrange(joint..<joint + width)
    let (before, after) = (line(twice), line(once))
    // What is left must be known to stand together.
    let next = TokenLine.padding + joint
    guard after.lengths.indices.contains(next), after.lengths[next] >= 3 else { return nil }
    let gain = Float(after.sum - before.sum) / CharacterModel.unit
    let wordGain = models.words.map { words($0, once, joint, 0) - words($0, twice, joint, width) }
    let isLikelier =
      wordGain.map { gain + $0 >= Self.least[width - 1] && gain > 2 && $0 > 2 } ?? (gain >= Self.leastAlone)
    guard isLikelier, !isSaidAgain(passage, place - 1..<second.upperBound + 1) else { return nil }
    let text = passage.text(second)
    return passage.suspicion(
      .repeatedText, place..<second.upperBound, .suspected, suggestion: text,
      message: "“\(text)”疑为重复：按语料，去掉一个后的说法常见得多，请核对。", rule: "文字不应重复")
  }

  private func line(_ codes: [UInt32]) -> (sum: Int, lengths: [Int32]) {
    let scored = search.scored(TokenLine(codes[...], models.characters.alphabet).tokens)
    return (scored.sum(TokenLine.padding..<scored.scores.count), scored.lengths)
  }

  /// Score of the stretch of Chinese characters around the joint.
  private func words(_ model: WordModel, _ codes: [UInt32], _ joint: Int, _ width: Int) -> Float {
    var (start, end) = (joint, joint + width)
    while start > 0, Passage.isHan(codes[start - 1]), joint - start < 7 { start -= 1 }
    while end < codes.count, Passage.isHan(codes[end]), end - joint - width < 6 { end += 1 }
    var lattice = WordLattice(model)
    return lattice.divide(Array(codes[start..<end])).score
  }

  private func isSaidAgain(_ passage: Passage, _ range: Range<Int>) -> Bool {
    let words = Array(passage.folded[range])
    return passage.find(words, in: 0..<range.lowerBound) != nil
      || passage.find(words, in: range.lowerBound + 1..<passage.count) != nil
  }

  /// 研究研究再说, 商量商量吧.
  private static let spoken = Set("再吧看嘛".codes)
  /// Decimal logarithms by both models together, for one character and for two. Of a million and a half clean
  /// characters nothing right reaches them.
  private static let least: [Float] = [9.4, 9.2]
  /// The same by the character model alone.
  private static let leastAlone: Float = 6
}
