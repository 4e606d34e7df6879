import DuwangCore

/// Judges a period by an indicator table; pure. The table says what is counted, the facts say what was found.
package enum Indicators {
  /// One verdict an item, in the order of the table. What took points off once takes none off again within the table
  /// (国办秘函〔2019〕19号: 不重复扣分); vetoes take no points and are no reason not to charge.
  package static func verdicts(of profile: IndicatorProfile, facts: IndicatorFacts) -> [Indicator] {
    var charged = Set<String>()
    return profile.leaves.map { verdict(on: $0, of: profile, facts, &charged) }
  }

  private static func verdict(
    on item: IndicatorItem, of profile: IndicatorProfile, _ facts: IndicatorFacts, _ charged: inout Set<String>
  ) -> Indicator {
    let found = item.measure.map { measured($0, item, facts) }
    var result = Indicator(
      profile: profile.id, id: item.id, name: item.name, verdict: .person, value: found?.value ?? "须由人工判断",
      limit: item.shown, evidence: found?.evidence ?? [], source: item.source, checked: item.checked.rawValue)
    if let said = standing(on: item, of: profile, facts) {
      (result.verdict, result.judgement) = (said.verdict, said)
      result.points = said.verdict == .deduct ? min(said.points, item.weight ?? said.points) : 0
      // What the machine saw stays beside what the person says of it.
      result.value =
        "\(said.by)\(said.at.day.chinese)判断：\(said.note.isEmpty ? said.verdict.chinese : said.note)"
        + (found.map { "（机器所见：\($0.value)）" } ?? "")
      return result
    }
    guard let found, item.judge == .machine else { return result }
    result.verdict = decide(item, found)
    guard result.verdict == .deduct else { return result }
    let fresh = found.hits.filter { charged.insert($0).inserted }
    if fresh.isEmpty { result.value += "，已在前项计扣，不重复扣分" }
    let points = item.isOnce ? (fresh.isEmpty ? 0 : item.points) : Double(fresh.count) * item.points
    result.points = min(points, item.weight ?? points)
    if result.points == 0 { result.verdict = .pass }
    return result
  }

  /// The last judgement that holds within the period, unless it takes an earlier one back.
  private static func standing(
    on item: IndicatorItem, of profile: IndicatorProfile, _ facts: IndicatorFacts
  ) -> Judgement? {
    let last = facts.judgements.last {
      $0.profile == profile.id && $0.item == item.id && $0.holds(from: facts.start, through: facts.end)
    }
    return last?.verdict == .person ? nil : last
  }

  private static func decide(_ item: IndicatorItem, _ found: Measured) -> Indicator.Verdict {
    if found.hasNothingToSay { return .unknown }
    if found.amount >= item.limit { return item.effect == .veto ? .veto : .deduct }
    if found.isNear || item.warn.map({ found.amount >= $0 }) ?? false { return .warn }
    // What was not read could reach the limit: silence must not look like health.
    return found.amount + Double(found.unread) >= item.limit ? .unknown : .pass
  }

  private static func measured(_ measure: IndicatorMeasure, _ item: IndicatorItem, _ facts: IndicatorFacts) -> Measured
  {
    switch measure {
    case .accessFailures: return AccessMeasure(facts).failures()
    case .accessPercents: return AccessMeasure(facts).percents()
    case .systemsDown: return AccessMeasure(facts).systems()
    default: break
    }
    // Everything else is told by readings.
    guard let readOn = facts.readOn else { return .nothing("本期没有读网记录") }
    switch measure {
    case .homeAge: return HomeMeasure(facts, readOn).age(item)
    case .homeItems: return HomeMeasure(facts, readOn).items(item)
    case .columnsLate: return ColumnMeasure(facts, readOn).late(item)
    case .columnsEmpty: return ColumnMeasure(facts, readOn).empty()
    case .columnsMissing: return ColumnMeasure(facts, readOn).missing(item)
    case .lettersOverdue: return LetterMeasure(facts, readOn).overdue(item)
    case .lettersSilent: return LetterMeasure(facts, readOn).silent(item)
    case .lettersMissing: return LetterMeasure(facts, readOn).missing()
    case .findings: return FindingMeasure(facts).open(item)
    case .ipv6: return HomeMeasure(facts, readOn).ipv6()
    case .accessFailures, .accessPercents, .systemsDown: return .nothing("")
    }
  }
}

/// What one item's measure came to.
struct Measured {
  /// Compared with the item's limit: a number of things, or percent.
  var amount = 0.0
  /// Names of the things that were hit, so that none takes points off twice.
  var hits: [String] = []
  var value: String
  /// Ids of findings.
  var evidence: [String] = []
  /// Things that could not be read and might be hit.
  var unread = 0
  /// Close to the limit by time rather than by number.
  var isNear = false
  var hasNothingToSay = false

  static func nothing(_ why: String) -> Measured {
    var measured = Measured(value: why)
    measured.hasNothingToSay = true
    return measured
  }
}

extension Indicator.Verdict {
  /// For the table that leaders see.
  package var chinese: String {
    switch self {
    case .veto: "触发"
    case .deduct: "扣分"
    case .warn: "临近"
    case .pass: "未触发"
    case .person: "待人工确认"
    case .unknown: "无法判断"
    }
  }
}
