import ArgumentParser
import DuwangCore
import Foundation

/// Options of all commands that read or write state.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("读网对象文件。", valueName: "文件"))
  var targets = "Targets.yaml"

  @Option(help: ArgumentHelp("历史记录所在目录。", valueName: "目录"))
  var state = ".duwang"

  @Option(help: ArgumentHelp("报告输出目录。", valueName: "目录"))
  var reports = "Reports"

  @Option(help: ArgumentHelp("以此为当前时刻，如 2018-12-31T08:00:00+08:00。", valueName: "时刻"))
  var now: Moment?

  @Flag(help: "在标准输出给出一个JSON文档。")
  var json = false

  @Flag(help: "不显示进度与摘要。")
  var quiet = false

  @Flag(help: "显示详细过程。")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet 与 --verbose 不能同时使用") }
  }
}

extension Moment: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Day: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

/// Exit codes of the interface.
extension ExitCode {
  static let findings = ExitCode(1)
  static let badInput = ExitCode(65)
  static let offline = ExitCode(69)
  /// The state or reports folder, or the disk, refuses.
  static let cannotWrite = ExitCode(73)
  static let locked = ExitCode(75)
  static let interrupted = ExitCode(130)
}
