import Testing

struct RatesTests {
  @Test func rateThatTheFiguresDoNotGiveIsFound() {
    expect("共受理群众来信87件，已办结80件，办结率1️⃣100%。", .sumMismatch, .certain)
    expect("用水户由100户增加到150户，增长1️⃣40%。", .sumMismatch, .suspected)
  }

  @Test func theFiguresMayFollowTheRate() {
    expect("办结率1️⃣100%，受理50件，办结45件。", .sumMismatch, .certain)
    expect("办结率90%，受理50件，办结45件。", .sumMismatch)
  }

  @Test func growthOverTheYearBeforeIsWorkedOut() {
    expect("完成投资120万元，去年同期100万元，增长1️⃣30%。", .sumMismatch, .suspected)
    expect("完成投资120万元，去年同期100万元，增长20%。", .sumMismatch)
    expect("完成投资120万元，去年同期100万元，同比增长1️⃣30%。", .sumMismatch, .suspected)
    expect("完成投资120万元，去年同期100万元，同比增长30%（同口径）。", .sumMismatch)
    // Rounded figures: 1.24 and 0.96 make 29%, 1.15 and 1.04 make 10%.
    expect("完成投资1.2亿元，去年同期1.0亿元，增长26%。", .sumMismatch)
  }

  @Test func aShareOfMoreThanTheWholeIsSuspected() {
    expect("产品抽检合格率为1️⃣102.5%。", .sumMismatch, .suspected)
    expect("非税收入占比达到1️⃣120.5%。", .sumMismatch, .suspected)
  }

  @Test func sharesThatMakeMoreThanTheWholeAreSuspected() {
    expect("财政拨款占1️⃣60%，自筹占30%，社会捐助占20%。", .sumMismatch, .suspected)
    expect("满意占65.2%，基本满意占30.1%，不满意占4.7%。", .sumMismatch)
    expect("满意占1️⃣65.2%，一般占30.1%，较差占14.7%。", .sumMismatch, .suspected)
    expect("男性占51%，女性占49%，其中党员占20%。", .sumMismatch)
    expect("甲占33.4%、乙占33.4%、丙占33.3%。", .sumMismatch)
  }

  @Test(arguments: [
    "完成全年任务，占比达120%。", "高中阶段毛入学率为101.2%。", "拨备覆盖率达到180%。", "资产负债率为112%。", "合格率为100%。", "投资完成率为125%。",
    "移动宽带用户普及率达到108%。",
  ])
  func measuresThatMayExceedTheWholePass(_ text: String) { expect(text, .sumMismatch) }

  @Test(arguments: [
    "共受理群众来信87件，已办结85件，办结率97.7%。", "用水户由100户增加到150户，增长50%。", "由54万亿元增加到82.7万亿元，年均增长7.1%。",
    "收到来信604件，均已答复，答复率100%。", "由100元增加到150元，实际增长40%。",
  ])
  func rightRatesAndOtherMeasuresPass(_ text: String) { expect(text, .sumMismatch) }

  @Test func growthInTheWrongDirectionIsSuspected() {
    expect("完成投资12.6亿元，上年为14.2亿元，同比增长1️⃣11.3%。", .sumMismatch, .suspected)
    expect("完成投资12.6亿元，上年为14.2亿元，同比下降11.3%。", .sumMismatch)
  }

  @Test func sharesWithTheRestMakeTheWhole() {
    expect("从内容看，征地类占1️⃣21%，社保类占34%，其他类占18%。", .sumMismatch, .suspected)
    expect("从内容看，征地类占21%，社保类占34%，教育类占18%。", .sumMismatch)
  }

  @Test func shareThatThePartDoesNotGiveIsSuspected() {
    expect("共有党员9862名，其中女党员2106名，占党员总数的1️⃣31.4%。", .sumMismatch, .suspected)
    expect("共有党员9862名，其中女党员2106名，占党员总数的21.4%。", .sumMismatch)
    expect("共有党员9862名，其中女党员2106名，占全县妇女总数的2.3%。", .sumMismatch)
  }

  @Test func structureThatDoesNotMakeAHundredIsSuspected() {
    expect("三次产业结构由上年的19.6∶36.2∶44.2调整为1️⃣19.5∶35.4∶55.1。", .sumMismatch, .suspected)
    expect("产业结构比例为2:3:5。", .sumMismatch)
  }

  @Test func rateOfWhatWasPlannedIsWorkedOut() {
    expect("计划改造危房1200户，已完成1080户，完成率1️⃣95%。", .sumMismatch, .suspected)
    expect("计划改造危房1200户，已完成1080户，完成率90%。", .sumMismatch)
  }
}
