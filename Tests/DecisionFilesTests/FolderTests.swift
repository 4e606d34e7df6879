import DuwangCore
import Foundation
import Tables
import Testing

@testable import DecisionFiles

@Suite("The tables of a reports folder") struct FolderTests {
  private let now = Moment("2019-01-02T07:30:00+08:00")!

  private func withFolder(_ body: (String, DecisionFolder) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.path + "/duwang-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root + "/daily/2018-12-31", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    try body(root, DecisionFolder(reports: root, state: root))
  }

  private let finding = Finding(
    kind: .typo, site: "portal", page: "http://a.test/1", key: "k", message: "有误", fix: "改",
    evidence: Evidence(text: "字"))

  private func intake() -> DecisionIntake {
    let record = FindingRecord(finding, status: .new, firstSeen: now, isBaseline: false)
    return DecisionIntake(ledger: [record], log: [], units: [], now: now)
  }

  private func fill(_ path: String, _ verb: String) throws {
    try Data(DelimitedText.csv([["编号", "处理意见"], [finding.id, verb]])).write(to: URL(fileURLWithPath: path))
  }

  @Test("what the program wrote is not read, what people saved is read once")
  func once() throws {
    try withFolder { root, folder in
      let path = root + "/daily/2018-12-31/findings.csv"
      try fill(path, "")
      try folder.noteWritten([path, root + "/daily/2018-12-31/index.html"])
      #expect(folder.wasEdited(path) == false)
      try fill(path, "属实")
      #expect(folder.wasEdited(path) == true)
      var first = intake()
      try folder.remember(folder.read(into: &first))
      #expect(first.decisions.map(\.verb) == [.confirm])
      var second = intake()
      try folder.remember(folder.read(into: &second))
      #expect(second.result.isEmpty)
      // Read, and still not ours: it is set aside before it is written over.
      #expect(folder.wasEdited(path) == true)
    }
  }

  @Test("a small file beside the reports is read, a table that is only half saved is tried again")
  func beside() throws {
    try withFolder { root, folder in
      try fill(root + "/处理意见.csv", "误报")
      try Data([0x50, 0x4b, 3, 4]).write(to: URL(fileURLWithPath: root + "/daily/2018-12-31/findings.xlsx"))
      try fill(root + "/daily/2018-12-31/notes.csv", "属实")
      for _ in 1...2 {
        var taken = intake()
        let memory = folder.read(into: &taken)
        #expect(taken.decisions.map(\.verb) == [.dismiss])
        #expect(taken.refusals.map(\.file) == ["daily/2018-12-31/findings.xlsx"])
        _ = memory
      }
      var taken = intake()
      try folder.remember(folder.read(into: &taken))
      var again = intake()
      _ = folder.read(into: &again)
      #expect(again.decisions.isEmpty && again.refusals.count == 1)
    }
  }
}
