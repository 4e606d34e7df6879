import DuwangCore

/// The vetoes of a year, month by month; pure.
package enum VetoMonths {
  /// `profile` is the table that leads the year; `last` is the last daily report of the month; `probes` reach six days
  /// further back than the month.
  package static func verdicts(
    _ month: ReadPeriod, profile: IndicatorProfile, targets: Targets, last: Report?, daysRead: Int, probes: [ProbeDay],
    judgements: [Judgement],
    now: Moment
  ) -> MonthVerdicts {
    var verdicts = MonthVerdicts(month: month.name, daysRead: daysRead, vetoes: [])
    guard last != nil || probes.contains(where: { month.contains($0.day) }) else { return verdicts }
    var facts = IndicatorFacts(
      targets: targets, start: month.start, end: PeriodReadCheck.judgedOn(month, now: now), last: last,
      findings: (last?.findings ?? []) + (last?.resolved ?? []), probes: probes)
    facts.judgements = judgements
    let vetoes = Set(profile.leaves.filter { $0.effect == .veto }.map(\.id))
    verdicts.vetoes = Indicators.verdicts(of: profile, facts: facts).filter { vetoes.contains($0.id) }
    return verdicts
  }
}
