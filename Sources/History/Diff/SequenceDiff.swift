/// Which elements of two sequences correspond, in an order that both share; the work is bounded whatever comes in.
///
/// Small stretches get the longest common subsequence; larger ones are split at elements that occur once in both
/// (patience diff); what is large and has no such element counts as replaced.
struct SequenceDiff {
  /// Cells of a table that is always filled, and of one that is filled for want of anything better.
  private static let smallTable = 16_384
  private static let largeTable = 262_144

  private let a: [Int]
  private let b: [Int]
  private var pairs: [(Int, Int)] = []
  /// Elements that may still be looked at while splitting.
  private var budget: Int

  /// Pairs of indices, ascending in both.
  static func matches(_ a: [Int], _ b: [Int]) -> [(Int, Int)] {
    var diff = SequenceDiff(a: a, b: b)
    diff.run()
    return diff.pairs.sorted { $0.0 < $1.0 }
  }

  private init(a: [Int], b: [Int]) {
    (self.a, self.b, budget) = (a, b, 64 * (a.count + b.count + 1_000))
  }

  private mutating func run() {
    var work = [(a.indices, b.indices)]
    while let (x, y) = work.popLast() {
      let (x, y) = trimmed(x, y)
      if x.isEmpty || y.isEmpty { continue }
      let cells = x.count.multipliedReportingOverflow(by: y.count).partialValue
      if cells <= SequenceDiff.smallTable {
        longestCommon(x, y)
        continue
      }
      budget -= x.count + y.count
      let anchors = budget > 0 ? self.anchors(x, y) : []
      if anchors.isEmpty {
        if cells <= SequenceDiff.largeTable, budget > cells / 64 {
          budget -= cells / 64
          longestCommon(x, y)
        }
        continue
      }
      var (i, j) = (x.lowerBound, y.lowerBound)
      for (p, q) in anchors {
        work.append((i..<p, j..<q))
        (i, j) = (p, q)
      }
      work.append((i..<x.upperBound, j..<y.upperBound))
    }
  }

  private mutating func trimmed(_ x: Range<Int>, _ y: Range<Int>) -> (Range<Int>, Range<Int>) {
    var (i, j, k, l) = (x.lowerBound, y.lowerBound, x.upperBound, y.upperBound)
    while i < k, j < l, a[i] == b[j] {
      pairs.append((i, j))
      (i, j) = (i + 1, j + 1)
    }
    while k > i, l > j, a[k - 1] == b[l - 1] {
      (k, l) = (k - 1, l - 1)
      pairs.append((k, l))
    }
    return (i..<k, j..<l)
  }

  /// Elements that occur once in both stretches, the longest run of them that keeps its order.
  private func anchors(_ x: Range<Int>, _ y: Range<Int>) -> [(Int, Int)] {
    let inB = SequenceDiff.single(b, y)
    let candidates = SequenceDiff.single(a, x).compactMap { key, i in inB[key].map { (i, $0) } }
      .sorted { $0.0 < $1.0 }
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: candidates.count)
    for index in candidates.indices {
      let at = tails.firstIndex(notBelow: candidates[index].1) { candidates[$0].1 }
      if at > 0 { previous[index] = tails[at - 1] }
      if at == tails.count { tails.append(index) } else { tails[at] = index }
    }
    var (result, next) = ([(Int, Int)](), tails.last ?? -1)
    while next >= 0 {
      result.append(candidates[next])
      next = previous[next]
    }
    return result.reversed()
  }

  /// Element → its index, for elements that occur once in the stretch.
  private static func single(_ list: [Int], _ range: Range<Int>) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for index in range { found[list[index]] = found[list[index]] == nil ? index : -1 }
    return found.filter { $0.value >= 0 }
  }

  private mutating func longestCommon(_ x: Range<Int>, _ y: Range<Int>) {
    let width = y.count + 1
    var table = [Int32](repeating: 0, count: (x.count + 1) * width)
    for i in stride(from: x.count - 1, through: 0, by: -1) {
      let (row, below, element) = (i * width, (i + 1) * width, a[x.lowerBound + i])
      for j in stride(from: y.count - 1, through: 0, by: -1) {
        table[row + j] =
          element == b[y.lowerBound + j]
          ? table[below + j + 1] + 1 : max(table[below + j], table[row + j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < x.count, j < y.count {
      if a[x.lowerBound + i] == b[y.lowerBound + j] {
        pairs.append((x.lowerBound + i, y.lowerBound + j))
        (i, j) = (i + 1, j + 1)
      } else if table[(i + 1) * width + j] >= table[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}

extension [Int] {
  /// Where the first element stands whose value is not below `bound`; the values ascend.
  fileprivate func firstIndex(notBelow bound: Int, value: (Int) -> Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if value(self[middle]) < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Gives equal texts equal numbers. Compared by bytes: Unicode equivalence costs more than the whole difference.
struct Interner {
  private var numbers: [[UInt8]: Int] = [:]

  mutating func numbers(_ texts: [String]) -> [Int] {
    texts.map { text in
      let key = Array(text.utf8)
      if let known = numbers[key] { return known }
      numbers[key] = numbers.count
      return numbers.count - 1
    }
  }
}
