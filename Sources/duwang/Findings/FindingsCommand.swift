import ArgumentParser
import DuwangCore
import Foundation
import History
import HistorySQLite

/// `duwang findings …`: the rectification ledger (整改台账) and what people decide about it.
struct FindingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "整改台账：列出问题，记录核实、交办、整改和不属实的意见。",
    discussion: """
      不用命令行的，在每日报告的findings.xlsx或findings.csv中填写“处理意见”等列并保存，下次读网时读入；
      也可以把只有“编号”“处理意见”“理由”“办理人”“期限”几列的“处理意见.xlsx”或“处理意见.csv”放在报告目录中。
      """,
    subcommands: [
      FindingsList.self, FindingsConfirm.self, FindingsDismiss.self, FindingsAssign.self, FindingsMend.self,
      FindingsDefer.self, FindingsReopen.self, FindingsAdd.self, FindingsImport.self, FindingsExport.self,
      FindingsJudge.self,
    ])
}

/// The ledger as the command line reads it.
enum Ledger {
  static func open(_ common: CommonOptions) throws -> SQLiteHistory {
    guard FileManager.default.fileExists(atPath: common.state + "/history.sqlite") else {
      Console.note("\(common.state)中没有历史记录，请先运行 duwang read daily，或用--state指明目录。")
      throw ExitCode.badInput
    }
    return try SQLiteHistory.open(directory: common.state)
  }

  /// Names of units and columns; the ledger can be read without them.
  static func targets(_ common: CommonOptions) throws -> Targets? {
    FileManager.default.fileExists(atPath: common.targets) ? try TargetsLoading.load(common.targets) : nil
  }

  /// The unit's id; whoever names one that Targets.yaml has not is told.
  static func unit(_ id: String?, in targets: Targets?) throws -> String? {
    guard let id, let targets else { return id }
    if let unit = targets.units.first(where: { $0.id == id || $0.name == id }) { return unit.id }
    Console.note("读网对象中没有单位“\(id)”，编号见 duwang targets list。")
    throw ExitCode.badInput
  }

  /// Tells a fault that the caller's input made as such.
  static func told<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let fault as HistoryFault {
      guard case .unknownFinding = fault else { throw fault }
      Console.note(fault.description)
      throw ExitCode.badInput
    }
  }

  /// As JSON on demand, else a line each.
  static func show(_ records: [FindingRecord], _ common: CommonOptions) throws {
    if common.json {
      Console.print(try Console.json(records.map(Report.Item.init), pretty: false))
    } else if !common.quiet {
      let lines = LedgerLines(records, targets: try targets(common), today: (common.now ?? .now).day)
      for line in lines.lines(width: Console.width) { Console.print(line) }
    }
  }
}
