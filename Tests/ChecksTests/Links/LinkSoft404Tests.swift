import DuwangCore
import Testing

struct LinkSoft404Tests {
  @Test func targetThatIsGoneBehindAGoodAnswerIsFound() {
    var reading = Scene.reading()
    var link = Scene.link("ts.html", fault: nil)
    (link.isSoftNotFound, link.reason) = (true, "页面标题为“404”，正文不足100字")
    reading.links = [link, Scene.link("a.html")]
    let found = Scene.findings("link-soft-404", in: reading)
    #expect(found.map(\.target) == [Scene.home + "ts.html"])
    #expect(found.first?.message.contains(link.reason) == true)
  }
}
