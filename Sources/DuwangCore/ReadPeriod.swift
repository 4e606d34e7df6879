/// A calendar period of which a read-check is made: an ISO week, a month or a year in Asia/Shanghai.
package struct ReadPeriod: Sendable, Hashable {
  package let kind: Report.Kind
  package let start: Day
  /// The first day after it.
  package let end: Day

  package init(_ kind: Report.Kind, containing day: Day) {
    self.kind = kind
    switch kind {
    case .daily: (start, end) = (day, day.addingDays(1))
    case .weekly:
      start = day.addingDays(1 - day.weekday)
      end = start.addingDays(7)
    case .monthly:
      start = day.addingDays(1 - day.day)
      end = start.addingMonths(1)
    case .yearly:
      start = Day(day.year, 1, 1) ?? day
      end = start.addingMonths(12)
    }
  }

  /// Reads the name of a period of that kind: `2018-W52` (ISO 8601), `2018-12`, `2018`; nil for anything else.
  package init?(_ name: String, kind: Report.Kind) {
    let day: Day? =
      switch kind {
      case .daily: Day(name)
      case .weekly: ReadPeriod.monday(name)
      case .monthly: Day(name + "-01")
      case .yearly: Day(name + "-01-01")
      }
    guard let day else { return nil }
    self.init(kind, containing: day)
    if self.name != name { return nil }
  }

  private static func monday(_ name: String) -> Day? {
    let parts = name.split(separator: "-W", omittingEmptySubsequences: false)
    // 4 January always lies in week 1.
    guard parts.count == 2, parts[1].count == 2, let year = Int(parts[0]), let week = Int(parts[1]),
      let january = Day(year, 1, 4)
    else { return nil }
    return january.addingDays(7 * (week - 1))
  }

  /// Also the name of its folder.
  package var name: String {
    switch kind {
    case .daily: start.description
    case .weekly: "\(week.year.padded(4))-W\(week.number.padded(2))"
    case .monthly: "\(start.year.padded(4))-\(start.month.padded(2))"
    case .yearly: start.year.padded(4)
    }
  }

  /// The ISO week: it belongs to the year of its Thursday.
  package var week: (year: Int, number: Int) {
    let thursday = start.addingDays(3)
    return (thursday.year, (thursday - (Day(thursday.year, 1, 1) ?? thursday)) / 7 + 1)
  }

  package var last: Day { end.addingDays(-1) }
  package var days: [Day] { (start.number..<end.number).map(Day.init(number:)) }
  package var previous: ReadPeriod { ReadPeriod(kind, containing: start.addingDays(-1)) }
  package var span: Report.Span { .init(start: Moment(startOf: start), end: Moment(startOf: end)) }
  package func contains(_ day: Day) -> Bool { start <= day && day < end }

  /// `2018年第52周`, `2018年12月`, `2018年`.
  package var chinese: String {
    switch kind {
    case .daily: start.chineseFull
    case .weekly: "\(week.year)年第\(week.number)周"
    case .monthly: "\(start.year)年\(start.month)月"
    case .yearly: "\(start.year)年"
    }
  }
}
