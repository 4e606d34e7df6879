import DecisionFiles
import DuwangCore

/// What people decided without a command line comes back before anything is read.
extension Pipeline {
  /// Reads the tables that staff filled, keeps their decisions in the ledger, and tells what came of it.
  package func takeDecisions(at now: Moment) throws -> DecisionsRead {
    guard let decisionFolder else { return DecisionsRead() }
    var intake = DecisionIntake(
      ledger: try store.records(), log: try store.decisions(), units: targets.units, now: now)
    let tables = decisionFolder.read(into: &intake)
    if !intake.decisions.isEmpty { _ = try store.decide(intake.decisions, now: now) }
    try decisionFolder.remember(tables)
    let result = intake.result
    if result.taken > 0 { note("从表格读入处理意见\(result.taken)条。") }
    for line in result.conflicts + result.refused { note(line) }
    return result
  }
}
