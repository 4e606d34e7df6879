import Testing

struct CaptionTests {
  @Test func captionLinesAreSuspected() {
    expect("1️⃣图一：2016-2018年依申请公开数量图\n 2️⃣2014-2018年主动公开信息数量（单位：条）\n正文", .attachmentMissing, .suspected)
  }

  @Test(arguments: ["如图1所示，数量增加。", "图书馆：开放时间", "图1 智慧林业体系图（略）", "主动公开信息数量（单位：条）为100条。"])
  func sentencesAboutPicturesPass(_ text: String) { expect(text, .attachmentMissing) }

  @Test func titleOfATableWithItsRowsBelowPasses() {
    expect("表1 2018年各乡镇造林面积（单位：亩）\n一条山镇 1200\n芦阳镇 800", .attachmentMissing)
    expect("1️⃣2014—2018年主动公开信息数量（单位：条）\n（二）类别。", .attachmentMissing)
  }
}
