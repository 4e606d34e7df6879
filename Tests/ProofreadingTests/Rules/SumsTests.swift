import Testing

struct SumsTests {
  @Test func totalThatItsPartsDoNotMakeIsFound() {
    expect("全县共公开信息1️⃣326条，其中政府办公室公开100条、各乡镇公开120条、各部门公开116条。", .sumMismatch, .certain)
    expect("受理1️⃣10件，其中，同意公开8件，部分公开1件，不予公开3件。", .sumMismatch)
    expect("全县完成搬迁1️⃣4192户9349人，其中集中安置2505户1664人，分散安置1685户7685人。", .sumMismatch)
    expect("招聘教师1️⃣267人（男67人、女300人）。", .sumMismatch)
    expect("甲村20户、乙村30户、丙村25户，合计1️⃣85户。", .sumMismatch)
  }

  @Test func theSumIsToldInTheUnitOfTheTotal() {
    let found = expect("总投资1️⃣1.2亿元，其中中央资金8000万元，省级资金3000万元，县级配套2000万元。", .sumMismatch)
    #expect(found.first?.message.contains("合计为1.3亿元") == true, "\(found)")
  }

  @Test(arguments: [
    "主动公开信息11088条，其中政府办公室公开1325条、各乡镇公开4536条、各部门单位公开5227条,现场接待46258人次。",
    "受理的10件申请均已答复，其中，“同意公开”数为8件，“非政府信息”数为1件，“非本机关政府信息”数为1件。",
    "共收到申请100件，其中网上申请46件、信函申请20件等。",
    "收入3.5亿元，其中税收1.24亿元、非税2.3亿元。",
    "共投入1.2亿元，其中中央资金5000万元、县级资金7000万元。",
    "确定50个以上示范项目。其中：甲类10个，乙类10个，丙类20个。",
    "共有党员120多人，其中男80人、女30人。",
    "共办理20件，其中农业12件（其中种植8件、养殖4件）、工业8件。",
    "完成投资500万元，其中一季度100万元，增长20万元，二季度400万元。",
    "共有学员50人，其中党员20人、女性10人、少数民族10人。",
    "全县完成搬迁4192户9349人，其中集中安置2505户1664人，分散安置1687户7685人。",
    "设计建设细分为设计、建设等2个部分；平台细分为元数据等4个部分；生产细分为检测等2个部分。",
    "全县下辖8个镇、3个乡，共有135个行政村，合计11个乡镇。",
  ])
  func rightSumsChoicesRoundedFiguresAndNestedPartsPass(_ text: String) { expect(text, .sumMismatch) }

  @Test func aSentenceThatBeginsWith其中GoesOnWithTheOneBefore() {
    expect("实现地区生产总值1️⃣50.62亿元，增长6.1%。其中，第一产业增加值14.31亿元，增长5.2%；第二产业增加值15.42亿元；第三产业增加值21.89亿元。", .sumMismatch)
    expect("实现地区生产总值51.62亿元，增长6.1%。其中，第一产业增加值14.31亿元，增长5.2%；第二产业增加值15.42亿元；第三产业增加值21.89亿元。", .sumMismatch)
  }

  @Test func partsMarkedAlikeAddUp() {
    expect("全县共有低保对象3256户1️⃣8912人，其中城市低保812户1624人，农村低保2444户7298人。", .sumMismatch, .certain)
    expect("共接收工单1️⃣310件，其中已办结200件，正在办理100件。", .sumMismatch)
  }

  @Test func aColonAfterTheTotalBeginsItsParts() {
    expect("全县共下达任务1️⃣964户：芦阳镇425户、喜泉镇340户、正路镇198户、五佛乡101户。", .sumMismatch)
    expect("会议安排经费500万元：春耕生产100万元、抗旱200万元等。", .sumMismatch)
  }

  @Test func partsBesideTheirTotalNeedNoWordWhenTheyAreNamedAlikeOrAreTheRest() {
    expect("共收到公开申请1️⃣964件，当面申请239件，网络申请339件，信函申请376件。", .sumMismatch, .suspected)
    expect("共排查矛盾纠纷1️⃣215件，调解成功204件，正在调解31件。", .sumMismatch)
    expect("规范性文件总数1️⃣457件，县政府制发161件，办公室制发23件，部门制定253件。", .sumMismatch)
    // Siblings of one another: the first is no total.
    expect("共建成幼儿园120所，小学60所，初中40所，高中10所。", .sumMismatch)
  }

  @Test func whatTheTextAddsUpItselfIsOfOneKind() {
    expect("新增城镇就业一季度320人、二季度415人、三季度388人、四季度290人，全年合计1️⃣1403人。", .sumMismatch, .certain)
  }
}
