import ArgumentParser
import DecisionFiles
import DuwangCore
import Foundation
import History
import HistorySQLite
import Pipeline
import Reporting

/// A read-check in progress: the lock, the store, the pipeline, and the signals that may end it.
final class Session: Sendable {
  private let pipeline: Pipeline
  private let lock: RunLock
  private let interrupted = Locked(false)

  static func open(_ common: CommonOptions, targets: Targets, templates: String? = nil) throws -> Session {
    try checkWritable(common.reports)
    let lock: RunLock
    do {
      lock = try RunLock(directory: common.state)
    } catch HistoryFault.locked(_, let pid) {
      Console.note("另一次读网正在进行（进程\(pid.map(String.init) ?? "号不详")），本次未启动。")
      throw ExitCode.locked
    }
    let store = try SQLiteHistory.open(directory: common.state)
    for notice in store.notices { Console.note(notice.description) }
    var pipeline = Pipeline(
      targets: targets, store: store,
      writer: ReportWriter(
        directory: common.reports, templates: templates,
        isWorkingDay: { WorkingDays.national.isWorkingDay($0) }),
      clock: RunClock(now: common.now), environment: ProcessInfo.processInfo.environment)
    pipeline.decisionFolder = DecisionFolder(reports: common.reports, state: common.state)
    pipeline.proofreader = UserDictionaries.proofreader(
      targets.content, besides: common.targets, state: common.state)
    pipeline.proofreaderFiles = UserDictionaries.files(targets.content, besides: common.targets, state: common.state)
    if targets.content.noisyChannel, let lack = pipeline.proofreader.lack { Console.note(lack) }
    pipeline.attachments = AttachmentReader(directory: common.state + "/attachments")
    return Session(pipeline: pipeline, lock: lock)
  }

  /// Said before hours of reading, not after them.
  private static func checkWritable(_ reports: String) throws {
    try? FileManager.default.createDirectory(atPath: reports, withIntermediateDirectories: true)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: reports, isDirectory: &isFolder), isFolder.boolValue,
      FileManager.default.isWritableFile(atPath: reports)
    else {
      Console.note("报告目录无法写入：\(reports)。请核对路径和权限，或用--reports另行指明。")
      throw ExitCode.cannotWrite
    }
  }

  private init(pipeline: Pipeline, lock: RunLock) { (self.pipeline, self.lock) = (pipeline, lock) }

  var wasInterrupted: Bool { interrupted.withLock { $0 } }

  func readDaily(quiet: Bool, verbose: Bool) async throws -> Report {
    var pipeline = pipeline
    let showsProgress = !quiet && Console.progressIsWanted
    if showsProgress { pipeline.progress = ProgressLine().show }
    if verbose { pipeline.log = { Console.note($0) } }
    pipeline.note = { Console.note("提示：" + $0) }
    let ready = pipeline
    let task = Task { try await ready.readDaily() }
    let interruption = Interruption { [interrupted] in
      interrupted.withLock { $0 = true }
      task.cancel()
    }
    defer { withExtendedLifetime(interruption) {} }
    do {
      let report = try await task.value
      if showsProgress { Console.progress("") }
      return report
    } catch let failure as RunFailure {
      if showsProgress { Console.progress("") }
      Console.note(failure.description)
      throw ExitCode.offline
    } catch is CancellationError {
      Console.note("读网在开始读取页面之前被中断，未形成报告。")
      throw ExitCode.interrupted
    }
  }

  func json(_ report: Report) throws -> String { String(decoding: try ReportJSON.published(report), as: UTF8.self) }
}
