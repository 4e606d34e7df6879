import DemoPortal
import DuwangCore
import Foundation
import History
import HistorySQLite
import Pipeline
import Reporting
import TargetsFile

/// Serves the sample portal and reads it on each of its simulated days, with a state of its own.
struct DemoRun {
  let directory: String
  let note: (String) -> Void

  func run() async throws -> DemoTable {
    let state = directory + "/.duwang"
    // A demo begins from nothing: what an earlier one left would be history.
    try? FileManager.default.removeItem(atPath: directory)
    let server = DemoServer()
    let port = try await server.start(preferred: 8642)
    let targets = try TargetsFile.parse(
      yaml: DemoPortal.targetsYAML(port: port), file: "Targets.yaml", baseDirectory: "."
    ).targets
    var reports: [Report] = []
    for (index, moment) in DemoPortal.days.enumerated() {
      await server.turn(to: index + 1)
      let pipeline = Pipeline(
        targets: targets, store: try SQLiteHistory.open(directory: state),
        writer: ReportWriter(directory: directory, isWorkingDay: { WorkingDays.national.isWorkingDay($0) }),
        clock: RunClock(now: moment), environment: [:])
      let report = try await pipeline.readDaily()
      note("\(moment.day)：读取页面\(report.totals.pages)个，待处理问题\(report.findings.count { $0.status.isOpen })项。")
      reports.append(report)
    }
    try summarise(targets, state: state)
    let trespasses = await server.trespasses
    await server.stop()
    return DemoScore.compare(reports: reports, trespasses: trespasses)
  }

  /// The pages for the leaders: the week that ended before the last day, and its month.
  private func summarise(_ targets: Targets, state: String) throws {
    guard let last = DemoPortal.days.last else { return }
    let before = last.day.addingDays(-1)
    let run = PeriodRun(
      targets: targets, store: try SQLiteHistory.open(directory: state),
      writer: ReportWriter(directory: directory, isWorkingDay: { WorkingDays.national.isWorkingDay($0) }),
      now: last.adding(seconds: 3600))
    for kind in [Report.Kind.weekly, .monthly] {
      let period = ReadPeriod(kind, containing: before)
      _ = try run.read(period)
      note("\(period.chinese)：\(directory)/\(kind.rawValue)/\(period.name)/index.html")
    }
  }
}
