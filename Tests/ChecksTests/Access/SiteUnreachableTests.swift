import Checks
import DuwangCore
import Testing

struct SiteUnreachableTests {
  private func findings(_ reach: Reach, control: Bool?) -> [Finding] {
    var reading = Scene.reading()
    reading.sites = [
      SiteReach(
        site: "portal", url: Scene.home, reach: reach, rechecked: true, milliseconds: 15_000, controlAnswered: control)
    ]
    return Scene.findings("site-unreachable", in: reading)
  }

  @Test func siteThatDoesNotAnswerWhileTheControlAddressDoesIsDown() throws {
    let finding = try #require(findings(.failed(.timeout, status: nil), control: true).first)
    #expect(finding.confidence == .certain)
    #expect(finding.severity == .severe)
    #expect(finding.unit == "office")
    #expect(finding.message.contains("复读后仍未成功"))
  }

  @Test func withoutAControlAddressItIsSuspectedAndSaysSo() throws {
    let finding = try #require(findings(.failed(.connectionRefused, status: nil), control: nil).first)
    #expect(finding.confidence == .suspected)
    #expect(finding.isTransient)
    #expect(finding.message.contains("未设对照地址"))
  }

  @Test func nobodyIsAccusedWhenThisMachineIsOfflineOrAWallAnswers() {
    #expect(findings(.failed(.timeout, status: nil), control: false).isEmpty)
    #expect(findings(.failed(.forbidden, status: 403), control: true).isEmpty)
    #expect(findings(.failed(.privateAddress, status: nil), control: true).isEmpty)
    #expect(findings(.unreadable(.challenge, status: 412), control: true).isEmpty)
    #expect(findings(.read, control: nil).isEmpty)
  }
}
