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
      certain += rulesAlone.findings(in: text).count { $0.confidence == .certain }
    }
    #expect(characters > 300_000)
    #expect(Double(certain) * 20_000 / Double(max(1, characters)) <= 0.2)
  }

  /// A county's annual report as it was published: what the study of it names is found, and nothing certain is false.
  @Test(.enabled(if: Corpus.isAvailable)) func publishedAnnualReportGivesItsKnownDefects() throws {
    let file = try #require(Corpus.root).deletingLastPathComponent().appending(path: "report-2018.txt")
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    let found = standard.findings(in: try String(contentsOf: file, encoding: .utf8), published: Day(2019, 3, 25))
    let certain = Set(found.filter { $0.confidence == .certain }.map(\.text))
    #expect(certain == ["46258多", "3032多", "22733余", "[bookmark: _GoBack]", "做为", "截止目前", "12件"])
    #expect(found.count { $0.kind == .attachmentMissing } == 3)
  }
}
