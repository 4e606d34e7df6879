import DuwangCore
import History

/// What must be told of the half year, worked out from the plan day by day without a line of the product's own counting.
struct HalfYearTruth {
  struct Fault: Hashable {
    var kind: String
    var unit: String
    var about: String
  }
  struct Event {
    var day: Day
    var fault: Fault
    var isReturn: Bool
    var isEnd: Bool
    /// Days since it opened, at its end.
    var age = 0
  }

  /// Open faults by day of reading, each with the day on which it opened and its deadline.
  private(set) var open: [Day: [Fault: (since: Day, deadline: Day?)]] = [:]
  private(set) var events: [Event] = []
  private(set) var read: [Day] = []

  init(days: Int) {
    var standing: [Fault: (since: Day, deadline: Day?)] = [:]
    var known = Set<Fault>()
    var downSince: Day?
    for index in 0..<days where !HalfYearPlan.missed.contains(index) {
      let (day, isDown) = (HalfYearPlan.day(index), HalfYearPlan.outages.contains(index))
      read.append(day)
      let site = Fault(kind: "site-unreachable", unit: HalfYearPlan.office, about: "/")
      var now = isDown ? Set(standing.keys) : HalfYearTruth.faults(index)
      if isDown { now.insert(site) }
      for fault in now where standing[fault] == nil {
        events.append(Event(day: day, fault: fault, isReturn: known.contains(fault), isEnd: false))
        standing[fault] = (day, isDown ? nil : HalfYearTruth.deadline(fault, day))
      }
      // A failure that may pass is certain from its second day, and due on the same day.
      if isDown, downSince != nil { standing[site]?.deadline = day }
      downSince = isDown ? day : nil
      for (fault, life) in standing where !now.contains(fault) {
        events.append(Event(day: day, fault: fault, isReturn: false, isEnd: true, age: day - life.since))
        standing[fault] = nil
      }
      known.formUnion(now)
      open[day] = standing
    }
  }

  private static func faults(_ index: Int) -> Set<Fault> {
    let today = HalfYearPlan.day(index)
    var faults = Set<Fault>()
    for unit in HalfYearPlan.units {
      for column in unit.columns where column != "mail" {
        if let last = newest(unit.id, column, today), limit(column, last) < today {
          faults.insert(Fault(kind: "column-stale", unit: unit.id, about: "\(unit.id)/\(column)"))
        }
      }
      if silentSince(unit.id, today) != nil { faults.insert(Fault(kind: "unit-silent", unit: unit.id, about: unit.id)) }
    }
    if HalfYearPlan.isLinkBroken(index) {
      faults.insert(Fault(kind: "link-broken", unit: "xz-yitiaoshan", about: HalfYearPlan.linkPath))
    }
    let waiting = HalfYearPlan.letters.contains { letter in
      letter.date.addingMonths(3) < today && letter.answeredFrom.map { index < $0 } ?? true
    }
    if waiting {
      faults.insert(
        Fault(kind: "reply-overdue", unit: HalfYearPlan.office, about: "\(HalfYearPlan.office)/mail"))
    }
    return faults
  }

  private static func limit(_ column: String, _ newest: Day) -> Day {
    column == "gzdt" ? newest.addingDays(14) : newest.addingMonths(6)
  }

  private static func newest(_ unit: String, _ column: String, _ today: Day) -> Day? {
    HalfYearPlan.items.filter { $0.unit == unit && $0.column == column && $0.date <= today }.map(\.date).max()
  }

  /// Nothing in any column for more than a month: every unit has a column that is due every two weeks.
  static func silentSince(_ unit: String, _ today: Day) -> Day? {
    let last = HalfYearPlan.items.filter { $0.unit == unit && $0.date <= today }.map(\.date).max()
    return last.flatMap { $0.addingMonths(1) < today ? $0 : nil }
  }

  private static func deadline(_ fault: Fault, _ day: Day) -> Day {
    switch fault.kind {
    case "reply-overdue": day
    case "link-broken": WorkingDays.national.after(day, count: 3)
    default: WorkingDays.national.after(day, count: 5)
    }
  }

  // MARK: Numbers of a period

  func days(_ period: ReadPeriod) -> [Day] { read.filter(period.contains) }
  func openBefore(_ period: ReadPeriod) -> Int { read.last { $0 < period.start }.map { open[$0]?.count ?? 0 } ?? 0 }
  func openAtEnd(_ period: ReadPeriod) -> [Fault: (since: Day, deadline: Day?)] {
    days(period).last.flatMap { open[$0] } ?? [:]
  }
  func found(_ period: ReadPeriod, unit: String? = nil, returned: Bool = false) -> Int {
    count(period, unit) { !$0.isEnd && $0.isReturn == returned }
  }
  func mended(_ period: ReadPeriod, unit: String? = nil) -> Int { count(period, unit) { $0.isEnd } }

  func medianAge(_ period: ReadPeriod, unit: String? = nil) -> Double? {
    let ages = events.filter { period.contains($0.day) && $0.isEnd && (unit == nil || $0.fault.unit == unit) }
      .map(\.age).sorted()
    guard !ages.isEmpty else { return nil }
    return ages.count % 2 == 1
      ? Double(ages[ages.count / 2]) : Double(ages[ages.count / 2 - 1] + ages[ages.count / 2]) / 2
  }

  func overdue(_ period: ReadPeriod, unit: String) -> Int {
    openAtEnd(period).count { $0.key.unit == unit && ($0.value.deadline.map { $0 < period.last } ?? false) }
  }

  /// Columns with a limit, and those of them in time on the last day of reading.
  func columns(_ period: ReadPeriod, unit: String) -> (all: Int, inTime: Int) {
    let columns = HalfYearPlan.units.first { $0.id == unit }!.columns.filter { $0 != "mail" }
    let stale = openAtEnd(period).keys.count { $0.kind == "column-stale" && $0.unit == unit }
    return (columns.count, columns.count - stale)
  }

  func published(_ period: ReadPeriod, unit: String? = nil, column: String? = nil) -> Int {
    HalfYearPlan.items.count {
      period.contains($0.date) && $0.date <= (read.last ?? $0.date) && (unit == nil || $0.unit == unit)
        && (column == nil || $0.column == column)
    }
  }

  private func count(_ period: ReadPeriod, _ unit: String?, _ fits: (Event) -> Bool) -> Int {
    events.count { period.contains($0.day) && (unit == nil || $0.fault.unit == unit) && fits($0) }
  }
}
