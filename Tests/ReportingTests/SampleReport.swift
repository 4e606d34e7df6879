import DuwangCore

/// A report as a county might have it, for looking at and for the rules of the pages. All data are invented.
enum SampleReport {
  static let now = Moment("2026-11-20T08:05:12+08:00")!
  static let today = now.day

  struct Made {
    var report: Report
    var targets: Targets
  }

  /// `columnsPerUnit` × 19 units; findings are repeated until there are `findings`.
  static func make(findings: Int = 20, columnsPerUnit: Int = 6, changes: Int = 10, isBaseline: Bool = false) -> Made {
    let targets = SampleReport.targets(columnsPerUnit: columnsPerUnit)
    var reading = SiteReading(startedAt: Moment("2026-11-20T07:53:30+08:00")!, endedAt: now)
    reading.totals.pages = 3486
    reading.totals.links = 48_217
    reading.totals.bytes = 96_400_000
    reading.totals.seconds = 702
    reading.limitsHit = [.init(limit: "max_depth", url: "http://www.a.test/rl/2038/1/", left: 6, cutsRealPages: false)]
    var report = Report(
      kind: .daily, complete: true, baseline: isBaseline,
      period: .init(start: Moment(startOf: today), end: Moment(startOf: today.addingDays(1))), generatedAt: now,
      reading: reading)
    report.columns = targets.columns.enumerated().map { state($1, index: $0) }
    report.unfound = report.columns.filter { $0.status == .unfound }.map(\.id)
    report.findings = (0..<findings).map { item($0, targets, isBaseline: isBaseline) }
    report.resolved = (0..<3).map { index in
      var item = item(index + 40, targets, isBaseline: false)
      item.status = index == 2 ? .dismissed : .resolved
      return item
    }
    report.flow.before = findings - 5
    report.flow.resolved = 2
    report.flow.dismissed = 1
    report.flow.found = 7
    report.flow.recurred = 1
    report.flow.open = findings
    report.changes = isBaseline ? [] : (0..<changes).map { change($0, targets) }
    report.totals.columns = report.columns.count
    report.unreadable = report.columns.filter { $0.status == .unreadable }.map {
      .init(url: $0.url ?? "", reason: $0.reason ?? "", unit: $0.unit, column: $0.id)
    }
    report.unreadable += (0..<8).map { .init(url: "http://www.a.test/art/\($0).html", reason: "返回412，页面启用动态防护，机器未能读取") }
    report.availability = [.init(site: "portal")]
    report.sites = [.init(site: "portal", url: "http://www.a.test/", opened: true, milliseconds: 420, reason: "")]
    return Made(report: report, targets: targets)
  }

  private static let unitNames = [
    "政府办公室", "发展和改革局", "教育局", "财政局", "人力资源和社会保障局", "自然资源局", "农业农村局", "卫生健康局", "一条山镇", "芦阳镇",
    "上沙沃镇", "喜泉镇", "草窝滩镇", "红水镇", "中泉镇", "正路镇", "寺滩乡", "五佛乡", "漫水滩乡",
  ]

  static func targets(columnsPerUnit: Int) -> Targets {
    let names = ["工作动态", "通知公告", "政策文件", "政策解读", "财政信息", "机构职能", "人事信息", "规划计划", "应急管理", "社会救助"]
    let units = unitNames.enumerated().map { index, name in
      let id = "u\(index)"
      let columns = (0..<columnsPerUnit).map { number in
        let age = UpdatePolicy.age(
          warn: Period(number == 0 ? 10 : 5, number == 0 ? .days : .months),
          limit: number == 0 ? Period(2, .weeks) : Period(6, .months))
        return Column(
          id: "\(id)/c\(number)", unit: id, name: names[number % 10] + (number < 10 ? "" : "（\(number)）"),
          url: "http://www.a.test/\(id)/c\(number)/", category: "新闻发布", policy: number == 5 ? .never : age)
      }
      return OwnerUnit(
        id: id, name: name, kind: index == 0 ? .office : index < 8 ? .department : .township,
        reader: index == 0 ? "张三" : nil, contact: .init(phone: index == 0 ? "0943-5520001" : nil), columns: columns)
    }
    return Targets(
      sites: [.init(id: "portal", name: "景塬县人民政府", home: "http://www.a.test/", hosts: ["www.a.test"])], units: units)
  }

  private static func state(_ column: Column, index: Int) -> ColumnState {
    let status: ColumnState.Status =
      switch index % 37 {
      case 5: .stale
      case 11: .empty
      case 17: .unreadable
      case 23: .unreachable
      case 29: .unfound
      case 31: .exempt
      default: .fresh
      }
    var state = ColumnState(column: column, url: status == .unfound ? nil : column.url, status: status)
    let reasons: [ColumnState.Status: String] = [
      .empty: "页面注明“暂无信息”", .unreadable: "未识别出列表，需人工查看", .unreachable: "返回404，页面不存在", .exempt: "已归档专题",
    ]
    state.reason = reasons[status]
    guard status == .fresh || status == .stale, let limit = column.policy.limit else { return state }
    let age =
      status == .stale
      ? (limit.unit == .weeks ? 21 : 200) : index % 7 == 0 ? (limit.unit == .weeks ? 14 : 170) : index % 9
    state.entries = 20
    state.newest = today.addingDays(-age)
    state.newestTitle = "关于做好今冬明春有关工作的通知"
    state.ageDays = age
    state.dueOn = state.newest.map(limit.after)
    state.daysLeft = state.dueOn.map { $0 - today }
    state.tier = status == .stale ? .over : (state.daysLeft ?? 99) < (limit.unit == .weeks ? 5 : 31) ? .warn : .ok
    return state
  }

