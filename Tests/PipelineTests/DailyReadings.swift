import DuwangCore
import Foundation
import HistorySQLite
import Pipeline
import Reporting
import TestSupport
import Testing

/// Daily readings of one site with one history.
enum DailyReadings {
  /// The reports of readings `hours` after the morning of 25 December 2018; `turn` sees the pipeline and the folder of the
  /// history before each.
  static func read(
    _ server: FaultServer, hours: [Double], turn: (inout Pipeline, Int, String) -> Void = { _, _, _ in }
  ) async throws -> [Report] {
    var targets = Targets(
      sites: [Target(id: "portal", name: "门户", home: server.base + "/", hosts: ["127.0.0.1:\(server.port)"])],
      units: [OwnerUnit(id: "office", name: "办公室", kind: .office)])
    targets.fetch = LinksRequest.quick([]).fetch
    targets.fetch.obeysRobots = false
    let directory = FileManager.default.temporaryDirectory.appending(path: "duwang-days-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let start = try #require(Moment("2018-12-25T08:00:00+08:00"))
    var reports: [Report] = []
    for (index, hour) in hours.enumerated() {
      var pipeline = Pipeline(
        targets: targets, store: try SQLiteHistory.open(directory: directory + "/state"),
        writer: ReportWriter(directory: directory + "/reports"),
        clock: RunClock(now: start.adding(seconds: hour * 3600)), environment: [:])
      turn(&pipeline, index, directory + "/state")
      reports.append(try await pipeline.readDaily())
    }
    return reports
  }
}
