import DuwangCore

/// What is taken out of texts of a portal before they are shown: marks that turn the reading direction, control
/// characters, and numbers of identity cards that nobody masked before.
enum SafeText {
  /// One line: line breaks, tabs and control characters become blanks, direction marks are dropped, identity numbers are
  /// masked (first 2, last 2).
  static func line(_ text: String) -> String {
    let needsCleaning = text.unicodeScalars.contains { isControl($0) || isDirectionMark($0) }
    guard needsCleaning else { return maskingIdentityNumbers(text, needsCheckDigit: false) }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isDirectionMark(scalar) {
      view.append(isControl(scalar) ? " " : scalar)
    }
    return maskingIdentityNumbers(String(view), needsCheckDigit: false)
  }

  /// An address is kept as it is but for identity numbers whose check digit is right; article numbers of 18 digits stay.
  static func address(_ text: String) -> String { maskingIdentityNumbers(text, needsCheckDigit: true) }

  /// The address for `href`; nil unless it is http or https.
  static func link(_ text: String?) -> String? { text.flatMap { WebAddress(address($0))?.description } }

  /// At most `count` characters, the cut shown by ……; `fromEnd` keeps the end.
  static func clipped(_ text: String, to count: Int, fromEnd: Bool = false) -> String {
    // Scalars bound the work: one character may be built of thousands of marks.
    let scalars = text.unicodeScalars
    guard scalars.count > count else { return text }
    return fromEnd ? "……" + String(scalars.suffix(count)) : String(scalars.prefix(count)) + "……"
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
      || (0xfff9...0xfffb).contains(scalar.value)
  }

  private static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069, 0xfeff: true
    default: false
    }
  }

  /// Masks every run of exactly 18 places that reads as an identity number (GB 11643: place 7 to 14 is a date).
  static func maskingIdentityNumbers(_ text: String, needsCheckDigit: Bool) -> String {
    var bytes = Array(text.utf8)
    guard bytes.count >= 18 else { return text }
    var (index, changed) = (0, false)
    while index < bytes.count {
      let start = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      if index - start == 17, index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "x") { index += 1 }
      if index - start == 18, isIdentity(bytes[start..<index], needsCheckDigit: needsCheckDigit) {
        for place in (start + 2)..<(index - 2) { bytes[place] = UInt8(ascii: "*") }
        changed = true
      }
      if index == start { index += 1 }
    }
    return changed ? String(decoding: bytes, as: UTF8.self) : text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isIdentity(_ bytes: ArraySlice<UInt8>, needsCheckDigit: Bool) -> Bool {
    let digits = bytes.dropLast().map { Int($0) - 48 }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard (1900...2100).contains(number(6..<10)), Day(number(6..<10), number(10..<12), number(12..<14)) != nil else {
      return false
    }
    guard needsCheckDigit else { return true }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return Array("10X98765432".utf8)[sum % 11] == (bytes.last.map { $0 == 0x78 ? 0x58 : $0 } ?? 0)
  }
}
