import DuwangCore

extension DemoPortal {
  static let units = [
    DemoUnit(id: "zf-office", name: "政府办公室", kind: "office", folder: "/"),
    DemoUnit(id: "xz-dongyuan", name: "东塬镇", kind: "township", folder: "/dongyuan/", charset: .gbkMeta),
    DemoUnit(id: "xz-xichuan", name: "西川镇", kind: "township", folder: "/xichuan/", style: .unitJSON),
    DemoUnit(id: "xz-hewan", name: "河湾乡", kind: "township", folder: "/hewan/", style: .scriptIsland),
    DemoUnit(id: "xz-shimen", name: "石门镇", kind: "township", folder: "/shimen/", style: .countedDownPages),
    DemoUnit(id: "bm-fgj", name: "发展和改革局", kind: "department", folder: "/fgj/", style: .rows),
    DemoUnit(id: "bm-jyj", name: "教育局", kind: "department", folder: "/jyj/", style: .table),
    DemoUnit(
      id: "bm-mzj", name: "民政局", kind: "department", folder: "/mzj/", isFoundByName: true, style: .definitions),
    DemoUnit(id: "bm-czj", name: "财政局", kind: "department", folder: "/czj/", charset: .gbkSilent),
    DemoUnit(id: "bm-swj", name: "水务局", kind: "department", folder: "/swj/", style: .splitDate),
  ]

  static let columns: [DemoColumn] = units.flatMap(columns(of:))

  static func unit(_ id: String) -> DemoUnit? { units.first { $0.id == id } }

  private static func columns(of unit: DemoUnit) -> [DemoColumn] {
    let plan =
      switch unit.kind {
      case "office": officePlan
      case "township": townshipPlan
      default: departmentPlan
      }
    return plan.map { column($0, of: unit) }
  }

  /// What a column is before its unit gives it a folder, a way of listing and articles.
  private struct Plan {
    var id: String
    var name: String
    var category: String
    var policy: String
    var topics: [DemoTopics.Topic]
    var count: Int
    /// `MM-DD` of the newest ordinary article, in 2018.
    var newest: String
    var style: DemoStyle?
    init(
      _ id: String, _ name: String, _ category: String? = nil, _ policy: String, _ topics: [DemoTopics.Topic],
      _ count: Int, _ newest: String, _ style: DemoStyle? = nil
    ) {
      (self.id, self.name, self.category, self.policy) = (id, name, category ?? name, policy)
      (self.topics, self.count, self.newest, self.style) = (topics, count, newest, style)
    }
  }

  private static let yearly = "{ warn: 10mo, limit: 1y }"

  private static let officePlan = [
    Plan("jyyw", "景塬要闻", "新闻发布", "动态要闻", DemoTopics.news, 12, "12-28", .countedPages),
    Plan("tzgg", "通知公告", nil, "通知公告", DemoTopics.notices, 5, "12-20", .table),
    Plan("zfwj", "政府文件", nil, "政策文件", DemoTopics.rules, 3, "11-16", .list),
    Plan("zcjd", "政策解读", nil, "通知公告", DemoTopics.policies, 4, "12-05", .definitions),
    Plan("ldjs", "领导介绍", nil, "静态", DemoTopics.duties, 2, "02-09", .undated),
    Plan("rsrm", "人事任免", nil, "人事任免", DemoTopics.plans, 2, "09-12", .splitDate),
    Plan("ghbg", "规划报告", nil, yearly, DemoTopics.plans, 3, "03-20", .listPerRow),
    Plan("shms", "社会民生", nil, "通知公告", DemoTopics.welfare, 3, "11-30", .summaries),
    Plan("ssxm", "实事项目", nil, "动态要闻", DemoTopics.news, 4, "12-26", .monthDay),
    Plan("hygq", "回应关切", nil, "通知公告", DemoTopics.letters, 3, "10-25", .frame),
    Plan("jcgk", "决策公开", nil, "通知公告", DemoTopics.rules, 4, "10-11", .more),
    Plan("dcjc", "督查检查", nil, "通知公告", DemoTopics.notices, 3, "12-11", .list),
    Plan("tfsj", "突发公共事件", nil, yearly, DemoTopics.emergencies, 2, "10-30", .challenge),
    Plan("zfhy", "政府会议", nil, yearly, DemoTopics.plans, 2, "10-30", .forbidden),
    Plan("sjfb", "数据发布", "其他", yearly, DemoTopics.plans, 2, "10-30", .shell),
    Plan("xzxx", "县长信箱", "政民互动", "{ reply_within: 3mo }", DemoTopics.letters, 3, "12-18", .letters),
    Plan("lxyz", "两学一做", "其他", "动态要闻", DemoTopics.news, 2, "03-15", .list),
    Plan("yqhy", "舆情专报", "其他", "通知公告", [], 0, "12-01", .missing),
  ]

  private static let townshipPlan = [
    Plan("gzdt", "工作动态", "新闻发布", "动态要闻", DemoTopics.news, 4, "12-24"),
    Plan("tzgg", "通知公告", nil, "通知公告", DemoTopics.notices, 3, "12-12"),
    Plan("zcjd", "政策解读", nil, "通知公告", DemoTopics.policies, 3, "10-18"),
    Plan("shjz", "社会救助", "社会民生", "通知公告", DemoTopics.welfare, 3, "11-22"),
    Plan("tfsj", "突发公共事件", nil, yearly, DemoTopics.emergencies, 2, "08-15"),
  ]

  private static let departmentPlan = [
    Plan("jgzn", "机构职能", nil, "静态", DemoTopics.duties, 2, "04-10"),
    Plan("gzdt", "工作动态", "其他", "动态要闻", DemoTopics.news, 4, "12-21"),
    Plan("zcfg", "政策法规", nil, "政策文件", DemoTopics.rules, 3, "09-26"),
    Plan("ghjh", "规划计划", nil, yearly, DemoTopics.plans, 2, "03-08"),
  ]

  private static func column(_ plan: Plan, of unit: DemoUnit) -> DemoColumn {
    let key = "\(unit.id)/\(plan.id)"
    var column = DemoColumn(
      id: plan.id, unit: unit.id, name: plan.name, folder: "\(unit.folder)\(plan.id)/", category: plan.category,
      policy: plan.policy, style: plan.style ?? unit.style, items: [])
    column.items = ordinaryItems(plan, column, unit) + (seeds[key] ?? [])
    adjust(&column)
    return column
  }

  private static func ordinaryItems(_ plan: Plan, _ column: DemoColumn, _ unit: DemoUnit) -> [DemoItem] {
    guard let newest = Day("2018-\(newestOverrides[column.key] ?? plan.newest)") else { return [] }
    let name = unit.kind == "office" ? "景塬县" : unit.name
    return (0..<plan.count).map { index in
      let seed = Int(StableHash.of("\(column.key)\(index)") % 1_000_000)
      // A column's articles begin elsewhere in the list of topics than its neighbours' do.
      let topic = plan.topics[(index + Int(StableHash.of(column.key) % 7)) % plan.topics.count]
      let fill: (String) -> String = {
        $0.replacing("{u}", with: name).replacing("{a}", with: "\(12 + seed % 80)")
          .replacing("{b}", with: "\(111 + seed % 787)")
      }
      let date = newest.addingDays(-(index * 5 + index * index % 3))
      return DemoItem(
        title: fill(topic.title), date: date, path: DemoPaths.article(column, date: date, number: seed),
        body: (topic.paragraphs + [DemoTopics.closings[seed % DemoTopics.closings.count]]).map(fill))
    }
  }
}
