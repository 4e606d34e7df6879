import DuwangCore
import Tables

/// A row, or a whole file, that nothing could be taken from.
package struct Refusal: Sendable, Hashable, CustomStringConvertible {
  package var file: String
  package var line: Int
  package var column: Int
  package var message: String

  /// `FILE:LINE:COLUMN: message`, as everything wrong with an input is told.
  package var description: String { "\(file):\(line):\(column): \(message)" }
  /// For the daily page.
  var inWords: String { line > 1 ? "\(file)第\(line)行：\(message)" : "\(file)：\(message)" }
}

/// Turns tables that staff filled into decisions; pure. Files are taken in the order in which they were saved.
package struct DecisionIntake: Sendable {
  private let now: Moment
  private let ledger: [String: FindingRecord]
  private let identification: Identification
  /// Ids of units by id and by name.
  private let units: [String: String]
  /// Every decision by finding, oldest first, those taken here included.
  private var log: [String: [Decision]]
  package private(set) var decisions: [Decision] = []
  package private(set) var conflicts: [String] = []
  package private(set) var refusals: [Refusal] = []

  package init(ledger: [FindingRecord], log: [Decision], units: [OwnerUnit], now: Moment) {
    self.now = now
    self.ledger = Dictionary(ledger.map { ($0.finding.id, $0) }) { $1 }
    identification = Identification(self.ledger)
    self.log = Dictionary(grouping: log, by: \.finding)
    self.units = Dictionary(units.flatMap { [($0.id, $0.id), ($0.name, $0.id)] }) { first, _ in first }
  }

  package var result: DecisionsRead {
    var read = DecisionsRead()
    (read.taken, read.conflicts, read.refused) = (decisions.count, conflicts, refusals.map(\.inWords))
    return read
  }

  package mutating func refuse(file: String, _ message: String) {
    refusals.append(Refusal(file: file, line: 1, column: 1, message: message))
  }

  /// `file` names the table for staff; `savedAt` is when it was last saved.
  package mutating func take(_ sheets: [TableSheet], file: String, savedAt: Moment) {
    let tables = sheets.compactMap { DecisionSheet($0) }
    if tables.isEmpty { refuse(file: file, "没有找到表头“编号”和“处理意见”。") }
    for table in tables {
      var seen: [String: Decision] = [:]
      for row in table.rows {
        switch decision(row, file: file, savedAt: savedAt) {
        case .failure(let problem):
          refusals.append(Refusal(file: file, line: row.line, column: table.verbColumn, message: problem.words))
        case .success(let decision):
          if let other = seen.updateValue(decision, forKey: decision.finding), !other.saysTheSame(as: decision) {
            conflicts.append("\(file)第\(row.line)行：\(named(decision))在同一表中有两种意见，以靠后的“\(words(decision))”为准。")
          }
          settle(decision, row, file: file)
        }
      }
    }
  }

  private mutating func settle(_ decision: Decision, _ row: DecisionRow, file: String) {
    let known = log[decision.finding] ?? []
    if row.isRecorded, known.contains(where: { $0.saysTheSame(as: decision) }) { return }
    if known.last(where: { $0.origin == decision.origin })?.saysTheSame(as: decision) ?? false { return }
    if let last = known.last, last.saysTheSame(as: decision),
      ledger[decision.finding]?.standsByDecision ?? false || decisions.contains(last)
    {
      return
    }
    // Somebody decided otherwise without knowing of this one.
    let rival = known.last { $0.origin != decision.origin && $0.at > row.stamp ?? decision.at && !agree($0, decision) }
    if let rival {
      let standing = rival.at > decision.at ? rival : decision
      conflicts.append(
        "\(file)：\(named(decision))表中意见为“\(words(decision))”，"
          + "另有意见“\(words(rival))”（\(rival.at.day.chineseFull)\(rival.at.clock.prefix(5))），以时间在后的“\(words(standing))”为准。"
      )
    }
    log[decision.finding, default: []].append(decision)
    decisions.append(decision)
  }

  private struct Problem: Error { let words: String }

  private func decision(_ row: DecisionRow, file: String, savedAt: Moment) -> Result<Decision, Problem> {
    func no(_ words: String) -> Result<Decision, Problem> { .failure(Problem(words: words)) }
    guard let id = identification.id(of: row) else { return no("台账中没有编号“\(row.id)”。") }
    guard !row.verb.isEmpty else { return no("填写了说明而未写处理意见。") }
    guard let verb = DecisionWords.verb(row.verb) else {
      return no("处理意见“\(row.verb)”无法识别，请写\(Decision.Verb.allCases.map(\.chinese).joined(separator: "、"))。")
    }
    guard let scope = DecisionWords.scope(row.scope) else {
      return no("适用范围“\(row.scope)”无法识别，请写\(Decision.Scope.allCases.map(\.chinese).joined(separator: "、"))。")
    }
    var until: Day?
    if !row.until.isEmpty {
      guard let day = CellDate.day(row.until, near: row.stamp?.day ?? now.day) else {
        return no("期限“\(row.until)”无法识别，请写成2019-03-01的形式。")
      }
      if day < now.day, verb == .defer || verb == .dismiss { return no("期限\(day.chineseFull)已过。") }
      until = day
    }
    if !row.unit.isEmpty, units[row.unit] == nil { return no("交办单位“\(row.unit)”不在读网对象中。") }
    let at = min(now, max(savedAt, row.stamp ?? savedAt))
    return .success(
      Decision(
        finding: id, verb: verb, by: row.by, at: at, reason: row.reason, until: until, scope: scope,
        unit: units[row.unit], origin: "\(row.stamp?.description ?? "") \(DecisionFolder.originalName(file))"))
  }

  private func agree(_ a: Decision, _ b: Decision) -> Bool {
    a.verb == b.verb && a.until == b.until && a.scope == b.scope && a.unit == b.unit
  }

  private func named(_ decision: Decision) -> String {
    let finding = ledger[decision.finding]?.finding
    return "问题\(decision.finding)（\(finding?.kind.chinese ?? "")）"
  }

  private func words(_ decision: Decision) -> String {
    decision.verb.chinese + (decision.by.map { "，\($0)" } ?? "")
  }
}
