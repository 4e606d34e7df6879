import Foundation

/// An instant, written ISO 8601 with the offset of Asia/Shanghai (`+08:00`), whatever the machine's zone.
package struct Moment: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Double

  package init(seconds: Double) { self.seconds = seconds }
  package static var now: Moment { Moment(seconds: Date().timeIntervalSince1970) }

  /// Midnight at the start of `day` in Asia/Shanghai.
  package init(startOf day: Day) { seconds = Double(day.number * 86400 - Moment.offset) }

  /// Reads `YYYY-MM-DD[THH:MM[:SS[.fff]]][Z|±HH:MM]`; without an offset the time is Asia/Shanghai.
  package init?(_ text: String) {
    let separator = text.firstIndex { $0 == "T" || $0 == " " }
    guard let day = Day(text[..<(separator ?? text.endIndex)]) else { return nil }
    guard let separator else {
      self.init(startOf: day)
      return
    }
    var clock = text[text.index(after: separator)...]
    var offset = Moment.offset
    if clock.hasSuffix("Z") {
      (offset, clock) = (0, clock.dropLast())
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = clock[clock.index(after: sign)...].filter { $0 != ":" }
      guard zone.count == 4, let hours = Int(zone.prefix(2)), let minutes = Int(zone.suffix(2)) else { return nil }
      offset = (hours * 3600 + minutes * 60) * (clock[sign] == "-" ? -1 : 1)
      clock = clock[..<sign]
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let h = Int(parts[0]), let m = Int(parts[1]),
      let s = parts.count == 3 ? Double(parts[2]) : 0,
      (0..<24).contains(h), (0..<60).contains(m), (0..<61).contains(s)
    else { return nil }
    self.init(seconds: Double(day.number * 86400 + h * 3600 + m * 60 - offset) + s)
  }

  /// The civil date in Asia/Shanghai.
  package var day: Day { Day(number: Int((seconds + Double(Moment.offset)).rounded(.down)).floorDivided(by: 86400)) }

  /// `HH:MM` in Asia/Shanghai.
  package var clock: String {
    let s = Int((seconds + Double(Moment.offset)).rounded(.down)).floorModulo(86400)
    return "\((s / 3600).padded(2)):\((s / 60 % 60).padded(2))"
  }

  /// 0 to 23 in Asia/Shanghai.
  package var hour: Int { Int((seconds + Double(Moment.offset)).rounded(.down)).floorModulo(86400) / 3600 }

  package func adding(seconds more: Double) -> Moment { Moment(seconds: seconds + more) }
  package static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  package var description: String {
    let s = Int((seconds + Double(Moment.offset)).rounded(.down)).floorModulo(60)
    return "\(day)T\(clock):\(s.padded(2))+08:00"
  }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Moment(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a time: \(text)"))
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Asia/Shanghai is UTC+8 without daylight saving since 1992.
  static let offset = 8 * 3600
}
