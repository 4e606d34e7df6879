import DuwangCore
import Testing

/// Numbers are made by rule, so that nobody's own stands here.
struct PrivacyTests {
  /// `body` of seventeen digits with its check digit (GB 11643).
  static func idCard(_ body: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
    return body + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }

  /// `body` with Luhn's check digit.
  static func card(_ body: String) -> String {
    let digits = (body + "0").compactMap(\.wholeNumberValue).reversed().enumerated()
    let sum = digits.reduce(0) { sum, item in
      let doubled = item.offset % 2 == 1 ? item.element * 2 : item.element
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return body + String((10 - sum % 10) % 10)
  }

  @Test func wholeIDCardIsFoundAndNeverPrintedWhole() {
    for serial in 100..<140 {
      let number = Self.idCard("62042319780101\(serial)")
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
        Self.idCard("62042319780101123"), with: ""), .privacyIDCard)
    expect("流水号：990423197801011234567", .privacyIDCard)
  }

  @Test func numberThatOnlyLooksLikeAnIDCardIsSuspectedNearAnotherName() {
    expect("统一社会信用代码：1️⃣\(Self.idCard("62042319780101123"))", .privacyIDCard, .suspected)
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
    let number = Self.card("622848123456789012")
    let found = expect("户名张某，银行卡号1️⃣\(number)", .privacyBankCard, .certain)
    #expect(found.first?.text == "62" + String(repeating: "*", count: 15) + number.suffix(2))
  }

  @Test func accountsOfOfficesInvalidCardsAndOtherNumbersPass() {
    let number = Self.card("622848123456789012")
    expect("保证金账号：\(number)，开户名称：某公司", .privacyBankCard)
    expect("项目编号\(number)", .privacyBankCard)
    let wrong = number.dropLast() + (number.hasSuffix("0") ? "1" : "0")
    expect("银行卡号\(wrong)", .privacyBankCard)
  }
}
