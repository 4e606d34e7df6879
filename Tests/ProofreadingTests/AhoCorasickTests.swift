import Testing

@testable import Proofreading

struct AhoCorasickTests {
  @Test func wordsInsideAndAcrossEachOtherAreAllFound() {
    let words = ["政府", "人民政府", "府办", "𠮷"].map { $0.unicodeScalars.map(\.value) }
    let hits = AhoCorasick(words).hits(in: "人民政府办公室𠮷".unicodeScalars.map(\.value))
    #expect(Set(hits.map(\.word)) == [0, 1, 2, 3])
    #expect(hits.first { $0.word == 1 }?.range == 0..<4)
    #expect(hits.first { $0.word == 3 }?.range == 7..<8)
  }

  @Test func emptyWordsAndTextsGiveNothing() {
    #expect(AhoCorasick([]).hits(in: [1, 2]).isEmpty)
    #expect(AhoCorasick([[]]).hits(in: [1]).isEmpty)
  }
}
