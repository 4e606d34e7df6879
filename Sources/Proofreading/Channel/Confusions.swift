/// Which characters are taken for one another by their sound or their shape, and how characters are read. Read in place.
package struct Confusions: Sendable {
  static let magic: UInt64 = 0x3146_4e43_5744  // "DWCNF1"
  /// A character that may stand for another one.
  package struct Other {
    /// 3: same syllable and tone, 2: same syllable, 1: a syllable often confused, 0: another sound.
    package var sound: Int
    /// 3 to 1: nearly the same shape to somewhat alike, 0: unlike.
    package var shape: Int
    package var code: UInt32
  }

  private let characters: [UInt16]
  /// For each code point of the basic plane its place in `characters` from 1, 0 for none.
  private let places: [UInt16]
  private let starts: Table<UInt32>
  let entries: Table<UInt32>
  private let readings: Table<UInt16>
  private let bytes: Bytes

  /// Header: magic, characters n, entries m, 64 bits each; then 32 bits: n + 1 starts of lists, m entries (code point
  /// << 16 | shape << 2 | sound); then 16 bits: n characters, four readings each (0 for none).
  package init?(_ bytes: Bytes) {
    guard bytes.load(UInt64.self, at: 0) == Self.magic, let count = bytes.load(UInt64.self, at: 8), count < 0x10000,
      let total = bytes.load(UInt64.self, at: 16), total < 1 << 28,
      let starts = bytes.table(UInt32.self, at: 24, length: Int(count) + 1),
      let entries = bytes.table(UInt32.self, at: 28 + 4 * Int(count), length: Int(total)),
      let codes = bytes.table(UInt16.self, at: 28 + 4 * Int(count + total), length: Int(count)),
      let readings = bytes.table(UInt16.self, at: 28 + 4 * Int(count + total) + 2 * Int(count), length: 4 * Int(count))
    else { return nil }
    guard (0..<Int(count)).allSatisfy({ starts[$0] <= starts[$0 + 1] }), starts[Int(count)] == total else { return nil }
    (self.starts, self.entries, self.readings, self.bytes) = (starts, entries, readings, bytes)
    characters = (0..<Int(count)).map { codes[$0] }
    var places = [UInt16](repeating: 0, count: 0x10000)
    for (index, code) in characters.enumerated() { places[Int(code)] = UInt16(index + 1) }
    self.places = places
  }

  /// Places in `entries` of what may stand for a character.
  func places(of code: UInt32) -> Range<Int> {
    guard code < 0x10000, case let place = Int(places[Int(code)]), place > 0 else { return 0..<0 }
    return Int(starts[place - 1])..<Int(starts[place])
  }

  @inline(__always)
  static func other(_ entry: UInt32) -> Other {
    Other(sound: Int(entry & 3), shape: Int(entry >> 2 & 3), code: entry >> 16)
  }

  package func relation(_ from: UInt32, _ to: UInt32) -> Other? {
    places(of: from).first { entries[$0] >> 16 == to }.map { Self.other(entries[$0]) }
  }

  /// Syllables of a character, those often confused made one; up to four, the rest 0.
  @inline(__always)
  func syllables(of code: UInt32) -> SIMD4<UInt16> {
    guard code < 0x10000, case let place = 4 * (Int(places[Int(code)]) - 1), place >= 0 else { return .zero }
    return SIMD4(readings[place], readings[place + 1], readings[place + 2], readings[place + 3])
  }
}
