/// Numbers in Chinese characters.
enum Numerals {
  /// 一 to 九百九十九 from `start`, and where it ends; nil when no number stands there.
  static func read(_ passage: Passage, _ start: Int) -> (value: Int, end: Int)? {
    var (index, value, digit, any) = (start, 0, 0, false)
    while index < start + 6 {
      let code = passage.at(index)
      if let next = digits[code] {
        guard digit == 0 else { return nil }
        digit = next
      } else if code == 0x5341 || code == 0x767e {  // 十 百
        value += (digit == 0 ? 1 : digit) * (code == 0x5341 ? 10 : 100)
        digit = 0
      } else if code != 0x96f6 || !any {  // 零
        break
      }
      any = true
      index += 1
    }
    return any ? (value + digit, index) : nil
  }

  /// In either kind of digits.
  static func readAny(_ passage: Passage, _ start: Int) -> (value: Int, end: Int)? {
    var end = start
    while Passage.isDigit(passage.at(end)), end < start + 4 { end += 1 }
    if end > start { return (passage.folded[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }, end) }
    return read(passage, start)
  }

  static let digits: [UInt32: Int] = Dictionary(uniqueKeysWithValues: zip("一二三四五六七八九".codes, 1...9))
}
