import Testing

struct NumberStyleTests {
  @Test func exactNumberWith多Or余IsFound() {
    let found = expect("现场接待1️⃣46258多人次，网上咨询2️⃣3032多人次，累计3️⃣22733余条。", .numberStyle, .certain)
    #expect(found.first?.text == "46258多")
  }

  @Test(arguments: ["11140多人次", "3000余人", "2018多彩贵州", "5.5万多人", "10多件", "1.2万余亩", "2.35亿多元"])
  func roundNumbersPass(_ text: String) { expect(text, .numberStyle) }

  @Test func twoWordsForOneRoughnessAreSuspected() {
    expect("1️⃣近5000多名群众参加，1️⃣约300人左右签名。", .numberStyle, .suspected)
    expect("近5万名群众受益，约300人，3000人左右，5000多名", .numberStyle)
  }
}
