import DuwangCore
import TestSupport
import Testing

struct PrivacyTests {
  @Test func wholeIDCardIsFoundAndNeverPrintedWhole() {
    for serial in 100..<140 {
      let number = MadeUp.idCard("62042319780101\(serial)")
      let found = expect("张某，身份证号：1️⃣\(number)，一条山镇。", .privacyIDCard, .certain)
      #expect(found.first?.text == "62" + String(repeating: "*", count: 14) + number.suffix(2))
      #expect(found.allSatisfy { !$0.message.contains(number) && $0.severity == .severe })
    }
  }

  @Test func maskedAndInvalidIDCardsPass() {
    expect("身份证号：620423********1234", .privacyIDCard)
    expect("身份证号：62042319780230\(123)4", .privacyIDCard)
    expect(
      "身份证号：620423197801011230、620423197801011231、620423197801011232".replacing(
        MadeUp.idCard("62042319780101123"), with: ""), .privacyIDCard)
    expect("流水号：990423197801011234567", .privacyIDCard)
  }

  @Test func numberThatOnlyLooksLikeAnIDCardIsSuspectedNearAnotherName() {
    expect("统一社会信用代码：1️⃣\(MadeUp.idCard("62042319780101123"))", .privacyIDCard, .suspected)
  }

  @Test func phonesOfAListOfNamesAreFound() {
    let found = expect("张某 1️⃣13912345671\n李某 2️⃣13912345672\n王某 3️⃣13912345673", .privacyPhone)
    #expect(found.map(\.text) == ["13*******71", "13*******72", "13*******73"])
  }

  @Test func contactsOfANoticeAndMaskedPhonesPass() {
    expect("联系人：张某 联系电话：13912345671\n咨询电话：13912345672\n举报电话：13912345673", .privacyPhone)
    expect("张某 139****5671\n李某 139****5672\n王某 139****5673", .privacyPhone)
    expect("电话：0943-5521234、12345", .privacyPhone)
    expect("联系张某13912345671", .privacyPhone)
  }

  @Test func bankCardOfAPersonIsFound() {
    let number = MadeUp.bankCard("622848123456789012")
    let found = expect("户名张某，银行卡号1️⃣\(number)", .privacyBankCard, .certain)
    #expect(found.first?.text == "62" + String(repeating: "*", count: 15) + number.suffix(2))
    expect("1️⃣\(number.prefix(6)) \(number.dropFirst(6))（农行卡号）", .privacyBankCard, .certain)
  }

  @Test func accountsOfOfficesInvalidCardsAndOtherNumbersPass() {
    let number = MadeUp.bankCard("622848123456789012")
    expect("保证金账号：\(number)，开户名称：某公司", .privacyBankCard)
    expect("项目编号\(number)", .privacyBankCard)
    let wrong = number.dropLast() + (number.hasSuffix("0") ? "1" : "0")
    expect("银行卡号\(wrong)", .privacyBankCard)
  }

  @Test func fifteenDigitsAfterWordsForAnIDCardAreOne() {
    let found = expect("身份证号：1️⃣620423680115421，家住芦阳镇。", .privacyIDCard, .certain)
    #expect(found.first?.text == "62***********21")
    expect("身份证号：620423681315421；订单620423680115421", .privacyIDCard)
  }
}
