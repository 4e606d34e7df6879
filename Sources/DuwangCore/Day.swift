/// A civil date in Asia/Shanghai, proleptic Gregorian, written `YYYY-MM-DD`.
package struct Day: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil when the date is not in the calendar (month 13, 30 February, 29 February off leap years).
  package init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(month, of: year) else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `YYYY-MM-DD` exactly; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let y = Int(parts[0]), let m = Int(parts[1]), let d = Int(parts[2])
    else { return nil }
    self.init(y, m, d)
  }

  /// `number` counts days from 1970-01-01 (which is 0).
  package init(number: Int) {
    // Howard Hinnant's civil_from_days: eras of 400 years, years begin in March.
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let doe = z - era * 146_097
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
    let mp = (5 * doy + 2) / 153
    day = doy - (153 * mp + 2) / 5 + 1
    month = mp < 10 ? mp + 3 : mp - 9
    year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  package var number: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yoe = y - era * 400
    let doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
  }

  /// 1 is Monday, 7 is Sunday.
  package var weekday: Int { ((number % 7) + 10) % 7 + 1 }

  /// The same day of another month; the last day of that month where it is shorter (31 Jan + 1 month = 28 Feb).
  package func addingMonths(_ months: Int) -> Day {
    let index = year * 12 + month - 1 + months
    let (y, m) = (index.floorDivided(by: 12), index.floorModulo(12) + 1)
    return Day(y, m, min(day, Day.length(m, of: y))) ?? self
  }

  package func addingDays(_ days: Int) -> Day { Day(number: number + days) }

  package static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
  /// Whole days from `b` to `a`.
  package static func - (a: Day, b: Day) -> Int { a.number - b.number }

  package var description: String { "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }

  /// `11月25日`, for sentences.
  package var chinese: String { "\(month)月\(day)日" }
  /// `2018年11月25日`.
  package var chineseFull: String { "\(year)年\(month)月\(day)日" }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Day(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a date: \(text)"))
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Days of a month: 28 to 31.
  package static func length(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

extension Int {
  /// Decimal digits, zero-filled on the left to `width`.
  package func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }

  func floorDivided(by n: Int) -> Int { (self - floorModulo(n)) / n }
  func floorModulo(_ n: Int) -> Int { ((self % n) + n) % n }
}
