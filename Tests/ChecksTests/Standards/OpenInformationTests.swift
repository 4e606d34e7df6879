import DuwangCore
import Testing

@Suite("Open government information")
struct OpenInformationTests {
  private static let blocks = ["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开"]

  private func findings(_ words: [String], on day: String) -> [String] {
    var reading = Scene.reading()
    reading.sites = [SiteReach(site: "portal", url: Scene.home, reach: .read, rechecked: false, milliseconds: 1)]
    reading.links = words.enumerated().map { index, text in
      var link = Scene.link("x\(index)", status: .ok, fault: nil)
      link.text = text
      return link
    }
    var context = Scene.context()
    context.today = Day(day)!
    return Scene.findings("open-information", in: reading, context: context).map(\.message)
  }

  @Test("since 2020 the five blocks must be there; what is missing is one hint")
  func blocks() {
    #expect(findings(Self.blocks, on: "2020-02-01").isEmpty)
    let found = findings(Array(Self.blocks.prefix(3)), on: "2020-02-01")
    #expect(found.count == 1 && found[0].contains("政府信息公开年报、依申请公开"))
    #expect(findings(Array(Self.blocks.prefix(3)), on: "2019-12-31").isEmpty)
  }

  @Test("a site on which none of them was met is one that the machine did not see, and nothing is said")
  func unseen() { #expect(findings(["首页"], on: "2020-02-01").isEmpty) }

  @Test("last year's report is wanted from 1 April on, where reports of earlier years can be read")
  func annualReport() {
    let old = "景泰县2017年政府信息公开工作年度报告"
    #expect(findings([old], on: "2019-03-31").isEmpty)
    #expect(findings([old], on: "2019-04-01").first?.contains("2018年政府信息公开工作年度报告") == true)
    #expect(findings([old, "景泰县2018年政府信息公开工作年度报告"], on: "2019-04-01").isEmpty)
    #expect(findings(["公开年报"], on: "2019-04-01").isEmpty)
  }
}
