import Foundation
import Testing

@Suite("What ships with the program")
struct ShippedTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every `unit/column` that stands under an `id` anywhere in the document.
  private static func identities(_ value: JSON) -> [String] {
    var found: [String] = []
    if let id = value["id"].string, id.contains("/") { found.append(id) }
    for member in value.array + Array(value.object.values) { found += identities(member) }
    return found
  }

  @Test("the shipped Targets.yaml is valid and lists the categories of the 2018 report for every unit")
  func targets() async throws {
    let file = Self.root.appending(path: "Targets.yaml")
    try #require(FileManager.default.fileExists(atPath: file.path), "there is no Targets.yaml")
    let place = try Workplace()
    let valid = try await Duwang.run(["targets", "validate"], in: Self.root, limit: 30)
    #expect(valid.code == 0, "\(valid.brief)")
    let list = try await Duwang.run(
      ["targets", "list", "--json", "--state", place.folder.path], in: Self.root, limit: 30)
    try #require(list.code == 0, "\(list.brief)")
    let ids = Set(Self.identities(try JSON(parsing: list.stdout)))
    let units = Dictionary(grouping: ids) { $0.split(separator: "/")[0] }.mapValues(\.count)
    #expect(units.values.filter { $0 >= 15 }.count >= 12, "\(units)")
    #expect(units.values.contains { $0 >= 18 })
    #expect(ids.count >= 480, "\(ids.count) columns; 18 and 31 units of 15")
  }

  @Test("the demo's table is clean, in less than a minute, in a folder of its own")
  func demo() async throws {
    let place = try Workplace()
    let outcome = try await place.run("demo", limit: 180)
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(outcome.seconds < 60)
    #expect(place.files(under: "Reports").allSatisfy { $0.hasPrefix("Reports/Demo/") })
    #expect(place.files(under: "Reports/Demo").contains { $0.hasSuffix("index.html") })
    #expect(!place.exists(".duwang/history.sqlite"), "the demo has a state of its own")
    #expect(outcome.stdout.contains("Reports/Demo"), "where to look is told: \(outcome.stdout)")
  }
}
