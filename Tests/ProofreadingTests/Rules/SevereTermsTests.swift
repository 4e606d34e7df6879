import DuwangCore
import Proofreading
import Testing

struct SevereTermsTests {
  @Test(arguments: ["中华1️⃣人民大和国", "1️⃣人民共合国", "1️⃣人 民\u{3000}共\u{200b}合\n国", "1️⃣攻府", "1️⃣习近评总书记", "1️⃣习近乎总书记"])
  func nationalNameIsFoundThroughBlanksAndZeroWidthCharacters(_ text: String) {
    let found = expect(text, .forbiddenTerm, .certain)
    #expect(found.allSatisfy { $0.severity == .severe })
  }

  @Test(arguments: ["中华人民共和国", "人民政府", "人民法院", "领导小组", "深入学习习近平新时代中国特色社会主义思想", "学习进平台", "学习近乎痴迷"])
  func rightNamesPass(_ text: String) { expect(text, .forbiddenTerm) }

  @Test func fullWidthAndCaseDoNotHideAUsersTerm() {
    let settings = Proofreader.Settings(severe: [SevereTerm("abc公司", suggestion: "某公司")])
    expect("某1️⃣ＡＢＣ公司", .forbiddenTerm, settings: settings)
  }

  @Test func everyEntryOfTheUsersListFires() {
    let terms = SevereTerm.parse("# 词条\n甲乙丙丁\t甲乙丙\n子丑寅卯\n")
    #expect(terms.count == 2)
    for term in terms {
      let found = Proofreader(settings: .init(severe: terms)).findings(in: "前文\(term.term)后文")
      #expect(found.contains { $0.kind == .forbiddenTerm && $0.text == term.term })
    }
  }

  @Test func everyBuiltInEntryFiresAloneAndHidden() {
    for term in BuiltInTerms.severe {
      for text in ["前文\(term)后文", "前文" + term.map { "\($0)\u{200b} " }.joined() + "后文"] {
        #expect(standard.findings(in: text).contains { $0.kind == .forbiddenTerm && $0.severity == .severe }, "\(term)")
      }
    }
    #expect(BuiltInTerms.severe.count >= 60)
  }

  @Test func severeFindingStandsBesideAnotherOfTheSameSpot() {
    let settings = Proofreader.Settings(pairs: [WordPair(wrong: "共合国", right: "共和国")])
    expect("1️⃣人民共合国", .forbiddenTerm, settings: settings)
  }
}
