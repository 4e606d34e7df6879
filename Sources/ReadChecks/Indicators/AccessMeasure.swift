import DuwangCore

/// 站点无法访问: the share of failed visits within a week of days with enough spaced visits each.
struct AccessMeasure {
  private let facts: IndicatorFacts
  private static let days = 7

  init(_ facts: IndicatorFacts) { self.facts = facts }

  /// Seven days of one site, with their sums.
  private struct Week {
    let site: String
    let end: Day
    let visits: Int
    let failures: Int
    let rows: [ProbeDay]
    /// Days on which fewer visits were made than the rule wants.
    let thin: [(day: Day, visits: Int)]
    var isEnough: Bool { thin.isEmpty }
    var rate: Double { visits == 0 ? 0 : Double(failures) * 100 / Double(visits) }
  }

  func failures() -> Measured {
    guard let week = decisive() else { return .nothing(lacking()) }
    var measured = Measured(amount: week.rate, hits: ["access:\(week.site)"], value: words(week))
    measured.evidence = evidence(week.site)
    return measured
  }

  /// 2015: 首页可用性, every whole percent is one hit.
  func percents() -> Measured {
    guard let week = decisive() else { return .nothing(lacking()) }
    let whole = week.visits == 0 ? 0 : week.failures * 100 / week.visits
    var measured = Measured(amount: Double(whole), value: words(week))
    measured.hits = (0..<whole).map { "access:\(week.site):\($0)" }
    measured.evidence = evidence(week.site)
    return measured
  }

  func systems() -> Measured {
    let named = Dictionary(grouping: facts.probes.filter { $0.name != nil && inPeriod($0.day) }) {
      "\($0.site) \($0.url)"
    }
    guard !named.isEmpty else { return .nothing("未配置办事、查询系统的探测页面") }
    let down = named.values.compactMap { rows -> ProbeDay? in
      guard let last = rows.filter({ $0.visits > 0 }).max(by: { $0.day < $1.day }) else { return nil }
      return last.failures == last.visits ? last : nil
    }.sorted { $0.url < $1.url }
    var measured = Measured(amount: Double(down.count), hits: down.map { "system:\($0.url)" }, value: "")
    measured.value =
      down.isEmpty
      ? "\(named.count)个系统可以打开"
      : "\(down.count)个打不开：" + down.map { "\($0.name ?? "")（\($0.day.chinese)\($0.failures)次）" }.joined(separator: "、")
    return measured
  }

  /// The worst week that lies wholly within the period; of a shorter period the last seven days.
  private func decisive() -> Week? {
    let first = facts.start.addingDays(Self.days - 1)
    let ends = first <= facts.end ? first.number...facts.end.number : facts.start.number...facts.end.number
    let sites = Set(facts.probes.filter { $0.name == nil }.map(\.site)).sorted()
    let weeks = sites.flatMap { site in ends.map { week(of: site, endingOn: Day(number: $0)) } }.filter(\.isEnough)
    return weeks.max { ($0.rate, $0.end) < ($1.rate, $1.end) }
  }

  private func week(of site: String, endingOn end: Day) -> Week {
    let start = end.addingDays(1 - Self.days)
    let rows = facts.probes.filter { $0.site == site && $0.name == nil && ($0.day >= start && $0.day <= end) }
    let made = rows.reduce(into: [Day: Int]()) { $0[$1.day, default: 0] += $1.spaced }
    let thin = (0..<Self.days).map { start.addingDays($0) }.filter { made[$0, default: 0] < ProbeDay.leastSpaced }
    return Week(
      site: site, end: end, visits: rows.reduce(0) { $0 + $1.spaced },
      failures: rows.reduce(0) { $0 + $1.spacedFailures }, rows: rows, thin: thin.map { ($0, made[$0, default: 0]) })
  }

  /// The accounting: visits that count, failed ones, and what was left out and why.
  private func words(_ week: Week) -> String {
    let made = week.rows.reduce(0) { $0 + $1.visits }
    var text =
      "\(percent(week.rate))（\(week.failures)/\(week.visits)次，\(week.end.addingDays(-6).chinese)至\(week.end.chinese)）"
    if made > week.visits { text += "，间隔不足未计\(made - week.visits)次" }
    let left = week.rows.reduce(into: [String: Int]()) { $0.merge($1.exclusions) { $0 + $1 } }
    text += left.sorted { $0.key < $1.key }.map { "，\(reason($0.key))未计\($0.value)次" }.joined()
    let faults = week.rows.reduce(into: [String: Int]()) { $0.merge($1.faults) { $0 + $1 } }
    if !faults.isEmpty {
      text +=
        "；失败原因：" + faults.sorted { $0.key < $1.key }.map { "\(reason($0.key))\($0.value)次" }.joined(separator: "、")
      text += hours(week)
    }
    return text
  }

  /// When it was: the first hours with failures.
  private func hours(_ week: Week) -> String {
    let hit = week.rows.sorted { $0.day < $1.day }.flatMap { row in
      row.hours.filter { $0.value[1] > 0 }.keys.sorted().map { "\(row.day.chinese)\($0)时" }
    }
    return "；时段：" + hit.prefix(5).joined(separator: "、") + (hit.count > 5 ? "等\(hit.count)个小时" : "")
  }

  private func lacking() -> String {
    let rows = facts.probes.filter { $0.name == nil && inPeriod($0.day) }
    guard !rows.isEmpty else { return "本期没有探测记录，访问次数不足，不作判断" }
    let site = rows.map(\.site).min() ?? ""
    let week = week(of: site, endingOn: facts.end)
    let days = week.thin.prefix(3).map { "\($0.day.chinese)\($0.visits)次" }.joined(separator: "、")
    return "访问次数不足，不作判断：每日间隔访问应不少于\(ProbeDay.leastSpaced)次，\(days)\(week.thin.count > 3 ? "等\(week.thin.count)日" : "")"
      + "；已访问\(week.visits)次，失败\(week.failures)次"
  }

  private func evidence(_ site: String) -> [String] {
    facts.findings.filter { $0.finding.kind == .siteUnreachable && $0.finding.site == site }.map(\.finding.id)
  }

  private func inPeriod(_ day: Day) -> Bool { day >= facts.start && day <= facts.end }
  private func reason(_ raw: String) -> String { FetchFault(rawValue: raw)?.chinese ?? raw }

  /// Two decimals, cut rather than rounded, so that less than the limit never reads like the limit.
  private func percent(_ rate: Double) -> String {
    let hundredths = Int(rate * 100 + 1e-9)
    return "\(hundredths / 100).\((hundredths % 100).padded(2))%"
  }
}
