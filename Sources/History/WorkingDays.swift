import DuwangCore

/// Working days by the State Council's yearly notices on holidays (节假日安排), 调休 included.
package struct WorkingDays: Sendable {
  /// Weekdays without work and weekend days with work.
  private var off: Set<Day> = []
  private var work: Set<Day> = []
  /// Year → the notice it comes from.
  package private(set) var notices: [Int: String] = [:]

  /// The calendar that ships with the program.
  package static let national = WorkingDays(String(decoding: PackageResources.Holidays_tsv, as: UTF8.self))

  /// Reads lines `year⇥YYYY⇥notice`, `off⇥YYYY-MM-DD`, `work⇥YYYY-MM-DD`; others are left out.
  package init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: "\t")
      guard fields.count >= 2 else { continue }
      switch fields[0] {
      case "year": notices[Int(fields[1]) ?? 0] = fields.count > 2 ? String(fields[2]) : ""
      case "off": if let day = Day(fields[1]) { off.insert(day) }
      case "work": if let day = Day(fields[1]) { work.insert(day) }
      default: continue
      }
    }
  }

  /// Whether the year's holidays are known; without them only weekends are free.
  package func knows(_ year: Int) -> Bool { notices[year] != nil }

  package func isWorkingDay(_ day: Day) -> Bool {
    day.weekday <= 5 ? !off.contains(day) : work.contains(day)
  }

  /// The `count`th working day after `day`; `day` itself is not counted.
  package func after(_ day: Day, count: Int) -> Day {
    var (result, left) = (day, count)
    while left > 0 {
      result = result.addingDays(1)
      if isWorkingDay(result) { left -= 1 }
    }
    return result
  }

  /// The last day to put a finding right: severe the same day, columns 5 working days, the rest 3; advice has none.
  /// The defaults of the field's rules (读网记录与整改台账, 整改时限).
  package func deadline(for finding: Finding, from day: Day) -> Day? {
    switch (finding.severity, finding.kind) {
    case (.severe, _): day
    case (.hint, _): nil
    case (.general, .columnStale), (.general, .columnEmpty), (.general, .columnUnreachable), (.general, .homeStale),
      (.general, .unitSilent), (.general, .replyOverdue):
      after(day, count: 5)
    case (.general, _): after(day, count: 3)
    }
  }
}
