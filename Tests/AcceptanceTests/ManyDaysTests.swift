import Foundation
import Testing

/// The second county's portal read on three days, the second day twice.
private enum ThreeDays {
  struct Result: Sendable {
    var reports: [JSON]
    var secondAgain: JSON
    var secondDayRequests: [Seen]
    var place: Workplace
  }

  static let result = Task { () throws -> Result in
    let portal = try await Portal()
    let place = try Workplace(targets: PortalTargets.yaml(portal.address))
    let first = try await place.readDaily("2021-03-10T08:30:00+08:00")
    portal.turn(to: 2)
    portal.server.forget()
    let second = try await place.readDaily("2021-03-11T08:30:00+08:00")
    let seen = portal.server.requests
    let again = try await place.readDaily("2021-03-11T17:30:00+08:00")
    portal.turn(to: 3)
    let third = try await place.readDaily("2021-03-12T08:30:00+08:00")
    await portal.server.stop()
    return Result(reports: [first, second, third], secondAgain: again, secondDayRequests: seen, place: place)
  }

  /// The finding of a kind that concerns an address, resolved or not, on a day from 1.
  static func finding(_ kind: String, _ part: String, day: Int) async throws -> JSON {
    let report = try await result.value.reports[day - 1]
    let hits = report["findings"].array.filter {
      let about = kind.hasPrefix("column-") ? $0["column"] : $0["target"]
      return $0["kind"].string == kind && about.string?.hasSuffix(part) == true
    }
    try #require(hits.count == 1, "day \(day): \(hits.count) findings \(kind) of \(part)")
    return hits[0]
  }
}

@Suite("What changes from day to day")
struct ManyDaysTests {
  @Test("a defect keeps its id and goes from new to open")
  func open() async throws {
    let first = try await ThreeDays.finding("link-broken", "/wzdt/jiuban.html", day: 1)
    let second = try await ThreeDays.finding("link-broken", "/wzdt/jiuban.html", day: 2)
    let third = try await ThreeDays.finding("link-broken", "/wzdt/jiuban.html", day: 3)
    #expect([first, second, third].map { $0["status"].string } == ["new", "open", "open"])
    #expect(Set([first, second, third].map(\.self).compactMap { $0["id"].string }).count == 1)
    #expect([first, second, third].allSatisfy { $0["firstSeen"].string?.hasPrefix("2021-03-10") == true })
    #expect(third["lastSeen"].string?.hasPrefix("2021-03-12") == true, "\(third)")
  }

  @Test("a defect put right is resolved, and recurs when it comes back")
  func resolved() async throws {
    let second = try await ThreeDays.finding("link-broken", Lists.broken, day: 2)
    #expect(second["status"].string == "resolved", "\(second)")
    let third = try await ThreeDays.finding("link-broken", Lists.broken, day: 3)
    #expect(third["status"].string == "recurred", "\(third)")
    #expect(second["id"] == third["id"])
  }

  @Test("a defect of the second day is new")
  func fresh() async throws {
    let second = try await ThreeDays.finding("link-broken", Lists.deadLater, day: 2)
    #expect(second["status"].string == "new", "\(second)")
    #expect(second["firstSeen"].string?.hasPrefix("2021-03-11") == true)
  }

  @Test("a server's own failure is suspected on the first day and certain from the second")
  func certain() async throws {
    let first = try await ThreeDays.finding("column-unreachable", "down", day: 1)
    let second = try await ThreeDays.finding("column-unreachable", "down", day: 2)
    #expect(first["confidence"].string == "suspected")
    #expect(second["confidence"].string == "certain")
    #expect(first["id"] == second["id"])
  }

  @Test("a column whose window ended yesterday is stale today")
  func windowEnds() async throws {
    let days = try await ThreeDays.result.value.reports.map { $0.column("zf-office/notice") ?? .null }
    #expect(days.map { $0["status"].string } == ["fresh", "stale", "stale"])
    #expect(days.map { $0["daysLeft"].int } == [0, -1, -2])
    let finding = try await ThreeDays.finding("column-stale", "notice", day: 2)
    #expect(finding["status"].string == "new")
  }

