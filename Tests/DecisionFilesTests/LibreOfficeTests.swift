import DuwangCore
import Foundation
import Tables
import Testing

@testable import DecisionFiles
@testable import Reporting

/// LibreOffice without a screen, by which tables are edited as staff edit them.
enum Office {
  static let program = "/usr/bin/soffice"
  /// The interpreter that Debian's UNO bridge belongs to.
  static let python = "/usr/bin/python3"
  static var isAvailable: Bool {
    FileManager.default.isExecutableFile(atPath: program) || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  static func start(_ tool: String, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    (process.standardOutput, process.standardInput) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    return process
  }
}

@Suite("Tables edited by LibreOffice", .enabled(if: Office.isAvailable)) struct LibreOfficeTests {
  private static let now = Moment("2018-12-31T08:05:12+08:00")!

  private static func records(_ count: Int) -> [FindingRecord] {
    (0..<count).map { index in
      let finding = Finding(
        kind: index % 2 == 0 ? .typo : .linkBroken, site: "portal", page: "http://a.test/\(index).html",
        pageTitle: ["=1+2", "-5%", "001", "2019-1-1", "关于“部署”的通知"][index % 5], key: "\(index)",
        message: "第\(index)项，“布署”应为“部署”", fix: "改为“部署”",
        evidence: Evidence(text: "布署", before: "作出\n", after: "，\"贯彻\""))
      return FindingRecord(finding, status: .new, firstSeen: now, isBaseline: false)
    }
  }

  @Test("of 5,000 rows in a workbook and in a CSV file no decision is lost")
  func roundTrip() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/duwang-office-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let records = Self.records(5000)
    var report = Report(
      kind: .daily, complete: true, baseline: false, period: .init(start: Self.now, end: Self.now),
      generatedAt: Self.now, reading: SiteReading(startedAt: Self.now, endedAt: Self.now))
    report.findings = records.map(Report.Item.init)
    let context = ReportContext(Targets(sites: [], units: []), today: Self.now.day, isWorkingDay: { _ in true })
    let table = FindingTable.make(report, context)
    try table.workbook(at: folder + "/findings.xlsx")
    try table.csv().write(to: URL(fileURLWithPath: folder + "/findings.csv"))

    let names = ["findings.xlsx", "filled.xlsx", "findings.csv", "filled.csv"].map { "\(folder)/\($0)" }
    try Self.edit(names, in: folder)

    for file in [names[1], names[3]] {
      let expected = Dictionary(
        uniqueKeysWithValues: records.enumerated().map { ($1.finding.id, Self.decision($0, $1.finding.id)) })
      var intake = DecisionIntake(ledger: records, log: [], units: [], now: Self.now)
      let sheets = try TableFile.sheets(path: file)
      intake.take(sheets, file: file, savedAt: Self.now)
      #expect(intake.refusals.prefix(5).map(\.description) == [])
      #expect(intake.conflicts.isEmpty)
      let taken = Dictionary(intake.decisions.map { ($0.finding, $0) }) { $1 }
      let lost = expected.filter { id, wanted in !(taken[id]?.saysTheSame(as: wanted) ?? false) }
      #expect(
        taken.count == 5000 && lost.isEmpty,
        "\(file): \(lost.values.prefix(3)) \(lost.keys.prefix(3).map { taken[$0] })")
      var again = DecisionIntake(ledger: records, log: intake.decisions, units: [], now: Self.now)
      again.take(sheets, file: file, savedAt: Self.now)
      #expect(again.result.isEmpty)
    }
  }

  /// What `edit.py` writes into row `index`.
  private static func decision(_ index: Int, _ id: String) -> Decision {
    let verbs: [Decision.Verb] = [.confirm, .dismiss, .assign, .mend, .defer, .reopen]
    return Decision(
      finding: id, verb: verbs[index % 6], by: "张三", at: now, reason: "理由\(index)，“核实”",
      until: index % 3 == 2 ? nil : Day(2019, 3, 1), scope: index % 5 == 0 ? .text : .finding)
  }

  private static func edit(_ files: [String], in folder: String) throws {
    let pipe = "duwang\(UUID().uuidString.prefix(8))"
    let office = try Office.start(
      Office.program,
      [
        "--headless", "--norestore", "--nologo", "-env:UserInstallation=file://\(folder)/profile",
        "--accept=pipe,name=\(pipe);urp;",
      ])
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("edit.py").path
    let editor = try Office.start(Office.python, [script, pipe] + files)
    editor.waitUntilExit()
    if editor.terminationStatus != 0 { office.terminate() }
    office.waitUntilExit()
    try #require(editor.terminationStatus == 0)
  }
}
