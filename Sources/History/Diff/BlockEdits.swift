import DuwangCore

/// What became of a paragraph.
enum BlockEdit: Hashable {
  case same(String)
  case moved(String)
  case changed([ChangedBlock.Run])
  /// The same row of a table: its cells.
  case changedRow([[ChangedBlock.Run]])
  case removed(String)
  case added(String)
}

/// Compares two texts paragraph by paragraph; both are given as a reader sees them, without empty paragraphs.
struct BlockEdits {
  /// Paragraphs that share less than this (0…1) are two different ones.
  private static let leastLikeness = 0.4
  /// Pairs of paragraphs that are compared with one another in one stretch.
  private static let mostPairs = 1_024

  private let old: [String]
  private let new: [String]
  /// Indices of `old` whose text stands elsewhere in `new`, and of `new` that came from elsewhere.
  private var leaving: Set<Int> = []
  private var arriving: Set<Int> = []

  /// In the order of the new text; what was removed stands where it was.
  static func between(_ old: [String], _ new: [String]) -> [BlockEdit] {
    var edits = BlockEdits(old: old, new: new)
    return edits.run()
  }

  private init(old: [String], new: [String]) { (self.old, self.new) = (old, new) }

  private mutating func run() -> [BlockEdit] {
    var interner = Interner()
    let (a, b) = (interner.numbers(old), interner.numbers(new))
    let matches = SequenceDiff.matches(a, b)
    findMoves(a, b, matches)
    var (result, i, j) = ([BlockEdit](), 0, 0)
    for (p, q) in matches + [(old.count, new.count)] {
      gap(Array(i..<p), Array(j..<q), &result)
      if p < old.count { result.append(.same(new[q])) }
      (i, j) = (p + 1, q + 1)
    }
    return result
  }

  private mutating func findMoves(_ a: [Int], _ b: [Int], _ matches: [(Int, Int)]) {
    let (keptOld, keptNew) = (Set(matches.map(\.0)), Set(matches.map(\.1)))
    var waiting: [Int: [Int]] = [:]
    for i in a.indices.reversed() where !keptOld.contains(i) { waiting[a[i], default: []].append(i) }
    for j in b.indices where !keptNew.contains(j) {
      guard let i = waiting[b[j]]?.popLast() else { continue }
      leaving.insert(i)
      arriving.insert(j)
    }
  }

  private func gap(_ olds: [Int], _ news: [Int], _ result: inout [BlockEdit]) {
    let olds = olds.filter { !leaving.contains($0) }
    let partners = pairs(olds, news.filter { !arriving.contains($0) })
    var next = 0
    for j in news {
      if arriving.contains(j) {
        result.append(.moved(new[j]))
      } else if let i = partners[j] {
        while next < olds.count, olds[next] < i {
          result.append(.removed(old[olds[next]]))
          next += 1
        }
        next += 1
        let isRow = RowEdits.isRow(new[j])
        result.append(isRow ? .changedRow(RowEdits.between(old[i], new[j])) : .changed(Runs.between(old[i], new[j])))
      } else {
        result.append(.added(new[j]))
      }
    }
    result += olds[next...].map { .removed(old[$0]) }
  }

  /// Index of `new` → index of `old` it was made from, in an order that both share.
  private func pairs(_ olds: [Int], _ news: [Int]) -> [Int: Int] {
    if olds.count == news.count, olds.count * news.count > BlockEdits.mostPairs {
      let alike = zip(olds, news).filter { Bag(old[$0]).likeness(Bag(new[$1])) >= BlockEdits.leastLikeness }
      return Dictionary(alike.map { ($1, $0) }) { $1 }
    }
    guard !olds.isEmpty, !news.isEmpty, olds.count * news.count <= BlockEdits.mostPairs else { return [:] }
    return bestPairs(olds, news)
  }

  private func bestPairs(_ olds: [Int], _ news: [Int]) -> [Int: Int] {
    let (x, y) = (olds.map { Bag(old[$0]) }, news.map { Bag(new[$0]) })
    let likeness = x.map { a in y.map { a.likeness($0) } }
    var best = [[Double]](repeating: .init(repeating: 0, count: y.count + 1), count: x.count + 1)
    for i in x.indices.reversed() {
      for j in y.indices.reversed() {
        let paired = likeness[i][j] >= BlockEdits.leastLikeness ? likeness[i][j] + best[i + 1][j + 1] : 0
        best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
      }
    }
    var (result, i, j) = ([Int: Int](), 0, 0)
    while i < x.count, j < y.count {
      if best[i][j] == best[i + 1][j] {
        i += 1
      } else if best[i][j] == best[i][j + 1] {
        j += 1
      } else {
        result[news[j]] = olds[i]
        (i, j) = (i + 1, j + 1)
      }
    }
    return result
  }
}

/// The characters of a paragraph without their order.
private struct Bag {
  private var counts: [Unicode.Scalar: Int] = [:]
  private var total = 0
  /// The first cell of a row that holds words: what the row is about.
  private var label: String?
  private let isRow: Bool

  init(_ text: String) {
    isRow = RowEdits.isRow(text)
    if isRow { label = RowEdits.cells(text).first { $0.contains(where: \.isLetter) } }
    for scalar in text.unicodeScalars {
      counts[scalar, default: 0] += 1
      total += 1
    }
  }

  /// Share of characters in common, 0…1 (Dice).
  func likeness(_ other: Bag) -> Double {
    guard isRow == other.isRow else { return 0 }
    if isRow, label != nil, label == other.label { return 1 }
    let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return total + other.total == 0 ? 1 : 2 * Double(shared) / Double(total + other.total)
  }
}
