import DuwangCore

/// Guarded word pairs: a wrong form that does not stand inside one of its exceptions.
struct PairRule: Rule {
  private let pairs: [WordPair]
  private let words: AhoCorasick
  /// For each pair: its exceptions with the place of the wrong form in them.
  private let guards: [[(codes: Codes, offset: Int)]]

  init(_ pairs: [WordPair]) {
    self.pairs = pairs
    words = AhoCorasick(pairs.map(\.wrong.codes))
    guards = pairs.map { pair in
      let wrong = pair.wrong.codes
      return pair.exceptions.flatMap { exception -> [(codes: Codes, offset: Int)] in
        let codes = exception.codes
        guard codes.count >= wrong.count else { return [] }
        return (0...codes.count - wrong.count).filter { Array(codes[$0..<$0 + wrong.count]) == wrong }.map {
          (codes, $0)
        }
      }
    }
  }

  func suspicions(in passage: Passage) -> [Suspicion] {
    var end = 0
    return words.hits(in: passage.folded).sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
    .compactMap { hit in
      // Of overlapping wrong forms the first and longest speaks.
      guard hit.range.lowerBound >= end, !isGuarded(hit, passage), !isCited(hit, passage) else { return nil }
      end = hit.range.upperBound
      let pair = pairs[hit.word]
      return passage.suspicion(
        .typo, hit.range, severity: pair.severity, pair.confidence, suggestion: pair.right,
        message: Self.message(pair), rule: nil)
    }
  }

  private func isGuarded(_ hit: AhoCorasick.Hit, _ passage: Passage) -> Bool {
    guards[hit.word].contains { passage.has($0.codes, at: hit.range.lowerBound - $0.offset) }
  }

  /// Inside 《》, or alone between quotation marks: a title or a word is quoted, whoever wrote it.
  private func isCited(_ hit: AhoCorasick.Hit, _ passage: Passage) -> Bool {
    let (open, close) = (passage.at(hit.range.lowerBound - 1), passage.at(hit.range.upperBound))
    if open == 0x201c, close == 0x201d { return true }
    let start = max(0, hit.range.lowerBound - 60)
    for index in (start..<hit.range.lowerBound).reversed() {
      switch passage.folded[index] {
      case 0x300a: return true  // 《
      case 0x300b, 0x0a: return false  // 》
      default: continue
      }
    }
    return false
  }

  private static func message(_ pair: WordPair) -> String {
    let note = pair.note.isEmpty ? "" : "（\(pair.note)）"
    return pair.confidence == .certain
      ? "“\(pair.wrong)”应为“\(pair.right)”\(note)。" : "“\(pair.wrong)”疑为“\(pair.right)”\(note)，请核对。"
  }
}
