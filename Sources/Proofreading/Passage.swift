import DuwangCore

/// A text as the rules see it: scalars in a row, paragraphs, and the date that rules about time need.
struct Passage: Sendable {
  /// Scalars as published.
  let original: [Unicode.Scalar]
  /// One code point for each scalar, full-width forms of ASCII made half-width; same indices as `original`.
  let folded: [UInt32]
  /// Half-open ranges between line breaks, empty ones left out.
  let paragraphs: [Range<Int>]
  let published: Day?
  /// Amounts of each paragraph: five rules ask for them.
  private(set) var amounts: [[Amount]] = []
  /// Every date written in it, in the calendar or not.
  private(set) var dates: [WrittenDate] = []

  init(_ text: String, published: Day?) {
    var (original, folded) = ([Unicode.Scalar](), [UInt32]())
    original.reserveCapacity(text.utf8.count / 2)
    folded.reserveCapacity(text.utf8.count / 2)
    for scalar in text.unicodeScalars {
      original.append(scalar)
      folded.append(Passage.fold(scalar))
    }
    (self.original, self.folded, self.published) = (original, folded, published)
    var (ranges, start) = ([Range<Int>](), 0)
    for (index, code) in folded.enumerated() where code == 0x0a || code == 0x0d {
      if index > start { ranges.append(start..<index) }
      start = index + 1
    }
    if start < folded.count { ranges.append(start..<folded.count) }
    paragraphs = ranges
    amounts = paragraphs.map { Amount.all(in: self, $0) }
    dates = WrittenDate.all(in: self)
  }

  var count: Int { folded.count }

  /// The scalar at `index`, 0 outside of the text.
  func at(_ index: Int) -> UInt32 { folded.indices.contains(index) ? folded[index] : 0 }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: original[range.clamped(to: 0..<count)])
    return String(view)
  }

  /// Up to `length` scalars before `index` that belong to the same paragraph.
  func before(_ index: Int, _ length: Int) -> String {
    let start = (max(0, index - length)..<index).reversed().first { folded[$0] == 0x0a } ?? max(0, index - length) - 1
    return text(start + 1..<index)
  }

  func after(_ index: Int, _ length: Int) -> String {
    let limit = min(count, index + length)
    let end = index < limit ? (index..<limit).first { folded[$0] == 0x0a } ?? limit : index
    return text(index..<end)
  }

  func has(_ word: Codes, at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for place in word.indices where folded[index + place] != word[place] { return false }
    return true
  }

  /// Every index at which `code` stands.
  func places(of code: UInt32) -> [Int] { folded.indices.filter { folded[$0] == code } }

  /// First place of `word` in `range`, nil when there is none.
  func find(_ word: Codes, in range: Range<Int>) -> Int? {
    guard let first = word.first, range.count >= word.count else { return nil }
    return (range.lowerBound...range.upperBound - word.count).first { folded[$0] == first && has(word, at: $0) }
  }

  func findLast(_ word: Codes, in range: Range<Int>) -> Int? {
    guard let first = word.first, range.count >= word.count else { return nil }
    return (range.lowerBound...range.upperBound - word.count).last { folded[$0] == first && has(word, at: $0) }
  }

  func contains(_ words: [Codes], in range: Range<Int>) -> Bool { words.contains { find($0, in: range) != nil } }

  /// Index of the first scalar at or after `index` that is no blank; stays in the line.
  func skipBlanks(_ index: Int) -> Int {
    var index = index
    while Passage.isBlank(at(index)) { index += 1 }
    return index
  }

  func suspicion(
    _ kind: FindingKind, _ range: Range<Int>, severity: Severity? = nil, _ confidence: Confidence = .certain,
    suggestion: String? = nil, message: String, rule: String? = nil
  ) -> Suspicion {
    Suspicion(
      kind: kind, severity: severity, confidence: confidence, offset: range.lowerBound, length: range.count,
      text: text(range), suggestion: suggestion, message: message, rule: rule)
  }

  static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0xff01...0xff5e: scalar.value - 0xfee0
    case 0x3000, 0x00a0: 0x20
    case 0xfe5d, 0xfe5e: scalar.value - 0xfe5d + 0x3014  // ﹝﹞
    default: scalar.value
    }
  }

  static func isBlank(_ code: UInt32) -> Bool { code == 0x20 || code == 0x09 }
  static func isDigit(_ code: UInt32) -> Bool { code >= 0x30 && code <= 0x39 }
  static func isLetter(_ code: UInt32) -> Bool { (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a }
  static func isHan(_ code: UInt32) -> Bool {
    (0x4e00...0x9fff).contains(code) || (0x3400...0x4dbf).contains(code) || code == 0x3007
  }
}

/// A word as folded code points.
typealias Codes = [UInt32]

extension String {
  var codes: Codes { unicodeScalars.map(Passage.fold) }
}

/// A rule of the proofreader: one file, its words for the reader at its end.
protocol Rule: Sendable {
  func suspicions(in passage: Passage) -> [Suspicion]
}
