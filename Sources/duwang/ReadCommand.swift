import ArgumentParser
import DuwangCore
import Foundation
import Pipeline

struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "读网并形成读网报告。",
    subcommands: [DailyCommand.self, WeeklyCommand.self, MonthlyCommand.self, YearlyCommand.self])
}

/// `duwang read daily`.
struct DailyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "daily", abstract: "读取网站，形成当日读网报告。")

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case hint, general, severe
    var severity: Severity { self == .hint ? .hint : self == .general ? .general : .severe }
  }

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("有达到此级别的未整改问题时以退出码1结束。", valueName: "级别"))
  var failOn: FailOn?

  @Option(help: ArgumentHelp("以此目录中的同名模板代替内置模板。", valueName: "目录"))
  var templates: String?

  mutating func run() async throws {
    let targets = try TargetsLoading.load(common.targets)
    if !common.quiet { TargetsLoading.noteWithoutEffect(targets) }
    let session = try Session.open(common, targets: targets, templates: templates)
    let report = try await session.readDaily(quiet: common.quiet, verbose: common.verbose)
    if common.json {
      Console.print(try session.json(report))
    } else if !common.quiet {
      Console.print(Summary.of(report, reports: common.reports))
    }
    if session.wasInterrupted { throw ExitCode.interrupted }
    if let failOn, report.findings.contains(where: { $0.status.isOpen && $0.finding.severity >= failOn.severity }) {
      throw ExitCode.findings
    }
  }
}
