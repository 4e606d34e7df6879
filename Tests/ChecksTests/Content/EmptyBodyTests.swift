import DuwangCore
import Testing

struct EmptyBodyTests {
  @Test func articleOfTitleAndDateAloneIsFound() {
    #expect(Scene.findings("empty-body", on: Scene.page("a.html", body: "")).first?.confidence == .certain)
    #expect(Scene.findings("empty-body", on: Scene.page("a.html", body: "详见内容。")).first?.confidence == .suspected)
  }

  @Test func articleWithPictureFileOrTextIsNone() {
    var page = Scene.page("a.html", body: "")
    page.links = [Link(url: Scene.home + "uploads/1.jpg", kind: .image)]
    #expect(Scene.findings("empty-body", on: page).isEmpty)
    page.links = [Link(url: Scene.home + "images/logo.png", kind: .image)]
    #expect(Scene.findings("empty-body", on: page).count == 1, "the frame's pictures are no text")
    page.links = []
    page.attachments = [Attachment(name: "通知.pdf", url: Scene.home + "1.pdf")]
    #expect(Scene.findings("empty-body", on: page).isEmpty)
    #expect(Scene.findings("empty-body", on: Scene.page("a.html", kind: .list, body: "")).isEmpty)
  }
}
