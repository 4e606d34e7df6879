import DuwangCore
import Testing

@Suite("Marks at the foot of the home page")
struct FooterMissingTests {
  private var full: FooterMarks {
    var marks = FooterMarks()
    (marks.siteCode, marks.icp, marks.police) = ("6204230001", "陇ICP备18000001号", "甘公网安备62042302000123号")
    (marks.hasPartyMark, marks.hasErrorEntry, marks.hasSiteMap) = (true, true, true)
    (marks.hasSponsor, marks.hasPhone) = (true, true)
    return marks
  }

  private func findings(_ marks: FooterMarks?, at path: String = "") -> [Finding] {
    var page = Page(url: Scene.home + path)
    (page.kind, page.marks) = (.home, marks)
    return Scene.findings("footer-missing", on: page)
  }

  @Test("a foot with all marks is well")
  func complete() { #expect(findings(full).isEmpty) }

  @Test("all missing marks are one hint")
  func missing() {
    var marks = full
    (marks.police, marks.hasErrorEntry) = (nil, false)
    let found = findings(marks)
    #expect(found.map(\.evidence.text) == ["公安机关备案编号、“我为政府网站找错”入口"])
    #expect(found.first?.severity == .hint)
  }

  @Test("a foot of which next to nothing can be seen is put in by a script, and nothing is said")
  func script() {
    #expect(findings(FooterMarks()).isEmpty)
    #expect(findings(nil).isEmpty)
    var marks = FooterMarks()
    (marks.icp, marks.hasSponsor) = ("陇ICP备18000001号", true)
    #expect(findings(marks).isEmpty)
  }

  @Test("ten digits of the code, fourteen of the police number")
  func formats() {
    var marks = full
    marks.siteCode = "620423000"
    #expect(findings(marks).first?.message.contains("不是10位") == true)
    marks = full
    marks.police = "甘公网安备6204230200012号"
    #expect(findings(marks).first?.message.contains("14位") == true)
  }

  @Test("only the home page is in the sample")
  func sample() { #expect(findings(FooterMarks(), at: "index2.html").isEmpty) }
}
