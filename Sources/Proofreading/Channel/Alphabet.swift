/// The tokens of the character model: frequent characters, and classes for digits, letters and marks.
package struct Alphabet: Sendable {
  package typealias Token = UInt16
  /// A character that was not in the training text.
  package static let unknown: Token = 0
  /// End of a sentence; also what stands before a text.
  package static let stop: Token = 1
  /// A run of digits and of letters.
  package static let number: Token = 2
  package static let letters: Token = 3
  /// Any mark not named in `marks`.
  package static let other: Token = 4
  /// Marks of their own, in the order of their tokens from 5.
  private static let marks: [[UInt32]] = [
    [0xff0c, 0x2c], [0x3001], [0xff1b, 0x3b], [0xff1a, 0x3a], [0xff08, 0x28, 0x3014, 0x5b, 0x3010],
    [0xff09, 0x29, 0x3015, 0x5d, 0x3011], [0x300a, 0x3008], [0x300b, 0x3009], [0x201c, 0x2018, 0x22, 0x27],
    [0x201d, 0x2019], [0x25, 0xff05], [0xb7, 0x2022],
  ]
  static let firstCharacter = Token(5 + marks.count)
  /// A number no alphabet reaches: five tokens fit 64 bits.
  static let limit = 7100
  private static let stops: Set<UInt32> = [0x3002, 0xff01, 0x21, 0xff1f, 0x3f]

  /// For each code point of the basic plane its token.
  private let tokens: [Token]
  /// Characters in the order of their tokens, from `firstCharacter`.
  package let characters: [UInt16]
  package var count: Int { Int(Self.firstCharacter) + characters.count }

  package init(characters: [UInt16]) {
    self.characters = characters
    var tokens = [Token](repeating: Self.other, count: 0x10000)
    for code in 0x3400...0x9fff { tokens[code] = Self.unknown }
    for code in 0x30...0x39 { tokens[code] = Self.number }
    for code in Array(0x41...0x5a) + Array(0x61...0x7a) { tokens[code] = Self.letters }
    for code in Self.stops { tokens[Int(code)] = Self.stop }
    for (index, codes) in Self.marks.enumerated() { for code in codes { tokens[Int(code)] = Token(5 + index) } }
    for (index, code) in characters.enumerated() { tokens[Int(code)] = Self.firstCharacter + Token(index) }
    self.tokens = tokens
  }

  /// `code` is folded: full-width forms of ASCII stand as ASCII.
  @inline(__always)
  package func token(_ code: UInt32) -> Token {
    code < 0x10000 ? tokens[Int(code)] : (code < 0x40000 ? Self.unknown : Self.other)
  }

  /// The character of a token, 0 for classes.
  @inline(__always)
  package func character(_ token: Token) -> UInt32 {
    token >= Self.firstCharacter ? UInt32(characters[Int(token - Self.firstCharacter)]) : 0
  }
}

/// A paragraph in tokens, four stops before it.
package struct TokenLine: Sendable {
  package static let padding = 4
  package var tokens: [Alphabet.Token] = Array(repeating: Alphabet.stop, count: padding)
  /// For each token the index of its first scalar; the padding has −1.
  package var offsets: [Int32] = Array(repeating: -1, count: padding)

  /// `codes` are folded; blanks give no token, a run of digits or letters gives one.
  package init(_ codes: ArraySlice<UInt32>, _ alphabet: Alphabet) {
    tokens.reserveCapacity(codes.count + 4)
    offsets.reserveCapacity(codes.count + 4)
    var last: Alphabet.Token = 0
    for index in codes.indices {
      let code = codes[index]
      if code == 0x20 || code == 0x09 || (0x2000...0x200f).contains(code) || code == 0xfeff { continue }
      let token = alphabet.token(code)
      let isRun = token == Alphabet.number || token == Alphabet.letters
      if isRun, token == last { continue }
      // The point of a decimal number.
      if code == 0x2e, last == Alphabet.number, index + 1 < codes.endIndex, (0x30...0x39).contains(codes[index + 1]) {
        continue
      }
      tokens.append(token)
      offsets.append(Int32(index))
      last = token
    }
  }
}
