import ArgumentParser
import DuwangCore
import Foundation
import Pipeline
import Reporting

/// `duwang stats`: published items counted by unit, category, key area, month and year.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "按单位、类别、重点领域、月份和年份统计发布的信息。")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("只统计此期，如2018、2018-12、2018-W52；默认为当前时刻以前的全部。", valueName: "期"))
  var period: String?

  @Flag(help: "在标准输出给出CSV（UTF-8，带BOM）。")
  var csv = false

  @Option(help: ArgumentHelp("写出Excel工作簿。", valueName: "文件"))
  var xlsx: String?

  func validate() throws {
    if csv, common.json { throw ValidationError("--csv 与 --json 不能同时使用") }
    if let period, requested == nil {
      throw ValidationError("--period \(period) 不是一期的名称，应写作2018、2018-12或2018-W52的形式")
    }
  }

  private var requested: ReadPeriod? {
    guard let period else { return nil }
    return [.yearly, .monthly, .weekly].lazy.compactMap { ReadPeriod(period, kind: $0) }.first
  }

  /// The document of `--json`.
  private struct Document: Encodable {
    var schema = "duwang.statistics/1"
    var statistics: [StatisticsRow]
    var sums: Publication
  }

  mutating func run() throws {
    let targets = try TargetsLoading.load(common.targets)
    let counted = try PublishedRun(targets: targets, store: Ledger.open(common), now: common.now ?? .now)
      .read(requested)
    let table = StatisticsTable(counted.rows, counted.sums, targets: targets)
    if let xlsx { try table.workbook(at: URL(fileURLWithPath: xlsx)) }
    if common.json {
      Console.print(try Console.json(Document(statistics: counted.rows, sums: counted.sums)))
    } else if csv {
      Console.write(String(decoding: table.csv, as: UTF8.self), to: .output)
    } else if xlsx == nil {
      Console.print(table.text)
    } else if !common.quiet {
      Console.note("已写出\(xlsx ?? "")，共\(counted.sums.total)条。")
    }
  }
}
