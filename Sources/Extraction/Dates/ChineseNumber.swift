/// Numbers in Chinese characters as dates write them.
enum ChineseNumber {
  /// One of 〇零○一…九 at byte `i` (three bytes).
  static func digit(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int? {
    value(text, i).flatMap { $0 < 10 ? $0 : nil }
  }

  /// `六`, `十二`, `二十五`, `廿一`, `一百一十` (0 to 199), with the byte after it.
  static func read(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Int, Int)? {
    var (i, total, last) = (start, 0, -1)
    while let v = value(text, i), i - start < 18 {
      switch v {
      case 100:
        total += max(last, 1) * 100
        last = -1
      case 10:
        total += (last < 0 ? 1 : last) * 10
        last = -1
      case 20: total += 20
      case 30: total += 30
      default: last = last > 0 ? last * 10 + v : v
      }
      i += 3
    }
    return i == start ? nil : (total + max(last, 0), i)
  }

  private static func value(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int? {
    guard i + 2 < text.count, text[i] >= 0xe2 else { return nil }
    return values[UInt32(text[i]) << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2])]
  }

  private static let values: [UInt32: Int] = {
    var map: [UInt32: Int] = [:]
    let rows: [(String, Int)] = [
      ("〇零○Ｏ", 0), ("一壹", 1), ("二贰", 2), ("三叁", 3), ("四肆", 4), ("五伍", 5), ("六陆", 6), ("七柒", 7), ("八捌", 8), ("九玖", 9),
      ("十拾", 10), ("廿", 20), ("卅", 30), ("百", 100),
    ]
    for (characters, value) in rows {
      for c in characters { map[c.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }] = value }
    }
    return map
  }()
}
