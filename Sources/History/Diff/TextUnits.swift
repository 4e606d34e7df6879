/// Cuts Chinese text where a reader would: into sentences, and sentences into characters, numbers and dates.
enum TextUnits {
  /// Sentences with their final mark and what closes after it. Joined, they are the text.
  static func sentences(_ text: String) -> [String] {
    var (result, current, hasEnded) = ([String](), String.UnicodeScalarView(), false)
    for scalar in text.unicodeScalars {
      let ends = isEnder(scalar)
      if hasEnded, !ends, !isCloser(scalar) {
        result.append(String(current))
        (current, hasEnded) = (String.UnicodeScalarView(), false)
      }
      current.append(scalar)
      if ends { hasEnded = true }
    }
    if !current.isEmpty { result.append(String(current)) }
    return result
  }

  /// Characters, but a number with its sign of percent, a date, and a Latin word are one unit each: 3000 becomes 3200, not
  /// "0 becomes 2". Joined, they are the text.
  static func units(_ text: String) -> [String] {
    let characters = Array(text)
    var (result, index) = ([String](), 0)
    while index < characters.count {
      let end = unitEnd(characters, index)
      result.append(String(characters[index..<end]))
      index = end
    }
    return result
  }

  private static func unitEnd(_ text: [Character], _ start: Int) -> Int {
    if isDigit(text[start]) { return dateEnd(text, start) ?? numberEnd(text, start) }
    var end = start + 1
    if isLetter(text[start]) { while end < text.count, isLetter(text[end]) { end += 1 } }
    return end
  }

  private static func digitsEnd(_ text: [Character], _ start: Int) -> Int {
    var end = start
    while end < text.count, isDigit(text[end]) { end += 1 }
    return end
  }

  private static func numberEnd(_ text: [Character], _ start: Int) -> Int {
    var end = digitsEnd(text, start)
    while end + 1 < text.count, text[end] == "." || text[end] == ",", isDigit(text[end + 1]) {
      end = digitsEnd(text, end + 1)
    }
    if end < text.count, "%％‰".contains(text[end]) { end += 1 }
    return end
  }

  /// The end of `2018年12月31日`, `12月31日`, `2018年12月`, `2018-12-31` or `2018/12/31`.
  private static func dateEnd(_ text: [Character], _ start: Int) -> Int? {
    var (index, parts, end) = (start, 0, start)
    while parts < 3, index < text.count {
      let digits = digitsEnd(text, index)
      guard digits > index, digits - index <= 4 else { break }
      parts += 1
      end = digits
      guard digits < text.count, "年月日-/".contains(text[digits]) else { break }
      let isChinese = !"-/".contains(text[digits])
      if isChinese { end = digits + 1 }
      index = digits + 1
      if text[digits] == "日" { break }
    }
    return parts >= 2 ? end : nil
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
  private static func isLetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }

  private static func isEnder(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", "！", "？", ";", "!", "?": true
    default: false
    }
  }

  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "”", "’", "」", "』", "）", ")", "》", "】", "\"", "'": true
    default: false
    }
  }
}
