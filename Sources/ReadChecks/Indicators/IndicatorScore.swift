import DuwangCore

/// The sum of a table: what machines and people have judged so far, and what nobody has.
package struct IndicatorScore: Sendable, Hashable {
  package var profile: String
  package var vetoes: [String]
  package var deducted: Double
  /// Nil after a veto, which ends the scoring (国办秘函〔2019〕19号).
  package var score: Double?
  /// Below the pass mark, or vetoed.
  package var isFailed: Bool
  /// Items that wait for a person, and those of which too little was read.
  package var waiting: Int
  package var unknown: Int

  /// Deductions of a group never exceed its weight; a score never falls below 0.
  package init(_ profile: IndicatorProfile, verdicts: [Indicator]) {
    let own = verdicts.filter { $0.profile == profile.id }
    let points = Dictionary(own.map { ($0.id, $0.points) }) { first, _ in first }
    self.profile = profile.id
    vetoes = own.filter { $0.verdict == .veto }.map(\.id)
    deducted = profile.items.reduce(0) { $0 + IndicatorScore.sum($1, points) }
    let rest = max(0, profile.base - deducted)
    score = vetoes.isEmpty ? rest : nil
    isFailed = !vetoes.isEmpty || rest < profile.passMark
    waiting = own.count { $0.verdict == .person }
    unknown = own.count { $0.verdict == .unknown }
  }

  private static func sum(_ item: IndicatorItem, _ points: [String: Double]) -> Double {
    let below = item.items.isEmpty ? points[item.id] ?? 0 : item.items.reduce(0) { $0 + sum($1, points) }
    return min(below, item.weight ?? below)
  }
}
