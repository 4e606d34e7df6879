import DuwangCore
import Foundation
import Testing

@testable import Reporting

/// Writes sample reports into the folder named by `DUWANG_LOOK`, to be looked at in a browser.
@Suite("样张", .enabled(if: ProcessInfo.processInfo.environment["DUWANG_LOOK"] != nil))
struct LookTests {
  @Test func 各种读网报告写出样张() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["DUWANG_LOOK"])
    let made = SampleReport.make()
    for day in [-40, -39, -20, -3, -2] {
      var report = SampleReport.make(findings: 3, isBaseline: day == -40).report
      let start = SampleReport.today.addingDays(day)
      report.period = .init(start: Moment(startOf: start), end: Moment(startOf: start.addingDays(1)))
      _ = try ReportWriter(directory: "\(folder)/ordinary").write(report, targets: made.targets)
    }
    _ = try ReportWriter(directory: "\(folder)/ordinary").write(made.report, targets: made.targets)
    let first = SampleReport.make(findings: 60, isBaseline: true)
    _ = try ReportWriter(directory: "\(folder)/first").write(first.report, targets: first.targets)
    let large = SampleReport.make(findings: 5000, columnsPerUnit: 43, changes: 900)
    _ = try ReportWriter(directory: "\(folder)/large").write(large.report, targets: large.targets)
    var quiet = SampleReport.make(findings: 0, changes: 0)
    (quiet.report.resolved, quiet.report.unreadable, quiet.report.flow) = ([], [], .init())
    _ = try ReportWriter(directory: "\(folder)/quiet").write(quiet.report, targets: quiet.targets)
  }
}
