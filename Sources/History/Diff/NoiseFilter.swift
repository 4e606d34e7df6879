import DuwangCore

/// Leaves out of a text what a site's readings have shown to differ every time.
package struct NoiseFilter: Sendable {
  private let shapes: Set<String>

  /// Regions of one site that count as no change; others are passed over.
  package init(_ regions: [NoiseRegion] = [], site: String = "") {
    shapes = Set(regions.lazy.filter { $0.isIgnored && $0.site == site }.map(\.shape))
  }

  /// The lines without those of ignored regions, and the shapes that were met.
  func filtered(_ lines: [String]) -> (lines: [String], met: Set<String>) {
    if shapes.isEmpty { return (lines, []) }
    var (kept, met, before) = ([String](), Set<String>(), String?.none)
    for line in lines {
      let own = NoiseShape.ofNumbers(line).flatMap { shapes.contains($0) ? $0 : nil }
      let below = before.flatMap(NoiseShape.below).flatMap { shapes.contains($0) ? $0 : nil }
      if let shape = own ?? below { met.insert(shape) } else { kept.append(line) }
      before = line
    }
    return (kept, met)
  }
}

/// What of a line stays the same when only its noise differs.
enum NoiseShape {
  /// A longer line (characters) is running text.
  private static let longest = 60
  /// Letters and digits mixed, at least so many, are a token.
  private static let leastToken = 8

  /// The line with `#` for numbers and random tokens; nil where none stands, in running text, and for a date alone, which
  /// says when the article is of.
  static func ofNumbers(_ line: String) -> String? {
    guard line.utf8.count <= longest * 4, !line.contains(where: { "。！？；".contains($0) || $0 == PageText.cellMark })
    else { return nil }
    let characters = Array(line)
    guard characters.count <= longest else { return nil }
    var (shape, index, isMasked) = ("", 0, false)
    while index < characters.count {
      let end = characters[index...].firstIndex { !isToken($0) } ?? characters.count
      if end > index, isVarying(characters[index..<end]) {
        shape += "#"
        isMasked = true
      } else {
        shape += String(characters[index..<max(end, index + 1)])
      }
      index = max(end, index + 1)
    }
    let words = shape.filter { $0.isLetter && !"年月日时分秒星期一二三四五六".contains($0) }
    return isMasked && words.count >= 2 ? shape : nil
  }

  /// The region right below a heading; nil where the line is no heading.
  static func below(_ line: String) -> String? {
    let count = line.unicodeScalars.count
    return (2...20).contains(count) && !line.contains { "。！？；，".contains($0) || $0 == PageText.cellMark }
      ? "\(line)↓" : nil
  }

  private static func isToken(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || ".,:-".contains(character)
  }

  private static func isVarying(_ token: ArraySlice<Character>) -> Bool {
    let digits = token.count(where: \.isNumber)
    return digits > 0 && (digits + token.count { ".,:-".contains($0) } == token.count || token.count >= leastToken)
  }
}
