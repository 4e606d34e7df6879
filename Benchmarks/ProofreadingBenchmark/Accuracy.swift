import DuwangCore
import Foundation
import Proofreading

/// Figures over the spelling sets and over clean official text; a figure below its bar ends with 1.
enum Accuracy {
  struct Counts {
    /// Wrong characters; those found; those put right; flagged ones.
    var wrong = 0, found = 0, mended = 0, flagged = 0
    /// Sentences with errors, changed ones, changed ones that are right.
    var faulty = 0, changed = 0, right = 0
    var precision: Double { flagged == 0 ? 1 : Double(found) / Double(flagged) }
    var recall: Double { wrong == 0 ? 1 : Double(found) / Double(wrong) }
    /// Sentence correction F1.
    var f1: Double { faulty + changed == 0 ? 1 : 2 * Double(right) / Double(faulty + changed) }
  }

  static func print() throws {
    guard let path = ProcessInfo.processInfo.environment["DUWANG_CORPUS"] else {
      Swift.print("DUWANG_CORPUS未设置")
      exit(64)
    }
    let corpus = URL(filePath: path)
    let proofreader = Proofreader()
    Swift.print(proofreader.models)
    var failures = [String]()
    let thresholds: [(Confidence, String)] = [(.certain, "确定"), (.suspected, "疑似")]
    for name in SpellingSet.names {
      let set = try SpellingSet(name, in: corpus)
      let note = SpellingSet.learned.contains(name) ? "（用于调参）" : ""
      for (confidence, label) in thresholds {
        let counts = count(set, proofreader, confidence)
        Swift.print(
          String(
            format: "%@%@ %@ 字符准确率%.3f 召回率%.3f 句级F1 %.3f", name, note, label, counts.precision, counts.recall, counts.f1
          ))
        guard name == "ecspell-law/law.test", confidence == .suspected else { continue }
        if counts.recall < 0.45 { failures.append("law.test 疑似召回率低于0.45") }
      }
      if name == "ecspell-law/law.test" {
        let best = try bestF1(set)
        Swift.print(String(format: "%@ 最佳阈值 句级F1 %.3f", name, best))
        if best < 0.65 { failures.append("law.test 最佳句级F1低于0.65") }
      }
    }
    failures += try cleanText(corpus, proofreader)
    for failure in failures { Swift.print("未达标：\(failure)") }
    if !failures.isEmpty { exit(1) }
  }

  private static func count(_ set: SpellingSet, _ proofreader: Proofreader, _ confidence: Confidence) -> Counts {
    var counts = Counts()
    for (wrong, right) in set.sentences {
      let found = proofreader.findings(in: String(scalars: wrong)).filter {
        $0.kind == .typo && (confidence == .suspected || $0.confidence == .certain)
      }
      add(wrong, right, found.map { ($0.offset..<$0.offset + $0.length, $0.suggestion ?? "") }, &counts)
    }
    return counts
  }

  /// The channel alone, its threshold moved: what the score can tell.
  private static func bestF1(_ set: SpellingSet) throws -> Double {
    guard let channel = NoisyChannel.standard() else { return 0 }
    let all = set.sentences.map { channel.scores(in: String(scalars: $0.wrong), limit: -3) }
    return stride(from: Float(-3), to: 4, by: 0.25).map { limit in
      var counts = Counts()
      for (sentence, found) in zip(set.sentences, all) {
        add(sentence.wrong, sentence.right, found.filter { $0.score >= limit }.map { ($0.range, $0.right) }, &counts)
      }
      return counts.f1
    }.max() ?? 0
  }

  private static func add(
    _ wrong: [Unicode.Scalar], _ right: [Unicode.Scalar], _ found: [(range: Range<Int>, right: String)],
    _ counts: inout Counts
  ) {
    var mended = wrong
    for (range, suggestion) in found.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let new = Array(suggestion.unicodeScalars)
      guard new.count == range.count else { continue }
      mended.replaceSubrange(range, with: new)
    }
    for index in wrong.indices {
      let isWrong = wrong[index] != right[index]
      let isFlagged = mended[index] != wrong[index]
      counts.wrong += isWrong ? 1 : 0
      counts.flagged += isFlagged ? 1 : 0
      counts.found += isWrong && isFlagged ? 1 : 0
      counts.mended += isWrong && mended[index] == right[index] ? 1 : 0
    }
    counts.faulty += wrong != right ? 1 : 0
    counts.changed += mended != wrong ? 1 : 0
    counts.right += mended != wrong && mended == right ? 1 : 0
  }

  /// Findings in clean text that no one judged a real misprint, per 20,000 characters.
  private static func cleanText(_ corpus: URL, _ proofreader: Proofreader) throws -> [String] {
    let judgements = try Judgements()
    var failures = [String]()
    for (label, isTuned) in [("调参文本", true), ("未参与调参的文本", false)] {
      var (characters, certain, suspected, kinds) = (0, 0, 0, [String: Int]())
      for text in try CleanText.all(in: corpus) where text.isTuned == isTuned {
        let scalars = Array(text.text.unicodeScalars)
        characters += scalars.count
        for found in proofreader.findings(in: text.text) {
          let range = found.offset..<found.offset + found.length
          let key = Judgements.key(scalars, range)
          let isReal = judgements.isMisprint(key)
          let excerpt = Excerpt.of(scalars, range, found.suggestion ?? "")
          Swift.print(
            [
              key, isReal ? "misprint" : "false", found.confidence.rawValue, found.kind.rawValue, text.file,
              "\(found.offset)", excerpt,
            ].joined(separator: "\t"))
          if isReal { continue }
          kinds[found.kind.rawValue, default: 0] += 1
          if found.confidence == .certain { certain += 1 } else { suspected += 1 }
        }
      }
      let unit = 20_000 / Double(max(1, characters))
      let (sure, all) = (Double(certain) * unit, Double(certain + suspected) * unit)
      Swift.print(
        String(format: "%@ %d字：每两万字误报 确定%.2f 合计%.2f", label, characters, sure, all),
        kinds.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }.joined(separator: "，"))
      if !isTuned, sure > 0.2 || all > 1 { failures.append("洁净文本误报超过每两万字确定0.2、合计1.0") }
    }
    return failures
  }
}
