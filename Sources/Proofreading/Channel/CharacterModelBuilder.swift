import Foundation

/// Makes a character model from text: interpolated modified Kneser-Ney (Chen and Goodman 1998), n-grams rarer than a
/// threshold left out, probabilities and back-off weights in 8 bits.
package struct CharacterModelBuilder {
  /// Smallest count for orders 2 to 5 that stays.
  package var thresholds: [Int]
  private let alphabet: Alphabet
  private var grams: [UInt64] = []
  private var characters = 0

  /// The alphabet holds the characters that stand in `text` at least twice, the most frequent first.
  package init(alphabetOf text: [[UInt32]], thresholds: [Int] = [1, 2, 2, 2]) {
    self.thresholds = thresholds
    var counts = [Int](repeating: 0, count: 0x10000)
    for line in text {
      for code in line where (0x3400...0x9fff).contains(code) || code == 0x3007 { counts[Int(code)] += 1 }
    }
    let frequent = counts.indices.filter { counts[$0] >= 2 }.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    alphabet = Alphabet(characters: frequent.prefix(Alphabet.limit - 100).map(UInt16.init))
  }

  package mutating func add(_ line: [UInt32]) {
    let tokens = TokenLine(line[...], alphabet).tokens
    let base = UInt64(alphabet.count)
    for end in TokenLine.padding..<max(TokenLine.padding, tokens.count) {
      grams.append(tokens[end - 4...end].reduce(0) { $0 * base + UInt64($1) })
    }
    characters += line.count
  }

  /// The n-grams of one order, sorted by their tokens from the first; what is not kept is only counted.
  private struct Order {
    var keys: [UInt64]
    var counts: [UInt32]
    var kept: [Bool] = []
    var probability: [Float] = []
    var backoff: [Float] = []

    func index(of key: UInt64) -> Int? {
      var (low, high) = (0, keys.count)
      while low < high {
        let middle = (low + high) / 2
        if keys[middle] < key { low = middle + 1 } else { high = middle }
      }
      return low < keys.count && keys[low] == key ? low : nil
    }
  }

  /// The model as bytes, laid out as `CharacterModel` reads it.
  package consuming func build() -> [UInt8] {
    let base = UInt64(alphabet.count)
    var powers: [UInt64] = [1]
    for _ in 1...4 { powers.append(powers.last! * base) }
    var orders = [Self.counted(sorting: grams)]
    grams = []
    // Below the highest order a count is that of different tokens before the n-gram.
    for n in (1...4).reversed() { orders.insert(Self.counted(sorting: orders[0].keys.map { $0 % powers[n] }), at: 0) }
    choose(&orders, powers, base)
    for n in 1...5 { estimate(&orders, n, powers, base) }
    return layOut(orders, base)
  }

  private static func counted(sorting keys: [UInt64]) -> Order {
    var sorted = keys
    sorted.sort()
    var order = Order(keys: [], counts: [])
    for key in sorted {
      if order.keys.last == key {
        order.counts[order.counts.count - 1] += 1
      } else {
        order.keys.append(key)
        order.counts.append(1)
      }
    }
    return order
  }

  /// An n-gram stays when it is frequent, or when a longer one that stays ends or begins with it.
  private func choose(_ orders: inout [Order], _ powers: [UInt64], _ base: UInt64) {
    for n in (1...5).reversed() {
      let threshold = n == 1 ? 0 : thresholds[n - 2]
      var kept = orders[n - 1].counts.map { $0 >= threshold }
      if n < 5 {
        for (index, key) in orders[n].keys.enumerated() where orders[n].kept[index] {
          for part in [key % powers[n], key / base] {
            if let place = orders[n - 1].index(of: part) { kept[place] = true }
          }
        }
      }
      orders[n - 1].kept = kept
    }
  }

  private func estimate(_ orders: inout [Order], _ n: Int, _ powers: [UInt64], _ base: UInt64) {
    let order = orders[n - 1]
    let discounts = Self.discounts(order.counts)
    var probability = [Float](repeating: 0, count: order.keys.count)
    orders[n - 1].backoff = [Float](repeating: 1, count: order.keys.count)
    var start = 0
    while start < order.keys.count {
      let context = n == 1 ? 0 : order.keys[start] / base
      var (end, total) = (start, 0.0)
      while end < order.keys.count, n == 1 || order.keys[end] / base == context {
        total += Double(order.counts[end])
        end += 1
      }
      var left = 1.0
      for index in start..<end where order.kept[index] {
        left -= (Double(order.counts[index]) - discounts[min(3, Int(order.counts[index]))]) / total
      }
      for index in start..<end where order.kept[index] {
        let own = (Double(order.counts[index]) - discounts[min(3, Int(order.counts[index]))]) / total
        let lower =
          n == 1
          ? 1 / Double(base)
          : Double(
            orders[n - 2].index(of: order.keys[index] % powers[n - 1]).map { orders[n - 2].probability[$0] } ?? 0)
        probability[index] = Float(own + left * lower)
      }
      if n > 1, let place = orders[n - 2].index(of: context) { orders[n - 2].backoff[place] = Float(max(left, 1e-4)) }
      start = end
    }
    orders[n - 1].probability = probability
  }

  /// For counts 0, 1, 2 and 3 or more.
  private static func discounts(_ counts: [UInt32]) -> [Double] {
    var n = [Double](repeating: 0, count: 5)
    for count in counts where count <= 4 { n[Int(count)] += 1 }
    guard n[1] > 0, n[2] > 0, n[3] > 0, n[4] > 0 else { return [0, 0.5, 0.75, 0.9] }
    let y = n[1] / (n[1] + 2 * n[2])
    return [0, 1 - 2 * y * n[2] / n[1], 2 - 3 * y * n[3] / n[2], 3 - 4 * y * n[4] / n[3]]
  }

  private func layOut(_ orders: [Order], _ base: UInt64) -> [UInt8] {
    let listed = orders.dropFirst().reduce(0) { $0 + $1.kept.count { $0 } }
    // What is not there is looked for up to the first empty slot: at 0.8 after thirteen, at 0.9 after fifty.
    let slotCount = UInt64(Double(listed) / 0.8) + 16
    var slots = [UInt32](repeating: 0, count: Int(slotCount))
    for (n, order) in zip(2..., orders.dropFirst()) {
      for (index, key) in order.keys.enumerated() where order.kept[index] {
        var (rest, hash) = (key / base, CharacterModel.start(UInt16(key % base)))
        for _ in 1..<n {
          hash = CharacterModel.step(hash, UInt16(rest % base))
          rest /= base
        }
        var slot = Int(hash.multipliedFullWidth(by: slotCount).high)
        while slots[slot] != 0 { slot = (slot + 1) % slots.count }
        slots[slot] = CharacterModel.mark(hash) << 16 | Self.quantised(order.probability[index], order.backoff[index])
      }
    }
    var unigrams = [UInt16](repeating: 0, count: CharacterModel.even(alphabet.count))
    for token in 0..<alphabet.count {
      let place = orders[0].index(of: UInt64(token))
      let entry = place.map { Self.quantised(orders[0].probability[$0], orders[0].backoff[$0]) }
      unigrams[token] = UInt16(entry ?? 0x00ff)
      // The rarest probability for what was never seen.
      if entry == nil || token == 0 { unigrams[token] = UInt16((entry ?? 0) & 0xff00 | 0xe0) }
    }
    var codes = alphabet.characters
    if codes.count % 2 == 1 { codes.append(0) }
    var bytes = [UInt8]()
    let pairs = PairRows.laidOut(rows(orders[1], base))
    for word in [
      CharacterModel.magic, UInt64(characters), UInt64(alphabet.characters.count), slotCount, UInt64(pairs.words.count),
    ] {
      withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
    }
    codes.map(\.littleEndian).withUnsafeBytes { bytes += $0 }
    unigrams.map(\.littleEndian).withUnsafeBytes { bytes += $0 }
    (slots + pairs.starts + pairs.words).map(\.littleEndian).withUnsafeBytes { bytes += $0 }
    return bytes
  }

  /// For each token those that follow it, then for each those that precede it.
  private func rows(_ order: Order, _ base: UInt64) -> [[Alphabet.Token]] {
    var rows = [[Alphabet.Token]](repeating: [], count: 2 * alphabet.count)
    for (key, isKept) in zip(order.keys, order.kept) where isKept {
      rows[Int(key / base)].append(UInt16(key % base))
      rows[alphabet.count + Int(key % base)].append(UInt16(key / base))
    }
    return rows
  }

  /// Probability in steps of 1/32 of a decimal logarithm in the low byte, back-off weight in steps of 1/64 above.
  private static func quantised(_ probability: Float, _ backoff: Float) -> UInt32 {
    let low = UInt32(min(255, max(0, (-log10(max(probability, 1e-9)) * 32).rounded())))
    let high = UInt32(min(255, max(0, (-log10(max(backoff, 1e-4)) * 64).rounded())))
    return high << 8 | low
  }
}
