import Checks
import DuwangCore
import Testing

struct LinkBrokenTests {
  private func findings(_ links: [LinkReading], columns: [ColumnState] = []) -> [Finding] {
    var reading = Scene.reading()
    reading.links = links
    var page = PageReading(url: Scene.home + "xz/list.html", reach: .read, site: "portal", at: Scene.now)
    (page.unit, page.title) = ("town", "一条山镇")
    reading.pages = [page]
    return Scene.findings("link-broken", in: reading, columns: columns)
  }

  @Test func deadLinkBelongsToTheUnitOfItsFirstPage() throws {
    let finding = try #require(findings([Scene.link("a.html")]).first)
    #expect(finding.unit == "town")
    #expect(finding.target == Scene.home + "a.html")
    #expect(finding.confidence == .certain)
    #expect(finding.message.contains("404"))
    #expect(finding.message.contains("办事指南"))
    #expect(finding.evidence.place == "第12行")
  }

  @Test func deadLinkInAFooterIsOneFindingOfTheOffice() throws {
    var link = Scene.link("wza/index.html")
    (link.isBoilerplate, link.pages) = (true, 3000)
    let found = findings([link])
    #expect(found.count == 1)
    #expect(found.first?.unit == "office")
    #expect(found.first?.pages == 3000)
    #expect(found.first?.message.contains("在3,000个页面上") == true)
  }

  @Test func failureThatMayPassIsMarkedSo() {
    var link = Scene.link("a.html", fault: .serverError)
    link.confidence = .suspected
    #expect(findings([link]).first?.isTransient == true)
  }

  @Test func walledAndSkippedLinksAndOtherChecksKindsAreNotCounted() {
    var soft = Scene.link("e.html")
    soft.isSoftNotFound = true
    let links = [
      Scene.link("b.html", status: .blocked, fault: .forbidden),
      Scene.link("c.html", status: .skipped, fault: .disallowedByRobots),
      Scene.link("d.html", status: .redirected, fault: nil), soft, Scene.link("f.pdf", kind: .attachment),
    ]
    #expect(findings(links).isEmpty)
  }

  @Test func addressOfAnUnreachableColumnIsTheColumnsFinding() {
    let state = ColumnState(column: Scene.news, url: Scene.home + "a.html", status: .unreachable)
    #expect(findings([Scene.link("a.html")], columns: [state]).isEmpty)
  }

  @Test func sameTargetHasTheSameIDOnEveryDay() {
    var later = Scene.link("a.html")
    (later.pages, later.checkedAt) = (7, Scene.now.adding(seconds: 86_400))
    #expect(findings([Scene.link("a.html")]).map(\.id) == findings([later]).map(\.id))
  }
}
