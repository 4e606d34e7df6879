/// The likeliest divisions of stretches of one line into words of the word model.
struct WordLattice {
  private let model: WordModel
  var words: WordMemory
  /// Of the line as it stands, by where the stretch starts and ends.
  private var divisions: [Int: Division] = [:]
  /// Words longer than this are not looked for.
  private static let longest = 4

  struct Division {
    /// log₁₀ of the probability.
    var score: Float
    /// Length of the word that holds each character.
    var lengths: [UInt8]
  }

  private struct Node {
    var score: Float
    var context: WordModel.Context
    var length: Int
    var previous: Int
  }

  init(_ model: WordModel) { (self.model, words) = (model, WordMemory(model)) }

  /// The same of the line as it stands; `start` is the place of the stretch.
  mutating func divide(_ codes: [UInt32], at start: Int) -> Division {
    let key = start << 32 | (start + codes.count)
    if let known = divisions[key] { return known }
    let division = divide(codes)
    divisions[key] = division
    return division
  }

  /// `codes` are characters without marks between them; each node keeps its best way only.
  mutating func divide(_ codes: [UInt32]) -> Division {
    var nodes = [Node(score: 0, context: WordModel.Context(), length: 0, previous: -1)]
    nodes.reserveCapacity(codes.count * 3 + 1)
    var ranges = [0..<1]
    ranges.reserveCapacity(codes.count + 1)
    for end in 1...max(1, codes.count) where end <= codes.count {
      let first = nodes.count
      for length in 1...min(end, Self.longest) {
        let word = words.word(codes[end - length..<end])
        if word == 0, length > 1 { continue }
        var best: Node?
        for previous in ranges[end - length] {
          let (score, next) = model.score(word, after: nodes[previous].context)
          let total = nodes[previous].score + score
          if total > best?.score ?? -.infinity {
            best = Node(score: total, context: next, length: length, previous: previous)
          }
        }
        if let best { nodes.append(best) }
      }
      ranges.append(first..<nodes.count)
    }
    var lengths = [UInt8](repeating: 1, count: codes.count)
    guard var node = ranges[codes.count].max(by: { nodes[$0].score < nodes[$1].score }) else {
      return Division(score: 0, lengths: lengths)
    }
    let score = nodes[node].score
    var end = codes.count
    while nodes[node].previous >= 0 {
      let length = nodes[node].length
      for place in end - length..<end { lengths[place] = UInt8(length) }
      end -= length
      node = nodes[node].previous
    }
    return Division(score: score, lengths: lengths)
  }
}
