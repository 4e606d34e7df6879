import Testing

struct TraditionalCharactersTests {
  @Test func aTraditionalCharacterInASimplifiedTextIsSuspectedOnce() {
    let found = expect("各乡镇要按照县委县政府的统一部署认真抓好1️⃣農业生产工作，做好森林防火和安全生产，保障群众生活農业", .traditionalCharacter, .suspected)
    #expect(found.first?.suggestion == "农")
  }

  @Test func aTitleIsShortAndMayHoldOne() {
    expect("关于印发全县1️⃣農业生产工作方案的通知", .traditionalCharacter, .suspected)
    expect("關於印發方案的通知", .traditionalCharacter)
  }

  @Test func traditionalTextsAndQuotationsPass() {
    expect("國務院關於進一步加強農業工作的通知", .traditionalCharacter)
    expect("馆藏拓片题为“農業學大寨”，现存于县文化馆，向社会公众开放，欢迎广大市民前来参观学习交流", .traditionalCharacter)
  }
}
