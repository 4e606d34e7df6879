import DuwangCore

/// All that `archive.mustache` shows: every read-check so far, by month, with the days that were missed.
struct ArchiveView: Sendable {
  struct Month: Sendable {
    let monthName: String
    let monthRead: String
    let monthMissed: String?
    let weeks: [Week]
  }
  struct Week: Sendable {
    let days: [DayCell]
  }
  struct DayCell: Sendable {
    let dayNumber: String
    let dayClass: String
    let dayFile: String?
    let dayNote: String?
    let isMissed: Bool
  }
  struct Group: Sendable {
    let groupTitle: String
    let groupFiles: [File]
  }
  struct File: Sendable {
    let groupFile: String
    let groupLabel: String
  }
  let head: HeadView
  let siteTitles: String
  let daysRead: String
  let daysMissed: String
  let hasMissed: Bool
  let firstDay: String
  let lastDay: String
  let latestDay: String
  let latestFile: String?
  let months: [Month]
  let groups: [Group]

  /// `today` bounds the days that can be missed.
  init(_ archive: Archive, siteName: String, today: Day) {
    head = HeadView(title: "\(siteName)读网报告目录")
    siteTitles = siteName
    let days = archive.days.keys.sorted()
    let first = days.first ?? today
    let last = max(days.last ?? today, today)
    let missed = (first.number...last.number).count { archive.days[Day(number: $0)] == nil }
    (daysRead, daysMissed, hasMissed) = (Words.count(days.count), Words.count(missed), missed > 0)
    (firstDay, lastDay) = (first.chineseFull, last.chineseFull)
    latestDay = days.last?.chineseFull ?? ""
    latestFile = days.last.map { "daily/\($0)/index.html" }
    months = ArchiveView.months(archive, first, last)
    groups = [("每周", "weekly", archive.weeks), ("每月", "monthly", archive.months), ("每年", "yearly", archive.years)]
      .filter { !$0.2.isEmpty }
      .map { title, folder, names in
        Group(
          groupTitle: title,
          groupFiles: names.map { File(groupFile: "\(folder)/\($0)/index.html", groupLabel: $0) })
      }
  }

  /// Newest month first.
  private static func months(_ archive: Archive, _ first: Day, _ last: Day) -> [Month] {
    var result: [Month] = []
    var month = Day(first.year, first.month, 1) ?? first
    while month <= last {
      result.append(Self.month(month, archive, first, last))
      month = month.addingMonths(1)
    }
    return result.reversed()
  }

  private static func month(_ start: Day, _ archive: Archive, _ first: Day, _ last: Day) -> Month {
    let days = (0..<Day.length(start.month, of: start.year)).map(start.addingDays)
    var cells = Array(
      repeating: DayCell(dayNumber: "", dayClass: "", dayFile: nil, dayNote: nil, isMissed: false),
      count: start.weekday - 1)
    cells += days.map { cell($0, archive, first, last) }
    let weeks = stride(from: 0, to: cells.count, by: 7).map { Week(days: Array(cells[$0..<min($0 + 7, cells.count)])) }
    let missed = cells.count(where: \.isMissed)
    return Month(
      monthName: "\(start.year)年\(start.month)月", monthRead: Words.count(days.count { archive.days[$0] != nil }),
      monthMissed: missed > 0 ? Words.count(missed) : nil, weeks: weeks)
  }

  private static func cell(_ day: Day, _ archive: Archive, _ first: Day, _ last: Day) -> DayCell {
    guard let summary = archive.days[day] else {
      let isMissed = day >= first && day <= last
      return DayCell(
        dayNumber: "\(day.day)", dayClass: isMissed ? "missed" : "", dayFile: nil, dayNote: nil, isMissed: isMissed)
    }
    return DayCell(
      dayNumber: "\(day.day)", dayClass: summary.severe > 0 ? "severe" : "read", dayFile: "daily/\(day)/index.html",
      dayNote: summary.isKnown ? "\(Words.count(summary.open))项\(summary.complete ? "" : "，未完")" : nil, isMissed: false)
  }
}
