import Foundation
import Testing

/// The portal read once on its first day; every rule below looks at the same report.
private enum FirstDay {
  static let now = "2021-03-10T08:30:00+08:00"
  static let result = Task { () throws -> (report: JSON, outcome: Outcome, place: Workplace, seen: [Seen]) in
    let portal = try await Portal()
    let place = try Workplace(targets: PortalTargets.yaml(portal.address))
    let outcome = try await place.run("read", "daily", "--now", now)
    try #require(outcome.code == 0, "\(outcome.brief)")
    let seen = portal.server.requests
    await portal.server.stop()
    return (try place.report(now), outcome, place, seen)
  }

  static var report: JSON { get async throws { try await result.value.report } }
}

@Suite("A second county's portal is read rightly")
struct SecondPortalTests {
  @Test("a column's status and newest date are those a person would write down", arguments: ExpectedColumn.all)
  func column(_ expected: ExpectedColumn) async throws {
    let report = try await FirstDay.report
    let column = try #require(report.column(expected.id), "the report has no column \(expected.id)")
    #expect(column["status"].string == expected.status, "\(column)")
    if let newest = expected.newest { #expect(column["newest"].string == newest, "\(column)") }
    if let days = expected.daysLeft { #expect(column["daysLeft"].int == days, "\(column)") }
    #expect(expected.tier.contains(column["tier"].string ?? "absent"), "\(column)")
    if let entries = expected.entries { #expect(column["entries"].int == entries, "\(column)") }
  }

  @Test("every configured column is listed once, and none besides")
  func everyColumnOnce() async throws {
    let ids = try await FirstDay.report["columns"].array.compactMap { $0["id"].string }
    let expected = ExpectedColumn.all.map(\.id) + ["zf-office/letters"]
    #expect(ids.sorted() == expected.sorted())
  }

  @Test("columns that were never found are named and are no finding")
  func unfound() async throws {
    let report = try await FirstDay.report
    #expect(Set(report["unfound"].array.compactMap(\.string)) == ["zf-office/lost", "xz-longtan/zcjd"])
    for id in ["lost", "zcjd"] {
      #expect(report.standing.allSatisfy { !($0["column"].string ?? "").hasSuffix(id) })
    }
  }

  @Test("a column of letters is not judged by the age of its newest letter")
  func letters() async throws {
    let column = try #require(try await FirstDay.report.column("zf-office/letters"))
    #expect(!["stale", "empty", "unreadable", "unreachable"].contains(column["status"].string), "\(column)")
  }

  @Test("a letter without an answer for more than three months is overdue, a younger one is not")
  func replyOverdue() async throws {
    let overdue = try await FirstDay.report.findings("reply-overdue")
    #expect(overdue.count == 1, "\(overdue)")
  }

  @Test("a letter's body is never shown")
  func letterBodies() async throws {
    let place = try await FirstDay.result.value.place
    for file in place.files(under: "Reports") {
      let text = try place.text(file)
      #expect(!text.contains("院落积水一事"), "\(file) shows a letter's body")
    }
  }

  @Test("a seeded fault is found, with its unit and confidence", arguments: ExpectedFinding.all)
  func finding(_ expected: ExpectedFinding) async throws {
    let report = try await FirstDay.report
    let hits = report.standing.filter(expected.matches)
    try #require(
      hits.count == 1, "\(hits.count) hits; of that address: \(report.findings(concerning: expected.concerns))")
    #expect(hits[0]["unit"].string == expected.unit)
    #expect(hits[0]["confidence"].string == expected.confidence)
    #expect(hits[0]["severity"].string == "general")
  }

  @Test("no fault is invented")
  func inventions() async throws {
    let inventions = try await FirstDay.report.standing.filter { finding in
      ExpectedFinding.judged.contains(finding["kind"].string ?? "")
        && !ExpectedFinding.all.contains { $0.matches(finding) }
    }
    #expect(JSON.told(inventions) == [])
  }

  @Test("a dead link that stands on every page is one finding that counts its pages")
  func footer() async throws {
    let hits = try await FirstDay.report.findings(concerning: "/wzdt/jiuban.html")
    try #require(hits.count == 1)
    #expect((hits[0]["pages"].int ?? 0) >= 30, "\(hits[0])")
  }

  @Test("links that failed and answered when read again are no findings")
  func flaky() async throws {
    let report = try await FirstDay.report
    for part in [Lists.flaky, "/gggs/"] { #expect(report.findings(concerning: part).isEmpty) }
  }

  @Test("the first reading is a complete baseline without changes")
  func baseline() async throws {
    let report = try await FirstDay.report
    #expect(report["baseline"].bool == true)
    #expect(report["complete"].bool == true, "limits: \(report["limitsHit"])")
    #expect(report["changes"] == .array([]))
  }

  @Test("a calendar without an end stops at the depth limit and is told")
  func trap() async throws {
    let (report, _, _, seen) = try await FirstDay.result.value
    #expect(seen.filter { $0.path.hasPrefix("/rl/") }.count < 60)
    #expect(report["limitsHit"].array.contains { $0["limit"].string == "max_depth" }, "\(report["limitsHit"])")
  }

  @Test("nothing that robots.txt forbids or the scope excludes is asked")
  func forbidden() async throws {
    let seen = try await FirstDay.result.value.seen
    #expect(seen.filter { $0.path.hasPrefix("/neibu/") }.map(\.target) == [])
    #expect(seen.filter { $0.path.hasPrefix("/search") }.map(\.target) == [])
    #expect(seen.contains { $0.path == "/robots.txt" })
  }

  @Test("what could not be read is listed with its reason")
  func unreadable() async throws {
    let unreadable = try await FirstDay.report["unreadable"].array
    for path in ["/zdxm/", "/jcgk/", "/xwfbh/"] {
      let hit = unreadable.first { $0["url"].string?.hasSuffix(path) == true }
      #expect(hit?["reason"].string?.isEmpty == false, "\(path) is missing in \(unreadable)")
    }
  }

  @Test("a page that was read well and is no column is not listed for a person to look at")
  func unreadableNoise() async throws {
    let paths = try await FirstDay.report["unreadable"].array.compactMap {
      $0["url"].string.flatMap { URL(string: $0)?.path }
    }
    let others = paths.filter { path in
      !["/zdxm", "/jcgk", "/xwfbh", "/neibu", "/ldhd", "/zdly"].contains { path.hasPrefix($0) }
    }
    #expect(others == [])
  }

  @Test("no page is asked more than a few times in one reading")
  func repeats() async throws {
    let seen = try await FirstDay.result.value.seen
    let counts = Dictionary(grouping: seen, by: \.target).mapValues(\.count).filter { $0.value > 6 }
    #expect(counts.isEmpty)
  }
}
