import DuwangCore
import Testing

struct AnchorMissingTests {
  private func findings(_ links: [LinkReading]) -> [Finding] {
    var reading = Scene.reading()
    reading.fragments = links
    return Scene.findings("anchor-missing", in: reading)
  }

  @Test func placeThatThePageDoesNotHaveIsAHint() {
    let found = findings([Scene.link("a.html#n3"), Scene.link("b.html#n4", status: .skipped)])
    #expect(found.map(\.target) == [Scene.home + "a.html#n3"])
    #expect(found.map(\.severity) == [.hint])
  }

  @Test func templateLinkToItsOwnPageIsTheSameDefectWhicheverPageShowsItFirst() {
    var (one, other) = (Scene.link("a.html#main"), Scene.link("b.html#main"))
    (one.page, other.page) = (Scene.home + "a.html", Scene.home + "b.html")
    #expect(Set(findings([one, other]).map(\.id)).count == 1)
  }
}
