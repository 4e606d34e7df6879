import DuwangCore
import Foundation
import Proofreading
import Testing

/// Two hundred clauses with a total and its parts as county reports write them; every one of them adds up.
struct TotalsAccuracyTests {
  private let clauses: [String]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/totals.txt")
    clauses = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(clauses.count == 200)
  }

  @Test func clausesThatAddUpPass() {
    let flagged = clauses.filter { isFlagged($0) }
    print("合计与分项：\(clauses.count)条相符的，误报\(flagged.count)条")
    #expect(flagged.count <= clauses.count / 50, "\(flagged)")
  }

  @Test func clausesWithOneDigitChangedAreFound() {
    var random = Seeded(state: 20_181_231)
    let changed = clauses.map { Self.changed($0, &random) }
    let missed = changed.filter { !isFlagged($0) }
    print("合计与分项：\(changed.count)条改动一位数字的，找出\(changed.count - missed.count)条")
    #expect(missed.count * 10 <= changed.count, "\(missed)")
  }

  private func isFlagged(_ text: String) -> Bool { rulesAlone.findings(in: text).contains { $0.kind == .sumMismatch } }

  /// Another digit at one place of a figure that counts: not of the year or of the hotline's number.
  private static func changed(_ text: String, _ random: inout Seeded) -> String {
    var characters = Array(text)
    func run(_ index: Int) -> Range<Int> {
      var (start, end) = (index, index)
      while start > 0, isFigure(characters[start - 1]) { start -= 1 }
      while end < characters.count, isFigure(characters[end]) { end += 1 }
      return start..<end
    }
    let places = characters.indices.filter {
      characters[$0].isASCII && characters[$0].isNumber && !["2018", "12345"].contains(String(characters[run($0)]))
    }
    let place = places[Int(random.next() % UInt64(places.count))]
    let isFirst = run(place).lowerBound == place
    let choices = "0123456789".filter { $0 != characters[place] && !(isFirst && $0 == "0") }
    characters[place] = Array(choices)[Int(random.next() % UInt64(choices.count))]
    return String(characters)
  }

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
