import DuwangCore

/// Makes the daily read-check out of what was read, judged and recorded; pure.
package enum DailyReadCheck {
  /// `previous` is the last report; `before` is the ledger as this run met it, `records` the ledger after it. The period is the
  /// civil day of `now`. `complete` is false when the reading was interrupted or a limit cut real pages (contract §4).
  package static func make(
    targets: Targets, reading: SiteReading, columns: [ColumnState], previous: Report? = nil, before: [FindingRecord],
    records: [FindingRecord], changes: [PageChange], isBaseline: Bool, now: Moment, probes: [ProbeDay] = []
  ) -> Report {
    let day = now.day
    let isComplete = !reading.isInterrupted && !reading.limitsHit.contains(where: \.cutsRealPages)
    var report = Report(
      kind: .daily, complete: isComplete, baseline: isBaseline,
      period: .init(start: Moment(startOf: day), end: Moment(startOf: day.addingDays(1))), generatedAt: now,
      reading: reading)
    let order = TargetOrder(targets)
    let letters = LettersRule(targets)
    let ledger = LedgerFlow(previous: previous, before: before, after: records)
    report.columns = order.sorted(columns)
    report.findings = FindingOrder(order, judged: records).sorted(ledger.open.map(Report.Item.init)).map(letters.hiding)
    report.resolved = FindingOrder(order).sorted(ledger.closed.map(Report.Item.init)).map(letters.hiding)
    report.flow = ledger.flow
    report.changes = isBaseline ? [] : order.sorted(changes).map(letters.hiding)
    report.unreadable = UnreadableList.make(reading: reading, columns: report.columns)
    report.unfound = report.columns.filter { $0.status == .unfound }.map(\.id)
    // Probes of the day are counted by `duwang probe` alone; a reading is none.
    report.availability = targets.sites.map { Report.Availability(site: $0.id, days: probes) }
    let homes = HomeItems(reading, today: day)
    report.sites = reading.sites.map { site in
      var access = SiteAccessWords.access(site)
      if site.reach.isGood { access.itemDays = homes.days(of: site) }
      return access
    }
    report.interaction = InteractionOfDay.make(targets, reading: reading, columns: report.columns)
    fillTotals(&report, reading: reading)
    return report
  }

  private static func fillTotals(_ report: inout Report, reading: SiteReading) {
    func count(_ kind: PageChange.Kind) -> Int { report.changes.count { $0.type == kind } }
    report.totals.columns = report.columns.count
    report.totals.newItems = count(.added)
    report.totals.changedPages = count(.modified)
    report.totals.removedPages = count(.removed)
    if report.totals.pages == 0 { report.totals.pages = reading.pages.count }
    if report.totals.links == 0 { report.totals.links = reading.links.count }
    if report.totals.seconds == 0 {
      report.totals.seconds = max(0, reading.endedAt.seconds - reading.startedAt.seconds)
    }
  }
}
