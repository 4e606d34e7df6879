import DuwangCore

/// Makes the weekly, monthly or yearly read-check out of what the history holds of its days; pure.
package enum PeriodReadCheck {
  /// What the history has to say about a period and the one before.
  package struct Facts {
    package var account: PeriodAccount
    /// Days of readings, of the whole history.
    package var days: [Day] = []
    /// Visits from six days before the period on: the indicator looks at any week that ends within it.
    package var probes: [ProbeDay] = []
    package var published = ItemCounts()
    /// Items of five years up to the period's end.
    package var years: [ItemCount] = []
    package var previous: Comparison?
    package var trend: [TrendPoint] = []
    package var judgements: [Judgement] = []
    /// Of a year.
    package var months: [MonthVerdicts] = []
    package init(account: PeriodAccount) { self.account = account }
  }

  /// `now` decides whether the period is over, and which of its days are due.
  package static func make(_ period: ReadPeriod, targets: Targets, facts: Facts, now: Moment) -> Report {
    let (account, span) = (facts.account, period.span)
    let empty = SiteReading(startedAt: span.start, endedAt: span.start)
    var report = Report(
      kind: period.kind, complete: now >= span.end, baseline: account.isBaseline, period: span, generatedAt: now,
      reading: empty)
    let order = TargetOrder(targets)
    let items = FindingOrder(order).sorted(account.items)
    report.findings = items.filter(\.status.isOpen)
    report.resolved = items.filter { !$0.status.isOpen }
    report.changes = order.sorted(account.changes)
    report.flow = account.sum.flow
    let days = facts.probes.filter { period.contains($0.day) }
    report.availability = targets.sites.map { Report.Availability(site: $0.id, days: days) }
    if let last = account.last { state(of: last, in: &report, account) }
    report.summary = summary(period, targets: targets, facts: facts, now: now)
    // One call of `duwang probe` visits every site.
    report.summary?.coverage.probes = report.availability.map(\.probes).max() ?? 0
    judge(&report, period, targets: targets, facts: facts, now: now)
    return report
  }

  /// The day by which deadlines are judged: today, or the period's last.
  package static func judgedOn(_ period: ReadPeriod, now: Moment) -> Day { min(period.last, now.day) }

  /// The tables of Targets.yaml, those in force on `day` first.
  package static func profiles(of targets: Targets, leadingOn day: Day) -> [IndicatorProfile] {
    targets.profiles.filter { $0.isInForce(on: day) } + targets.profiles.filter { !$0.isInForce(on: day) }
  }

  /// Verdicts and sum of every indicator table, the leading one first.
  private static func judge(
    _ report: inout Report, _ period: ReadPeriod, targets: Targets, facts: Facts, now: Moment
  ) {
    var found = IndicatorFacts(
      targets: targets, start: period.start, end: judgedOn(period, now: now), last: facts.account.last,
      findings: report.findings + report.resolved, probes: facts.probes)
    found.judgements = facts.judgements
    for profile in profiles(of: targets, leadingOn: judgedOn(period, now: now)) {
      let verdicts = Indicators.verdicts(of: profile, facts: found)
      let score = IndicatorScore(profile, verdicts: verdicts)
      report.summary?.indicators += verdicts
      report.summary?.scores.append(
        ProfileScore(
          profile: profile.id, base: profile.base, deducted: score.deducted, score: score.score,
          waiting: score.waiting, unknown: score.unknown))
    }
  }

  private static func state(of last: Report, in report: inout Report, _ account: PeriodAccount) {
    (report.columns, report.unreadable, report.unfound) = (last.columns, last.unreadable, last.unfound)
    (report.sites, report.limitsHit, report.interaction) = (last.sites, last.limitsHit, last.interaction)
    (report.startedAt, report.endedAt, report.totals) = (last.startedAt, last.endedAt, last.totals)
    (report.totals.bytes, report.totals.seconds) = (account.bytes, account.seconds)
    report.totals.newItems = report.changes.count { $0.type == .added }
    report.totals.changedPages = report.changes.count { $0.type == .modified }
    report.totals.removedPages = report.changes.count { $0.type == .removed }
  }

  private static func summary(_ period: ReadPeriod, targets: Targets, facts: Facts, now: Moment) -> PeriodSummary {
    let (account, columns) = (facts.account, facts.account.last?.columns ?? [])
    var summary = PeriodSummary(coverage: coverage(period, facts, now: now))
    let sums = Statistics.sums(facts.published, years: facts.years, columns: columns, targets: targets)
    summary.units = UnitRows.make(
      targets, account: account, published: sums.units, coverage: summary.coverage,
      on: judgedOn(period, now: now))
    summary.statistics = Statistics.rows(facts.published.counts, targets: targets)
    summary.publication = sums
    summary.comparison = facts.previous
    summary.medianDaysToMend = account.sum.median
    let flow = account.sum.flow
    (summary.trend, summary.months) = (facts.trend, facts.months)
    if period.kind != .yearly {
      summary.trend.append(
        TrendPoint(
          period: period.name, daysRead: account.daysRead.count, found: flow.found + flow.recurred,
          closed: flow.resolved + flow.dismissed, open: flow.open))
    }
    return summary
  }

  private static func coverage(_ period: ReadPeriod, _ facts: Facts, now: Moment) -> DayCoverage {
    var coverage = DayCoverage(
      daysRead: facts.account.daysRead.count, daysIncomplete: facts.account.daysIncomplete)
    let (from, through) = (max(period.start, facts.days.first ?? period.end), judgedOn(period, now: now))
    guard from <= through else { return coverage }
    let read = Set(facts.account.daysRead)
    coverage.daysMissed = (from.number...through.number).map(Day.init(number:)).filter { !read.contains($0) }
    return coverage
  }
}

/// Units side by side.
enum UnitRows {
  static func make(
    _ targets: Targets, account: PeriodAccount, published: [Publication.Sum], coverage: DayCoverage, on day: Day
  ) -> [UnitRow] {
    let columns = Dictionary(grouping: account.last?.columns ?? [], by: \.unit)
    let items = Dictionary(published.map { ($0.name, $0.items) }) { $1 }
    let open = Dictionary(grouping: account.openEntries, by: \.unit)
    return targets.units.map { unit in
      let (own, tally) = (columns[unit.id] ?? [], account.tally(of: unit.id))
      var row = UnitRow(id: unit.id, name: unit.name, reader: unit.reader)
      (row.daysRead, row.daysDue) = (coverage.daysRead, coverage.daysRead + coverage.daysMissed.count)
      row.configured = unit.columns.count
      (row.columns, row.inTime) = (own.count(where: \.isJudged), own.count(where: \.isInTime))
      (row.found, row.recurred) = (tally.flow.found + tally.flow.recurred, tally.flow.recurred)
      (row.mended, row.dismissed, row.open) = (tally.flow.resolved, tally.flow.dismissed, tally.flow.open)
      row.overdue = (open[unit.id] ?? []).count { $0.deadline.map { $0 < day } ?? false }
      row.medianDaysToMend = tally.median
      row.published = items[unit.id] ?? 0
      row.silentSince = account.last.flatMap { UnitSilence.since(own, today: $0.period.start.day) }
      return row
    }
  }
}
