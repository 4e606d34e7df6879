/// Finds all of many words in one pass over a text (Aho and Corasick 1975).
struct AhoCorasick: Sendable {
  struct Hit: Sendable, Hashable {
    /// Index of the word as given.
    var word: Int
    var range: Range<Int>
  }
  private let lengths: [Int]
  /// `state << 32 | code` → next state.
  private let edges: [UInt64: Int32]
  private let fallback: [Int32]
  /// The word that ends in a state, −1 for none; of equal words the first.
  private let ending: [Int32]
  /// The next state on the fallback chain in which a word ends, 0 for none.
  private let output: [Int32]

  init(_ words: [Codes]) {
    lengths = words.map(\.count)
    var (edges, ending, depthOrder) = ([UInt64: Int32](), [Int32(-1)], [(state: Int32, parent: Int32, code: UInt32)]())
    for (index, word) in words.enumerated() where !word.isEmpty {
      var state: Int32 = 0
      for code in word {
        let key = Self.key(state, code)
        if let next = edges[key] {
          state = next
        } else {
          let next = Int32(ending.count)
          ending.append(-1)
          depthOrder.append((next, state, code))
          edges[key] = next
          state = next
        }
      }
      if ending[Int(state)] < 0 { ending[Int(state)] = Int32(index) }
    }
    var depth = [Int32](repeating: 0, count: ending.count)
    for edge in depthOrder { depth[Int(edge.state)] = depth[Int(edge.parent)] + 1 }
    var (fallback, output) = (depth, depth)
    fallback[0] = 0
    output[0] = 0
    for edge in depthOrder.sorted(by: { depth[Int($0.state)] < depth[Int($1.state)] }) {
      var state = edge.parent
      var target: Int32 = 0
      while state != 0 {
        state = fallback[Int(state)]
        if let next = edges[Self.key(state, edge.code)] {
          target = next
          break
        }
      }
      fallback[Int(edge.state)] = target
      output[Int(edge.state)] = ending[Int(target)] >= 0 ? target : output[Int(target)]
    }
    (self.edges, self.ending, self.fallback, self.output) = (edges, ending, fallback, output)
  }

  /// Every occurrence of every word, overlapping ones too, in the order of their ends.
  func hits(in codes: some Collection<UInt32>) -> [Hit] {
    var (hits, state, index) = ([Hit](), Int32(0), 0)
    for code in codes {
      while true {
        if let next = edges[Self.key(state, code)] {
          state = next
          break
        }
        if state == 0 { break }
        state = fallback[Int(state)]
      }
      index += 1
      var end = ending[Int(state)] >= 0 ? state : output[Int(state)]
      while end != 0 {
        let word = Int(ending[Int(end)])
        hits.append(Hit(word: word, range: index - lengths[word]..<index))
        end = output[Int(end)]
      }
    }
    return hits
  }

  private static func key(_ state: Int32, _ code: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(code)
  }
}
