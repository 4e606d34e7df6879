import DuwangCore

/// Guarded word pairs: a wrong form that does not stand inside one of its exceptions. A suspected form is told once a
/// text, with how often it stands there.
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
    let hits = words.hits(in: passage.folded).sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }.filter { hit in
      // Of overlapping wrong forms the first and longest speaks.
      guard hit.range.lowerBound >= end, !isGuarded(hit, passage), !passage.isCited(hit.range) else { return false }
      end = hit.range.upperBound
      return true
    }
    let counts = Dictionary(grouping: hits, by: \.word).mapValues(\.count)
    var told = Set<Int>()
    return hits.compactMap { hit in
      let pair = pairs[hit.word]
      guard told.insert(hit.word).inserted || pair.confidence == .certain else { return nil }
      return passage.suspicion(
        .typo, hit.range, severity: pair.severity, pair.confidence, suggestion: pair.right,
        message: Self.message(pair, counts[hit.word] ?? 1), rule: Self.source(pair))
    }
  }

  private func isGuarded(_ hit: AhoCorasick.Hit, _ passage: Passage) -> Bool {
    guards[hit.word].contains { passage.has($0.codes, at: hit.range.lowerBound - $0.offset) }
  }

  private static func message(_ pair: WordPair, _ count: Int) -> String {
    let note = pair.note.isEmpty ? "" : "（\(pair.note)）"
    if pair.confidence == .certain { return "“\(pair.wrong)”应为“\(pair.right)”\(note)。" }
    let often = count > 1 ? "，全文共\(count)处" : ""
    return "“\(pair.wrong)”疑为“\(pair.right)”\(note)\(often)，请核对。"
  }

  private static func source(_ pair: WordPair) -> String {
    pair.note.contains("推荐词形") ? "GF 1001—2001《第一批异形词整理表》" : Suspicion.spellingRule
  }
}

extension Passage {
  /// Inside 《》, or alone between quotation marks: a title or a word is quoted, whoever wrote it.
  func isCited(_ range: Range<Int>) -> Bool {
    if at(range.lowerBound - 1) == 0x201c, at(range.upperBound) == 0x201d { return true }
    for index in (max(0, range.lowerBound - 60)..<range.lowerBound).reversed() {
      switch folded[index] {
      case 0x300a: return true  // 《
      case 0x300b, 0x0a: return false  // 》
      default: continue
      }
    }
    return false
  }

  /// Inside a quotation “…” that opened in the same paragraph, at most `reach` scalars before.
  func isQuoted(_ range: Range<Int>, reach: Int = 120) -> Bool {
    for index in (max(0, range.lowerBound - reach)..<range.lowerBound).reversed() {
      switch folded[index] {
      case 0x201c: return true
      case 0x201d, 0x0a: return false
      default: continue
      }
    }
    return false
  }
}
