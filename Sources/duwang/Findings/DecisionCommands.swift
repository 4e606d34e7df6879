import ArgumentParser
import DuwangCore
import History

struct FindingsConfirm: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "经人工核实，问题属实。--until为整改期限。")
  static let verb = Decision.Verb.confirm
  @OptionGroup var common: CommonOptions
  @OptionGroup var decision: DecisionOptions
}

struct FindingsDismiss: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "不属实（误报），今后不再列出；写明--until的，到期后重新列出。")
  static let verb = Decision.Verb.dismiss
  @OptionGroup var common: CommonOptions
  @OptionGroup var decision: DecisionOptions

  @Option(help: ArgumentHelp("适用范围：finding 仅此一处，text 同类问题中的相同文字，page 同一页面的同类问题。", valueName: "范围"))
  var scope = Decision.Scope.finding
}

struct FindingsAssign: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "交由责任单位整改。--until为整改期限。")
  static let verb = Decision.Verb.assign
  @OptionGroup var common: CommonOptions
  @OptionGroup var decision: DecisionOptions

  @Option(help: ArgumentHelp("责任单位（编号或名称），今后列在该单位之下；不写为页面所属单位。", valueName: "单位"))
  var to: String?
  var unit: String? { to }
}

struct FindingsMend: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "mend", abstract: "已整改，由下一次读网复查；人工发现的问题机器不能复查，即时销号。")
  static let verb = Decision.Verb.mend
  @OptionGroup var common: CommonOptions
  @OptionGroup var decision: DecisionOptions
}

struct FindingsDefer: DecisionCommand {
  static let configuration = CommandConfiguration(commandName: "defer", abstract: "暂缓处理，到期后重新列出。")
  static let verb = Decision.Verb.defer
  @OptionGroup var common: CommonOptions
  @OptionGroup var decision: DecisionOptions
}

struct FindingsReopen: DecisionCommand {
  static let configuration = CommandConfiguration(commandName: "reopen", abstract: "撤销先前的意见，重新列出。")
  static let verb = Decision.Verb.reopen
  @OptionGroup var common: CommonOptions
  @OptionGroup var decision: DecisionOptions
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
    let unit = try unit.flatMap { try Ledger.unit($0, in: Ledger.targets(common)) }
    let decisions = decision.ids.map { id in
      Decision(
        finding: id, verb: Self.verb, by: decision.by, at: now, reason: decision.reason, until: decision.until,
        scope: scope, unit: unit)
    }
    try Ledger.show(Ledger.told { try store.decide(decisions, now: now) }, common)
  }
}

extension Decision.Scope: ExpressibleByArgument {}
