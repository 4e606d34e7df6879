import DuwangCore
import Testing

struct EmptyBodyTests {
  @Test func articleOfTitleAndDateAloneIsFound() {
    #expect(Scene.findings("empty-body", on: Scene.page("a.html", body: "")).first?.confidence == .certain)
    #expect(Scene.findings("empty-body", on: Scene.page("a.html", body: "详见内容。")).first?.confidence == .suspected)
  }

  @Test func articleWithPictureFileOrTextIsNone() {
    var page = Scene.page("a.html", body: "")
    page.links = [Link(url: Scene.home + "1.jpg", kind: .image)]
    #expect(Scene.findings("empty-body", on: page).isEmpty)
    page.links = []
    page.attachments = [Attachment(name: "通知.pdf", url: Scene.home + "1.pdf")]
    #expect(Scene.findings("empty-body", on: page).isEmpty)
    #expect(Scene.findings("empty-body", on: Scene.page("a.html", kind: .list, body: "")).isEmpty)
  }
}
