import ArgumentParser
import DuwangCore
import Foundation
import HistorySQLite
import Pipeline
import TargetsFile

struct TargetsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets", abstract: "检查、列出、起草和导入读网对象（Targets.yaml）。",
    subcommands: [Validate.self])

  /// `duwang targets validate`: every problem at once.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "validate", abstract: "检查Targets.yaml，一次列出全部问题。")
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      let targets = try TargetsLoading.load(common.targets)
      TargetsLoading.noteWithoutEffect(targets)
      guard !common.quiet else { return }
      Console.print(
        "\(common.targets)：未发现问题。网站\(targets.sites.count)个，单位\(targets.units.count)个，栏目\(targets.columns.count)个。")
    }
  }
}
