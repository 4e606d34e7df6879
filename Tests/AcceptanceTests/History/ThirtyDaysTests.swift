import Foundation
import Testing

/// Whatever editors do to a portal is told once, on its day, in its own words; what templates do is not told at all.
@Suite("Edits of a portal, day by day")
struct ThirtyDaysTests {
  /// `DUWANG_LONG` reads 300 pages on thirty days.
  private static let isLong = ProcessInfo.processInfo.environment["DUWANG_LONG"] != nil

  @Test("every edit is told on its day with the exact words, and nothing else is")
  func everyEdit() async throws {
    let days = Self.isLong ? 30 : 7
    let site = try await ChangingSite(articles: Self.isLong ? 300 : 48, days: days)
    let place = try Workplace(targets: site.targets)
    let start = try #require(ISO8601DateFormatter().date(from: "\(ChangingSite.firstDay)T00:30:00Z"))
    for day in 1...days {
      site.turn(to: day)
      let now = ISO8601DateFormatter().string(from: start.addingTimeInterval(Double(day - 1) * 86400))
      let report = try await place.readDaily(now)
      #expect(report["complete"].bool == true)
      #expect(report["unreadable"].array.isEmpty, "\(report["unreadable"])")
      expect(report, day: day, site)
    }
    await site.server.stop()
  }

  private func expect(_ report: JSON, day: Int, _ site: ChangingSite) {
    let seeds = site.seeds.filter { $0.day == day }
    let expected = Set(seeds.map { site.address + ChangingSite.path($0.article) })
    var told: [String: JSON] = [:]
    for change in report["changes"].array { told[change["url"].string ?? ""] = change }
    #expect(Set(told.keys) == expected, "day \(day)")
    #expect(report["changes"].array.count == seeds.count, "day \(day): each once")
    for seed in seeds {
      guard let change = told[site.address + ChangingSite.path(seed.article)] else { continue }
      expect(change, seed)
    }
    if day == 2 {
      let shapes = report["ignored"].array.compactMap { $0["shape"].string }
      #expect(shapes == ["已有#人点赞本文"], "what is left out is told")
    }
  }

  private func expect(_ change: JSON, _ seed: ChangingSite.Seed) {
    let runs = change["blocks"].array.flatMap { $0["runs"].array }
    let gone = runs.filter { $0["operation"].string == "delete" }.compactMap { $0["text"].string }
    let new = runs.filter { $0["operation"].string == "insert" }.compactMap { $0["text"].string }
    let i = seed.article
    let column = ChangingSite.path(i).split(separator: "/").first.map { "office/\($0)" }
    #expect(change["unit"].string == "office" && change["column"].string == column, "\(change)")
    switch seed.edit {
    case .added, .removed:
      #expect(change["type"].string == seed.edit.rawValue)
      #expect(change["title"].string == "关于公布第\(i)批专项资金安排情况的通告")
    case .digit: #expect([gone, new] == [["\(3000 + i)"], ["\(3200 + i)"]])
    case .back:
      #expect([gone, new] == [["\(3200 + i)"], ["\(3000 + i)"]])
      #expect(change["returnedTo"].string?.hasPrefix(ChangingSite.firstDay) == true, "\(change)")
    case .sentence:
      #expect(change["movedSentences"].array.compactMap(\.string) == ["会议听取了第\(i)项工作情况汇报。"])
      #expect([change["inserted"].int, change["deleted"].int] == [0, 0])
    case .row:
      #expect([gone, new] == [["\(40 + i)"], ["\(45 + i)"]])
      #expect(change["blocks"].array.map { $0["row"]["kind"].string } == ["changed"])
    case .attachment: #expect([gone, new] == [["P\(i)01.doc"], ["P\(i)02.doc"]])
    }
  }
}
