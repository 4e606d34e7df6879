import Foundation
import Proofreading

/// Learns the logistic score from spelling sets and clean text, and fixes its thresholds on clean text.
struct Learner {
  /// Clean text of one kind, by which thresholds are fixed.
  private enum Kind: Int, CaseIterable { case regulations, notices, heldOut }
  private struct Row {
    var evidence: Evidence
    var isRight: Bool
    var importance: Float
    /// Nil for the spelling sets.
    var kind: Kind?
    /// The place in its text, for choosing one proposal a place.
    var place: Int
    var shown: String
    /// Never told whatever its score, so that it does not raise the thresholds.
    var isEqualForm: Bool
  }
  private var rows: [Row] = []
  private var characters = [Int](repeating: 0, count: Kind.allCases.count)
  private let judgements: Judgements
  /// False alarms a clean character: a little under the targets, since rules raise alarms too.
  private static let certainRate = 1.0 / 125_000
  private static let suspectedRate = 1.0 / 25_000

  /// `reduced` was made without `heldOut`.
  init(corpus: URL, full: ChannelModels, reduced: ChannelModels, heldOut: String) throws {
    judgements = try Judgements()
    for name in SpellingSet.learned {
      let weight: Float = name.hasPrefix("ecspell") ? 2 : 1
      for (wrong, right) in try SpellingSet(name, in: corpus).sentences {
        add(wrong, right, ChannelLine(full), weight, nil)
      }
    }
    for document in try CleanText.all(in: corpus) where document.isTuned {
      for line in document.text.split(separator: "\n") {
        add(line, full, document.folder.hasPrefix("notices") ? .notices : .regulations)
      }
    }
    for line in heldOut.split(separator: "\n") { add(line, reduced, .heldOut) }
  }

  private mutating func add(_ line: Substring, _ models: ChannelModels, _ kind: Kind) {
    let scalars = Array(line.unicodeScalars)
    add(scalars, scalars, ChannelLine(models), 1, kind)
    characters[kind.rawValue] += scalars.count
  }

  private mutating func add(
    _ wrong: [Unicode.Scalar], _ right: [Unicode.Scalar], _ reader: ChannelLine, _ importance: Float, _ kind: Kind?
  ) {
    let codes = folded(wrong)
    let line = TokenLine(codes[...], reader.models.characters.alphabet)
    for proposal in reader.proposals(line, codes) {
      let places = proposal.range.map { Int(line.offsets[$0]) }
      let span = places[0]..<places[places.count - 1] + 1
      let key = Judgements.key(wrong, span)
      if kind != nil, judgements.isMisprint(key) { continue }
      let isRight = zip(places, proposal.replacement).allSatisfy { right[$0].value == $1 }
      var shown = ""
      if kind != nil {
        let new = String(scalars: proposal.replacement.compactMap(Unicode.Scalar.init))
        shown = key + "\t" + Excerpt.of(wrong, span, new)
      }
      rows.append(
        Row(
          evidence: proposal.evidence, isRight: isRight, importance: importance, kind: kind,
          place: rows.count - proposal.range.lowerBound, shown: shown,
          isEqualForm: EqualForms.hold(codes, places, proposal.replacement)))
    }
  }

  func learn(withWords: Bool) -> ChannelWeights {
    let rows =
      withWords
      ? rows
      : rows.filter { $0.evidence.isSingle }.map { row in
        var row = row
        row.evidence.forgetWords()
        return row
      }
    var regression = Regression(width: Evidence.names.count)
    for row in rows { regression.add(row.evidence.values, isRight: row.isRight, importance: row.importance) }
    let (bias, weights) = regression.fitted()
    var result = ChannelWeights(bias: bias, weights: weights, certain: 9, suspected: 9)
    let scored = rows.filter { $0.kind != nil && !$0.isEqualForm }.map { (row: $0, score: result.score($0.evidence)) }
    // Documents of another kind than the model was made from count together.
    for kinds in [[Kind.regulations], [.notices, .heldOut]] {
      let scores = scored.filter { kinds.contains($0.row.kind!) }.map(\.score)
      let count = kinds.reduce(0) { $0 + characters[$1.rawValue] }
      let limits = (Self.threshold(scores, count, Self.certainRate), Self.threshold(scores, count, Self.suspectedRate))
      print("\(kinds): \(count) characters, certain \(limits.0), suspected \(limits.1)")
      result.certain = result.certain == 9 ? limits.0 : max(result.certain, limits.0)
      result.suspected = result.suspected == 9 ? limits.1 : max(result.suspected, limits.1)
    }
    if withWords {
      for found in scored.sorted(by: { $0.score > $1.score }).prefix(400) {
        print(String(format: "%.2f\t%@\t", found.score, "\(found.row.kind!)") + found.row.shown)
      }
    }
    return result
  }

  /// The score that `rate` of the characters reach.
  private static func threshold(_ scores: [Float], _ characters: Int, _ rate: Double) -> Float {
    let sorted = scores.sorted(by: >)
    let allowed = Int(Double(characters) * rate)
    return allowed < sorted.count ? sorted[allowed] + 0.001 : -1
  }
}

/// A place with its surroundings, on one line.
enum Excerpt {
  static func of(_ scalars: [Unicode.Scalar], _ range: Range<Int>, _ right: String) -> String {
    let before = scalars[max(0, range.lowerBound - 12)..<range.lowerBound]
    let after = scalars[range.upperBound..<min(scalars.count, range.upperBound + 12)]
    let span = String(scalars: scalars[range]).prefix(20)
    return "\(String(scalars: before))【\(span)→\(right)】\(String(scalars: after))".replacing("\n", with: "⏎")
  }
}

/// Code points, full-width forms of ASCII made half-width.
func folded(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt32] {
  scalars.map { scalar in
    switch scalar.value {
    case 0xff01...0xff5e: scalar.value - 0xfee0
    case 0x3000, 0xa0: 0x20
    default: scalar.value
    }
  }
}

func folded(_ text: String) -> [UInt32] { folded(text.unicodeScalars) }
