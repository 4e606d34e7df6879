import DuwangCore
import Foundation
import History
import Pipeline
import Reporting
import TargetsFile
import Testing

@testable import DemoPortal

/// The sample portal read for three days by the whole line.
@Suite(.serialized) struct DemoReadingTests {
  func table(without left: Set<String> = []) async throws -> DemoTable {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = DemoServer()
    let port = try await server.start()
    let targets = try TargetsFile.parse(
      yaml: DemoPortal.targetsYAML(port: port), file: "Targets.yaml", baseDirectory: "."
    ).targets
    let store = MemoryHistory()
    var reports: [Report] = []
    for (index, moment) in DemoPortal.days.enumerated() {
      await server.turn(to: index + 1)
      var pipeline = Pipeline(
        targets: targets, store: store, writer: ReportWriter(directory: folder), clock: RunClock(now: moment),
        environment: [:])
      pipeline.pageChecks.removeAll { left.contains($0.id) }
      pipeline.siteChecks.removeAll { left.contains($0.id) }
      reports.append(try await pipeline.readDaily())
    }
    let trespasses = await server.trespasses
    await server.stop()
    return DemoScore.compare(reports: reports, trespasses: trespasses)
  }

  @Test func 三日读取没有漏报也没有误报() async throws {
    let table = try await table()
    #expect(table.isClean, "\n\(table.text)")
  }

  @Test func 去掉检查后表中即有漏报() async throws {
    let table = try await table(without: ["link-broken", "column-stale"])
    for kind in [FindingKind.linkBroken, .columnStale] {
      let row = try #require(table.rows[kind.chinese])
      #expect(row.found == 0)
      #expect(row.missed == row.seeded)
    }
    #expect(!table.isClean)
    #expect(table.rows[FindingKind.imageBroken.chinese]?.missed == 0)
  }
}
