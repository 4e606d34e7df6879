import DuwangCore

/// How the three kinds of period are spoken of.
struct PeriodWords: Sendable {
  let kind: Report.Kind

  /// `每周读网摘要`.
  var title: String {
    switch kind {
    case .daily: "每日读网报告"
    case .weekly: "每周读网摘要"
    case .monthly: "每月读网报告"
    case .yearly: "年度读网报告"
    }
  }
  /// `本周`, `上周`.
  var this: String { kind == .weekly ? "本周" : kind == .monthly ? "本月" : "本年" }
  var last: String { kind == .weekly ? "上周" : kind == .monthly ? "上月" : "上年" }
  /// Who reads the page and signs it.
  var reader: String { kind == .weekly ? "分管领导" : "主要领导" }
  var record: String { kind == .weekly ? "每周读网记录" : kind == .monthly ? "每月读网记录" : "年度读网记录" }

  /// `比上周多3项`, `与上周持平`; empty without a period before.
  func compared(_ now: Int, with before: Int?, unit: String) -> String {
    guard let before else { return "" }
    switch now - before {
    case 0: return "与\(last)持平"
    case let more where more > 0: return "比\(last)多\(Words.count(more))\(unit)"
    case let fewer: return "比\(last)少\(Words.count(-fewer))\(unit)"
    }
  }

  /// `12月24日至12月30日`, with years where they differ.
  static func range(_ period: ReadPeriod) -> String {
    let (first, last) = (period.start, period.last)
    return first.year == last.year
      ? "\(first.chinese)至\(last.chinese)" : "\(first.chineseFull)至\(last.chineseFull)"
  }

  /// `12月21日、23日至25日`: runs of days, the month said once.
  static func days(_ days: [Day]) -> String {
    var runs: [(first: Day, last: Day)] = []
    for day in days.sorted() {
      if let last = runs.last, day - last.last == 1 { runs[runs.count - 1].last = day } else { runs.append((day, day)) }
    }
    var month = 0
    func name(_ day: Day) -> String {
      defer { month = day.month }
      return day.month == month ? "\(day.day)日" : day.chinese
    }
    let words = runs.prefix(6).map { run in
      run.first == run.last
        ? name(run.first)
        : run.last - run.first == 1 ? "\(name(run.first))、\(name(run.last))" : "\(name(run.first))至\(name(run.last))"
    }
    return words.joined(separator: "、") + (runs.count > 6 ? "等" : "")
  }

  /// `甲镇、乙局等5个单位`.
  static func names(_ names: [String], limit: Int = 4) -> String {
    names.count <= limit
      ? names.joined(separator: "、") : names.prefix(limit).joined(separator: "、") + "等\(Words.count(names.count))个单位"
  }

  /// `2.0`; `—` of nothing.
  static func days(_ median: Double?) -> String {
    guard let median else { return "—" }
    let tenths = Int((median * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
