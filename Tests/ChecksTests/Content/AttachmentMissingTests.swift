import DuwangCore
import Testing

struct AttachmentMissingTests {
  private let body = "各乡镇：\n现将名单印发给你们。\n附件：1.参会名单\n2.日程安排\n景泰县人民政府办公室\n2018年12月20日"

  @Test func announcedAttachmentThatThePageDoesNotOfferIsFound() {
    let found = Scene.findings("attachment-missing", on: Scene.page("a.html", body: body))
    #expect(found.map(\.kind) == [.attachmentMissing])
    #expect(found.first?.message.contains("没有可下载的附件") == true)
  }

  @Test func fewerFilesThanListedAreFound() {
    var page = Scene.page("a.html", body: body)
    page.attachments = [Attachment(name: "参会名单.doc", url: Scene.home + "1.doc")]
    #expect(Scene.findings("attachment-missing", on: page).first?.message == "正文列出2个附件，页面上只有1个。")
  }

  @Test func attachmentsThatAreThereOrPrintedBelowPass() {
    var page = Scene.page("a.html", body: body)
    page.attachments = ["1", "2"].map { Attachment(name: "\($0).doc", url: Scene.home + "\($0).doc") }
    #expect(Scene.findings("attachment-missing", on: page).isEmpty)
    #expect(Scene.findings("attachment-missing", on: Scene.page("a.html", body: body + "\n附件1\n参会名单\n张某")).isEmpty)
    page.attachments = []
    page.links = [Link(url: Scene.home + "d.html", text: "参会名单下载")]
    #expect(Scene.findings("attachment-missing", on: page).isEmpty)
    page.links = [Link(url: Scene.home + "upload/1.jpg", kind: .image)]
    #expect(Scene.findings("attachment-missing", on: page).isEmpty)
    #expect(Scene.findings("attachment-missing", on: Scene.page("a.html", body: "会议圆满结束。")).isEmpty)
  }
}