  private static func item(_ index: Int, _ targets: Targets, isBaseline: Bool) -> Report.Item {
    let unit = targets.units[index * 7 % targets.units.count]
    let column = unit.columns[index % unit.columns.count]
    let finding = finding(index, unit, column)
    var record = FindingRecord(
      finding, status: isBaseline ? .new : [.new, .open, .new, .recurred, .confirmed][index % 5],
      firstSeen: Moment(startOf: today.addingDays(-(index % 12))), isBaseline: isBaseline || index >= 16 && index < 40)
    if finding.confidence == .certain && finding.severity != .hint {
      record.deadline = finding.severity == .severe ? today : today.addingDays(index % 6 - 1)
    }
    return .init(record)
  }

  private static func finding(_ index: Int, _ unit: OwnerUnit, _ column: Column) -> Finding {
    let page = "http://www.a.test/\(unit.id)/202611/t20261119_\(51_800 + index).html"
    func make(
      _ kind: FindingKind, _ confidence: Confidence = .certain, title: String, target: String? = nil, message: String,
      fix: String, rule: String?, _ evidence: Evidence
    ) -> Finding {
      Finding(
        kind: kind, confidence: confidence, site: "portal", unit: unit.id, column: column.id, page: page,
        pageTitle: title,
        pages: index % 3 + 1, target: target, key: "\(index)", message: message, fix: fix, evidence: evidence,
        rule: rule)
    }
    switch index % 6 {
    case 0 where index < 12:
      return make(
        .privacyIDCard, title: "2026年11月临时救助对象公示", message: "附件“临时救助对象名单.xlsx”第1张表含公民身份号码12处。",
        fix: "立即撤下附件，删去号码列后重新上传。", rule: "《中华人民共和国政府信息公开条例》（国务院令第711号）第十五条；GB 11643—1999",
        Evidence(text: "62**************21", before: "响泉村二组，", after: "，一次性救助", place: "第1张表第3行"))
    case 1:
      return make(
        .typo, title: "关于印发冬春农田水利基本建设实施方案的通知", message: "“布署”应为“部署”。", fix: "改为“部署”；纸质文件同有此误的，另行更正。",
        rule: "《现代汉语词典》（第7版）；通用词库A级",
        Evidence(
          text: "布署", offset: 42, suggestion: "部署", before: "县政府第38次常务会议对冬春农田水利基本建设工作作出安排", after: "，各乡镇、各有关部门要认真落实",
          place: "正文第1段"))
    case 2:
      return make(
        .linkBroken, title: "医保缴费指南", target: "http://www.a.test/ybj/jfzn.html",
        message: "链接“缴费入口”返回404，页面不存在。11月20日07:58读取，复读后仍未成功。", fix: "更正链接地址或恢复页面。",
        rule: "国办秘函〔2019〕19号扣分指标“可用性（链接）”，扣分值待核对", Evidence(text: "缴费入口", place: "第214行"))
    case 3:
      return make(
        .linkBroken, .suspected, title: "办事指南", target: "https://yy.b.test/",
        message: "链接“预约挂号”返回503，服务器内部错误。", fix: "次日仍打不开的，更换链接或撤下。", rule: "国办秘函〔2019〕19号扣分指标“可用性（链接）”",
        Evidence(text: "预约挂号", place: "第88行"))
    case 4:
      return make(
        .columnStale, title: column.name, target: column.url,
        message: "“\(column.name)”栏目最新一条日期为2026-05-13，期限6个月，已超7日。", fix: "发布应公开的信息；确无信息的，商县政府办公室调整栏目。",
        rule: "国办秘函〔2019〕19号单项否决“栏目不更新”", Evidence(text: "2026-05-13"))
    default:
      return make(
        .documentNumber, title: "2026年重点前期项目计划", message: "年份应用六角括号“〔〕”括入。", fix: "改为“景政办发〔2026〕41号”。",
        rule: "GB/T 9704—2012，7.2.5",
        Evidence(text: "景政办发[2026]41号", before: "根据《……的通知》（", after: "）要求", place: "正文第1段"))
    }
  }

  private static func change(_ index: Int, _ targets: Targets) -> PageChange {
    let kinds: [PageChange.Kind] = [.modified, .modified, .modified, .removed, .added]
    let kind = index < 3 ? .modified : kinds[index % 5]
    var change = PageChange(
      url: "http://www.a.test/t\(index).html", type: kind,
      title: ["重大项目建设进展情况（10月）", "教师资格认定的公告", "申报农机购置补贴的通知"][index % 3])
    let unit = targets.units[index % targets.units.count]
    (change.unit, change.column) = (unit.id, unit.columns[0].id)
    change.publishedAt = today.addingDays(-1)
    guard kind == .modified else { return change }
    (change.inserted, change.deleted) = (20, 9)
    change.blocks = [
      ChangedBlock(
        runs: [
          .init(.keep, "截至10月底，县城供热管网改造工程完成投资"), .init(.delete, "3000"), .init(.insert, "3200"),
          .init(.keep, "万元，占年度计划的"),
          .init(.delete, "62.5%"), .init(.insert, "66.7%"), .init(.keep, "；"), .init(.insert, "主管网铺设已全部完成，"),
          .init(.keep, "年底前可投入运行。"),
        ], skipped: 3),
      ChangedBlock(runs: [.init(.keep, "三、申报材料由申请人所在村民委员会汇总后报送。")], skipped: 5, isMoved: true),
    ]
    return change
  }
}
