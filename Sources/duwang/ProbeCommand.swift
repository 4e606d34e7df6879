import ArgumentParser
import DuwangCore
import Foundation
import HistorySQLite
import Pipeline

/// `duwang probe`: one visit to every home page and named system, appended to the history. It may run beside a reading.
struct ProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe", abstract: "探测各网站首页和指定系统能否打开，记入历史。",
    discussion: """
      由定时任务每30分钟或更密运行一次，可与读网同时进行。超过时限（fetch.timeout，15秒）未打开的计为失败；
      网站无应答而对照地址（probe.control）也连不上的，属本机网络原因，不计入。
      退出码：0 完成（打不开也为0）；64 用法有误；65 Targets.yaml有误；69 本机网络不通，本次不计；73 历史无法写入；130 被中断。
      """)

  @OptionGroup var common: CommonOptions

  mutating func run() async throws {
    let targets = try TargetsLoading.load(common.targets)
    let isVerbose = common.verbose
    let probe = ProbeRun(targets: targets, now: common.now, environment: ProcessInfo.processInfo.environment) {
      if isVerbose { Console.note($0) }
    }
    let task = Task { try await probe.run() }
    let interruption = Interruption { task.cancel() }
    defer { withExtendedLifetime(interruption) {} }
    let result: ProbeRun.Result
    do {
      result = try await task.value
    } catch let failure as RunFailure {
      Console.note(failure.description)
      throw ExitCode.offline
    } catch is CancellationError {
      throw ExitCode.interrupted
    }
    let readings = result.visits.map(\.reading)
    let today = try SQLiteHistory.append(readings, directory: common.state, now: readings.first?.at ?? .now)
    let view = ProbeView(result: result, today: today, sites: targets.sites.map(\.id))
    if common.json {
      Console.print(try Console.json(view))
    } else if !common.quiet {
      Console.print(view.lines.joined(separator: "\n"))
    }
    if !readings.isEmpty, readings.allSatisfy(\.isExcluded) {
      Console.note("本机网络不通，本次探测不计入，不对任何网站下结论。请检查本机网络。")
      throw ExitCode.offline
    }
  }
}
