import DuwangCore
import Foundation
import Proofreading
import TestSupport
import Testing

/// False alarms of the rules and word pairs on clean text.
struct CleanTextAccuracyTests {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  /// Ordinary county prose of many genres: news, notices, publicity, statistics, budgets, minutes, speeches, vacancies,
  /// appointments, penalties, guides.
  @Test func nothingOfOrdinaryCountyProseIsCertainAndNextToNothingSuspected() throws {
    let text = try String(contentsOf: Self.here.appending(path: "Cases/county-prose.txt"), encoding: .utf8)
    for published in [nil, Day(2019, 3, 20)] {
      let found = rulesAlone.findings(in: text, published: published)
      let lines = text.split(separator: "\n").flatMap { rulesAlone.findings(in: String($0), published: published) }
      #expect(found.isEmpty, "\(found.map(\.message))")
      #expect(lines.isEmpty, "\(lines.map(\.message))")
    }
  }

  /// Official text of the corpus: laws, regulations, notices. What is found there was judged by eye in the list beside
  /// this file; what is not in the list counts as invented.
  @Test(.enabled(if: Corpus.isAvailable)) func officialTextHasFewFindingsThatAreNoErrors() throws {
    let judged = try Self.judged()
    var (characters, kinds, invented, unjudged) = (0, [String: Int](), [Confidence: Int](), [String]())
    for file in try Self.officialText() {
      let text = try String(contentsOf: file, encoding: .utf8)
      let scalars = Array(text.unicodeScalars)
      characters += scalars.count
      let name = file.pathComponents.suffix(2).joined(separator: "/")
      for finding in rulesAlone.findings(in: text) {
        kinds["\(finding.kind.rawValue) \(finding.confidence.rawValue)", default: 0] += 1
        let place = "\(name)\t\(finding.offset)\t\(finding.kind.rawValue)"
        if judged[place] == true { continue }
        invented[finding.confidence, default: 0] += 1
        if judged[place] == nil { unjudged.append("\(place)\t\(Self.around(finding, scalars))") }
      }
    }
    func rate(_ count: Int) -> Double { Double(count) * 20_000 / Double(max(1, characters)) }
    for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) {
      print("公文正文 每2万字\(String(format: "%.3f", rate(count)))处 \(kind)（\(count)处）")
    }
    let (certain, suspected) = (rate(invented[.certain] ?? 0), rate(invented[.suspected] ?? 0))
    print("公文正文\(characters)字：误报每2万字 确定\(String(format: "%.3f", certain)) 疑似\(String(format: "%.3f", suspected))")
    for place in unjudged { print("未判定\t\(place)") }
    #expect(characters > 1_000_000)
    #expect(certain <= 0.05)
    #expect(certain + suspected <= 0.3)
  }

  /// `是` or `否` (a real error or not), file, offset in scalars, kind, why; a tab between them.
  private static func judged() throws -> [String: Bool] {
    let text = try String(contentsOf: here.appending(path: "Cases/judged-official-text.tsv"), encoding: .utf8)
    return Dictionary(
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        (line.split(separator: "\t").dropFirst().prefix(3).joined(separator: "\t"), line.hasPrefix("是"))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func officialText() throws -> [URL] {
    let root = try #require(Corpus.root).appending(path: "official-text")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }

  private static func around(_ finding: Suspicion, _ scalars: [Unicode.Scalar]) -> String {
    let range = max(0, finding.offset - 12)..<min(scalars.count, finding.offset + finding.length + 12)
    return String(String.UnicodeScalarView(scalars[range])).replacing("\n", with: "⏎").replacing("\t", with: " ")
  }
}
