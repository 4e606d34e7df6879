import Checks
import DuwangCore
import TestSupport
import Testing

struct ContentTextTests {
  private func findings(
    _ body: String, title: String = "关于开展检查的通知", kind: Page.Kind = .article, age: Int = 5, column: String? = nil,
    content: ContentSettings = .init()
  ) -> [Finding] {
    var page = Scene.page("a/1.html", kind: kind, title: title, body: body)
    page.publishedAt = Scene.today.addingDays(-age)
    if kind == .list { page.entries = [ListEntry(title: body)] }
    return Scene.findings("content-text", on: page, column: column, in: Scene.context(Scene.targets(content: content)))
  }

  @Test func faultInAnArticleIsQuotedWithItsPlace() throws {
    let finding = try #require(findings("现将有关事项通知如下。\n会议布署了下一步工作。").first)
    #expect(finding.kind == .typo)
    #expect(finding.unit == "town")
    #expect(finding.evidence.text == "布署")
    #expect((finding.evidence.before, finding.evidence.after) == ("会议", "了下一步工作。"))
    #expect(finding.evidence.place == "正文第2段")
    #expect(finding.fix.contains("部署"))
  }

  @Test func oneFindingForATextAndPage() {
    #expect(findings("会议布署工作。\n再次布署工作。", title: "布署").count == 1)
  }

  @Test func articlesOlderThanThePeriodAreNotCheckedForTypos() {
    #expect(findings("布署工作", age: 366).isEmpty)
    #expect(findings("布署工作", age: 365).count == 1)
    #expect(findings("中华人民大和国", age: 366).map(\.kind) == [.forbiddenTerm])
  }

  @Test func listsGiveOnlyWhatIsSureOfTheirTitles() {
    #expect(findings("布署工作", title: "通知公告", kind: .list).isEmpty)
    #expect(findings("中华人民大和国法律", title: "通知公告", kind: .list).map(\.kind) == [.forbiddenTerm])
    #expect(findings("测试", title: "通知公告", kind: .list).map(\.kind) == [.placeholder])
  }

  @Test func whatTheUserIgnoresIsNotReported() {
    var content = ContentSettings()
    content.ignore = [.init(kind: "typo", text: "布署")]
    #expect(findings("布署工作，做为", content: content).map(\.evidence.text) == ["做为"])
    content.ignore = [.init(url: "*/a/*")]
    #expect(findings("布署工作", content: content).isEmpty)
  }

  @Test func bodiesOfLettersAreCheckedOnlyForPrivacyAndNeverQuoted() {
    let body = "布署工作，我的身份证号是\(MadeUp.idCard("62042319780101123"))。"
    let found = findings(body, title: "来信", column: "office/mail")
    #expect(found.allSatisfy { $0.kind == .privacyIDCard && $0.evidence.before.isEmpty && $0.evidence.after.isEmpty })
    #expect(!found.isEmpty)
  }

  @Test func otherNumbersInTheContextAreMaskedToo() {
    let found = findings("布署工作 13912345678 、620423197801011239")
    #expect(
      found.allSatisfy { !$0.evidence.after.contains("13912345678") && !$0.evidence.before.contains("13912345678") })
    #expect(found.contains { $0.evidence.after.contains("13*******78") })
  }

  @Test func captionBesideItsPictureIsNoFinding() {
    var page = Scene.page("a/2.html", body: "")
    page.blocks = [TextBlock("图一：2016—2018年数量图", line: 40)]
    #expect(Scene.findings("content-text", on: page).map(\.kind) == [.attachmentMissing])
    page.links = [Link(url: Scene.home + "1.png", kind: .image, line: 38)]
    #expect(Scene.findings("content-text", on: page).isEmpty)
  }
}
