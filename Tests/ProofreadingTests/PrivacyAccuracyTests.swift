import DuwangCore
import Proofreading
import TestSupport
import Testing

/// Numbers made by rule, in the contexts of county pages: none missed, none invented, none printed whole.
struct PrivacyAccuracyTests {
  private var random = Seeded(state: 11_643)

  private static let idContexts = [
    "张某，身份证号：%，住一条山镇。", "序号 姓名 身份证号 补助金额\n1 李某 % 4700", "王某（身份证号码%）", "公民身份号码：%", "赵某\t男\t%\t芦阳村", "经查，陈某某（%）已领取补助。",
  ]
  private static let cardContexts = ["户名：张某，银行卡号：%", "姓名 一卡通账号 金额\n李某 % 1200", "开户银行：某银行景泰支行，个人账号%"]

  @Test mutating func everyValidIDCardIsFoundAndMasked() {
    for serial in 0..<300 {
      let number = idCard()
      let written = serial % 3 == 0 ? number.lowercased() : serial % 3 == 1 ? Self.fullWidth(number) : number
      check(Self.idContexts[serial % Self.idContexts.count], written, .privacyIDCard, finds: true)
    }
  }

  @Test mutating func invalidAndMaskedIDCardsAreNotInvented() {
    for serial in 0..<300 {
      let number = idCard()
      let text = Self.idContexts[serial % Self.idContexts.count]
      let digits = Array(number)
      let last = digits[17] == "0" ? "1" : "0"
      check(text, String(digits[..<17]) + (digits[17] == "X" ? "1" : last), .privacyIDCard, finds: false)
      check(text, String(digits[..<6]) + "********" + String(digits[14...]), .privacyIDCard, finds: false)
      check(text, String(digits[..<10]) + "1345" + String(digits[14...]), .privacyIDCard, finds: false)
      check(text, String(digits[..<14]) + "××××", .privacyIDCard, finds: false)
    }
  }

  @Test mutating func everyCardOfAPersonIsFoundAndMasked() {
    for serial in 0..<200 {
      let number = MadeUp.bankCard(["622848", "621700", "623190"][serial % 3] + digits(serial % 2 == 0 ? 12 : 9))
      check(Self.cardContexts[serial % Self.cardContexts.count], number, .privacyBankCard, finds: true)
    }
  }

  @Test mutating func invalidMaskedAndCorporateCardsAreNotInvented() {
    for serial in 0..<200 {
      let number = MadeUp.bankCard("622848" + digits(12))
      let text = Self.cardContexts[serial % Self.cardContexts.count]
      let last = number.last == "0" ? "1" : "0"
      check(text, number.dropLast() + last, .privacyBankCard, finds: false)
      check(text, number.prefix(6) + "*********" + number.suffix(4), .privacyBankCard, finds: false)
      check("单位名称：某某有限公司，开户行：某银行，账号：%", number, .privacyBankCard, finds: false)
      check("合同编号：%", number, .privacyBankCard, finds: false)
    }
  }

  @Test mutating func phonesOfListsAreFoundAndThoseOfNoticesAreNot() {
    for _ in 0..<100 {
      let phones = (0..<4).map { _ in "13\(digits(9))" }
      let list = "姓名 手机\n" + phones.map { "张某 \($0)" }.joined(separator: "\n")
      let found = rulesAlone.findings(in: list).filter { $0.kind == .privacyPhone }
      #expect(found.count == Set(phones).count || found.count == 4)
      #expect(found.allSatisfy { f in phones.allSatisfy { !f.message.contains($0) && !f.text.contains($0) } })
      let notice = "联系人：张某 \(phones[0])，李某 \(phones[1])，王某 \(phones[2])"
      #expect(!rulesAlone.findings(in: notice).contains { $0.kind == .privacyPhone })
      let masked = phones.map { "张某 \($0.prefix(3))****\($0.suffix(4))" }.joined(separator: "\n")
      #expect(!rulesAlone.findings(in: masked).contains { $0.kind == .privacyPhone })
    }
  }

  private func check(_ context: String, _ number: some StringProtocol, _ kind: FindingKind, finds: Bool) {
    let text = context.replacing("%", with: number)
    let found = rulesAlone.findings(in: text).filter { $0.kind == kind }
    #expect(found.count == (finds ? 1 : 0), "\(kind.rawValue)")
    for finding in found {
      let shown = finding.text + finding.message + (finding.suggestion ?? "")
      #expect(!shown.contains(number) && finding.text.filter { $0 == "*" }.count == number.count - 4)
    }
  }

  private mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(random.next() % 10) }.joined() }

  private mutating func idCard() -> String {
    let provinces = ["620423", "620102", "110101", "650104", "440305", "810000"]
    let region = provinces[Int(random.next() % 6)]
    let birth =
      19_400_000 + Int(random.next() % 70) * 10_000 + Int(random.next() % 12 + 1) * 100 + Int(random.next() % 28 + 1)
    return MadeUp.idCard("\(region)\(birth)" + digits(3))
  }

  private static func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { Unicode.Scalar($0.value < 0x7f ? $0.value + 0xfee0 : $0.value) ?? $0 }))
  }
}
