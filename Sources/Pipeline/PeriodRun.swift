import DuwangCore
import History
import ReadChecks
import Reporting

/// Why a period cannot be summarised.
package enum PeriodFault: Error, CustomStringConvertible {
  case nothingRead
  case notBegun(String)
  case beforeFirst(String, Day)

  package var description: String {
    switch self {
    case .nothingRead: "没有读网记录，请先运行 duwang read daily，或用--state指明目录。"
    case .notBegun(let name): "\(name)尚未开始。"
    case .beforeFirst(let name, let day): "\(name)早于首次读网（\(day.chineseFull)），没有可汇总的记录。"
    }
  }
}

/// The weekly, monthly or yearly read-check, out of the history alone, so that any past period can be made again.
package struct PeriodRun: Sendable {
  package var targets: Targets
  package var store: any HistoryStore
  package var writer: ReportWriter
  package var now: Moment

  package init(targets: Targets, store: any HistoryStore, writer: ReportWriter, now: Moment) {
    (self.targets, self.store, self.writer, self.now) = (targets, store, writer, now)
  }

  /// Writes the read-check of `period` and gives it. Throws `PeriodFault` where there is nothing to tell, and what the
  /// store or the writer throws.
  package func read(_ period: ReadPeriod) throws -> Report {
    let report = try make(period)
    _ = try writer.write(report, targets: targets)
    return report
  }

  package func make(_ period: ReadPeriod) throws -> Report {
    let days = try store.days().filter { $0 <= now.day }
    guard let first = days.first else { throw PeriodFault.nothingRead }
    guard period.start <= now.day else { throw PeriodFault.notBegun(period.chinese) }
    guard period.end > first else { throw PeriodFault.beforeFirst(period.chinese, first) }
    let through = PeriodReadCheck.judgedOn(period, now: now)
    var account = try account(period, days: days)
    for day in account.daysToFill.sorted() {
      if let report = try store.outlines(from: day, through: day).last { account.fill(from: report) }
    }
    var facts = PeriodReadCheck.Facts(account: account)
    facts.days = days
    facts.probes = try store.probeDays(from: period.start.addingDays(-6), through: through)
    facts.published = try store.published(from: period.start, through: through)
    let fiveYears = Day(period.last.year - 4, 1, 1) ?? period.start
    facts.years = try store.published(from: fiveYears, through: through).counts
    facts.previous = try comparison(period.previous, days: days)
    facts.trend = try trend(before: period, days: days)
    facts.judgements = try store.judgements()
    if period.kind == .yearly { facts.months = try months(of: period, days: days, facts) }
    return PeriodReadCheck.make(period, targets: targets, facts: facts, now: now)
  }

  /// Days are read one at a time, and of each only the ledger: a year of reports would not fit into memory.
  private func account(_ period: ReadPeriod, days: [Day]) throws -> PeriodAccount {
    let before = try days.last { $0 < period.start }.flatMap { try store.ledgers(from: $0, through: $0).last }
    let since = before?.generatedAt
    let decisions = try store.decisions().filter { decision in
      since.map { decision.at > $0 } ?? true && decision.at < period.span.end
    }
    var account = PeriodAccount(before: before, decisions: decisions)
    for day in days where period.contains(day) {
      if let ledger = try store.ledgers(from: day, through: day).last { account.add(ledger) }
    }
    account.decide(through: min(now, period.span.end))
    return account
  }

  private func comparison(_ period: ReadPeriod, days: [Day]) throws -> Comparison? {
    let tally = try account(period, days: days)
    guard let day = tally.daysRead.last, let report = try store.outlines(from: day, through: day).last else {
      return nil
    }
    var comparison = Comparison(period: period.span)
    comparison.daysRead = tally.daysRead.count
    comparison.flow = tally.sum.flow
    comparison.overdue = tally.openEntries.count { $0.deadline.map { $0 < period.last } ?? false }
    comparison.columns = report.columns.count(where: \.isJudged)
    comparison.inTime = report.columns.count(where: \.isInTime)
    comparison.published = try store.published(from: period.start, through: period.last).counts.reduce(0) {
      $0 + $1.items
    }
    return comparison
  }

  private func months(of year: ReadPeriod, days: [Day], _ facts: PeriodReadCheck.Facts) throws -> [MonthVerdicts] {
    let last = PeriodReadCheck.judgedOn(year, now: now)
    guard let profile = PeriodReadCheck.profiles(of: targets, leadingOn: last).first else { return [] }
    // Before the first reading there was nothing to read.
    let first = max(year.start, days.first ?? year.start).month
    return try (first...last.month).compactMap { Day(year.start.year, $0, 1) }.map { first in
      let month = ReadPeriod(.monthly, containing: first)
      let read = days.filter(month.contains)
      return VetoMonths.verdicts(
        month, profile: profile, targets: targets,
        last: try read.last.flatMap { try store.outlines(from: $0, through: $0).last },
        daysRead: read.count, probes: facts.probes.filter { $0.day >= first.addingDays(-6) && $0.day < month.end },
        judgements: facts.judgements, now: now)
    }
  }

  /// The eleven periods before (of a year: its months), as far as the history reaches back.
  private func trend(before period: ReadPeriod, days: [Day]) throws -> [TrendPoint] {
    guard let first = days.first else { return [] }
    var periods: [ReadPeriod] = []
    var earlier = period.previous
    // A year is told by its months.
    let limit = period.kind == .yearly ? 12 : 11
    if period.kind == .yearly { earlier = ReadPeriod(.monthly, containing: PeriodReadCheck.judgedOn(period, now: now)) }
    while periods.count < limit, earlier.end > first, period.kind != .yearly || earlier.start >= period.start {
      periods.append(earlier)
      earlier = earlier.previous
    }
    guard let oldest = periods.last else { return [] }
    let records = try store.dayRecords(from: days.last { $0 < oldest.start } ?? oldest.start, through: period.last)
    return periods.reversed().map { Trend.point($0, records) }
  }
}
