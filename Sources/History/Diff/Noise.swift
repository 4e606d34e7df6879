/// What a person would not call a change: counters, today's date, the weather, blanks.
package enum Noise {
  /// The text as a reader sees it: blanks as one space, nothing at the ends, no invisible characters, counters without
  /// their numbers. Empty when nothing but noise is left.
  package static func visible(_ text: String) -> String {
    if isPlain(text) {
      let isLong = text.utf8.count > longestNoise * 4 || text.unicodeScalars.count > longestNoise
      return isLong ? text : masked(text)
    }
    var view = String.UnicodeScalarView()
    var (isBlank, count) = (false, 0)
    for scalar in text.unicodeScalars {
      if isInvisible(scalar) { continue }
      if isSpace(scalar) {
        isBlank = count > 0
        continue
      }
      if isBlank { view.append(" ") }
      view.append(scalar)
      (isBlank, count) = (false, count + 1)
    }
    return count <= longestNoise ? masked(String(view)) : String(view)
  }

  /// Counters and clocks stand in lines of their own; a longer text is never touched.
  private static let longestNoise = 120

  /// No blanks and nothing invisible, by the bytes alone; a no may be wrong, a yes is not.
  private static func isPlain(_ text: String) -> Bool {
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if byte <= 0x20 || last == 0xc2 { return false }
      switch (before, last, byte) {
      case (0xe1, 0x9a, _), (0xe2, 0x80, ...0x8f), (0xe2, 0x80, 0xa8...0xaf), (0xe2, 0x81, _), (0xe3, 0x80, 0x80),
        (0xef, 0xbb, 0xbf):
        return false
      default: (before, last) = (last, byte)
      }
    }
    return true
  }

  /// White_Space of Unicode; asking a scalar for its properties takes longer than the rest of the reading.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
    default: false
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xad, 0x200b...0x200f, 0x2060, 0xfeff: true
    default: false
    }
  }

  private static func masked(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    if isClock(line, scalars.count) || isWeather(scalars) { return "" }
    guard scalars.contains(where: isDigit) else { return line }
    var (kept, index, end) = (String.UnicodeScalarView(), 0, 0)
    while index < scalars.count {
      guard let next = counterEnd(scalars, index) else {
        index += 1
        continue
      }
      kept.append(contentsOf: scalars[end..<index])
      (index, end) = (next, next)
    }
    if end == 0 { return line }
    kept.append(contentsOf: scalars[end...])
    return String(kept)
  }

  private static func isClock(_ line: String, _ count: Int) -> Bool {
    count <= 60 && ["今天是", "现在是", "当前时间", "北京时间", "现在时间"].contains { line.hasPrefix($0) }
  }

  /// `景泰 晴 -3℃～8℃ 西北风3级`: short, no sentence.
  private static func isWeather(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count <= 40 && scalars.contains("℃") && !scalars.contains { "。，；".unicodeScalars.contains($0) }
  }

  /// By their first character.
  private static let counters = Dictionary(
    grouping: [
      "次数", "阅读量", "浏览量", "访问量", "点击量", "点击数", "阅读数", "浏览数", "访问数", "点击率", "访问人数", "在线人数", "当前在线",
      "您是第", "已被浏览", "已浏览", "已阅读", "阅读：", "浏览：", "点击：", "访问：", "人气：", "热度：", "阅读:", "浏览:", "点击:", "访问:", "人气:",
    ].map { Array($0.unicodeScalars) }, by: \.[0])

  private static let starts = Array(counters.keys)

  /// The end of a counter with its number that begins at `start`; nil when none does.
  private static func counterEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard starts.contains(scalars[start]),
      let word = counters[scalars[start]]?.first(where: { scalars[start...].starts(with: $0) })
    else { return nil }
    let afterWord = start + word.count
    let number = scalars[afterWord...].drop { " ：:（([【[为共有达]".unicodeScalars.contains($0) }
    let rest = number.drop { isDigit($0) || $0 == "," }
    return rest.startIndex > number.startIndex ? rest.startIndex : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
}
