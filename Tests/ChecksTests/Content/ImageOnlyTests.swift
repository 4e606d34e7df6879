import DuwangCore
import Testing

struct ImageOnlyTests {
  @Test func articleWhoseTextIsAPictureIsSuspected() {
    var page = Scene.page("a.html", body: "")
    page.links = [Link(url: Scene.home + "uploads/2018/scan1.jpg", kind: .image)]
    #expect(Scene.findings("image-only", on: page).first?.confidence == .suspected)
  }

  @Test func textPictureStoriesAndPicturesOfTheFramePass() {
    var page = Scene.page("a.html", body: "")
    page.links = [Link(url: Scene.home + "images/logo.png", kind: .image)]
    #expect(Scene.findings("image-only", on: page).isEmpty)
    page.links = [Link(url: Scene.home + "uploads/1.jpg", kind: .image)]
    page.title = "图解：2018年政府工作报告"
    #expect(Scene.findings("image-only", on: page).isEmpty)
    var text = Scene.page("a.html", body: String(repeating: "会议研究部署了近期工作，", count: 5))
    text.links = page.links
    #expect(Scene.findings("image-only", on: text).isEmpty)
  }
}
