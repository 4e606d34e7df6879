import DuwangCore
import Pipeline
import TestSupport
import Testing

/// Columns of each maker's system on a real server: list, the pages behind it, an article.
@Suite("Content management systems, served")
struct FamilyPortalTests {
  @Test("the list's rows are read with title, address and date, page after page", arguments: FamilyPortal.all)
  func list(_ portal: FamilyPortal) async throws {
    let server = try server(portal)
    defer { server.stop() }
    let run = ExtractionRun(today: Day(2018, 12, 31)!, allowsPrivate: true)
    var (next, titles, dates, first) = (server.base + portal.start as String?, [String](), [String](), "")
    for number in 0..<portal.listPages {
      let url = try #require(next, "page \(number + 1) of \(portal.name) is named")
      let page = try await run.read(url, url: nil).get()
      if number == 0 { #expect(page.cms == portal.name) }
      #expect(page.kind == .list)
      #expect(page.unreadable == nil)
      first = first.isEmpty ? page.entries.first?.url ?? "" : first
      titles += page.entries.map(\.title)
      dates += page.entries.map { $0.date?.description ?? "-" }
      next = page.nextPage
    }
    #expect(next == nil, "\(portal.name) ends")
    #expect(titles == Array(FamilyPortal.titles.prefix(3 * portal.listPages)))
    #expect(dates == Array(FamilyPortal.dates.prefix(3 * portal.listPages)))
    #expect(first == server.base + portal.article)
  }

  @Test("the article is read with title, date, source and text", arguments: FamilyPortal.all)
  func article(_ portal: FamilyPortal) async throws {
    let server = try server(portal)
    defer { server.stop() }
    let run = ExtractionRun(today: Day(2018, 12, 31)!, allowsPrivate: true)
    let page = try await run.read(server.base + portal.article, url: nil).get()
    #expect(page.kind == .article)
    #expect(page.title == FamilyPortal.titles[0])
    #expect(page.publishedAt == Day(2018, 12, 20))
    #expect(page.source == "县政府办公室")
    #expect(
      page.blocks.map(\.text) == ["各乡镇人民政府，县政府各部门：", FamilyPortal.sentence, "清河县人民政府办公室", "2018年12月19日"])
  }

  private func server(_ portal: FamilyPortal) throws -> FaultServer { try FaultServer(portal.pages.mapValues { [$0] }) }
}
