import Testing

struct DocumentNumberTests {
  @Test(arguments: ["闽政办1️⃣2018〕43号", "国办发1️⃣〔2018〕号", "景政发1️⃣〔2018 43号", "国办发1️⃣〔2020]20号", "道党通1️⃣﹝2017﹞ 号"])
  func numberThatCannotBeOneIsFound(_ text: String) { expect(text, .documentNumber, .certain) }

  @Test func shortYearIsSuspectedUnlessOfTheLastCentury() {
    expect("根据《通知》（景政发1️⃣〔18〕12号）要求", .documentNumber, .suspected)
    expect("国办发〔87〕12号", .documentNumber)
  }

  @Test func leadingZeroIsSuspected() { expect("景政发1️⃣〔2018〕012号", .documentNumber, .suspected) }

  @Test(arguments: ["国办发〔2018〕12号", "国办发﹝2018﹞12号", "国发[1981]12号", "（2018）甘04民终12号", "国办发〔2018〕12、13号", "各地〔2018〕年"])
  func rightAndOlderFormsPass(_ text: String) { expect(text, .documentNumber) }

  @Test func ownNumberInOlderBracketsIsAHint() {
    expect("景政办发1️⃣(2018)36号\n关于调整成员的通知", .documentNumber, .suspected)
    expect("景政办发[2011]36号\n依据国办发【2017】47号文件", .documentNumber)
  }

  @Test func numberWithoutItsLastCharacterOrOfAYearToComeIsSuspected() {
    expect("《通知》（景政办发1️⃣〔2018〕36）转发给你们", .documentNumber, .suspected)
    expect("景政办发1️⃣〔2081〕36号文件", .documentNumber, .suspected, published: "2019-03-01")
    expect("（景政发〔2018〕36、37号）、〔2018〕36－1号、〔2018〕 36 号、〔2018〕第36号", .documentNumber, published: "2019-03-01")
  }
}
