/// Finds all of many words in one pass over a text (Aho and Corasick 1975).
struct AhoCorasick: Sendable {
  struct Hit: Sendable, Hashable {
    /// Index of the word as given.
    var word: Int
    var range: Range<Int>
  }
  private let lengths: [Int]
  private let edges: Edges
  /// The state after one scalar of the basic plane: most of a text never leaves the root.
  private let root: [Int32]
  /// A bit for each code point of the basic plane, set where a word begins with it: small enough to stay near.
  private let firsts: [UInt32]
  private let fallback: [Int32]
  /// The word that ends in a state, −1 for none; of equal words the first.
  private let ending: [Int32]
  /// The next state on the fallback chain in which a word ends, 0 for none.
  private let output: [Int32]

  init(_ words: [Codes]) {
    lengths = words.map(\.count)
    var (trie, ending, steps) = ([UInt64: Int32](), [Int32(-1)], [(state: Int32, parent: Int32, code: UInt32)]())
    for (index, word) in words.enumerated() where !word.isEmpty {
      var state: Int32 = 0
      for code in word {
        let key = Edges.key(state, code)
        let next = trie[key] ?? Int32(ending.count)
        if next == Int32(ending.count) {
          ending.append(-1)
          steps.append((next, state, code))
          trie[key] = next
        }
        state = next
      }
      if ending[Int(state)] < 0 { ending[Int(state)] = Int32(index) }
    }
    var depth = [Int32](repeating: 0, count: ending.count)
    for step in steps { depth[Int(step.state)] = depth[Int(step.parent)] + 1 }
    var (fallback, output) = ([Int32](repeating: 0, count: ending.count), [Int32](repeating: 0, count: ending.count))
    for step in steps.sorted(by: { depth[Int($0.state)] < depth[Int($1.state)] }) {
      let target = Self.target(step.parent, step.code, trie, fallback)
      fallback[Int(step.state)] = target
      output[Int(step.state)] = ending[Int(target)] >= 0 ? target : output[Int(target)]
    }
    var root = [Int32](repeating: 0, count: 0x10000)
    for step in steps where step.parent == 0 && step.code < 0x10000 { root[Int(step.code)] = step.state }
    var firsts = [UInt32](repeating: 0, count: 0x800)
    for code in root.indices where root[code] != 0 { firsts[code >> 5] |= 1 << UInt32(code & 31) }
    (edges, self.root, self.firsts, self.ending) = (Edges(trie), root, firsts, ending)
    (self.fallback, self.output) = (fallback, output)
  }

  private static func target(_ parent: Int32, _ code: UInt32, _ trie: [UInt64: Int32], _ fallback: [Int32]) -> Int32 {
    var state = parent
    while state != 0 {
      state = fallback[Int(state)]
      if let next = trie[Edges.key(state, code)] { return next }
    }
    return 0
  }

  /// Every occurrence of every word, overlapping ones too, in the order of their ends.
  func hits(in codes: [UInt32]) -> [Hit] {
    var (hits, state) = ([Hit](), Int32(0))
    for (index, code) in codes.enumerated() {
      if state == 0, !begins(code) { continue }
      state = next(state, code)
      if state == 0 { continue }
      var end = ending[Int(state)] >= 0 ? state : output[Int(state)]
      while end != 0 {
        let word = Int(ending[Int(end)])
        hits.append(Hit(word: word, range: index + 1 - lengths[word]..<index + 1))
        end = output[Int(end)]
      }
    }
    return hits
  }

  @inline(__always)
  private func begins(_ code: UInt32) -> Bool { code >= 0x10000 || firsts[Int(code >> 5)] >> (code & 31) & 1 == 1 }

  private func next(_ start: Int32, _ code: UInt32) -> Int32 {
    var state = start
    while state != 0 {
      if let next = edges[state, code] { return next }
      state = fallback[Int(state)]
    }
    return code < 0x10000 ? root[Int(code)] : edges[0, code] ?? 0
  }
}

/// The edges of an automaton in an open-addressed table: one multiplication and about one look a step.
private struct Edges: Sendable {
  private let keys: [UInt64]
  private let values: [Int32]
  private let shift: UInt64

  init(_ edges: [UInt64: Int32]) {
    let bits = max(4, Int.bitWidth - (edges.count * 2).leadingZeroBitCount)
    var keys = [UInt64](repeating: .max, count: 1 << bits)
    var values = [Int32](repeating: 0, count: 1 << bits)
    let shift = UInt64(64 - bits)
    for (key, value) in edges {
      var slot = Edges.slot(key, shift)
      while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
      (keys[slot], values[slot]) = (key, value)
    }
    (self.keys, self.values, self.shift) = (keys, values, shift)
  }

  subscript(state: Int32, code: UInt32) -> Int32? {
    let key = Edges.key(state, code)
    var slot = Edges.slot(key, shift)
    while keys[slot] != .max {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Fibonacci hashing: the high bits of a product with 2⁶⁴/φ.
  private static func slot(_ key: UInt64, _ shift: UInt64) -> Int { Int((key &* 0x9e37_79b9_7f4a_7c15) >> shift) }

  static func key(_ state: Int32, _ code: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(code)
  }
}
