import Testing

struct CountConflictTests {
  @Test func oneQuantityWithTwoValuesInAParagraphIsFound() {
    let text = "我县收到征地拆迁等依申请公开政府信息申请共10件，其中，征地拆迁类居前，累计收到依申请公开信息申请1️⃣12件。"
    expect(text, .countInconsistent)
  }

  @Test(arguments: [
    "共收到政府信息公开申请10件，通过网络共收到政府信息公开申请8件。", "今年共收到信息公开申请10件，历年累计收到信息公开申请120件。",
    "收到有效投诉举报共12件，收到电话投诉举报共10件。", "共收到信息公开申请10件。\n共收到信息公开申请12件。", "共收到信息公开申请10件，共答复信息公开申请12件。",
  ])
  func otherQuantitiesPass(_ text: String) { expect(text, .countInconsistent) }

  @Test func aLaterReferenceToTheCountIsCompared() {
    expect("共收到依申请公开12件。在收到的1️⃣10件依申请公开中，均已答复。", .countInconsistent, .suspected)
    expect("共收到依申请公开12件。在通过网络收到的10件依申请公开中，均已答复。", .countInconsistent)
    expect("共收到依申请公开12件。在收到的3件依申请公开中，有2件重复。", .countInconsistent)
  }
}
