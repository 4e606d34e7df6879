/// A duration as written in Targets.yaml: a whole number and a unit; months and years are calendar ones.
package struct Period: Sendable, Hashable, Codable, CustomStringConvertible {
  package enum Unit: String, Sendable, Codable, CaseIterable {
    case seconds = "s"
    case minutes = "m"
    case hours = "h"
    case days = "d"
    case weeks = "w"
    case months = "mo"
    case years = "y"
  }
  package let count: Int
  package let unit: Unit

  package init(_ count: Int, _ unit: Unit) { (self.count, self.unit) = (count, unit) }

  /// Reads `15s`, `6mo`, `1y`; nil for anything else. Zero is allowed, a sign is not.
  package init?(_ text: some StringProtocol) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count <= 1_000_000, let unit = Unit(rawValue: String(text.dropFirst(digits.count)))
    else { return nil }
    self.init(count, unit)
  }

  /// The day this period after `day`; parts of a day are dropped.
  package func after(_ day: Day) -> Day {
    switch unit {
    case .months: day.addingMonths(count)
    case .years: day.addingMonths(count * 12)
    case .seconds, .minutes, .hours, .days, .weeks: day.addingDays(Int(seconds / 86400))
    }
  }

  /// Length in seconds; a month counts as 30 days and a year as 365, so use `after(_:)` for calendar rules.
  package var seconds: Double {
    let one: Double =
      switch unit {
      case .seconds: 1
      case .minutes: 60
      case .hours: 3600
      case .days: 86400
      case .weeks: 7 * 86400
      case .months: 30 * 86400
      case .years: 365 * 86400
      }
    return Double(count) * one
  }

  package var description: String { "\(count)\(unit.rawValue)" }

  /// `2周`, `6个月`, `1年`, for readers.
  package var chinese: String {
    switch unit {
    case .seconds: "\(count)秒"
    case .minutes: "\(count)分钟"
    case .hours: "\(count)小时"
    case .days: "\(count)日"
    case .weeks: "\(count)周"
    case .months: "\(count)个月"
    case .years: "\(count)年"
    }
  }
}
