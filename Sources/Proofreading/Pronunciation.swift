import Foundation
import Synchronization

/// How a Chinese character sounds, without its tone. Asked for single characters of names only, and remembered.
enum Pronunciation {
  /// Whether two characters sound alike: the same syllable, or one that speakers of the north-west confuse with it
  /// (n/ng at the end, z/zh, c/ch, s/sh, n/l).
  static func isAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    guard a != b, let x = syllable(a), let y = syllable(b) else { return a == b }
    return x == y || blurred(x) == blurred(y)
  }

  /// Pinyin in plain letters; nil for what is no Chinese character.
  static func syllable(_ code: UInt32) -> String? {
    guard Passage.isHan(code), let scalar = Unicode.Scalar(code) else { return nil }
    return known.withLock { known in
      if let syllable = known[code] { return syllable }
      let syllable = String(Character(scalar)).applyingTransform(.mandarinToLatin, reverse: false)?
        .applyingTransform(.stripDiacritics, reverse: false)
      // Names of ever new texts must not fill the memory.
      if known.count < 8_000 { known[code] = syllable }
      return syllable
    }
  }

  private static func blurred(_ syllable: String) -> String {
    var text = syllable
    if text.hasSuffix("ng") { text.removeLast() }
    for (long, short) in [("zh", "z"), ("ch", "c"), ("sh", "s")] where text.hasPrefix(long) {
      text = short + text.dropFirst(2)
    }
    return text.hasPrefix("n") ? "l" + text.dropFirst() : text
  }

  private static let known = Mutex<[UInt32: String]>([:])
}
