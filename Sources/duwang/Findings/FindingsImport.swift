import ArgumentParser
import DecisionFiles
import DuwangCore
import Foundation
import HistorySQLite
import Tables

/// `duwang findings import FILE`: decisions from a table that staff filled.
struct FindingsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "读入填写了“处理意见”的表格（xlsx或csv）；同一文件读两次没有影响。",
    discussion: "无法读入的行逐条列出，其余照常读入，以退出码65结束。意见有冲突的列出，以时间在后的为准。")
  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("填写后的findings.xlsx、findings.csv、整改台账或处理意见表。", valueName: "文件"))
  var files: [String]

  mutating func run() throws {
    let store = try Ledger.open(common)
    let now = common.now ?? .now
    var intake = DecisionIntake(
      ledger: try store.records(), log: try store.decisions(), units: try Ledger.targets(common)?.units ?? [], now: now)
    for file in files {
      do throws(TableFault) {
        intake.take(try TableFile.sheets(path: file), file: file, savedAt: savedAt(file) ?? now)
      } catch { intake.refuse(file: file, error.description) }
    }
    let changed = intake.decisions.isEmpty ? [] : try store.decide(intake.decisions, now: now)
    try Ledger.show(changed, common)
    for conflict in intake.conflicts { Console.note("冲突：" + conflict) }
    for refusal in intake.refusals { Console.note(refusal.description) }
    if !common.quiet { Console.note("读入处理意见\(intake.decisions.count)条。") }
    if !intake.refusals.isEmpty { throw ExitCode.badInput }
  }

  private func savedAt(_ file: String) -> Moment? {
    let date = (try? FileManager.default.attributesOfItem(atPath: file))?[.modificationDate] as? Date
    return date.map { Moment(seconds: $0.timeIntervalSince1970) }
  }
}
