import ArgumentParser
import DuwangCore
import Foundation
import History
import HistorySQLite

/// `duwang findings …`: the rectification ledger (整改台账) and what people decide about it.
struct FindingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "整改台账：列出问题，记录核实、交办、整改和不属实的意见。",
    subcommands: [List.self, Confirm.self, Dismiss.self, Assign.self, Mend.self, Defer.self, Reopen.self])

  /// `duwang findings list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出台账中的问题。")
    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("只列此状态：\(LedgerStatus.allNames)。默认列出全部未销号的。", valueName: "状态"))
    var status: LedgerStatus?

    @Option(help: ArgumentHelp("只列此单位（编号）。", valueName: "单位"))
    var unit: String?

    mutating func run() throws {
      let records = try Ledger.open(common).records().filter { record in
        (status.map { $0.status == record.status } ?? record.status.isOpen)
          && (unit.map { $0 == record.finding.unit } ?? true)
      }
      if common.json {
        Console.print(try Console.json(records.map(Report.Item.init), pretty: false))
      } else {
        for record in records { Console.print(Ledger.line(record)) }
        if !common.quiet { Console.note("共\(records.count)项。") }
      }
    }
  }

  struct Confirm: DecisionCommand {
    static let configuration = CommandConfiguration(commandName: "confirm", abstract: "经人工核实，问题属实。")
    static let verb = Decision.Verb.confirm
    @OptionGroup var common: CommonOptions
    @OptionGroup var decision: DecisionOptions
  }

  struct Dismiss: DecisionCommand {
    static let configuration = CommandConfiguration(commandName: "dismiss", abstract: "不属实（误报），今后不再列出。")
    static let verb = Decision.Verb.dismiss
    @OptionGroup var common: CommonOptions
    @OptionGroup var decision: DecisionOptions

    @Option(help: ArgumentHelp("适用范围：finding 仅此一处，text 同类问题中的相同文字，page 同一页面的同类问题。", valueName: "范围"))
    var scope = Decision.Scope.finding
  }

  struct Assign: DecisionCommand {
    static let configuration = CommandConfiguration(commandName: "assign", abstract: "交由责任单位整改。")
    static let verb = Decision.Verb.assign
    @OptionGroup var common: CommonOptions
    @OptionGroup var decision: DecisionOptions

    @Option(help: ArgumentHelp("责任单位（编号）。", valueName: "单位"))
    var to: String?
    var unit: String? { to }
  }

  struct Mend: DecisionCommand {
    static let configuration = CommandConfiguration(commandName: "mend", abstract: "已整改，由下一次读网复查。")
    static let verb = Decision.Verb.mend
    @OptionGroup var common: CommonOptions
    @OptionGroup var decision: DecisionOptions
  }

  struct Defer: DecisionCommand {
    static let configuration = CommandConfiguration(commandName: "defer", abstract: "暂缓处理，到期后重新列出。")
    static let verb = Decision.Verb.defer
    @OptionGroup var common: CommonOptions
    @OptionGroup var decision: DecisionOptions
  }

  struct Reopen: DecisionCommand {
    static let configuration = CommandConfiguration(commandName: "reopen", abstract: "撤销先前的意见，重新列出。")
    static let verb = Decision.Verb.reopen
    @OptionGroup var common: CommonOptions
    @OptionGroup var decision: DecisionOptions
  }
}

/// What goes with every decision: which findings, who, why and until when.
struct DecisionOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("问题编号，见 duwang findings list。", valueName: "编号"))
  var ids: [String]

  @Option(help: ArgumentHelp("理由。", valueName: "文字"))
  var reason: String?

  @Option(help: ArgumentHelp("作出意见的人。", valueName: "姓名"))
  var by: String?

  @Option(help: ArgumentHelp("有效至（含当日），如 2019-06-30；不写为长期有效。", valueName: "日期"))
  var until: Day?
}

/// One verb of the ledger on the command line.
protocol DecisionCommand: ParsableCommand {
  static var verb: Decision.Verb { get }
  var common: CommonOptions { get }
  var decision: DecisionOptions { get }
  var scope: Decision.Scope { get }
  var unit: String? { get }
}

extension DecisionCommand {
  var scope: Decision.Scope { .finding }
  var unit: String? { nil }

  mutating func run() throws {
    let store = try Ledger.open(common)
    let now = common.now ?? .now
    let decisions = decision.ids.map { id in
      Decision(
        finding: id, verb: Self.verb, by: decision.by, at: now, reason: decision.reason, until: decision.until,
        scope: scope, unit: unit)
    }
    do {
      let changed = try store.decide(decisions, now: now)
      if common.json { Console.print(try Console.json(changed.map(Report.Item.init), pretty: false)) }
      guard !common.json, !common.quiet else { return }
      for record in changed { Console.print(Ledger.line(record)) }
    } catch let fault as HistoryFault {
      Console.note(fault.description)
      throw ExitCode.badInput
    }
  }
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

  static func line(_ record: FindingRecord) -> String {
    let finding = record.finding
    let place = finding.column ?? finding.unit ?? finding.site
    return "\(finding.id)  \(record.status.chinese)  \(finding.severity.chinese)·\(finding.confidence.chinese)  "
      + "\(finding.kind.chinese)  \(place)  \(finding.message)"
  }
}

/// A status of the ledger as an option's value.
struct LedgerStatus: ExpressibleByArgument {
  let status: FindingRecord.Status
  init?(argument: String) {
    guard let status = FindingRecord.Status(rawValue: argument) else { return nil }
    self.status = status
  }
  static let allNames = FindingRecord.Status.allCases.map(\.rawValue).joined(separator: "、")
}

extension Decision.Scope: ExpressibleByArgument {}
