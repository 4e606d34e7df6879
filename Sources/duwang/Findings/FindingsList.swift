import ArgumentParser
import DuwangCore

/// `duwang findings list`.
struct FindingsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出台账中的问题：默认为全部未销号的，严重的在前，期限近的在前。")
  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("只列此状态：\(LedgerStatus.allNames)。", valueName: "状态"))
  var status: LedgerStatus?

  @Option(help: ArgumentHelp("只列此单位（编号或名称）。", valueName: "单位"))
  var unit: String?

  @Option(help: ArgumentHelp("只列此类，如 link-broken。", valueName: "类别"))
  var kind: FindingKind?

  @Flag(help: "只列逾期的。")
  var overdue = false

  @Flag(help: "连已销号、不属实和暂缓的一并列出。")
  var all = false

  mutating func run() throws {
    let today = (common.now ?? .now).day
    let unit = try unit.flatMap { try Ledger.unit($0, in: Ledger.targets(common)) }
    let records = try Ledger.open(common).records().filter { record in
      (status.map { $0.status == record.status } ?? (all || record.status.isOpen))
        && (unit == nil || unit == record.finding.unit) && (kind == nil || kind == record.finding.kind)
        && (!overdue || LedgerLines.isOverdue(record, today))
    }.sorted { Self.key($0) < Self.key($1) }
    try Ledger.show(records, common)
    guard !common.quiet, !common.json else { return }
    let late = records.count { LedgerLines.isOverdue($0, today) }
    Console.note("共\(records.count)项\(late > 0 ? "，其中逾期\(late)项" : "")。")
  }

  private static func key(_ record: FindingRecord) -> (Int, Int, Moment, String) {
    let rank = record.finding.severity == .severe ? 0 : record.finding.severity == .general ? 1 : 2
    return (rank, record.deadline?.number ?? .max, record.firstSeen, record.finding.id)
  }
}

/// A status of the ledger as an option's value.
struct LedgerStatus: ExpressibleByArgument {
  let status: FindingRecord.Status
  init?(argument: String) {
    guard let status = FindingRecord.Status(rawValue: argument) else { return nil }
    self.status = status
  }
  static var allValueStrings: [String] { FindingRecord.Status.allCases.map(\.rawValue) }
  static let allNames = allValueStrings.joined(separator: "、")
}

extension FindingKind: ExpressibleByArgument {}
