import Checks
import Foundation
import Testing

struct CheckRegistryTests {
  private let ids = CheckRegistry.pageChecks.map(\.id) + CheckRegistry.siteChecks.map(\.id)

  @Test func everyFileOfTheFoldersIsAnEntryOfTheRegistryAndTheOtherWayRound() throws {
    #expect(Set(try files(below: "Sources/Checks", suffix: ".swift")) == Set(ids))
  }

  @Test func everyCheckHasItsTestFile() throws {
    #expect(Set(try files(below: "Tests/ChecksTests", suffix: "Tests.swift")) == Set(ids))
  }

  @Test func noIDStandsTwice() { #expect(Set(ids).count == ids.count) }

  /// Names of the files in the family folders, as ids: `TLSInvalid.swift` → `tls-invalid`.
  private func files(below root: String, suffix: String) throws -> [String] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ["Access", "Freshness", "Links", "Content", "Standards"].flatMap { family -> [String] in
      let folder = package.appending(path: "\(root)/\(family)").path
      guard FileManager.default.fileExists(atPath: folder) else { return [] }
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }
        .map { kebab(String($0.dropLast(suffix.count))) }
    }
  }

  private func kebab(_ name: String) -> String {
    var out = ""
    let letters = Array(name)
    for (index, letter) in letters.enumerated() {
      let startsWord =
        letter.isUppercase && index > 0
        && (letters[index - 1].isLowercase || index + 1 < letters.count && letters[index + 1].isLowercase)
      out += (startsWord ? "-" : "") + letter.lowercased()
    }
    return out.replacing("soft404", with: "soft-404")
  }
}
