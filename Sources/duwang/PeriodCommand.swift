import ArgumentParser
import DuwangCore
import Foundation
import History
import HistorySQLite
import Pipeline
import Reporting

/// `duwang read weekly`, `monthly`, `yearly`: a period summarised out of the history, without network.
protocol PeriodCommand: AsyncParsableCommand {
  static var kind: Report.Kind { get }
  var common: CommonOptions { get }
  var options: PeriodOptions { get }
}

struct PeriodOptions: ParsableArguments {
  @Option(help: ArgumentHelp("汇总哪一期，如2018-W52、2018-12、2018；默认为当前时刻所在的一期。", valueName: "期"))
  var period: String?

  @Option(help: ArgumentHelp("以此目录中的同名模板代替内置模板。", valueName: "目录"))
  var templates: String?

  @Flag(help: "另存一份PDF（需安装chromium）。")
  var pdf = false

  @Flag(help: "另存一份DOCX（需安装pandoc）。")
  var docx = false
}

extension PeriodCommand {
  mutating func run() async throws {
    let now = common.now ?? .now
    let period = try requestedPeriod(now)
    let targets = try TargetsLoading.load(common.targets)
    let run = PeriodRun(
      targets: targets, store: try Ledger.open(common),
      writer: ReportWriter(
        directory: common.reports, templates: options.templates,
        isWorkingDay: { WorkingDays.national.isWorkingDay($0) }),
      now: now)
    do {
      let report = try run.read(period)
      try await copies("\(common.reports)/\(report.kind.rawValue)/\(period.name)/index.html")
      if common.json {
        Console.print(String(decoding: try ReportJSON.published(report), as: UTF8.self))
      } else if !common.quiet {
        Console.print(Summary.of(report, period, reports: common.reports))
      }
    } catch let fault as PeriodFault {
      Console.note(fault.description)
      throw ExitCode.badInput
    } catch let failure as PaperCopies.Failure {
      Console.note(failure.description)
      throw ExitCode.cannotWrite
    }
  }

  private func copies(_ page: String) async throws {
    if options.pdf { _ = try await PaperCopies.pdf(of: page) }
    if options.docx { _ = try await PaperCopies.docx(of: page) }
  }

  private func requestedPeriod(_ now: Moment) throws -> ReadPeriod {
    guard let name = options.period else { return ReadPeriod(Self.kind, containing: now.day) }
    guard let period = ReadPeriod(name, kind: Self.kind) else {
      let example = ReadPeriod(Self.kind, containing: now.day).name
      throw ValidationError("--period \(name) 不是一期的名称，应写作\(example)的形式")
    }
    return period
  }
}

struct WeeklyCommand: PeriodCommand {
  static let configuration = CommandConfiguration(commandName: "weekly", abstract: "由历史记录汇总一周，形成每周读网摘要。")
  static let kind = Report.Kind.weekly
  @OptionGroup var common: CommonOptions
  @OptionGroup var options: PeriodOptions
}

struct MonthlyCommand: PeriodCommand {
  static let configuration = CommandConfiguration(commandName: "monthly", abstract: "由历史记录汇总一月，形成每月读网报告。")
  static let kind = Report.Kind.monthly
  @OptionGroup var common: CommonOptions
  @OptionGroup var options: PeriodOptions
}

struct YearlyCommand: PeriodCommand {
  static let configuration = CommandConfiguration(commandName: "yearly", abstract: "由历史记录汇总一年，供编制年度报告使用。")
  static let kind = Report.Kind.yearly
  @OptionGroup var common: CommonOptions
  @OptionGroup var options: PeriodOptions
}
