/// Which of some known words a misspelt one was meant to be.
enum Spelling {
  /// Nil when none is near: more than a third of the letters, or more than three, would have to change.
  static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let limit = min(3, max(1, word.count / 3))
    return known.map { ($0, distance(word.lowercased(), $0.lowercased())) }
      .filter { $0.1 <= limit }
      .min { $0.1 < $1.1 }?.0
  }

  /// Insertions, deletions and replacements between two words; words over 60 letters are as far apart as they are long.
  static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    guard a.count <= 60, b.count <= 60 else { return max(a.count, b.count) }
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        (diagonal, row[j + 1]) = (row[j + 1], next)
      }
    }
    return row[b.count]
  }
}
