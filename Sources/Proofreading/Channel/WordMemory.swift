/// Words of a line and their numbers: the candidates of one place share most of their words.
struct WordMemory {
  private static let bits: UInt64 = 10
  /// Up to four characters, 16 bits each; 0 is no word.
  private var keys = [UInt64](repeating: 0, count: 1 << Int(bits))
  private var words = [WordModel.Word](repeating: 0, count: 1 << Int(bits))
  private let model: WordModel

  init(_ model: WordModel) { self.model = model }

  /// As `WordModel.word`.
  mutating func word(_ codes: ArraySlice<UInt32>) -> WordModel.Word {
    var key: UInt64 = 0
    for code in codes {
      guard code < 0x10000, key >> 48 == 0 else { return model.word(codes) }
      key = key << 16 | UInt64(code)
    }
    let slot = Int((key &* 0x9e37_79b9_7f4a_7c15) >> (64 - Self.bits))
    if keys[slot] != key { (keys[slot], words[slot]) = (key, model.word(codes)) }
    return words[slot]
  }
}
