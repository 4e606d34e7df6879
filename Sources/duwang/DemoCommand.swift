import ArgumentParser
import DemoPortal
import DuwangCore
import Foundation
import Pipeline

/// `duwang demo`: the built-in sample portal over three simulated days, then a table of seeded, found, missed, invented.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "在本机运行内置的示例网站，模拟读网三日，报告写入Reports/Demo。")

  @Option(help: ArgumentHelp("报告输出目录，示例写入其下的Demo。", valueName: "目录"))
  var reports = "Reports"

  @Flag(help: "不显示进度。")
  var quiet = false

  mutating func run() async throws {
    let directory = reports + "/Demo"
    let started = Moment.now
    let table = try await DemoRun(directory: directory, note: quiet ? { _ in } : { Console.note($0) }).run()
    Console.print(table.text)
    Console.print("用时\(Int((Moment.now.seconds - started.seconds).rounded()))秒。报告：\(directory)/index.html")
    if !table.isClean { throw ExitCode.findings }
  }
}
