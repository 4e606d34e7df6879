import DuwangCore
import Foundation
import Proofreading
import TestSupport
import Testing

struct ProofreaderTests {
  @Test(arguments: [
    "", "\n\n", String(repeating: "（", count: 5000), String(repeating: "9", count: 5000),
    String(repeating: "年月日", count: 2000),
    "\u{0}\u{feff}\u{200b}", String(repeating: "其中1条、", count: 2000), "〔2018〔2018〕〕号", "2018年99999月99999日",
    "1.2.3.4万亿元",
  ])
  func anyTextGivesAResult(_ text: String) {
    let count = text.unicodeScalars.count
    for suspicion in standard.findings(in: text, published: Day(2018, 12, 31)) {
      #expect(suspicion.offset >= 0 && suspicion.offset + suspicion.length <= count)
    }
  }

  @Test(.enabled(if: Corpus.isAvailable))
  func certainFindingsInCleanOfficialTextStayRare() throws {
    let root = try #require(Corpus.root).appending(path: "official-text")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".txt") }
    var (certain, characters) = (0, 0)
    // Every third file: enough to see a rule that misfires, quick enough for every run.
    for (index, file) in files.sorted().enumerated() where index % 3 == 0 {
      let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      characters += text.unicodeScalars.count
      certain += standard.findings(in: text).count { $0.confidence == .certain }
    }
    #expect(characters > 300_000)
    #expect(Double(certain) * 20_000 / Double(max(1, characters)) <= 0.2)
  }
}