  private func changes(_ type: String, day: Int = 2) async throws -> [JSON] {
    try await ThreeDays.result.value.reports[day - 1]["changes"].array.filter { $0["type"].string == type }
  }

  @Test(
    "a new item is an added page with title, date, unit and column",
    arguments: [Lists.added, PortalContent.financeAdded])
  func added(_ row: Row) async throws {
    let hits = try await changes("added").filter { $0["url"].string?.hasSuffix(row.path) == true }
    try #require(hits.count == 1)
    #expect(hits[0]["title"].string == row.title)
    #expect(hits[0]["publishedAt"].string?.hasPrefix("2021-03-11") == true, "\(hits[0])")
    #expect(hits[0]["unit"].string == (row.path.hasPrefix("/czj/") ? "dep-finance" : "zf-office"))
    #expect(hits[0]["column"].string?.hasSuffix(row.path.hasPrefix("/czj/") ? "notice" : "news") == true)
  }

  @Test("an edited article is modified, with what was put in")
  func modified() async throws {
    let hits = try await changes("modified").filter { $0["url"].string?.hasSuffix(Lists.edited) == true }
    try #require(hits.count == 1)
    #expect((hits[0]["inserted"].int ?? 0) > 0, "\(hits[0])")
    #expect(hits[0]["deleted"].int == 0, "\(hits[0])")
  }

  @Test("an article that answers 404 and is linked no more is removed from its unit and column, and no broken link")
  func removed() async throws {
    let hits = try await changes("removed").filter { $0["url"].string?.hasSuffix(Lists.leaves) == true }
    #expect(hits.count == 1)
    #expect(hits.first?["unit"].string == "zf-office" && hits.first?["column"].string == "zf-office/news", "\(hits)")
    let report = try await ThreeDays.result.value.reports[1]
    #expect(report.findings(concerning: Lists.leaves).isEmpty)
  }

  @Test("nothing else counts as added, and a day without edits has no changes")
  func noOtherChanges() async throws {
    let expected = [Lists.added.path, PortalContent.financeAdded.path, Lists.broken]
    let others = try await changes("added").filter { change in
      !expected.contains { change["url"].string?.hasSuffix($0) == true }
    }
    #expect(others.compactMap { $0["url"].string } == [])
    let third = try await changes("added", day: 3) + changes("modified", day: 3)
    #expect(third.compactMap { $0["url"].string } == [])
  }

  @Test("only the first day is the baseline")
  func baseline() async throws {
    let reports = try await ThreeDays.result.value.reports
    #expect(reports.map { $0["baseline"].bool } == [true, false, false])
    #expect(reports.allSatisfy { $0["complete"].bool == true })
  }

  @Test("from the second day pages are asked whether they changed")
  func conditional() async throws {
    let seen = try await ThreeDays.result.value.secondDayRequests
    let asked = seen.filter { $0.headers["if-none-match"] != nil || $0.headers["if-modified-since"] != nil }
    #expect(asked.count * 2 > seen.count, "only \(asked.count) of \(seen.count) requests were conditional")
  }

  @Test("reading the same day again replaces its report and tells the same day")
  func sameDay() async throws {
    let result = try await ThreeDays.result.value
    let (second, again) = (result.reports[1], result.secondAgain)
    func told(_ report: JSON) -> Set<String> {
      Set(report["findings"].array.map { "\($0["id"]) \($0["status"])" })
    }
    #expect(told(second).symmetricDifference(told(again)) == [])
    let news = second["changes"].array.filter { $0["type"].string == "added" }.compactMap { $0["url"].string }
    let newsAgain = again["changes"].array.filter { $0["type"].string == "added" }.compactMap { $0["url"].string }
    #expect(newsAgain.sorted() == news.sorted())
    let days = Set(result.place.files(under: "Reports/daily").map { $0.split(separator: "/")[2] })
    #expect(days == ["2021-03-10", "2021-03-11", "2021-03-12"])
  }
}
