/// What a person judged of an indicator item, most of all of one that no machine can judge.
package struct Judgement: Sendable, Hashable, Codable {
  /// The table, and the item's id in it.
  package var profile: String
  package var item: String
  /// `person` takes an earlier judgement back.
  package var verdict: Indicator.Verdict
  /// Points taken off; 0 unless `verdict` is `deduct`.
  package var points: Double
  package var by: String
  package var at: Moment
  package var note: String
  /// The first and the last day for which it holds; after the last a person must look again.
  package var from: Day
  package var until: Day
  package init(
    profile: String, item: String, verdict: Indicator.Verdict, points: Double = 0, by: String, at: Moment,
    note: String = "", from: Day? = nil, until: Day? = nil
  ) {
    (self.profile, self.item, self.verdict, self.points) = (profile, item, verdict, points)
    (self.by, self.at, self.note) = (by, at, note)
    self.from = from ?? at.day
    // The site is inspected every quarter.
    self.until = until ?? self.from.addingMonths(3)
  }

  /// Whether it holds on some day of a period.
  package func holds(from start: Day, through end: Day) -> Bool { from <= end && until >= start }
}
