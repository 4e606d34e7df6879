import ArgumentParser
import DuwangCore
import Foundation
import Reporting

/// `duwang findings export`: the whole ledger as a table.
struct FindingsExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "导出整改台账：全部问题及其来源、期限、状态、整改日期和复查结论。")
  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, xlsx, json }
  @OptionGroup var common: CommonOptions

  @Option(name: [.short, .long], help: ArgumentHelp("写入此文件；不写为标准输出。", valueName: "文件"))
  var output: String?

  @Option(help: ArgumentHelp("格式；不写按文件名，默认为csv。", valueName: "格式"))
  var format: Format?

  @Option(help: ArgumentHelp("只导出此单位（编号或名称）。", valueName: "单位"))
  var unit: String?

  private var chosen: Format {
    let ending = output.map { ($0 as NSString).pathExtension.lowercased() }
    return common.json ? .json : format ?? ending.flatMap(Format.init(rawValue:)) ?? .csv
  }

  func validate() throws {
    if chosen == .xlsx, output == nil { throw ValidationError("导出xlsx须用--output指明文件") }
  }

  mutating func run() throws {
    let targets = try Ledger.targets(common)
    let unit = try Ledger.unit(unit, in: targets)
    let now = common.now ?? .now
    let records = try Ledger.open(common).records().filter { unit == nil || $0.finding.unit == unit }
    let table = LedgerTable.make(records, targets: targets ?? Targets(sites: [], units: []), today: now.day)
    let data: Data
    switch chosen {
    case .csv: data = table.csv()
    case .json: data = Data((try Console.json(LedgerTable.json(records, at: now)) + "\n").utf8)
    case .xlsx: data = try workbook(table)
    }
    guard let output else { return Console.write(data, to: .output) }
    try data.write(to: URL(fileURLWithPath: output), options: .atomic)
    if !common.quiet { Console.note("已导出\(records.count)项：\(output)") }
  }

  /// The library writes files only.
  private func workbook(_ table: OfficeTable) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("duwang-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try table.workbook(at: file.path)
    return try Data(contentsOf: file)
  }
}
