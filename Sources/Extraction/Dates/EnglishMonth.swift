/// English names of months, whole or cut to three letters, with or without a full stop.
enum EnglishMonth {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ].map { Array($0.utf8) }

  /// The month (1 to 12) whose name ends before `end`, blanks between, and where it begins.
  static func ending(before end: Int, in text: UnsafeBufferPointer<UInt8>) -> (month: Int, start: Int)? {
    var last = end
    while last > 0, end - last < 4, text[last - 1] == 0x20 || text[last - 1] == 0x2e { last -= 1 }
    var start = last
    while start > 0, last - start < 10, isLetter(text[start - 1]) { start -= 1 }
    return last < end ? month(text[start..<last]).map { ($0, start) } : nil
  }

  /// The month (1 to 12) whose name begins at `start`, and where it ends.
  static func beginning(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> (month: Int, end: Int)? {
    var end = start
    while end < text.count, end - start < 10, isLetter(text[end]) { end += 1 }
    guard let month = month(text[start..<end]) else { return nil }
    return (month, end < text.count && text[end] == 0x2e ? end + 1 : end)
  }

  private static func month(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { name in
      (word.count == 3 || word.count == name.count) && zip(word, name).allSatisfy { $0 | 0x20 == $1 }
    }.map { $0 + 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a }
}
