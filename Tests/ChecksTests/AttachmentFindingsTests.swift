import Checks
import DuwangCore
import TestSupport
import Testing

struct AttachmentFindingsTests {
  private func findings(_ text: String, _ content: ContentSettings = .init()) -> [Finding] {
    AttachmentFindings.findings(
      in: text, of: Scene.home + "files/1.xls", name: "补助名单.xls", site: "portal",
      context: Scene.context(Scene.targets(content: content)))
  }

  @Test func namesWithWholeIDNumbersAreOneSevereFindingThatPrintsNoneWhole() {
    let numbers = (100..<105).map { MadeUp.idCard("62042319780101\($0)") }
    let found = findings("姓名\t身份证号\n" + numbers.map { "张某\t\($0)" }.joined(separator: "\n"))
    #expect(found.map(\.kind) == [.privacyIDCard])
    #expect(found.first?.severity == .severe)
    #expect(found.first?.message.contains("5处，如第2行“62**************") == true)
    for number in numbers { #expect(!found.contains { "\($0)".contains(number) }) }
  }

  @Test func severeTermsAreFoundAndOtherWordsAreLeftAlone() {
    #expect(findings("中华人民共合国\n做为布署").map(\.kind) == [.forbiddenTerm])
  }

  @Test func whatTheOfficeIgnoresIsLeftOut() {
    var content = ContentSettings()
    content.ignore = [.init(url: "*/files/*")]
    #expect(findings("中华人民共合国", content).isEmpty)
  }
}
