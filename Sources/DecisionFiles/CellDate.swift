import DuwangCore

/// Dates as they come back from office programs: as text in any usual order, or as a count of days.
enum CellDate {
  /// Counts between 1954 and 2119; other numbers are no dates.
  private static let counts = 20_000.0..<80_000.0

  /// A count of days becomes `YYYY-MM-DD`; every other text stays.
  static func plain(_ text: String, from1904: Bool) -> String {
    count(text).map { day($0, from1904: from1904).description } ?? text
  }

  /// `2019-03-01`, `2019/3/1`, `2019.3.1`, `2019年3月1日`, `20190301`, each with or without a time; `3月1日` is the next such day
  /// from `near` on. Nil where day and month could be mistaken for one another.
  static func day(_ text: String, near: Day) -> Day? {
    if text.utf8.count == 8, let number = Int(text) { return Day(number / 10_000, number / 100 % 100, number % 100) }
    let numbers = numbers(text)
    if numbers.count >= 3, (1900...2999).contains(numbers[0]) { return Day(numbers[0], numbers[1], numbers[2]) }
    guard numbers.count == 2, text.contains("月") else { return nil }
    let day = Day(near.year, numbers[0], numbers[1])
    return day.flatMap { $0 < near ? Day(near.year + 1, numbers[0], numbers[1]) : $0 }
  }

  /// A moment to the minute, as the tables write it and as office programs rewrite it.
  static func moment(_ text: String, from1904: Bool) -> Moment? {
    if let count = count(text) {
      let minutes = (count.truncatingRemainder(dividingBy: 1) * 1440).rounded()
      return Moment(startOf: day(count, from1904: from1904)).adding(seconds: minutes * 60)
    }
    let numbers = numbers(text)
    guard numbers.count >= 5, let day = Day(numbers[0], numbers[1], numbers[2]), (0..<24).contains(numbers[3]),
      (0..<60).contains(numbers[4])
    else { return nil }
    return Moment(startOf: day).adding(seconds: Double(numbers[3] * 3600 + numbers[4] * 60))
  }

  private static func count(_ text: String) -> Double? { Double(text).flatMap { counts.contains($0) ? $0 : nil } }

  private static func day(_ count: Double, from1904: Bool) -> Day {
    let start = from1904 ? Day(1904, 1, 1) : Day(1899, 12, 30)
    return (start ?? Day(number: 0)).addingDays(Int(count))
  }

  private static func numbers(_ text: String) -> [Int] {
    text.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
  }
}
