/// A place where the parts of a total begin, and how far they go.
struct PartsCue {
  /// Where the total must end before.
  var place: Int
  var scope: Range<Int>
  /// Scalars between the total and the cue.
  var reach: Int
  /// The words say that the parts are all there is.
  var isWhole: Bool
  /// A bracket or colon: the total ends where it stands.
  var isBracket: Bool

  static func all(in passage: Passage, _ sentence: Range<Int>) -> [PartsCue] {
    sentence.compactMap { index -> PartsCue? in
      let code = passage.folded[index]
      if code == 0x28 {
        guard let close = closing(passage, index, sentence.upperBound) else { return nil }
        return PartsCue(place: index, scope: index + 1..<close, reach: 0, isWhole: true, isBracket: true)
      }
      // `1432户：甲镇97户、乙镇489户…` right after the total.
      if code == 0x3a {
        return PartsCue(
          place: index, scope: index + 1..<end(passage, index + 1, sentence.upperBound), reach: 0, isWhole: false,
          isBracket: true)
      }
      guard firsts.contains(code), let word = words.first(where: { passage.has($0.codes, at: index) }) else {
        return nil
      }
      let start = index + word.codes.count
      return PartsCue(
        place: index, scope: start..<end(passage, start, sentence.upperBound), reach: 30, isWhole: word.isWhole,
        isBracket: false)
    }
  }

  private static func closing(_ passage: Passage, _ open: Int, _ limit: Int) -> Int? {
    (open + 1..<max(open + 1, limit)).first { passage.folded[$0] == 0x29 }
  }

  /// To the bracket that closes around the cue, else to the end of the sentence.
  private static func end(_ passage: Passage, _ start: Int, _ limit: Int) -> Int {
    var depth = 0
    for index in start..<max(start, limit) {
      if passage.folded[index] == 0x28 { depth += 1 }
      if passage.folded[index] == 0x29 {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return max(start, limit)
  }

  private static let words: [(codes: Codes, isWhole: Bool)] = [
    ("其中", false), ("分别为", true), ("分别是", true), ("包括", false), ("构成为", true), ("具体为", true), ("分为", true),
    ("情况为", true),
  ].map { ($0.0.codes, $0.1) }
  private static let firsts = Set(words.map { $0.codes[0] })
}
