import DuwangCore
import Foundation
import Proofreading
import Testing

/// Forms of sentences of county reports, twenty of each with figures by chance.
struct TotalFormsTests {
  private let sentences: [String]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/total-forms.tsv")
    var random = Seeded(state: 7)
    sentences = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .flatMap { line in
        let fields = line.split(separator: "\t").map(String.init)
        return try (0..<20).map { _ in try Self.sentence(fields, &random) }
      }
  }

  @Test func inEveryFormOneChangedDigitIsFoundAndRightTotalsPass() {
    var random = Seeded(state: 20_181_231)
    let flagged = sentences.filter(TotalsAccuracyTests.isFlagged)
    let changed = sentences.map { TotalsAccuracyTests.changed($0, &random) }
    let missed = changed.filter { !TotalsAccuracyTests.isFlagged($0) }
    print("合计与分项的句式：改动一位数字的\(changed.count)条，找出\(changed.count - missed.count)条；相符的误报\(flagged.count)条")
    #expect(sentences.count > 400)
    #expect(flagged.count * 50 <= sentences.count, "\(flagged)")
    #expect(missed.count * 10 <= changed.count, "\(missed)")
  }

  /// Figures in whole steps of the last decimal.
  private static func sentence(_ fields: [String], _ random: inout Seeded) throws -> String {
    let decimals = try #require(Int(fields[0]))
    let power = decimals == 2 ? 100 : decimals == 1 ? 10 : 1
    let (least, most) = (try #require(Int(fields[1])) * power, try #require(Int(fields[2])) * power)
    var (text, sum) = (fields[3], 0)
    for place in 1...4 where text.contains("{\(place)}") {
      let part = least + Int(random.next() % UInt64(most - least))
      sum += part
      text.replace("{\(place)}", with: written(part, power))
    }
    return text.replacing("{和}", with: written(sum, power))
  }

  private static func written(_ value: Int, _ power: Int) -> String {
    power == 1 ? "\(value)" : "\(value / power)." + String(value % power + power).dropFirst()
  }
}

/// Two hundred clauses with a total and its parts as county reports write them; every one of them adds up.
struct TotalsAccuracyTests {
  private let clauses: [String]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/totals.txt")
    clauses = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(clauses.count == 200)
  }

  @Test func clausesThatAddUpPass() {
    let flagged = clauses.filter(Self.isFlagged)
    print("合计与分项：\(clauses.count)条相符的，误报\(flagged.count)条")
    #expect(flagged.count <= clauses.count / 50, "\(flagged)")
  }

  @Test func clausesWithOneDigitChangedAreFound() {
    var random = Seeded(state: 20_181_231)
    let changed = clauses.map { Self.changed($0, &random) }
    let missed = changed.filter { !Self.isFlagged($0) }
    print("合计与分项：\(changed.count)条改动一位数字的，找出\(changed.count - missed.count)条")
    #expect(missed.count * 10 <= changed.count, "\(missed)")
  }

  static func isFlagged(_ text: String) -> Bool { rulesAlone.findings(in: text).contains { $0.kind == .sumMismatch } }

  /// Another digit at one place of a figure that counts: not of the year or of the hotline's number.
  static func changed(_ text: String, _ random: inout Seeded) -> String {
    var characters = Array(text)
    func run(_ index: Int) -> Range<Int> {
      var (start, end) = (index, index)
      while start > 0, isFigure(characters[start - 1]) { start -= 1 }
      while end < characters.count, isFigure(characters[end]) { end += 1 }
      return start..<end
    }
    let places = characters.indices.filter {
      characters[$0].isASCII && characters[$0].isNumber && !fixed.contains(String(characters[run($0)]))
    }
    let place = places[Int(random.next() % UInt64(places.count))]
    let isFirst = run(place).lowerBound == place
    let choices = "0123456789".filter { $0 != characters[place] && !(isFirst && $0 == "0") }
    characters[place] = Array(choices)[Int(random.next() % UInt64(choices.count))]
    return String(characters)
  }

  /// Years, hotline, rates.
  private static let fixed: Set<String> = [
    "2018", "2019", "12345", "11", "100", "6.1", "5.2", "4.8", "7.3", "6.3", "5.1", "2.4",
  ]

  private static func isFigure(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || character == "," || character == "."
  }
}

/// The same numbers on every machine and day.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
