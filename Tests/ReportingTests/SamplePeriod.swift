import DuwangCore

/// A week or a month as a county might have it, for looking at and for the rules of the pages. All data are invented.
enum SamplePeriod {
  static func make(_ kind: Report.Kind, units: Int = 19, missed: Bool = true) -> SampleReport.Made {
    var made = SampleReport.make(findings: 34, changes: 40)
    made.targets.units = (0..<units).map { index in
      var unit = made.targets.units[index % made.targets.units.count]
      if index >= made.targets.units.count { (unit.id, unit.name) = ("v\(index)", "第\(index)中心卫生院") }
      return unit
    }
    made.targets.profiles = [profile]
    let period = ReadPeriod(kind, containing: SampleReport.today)
    (made.report.kind, made.report.period) = (kind, period.span)
    made.report.generatedAt = period.span.end.adding(seconds: 9 * 3600)
    (made.report.flow.before, made.report.flow.found, made.report.flow.recurred) = (36, 24, 1)
    (made.report.flow.resolved, made.report.flow.dismissed, made.report.flow.open) = (26, 1, 34)
    made.report.summary = summary(made, period, missed: missed)
    made.report.startedAt = Moment(startOf: period.last).adding(seconds: 8 * 3600)
    made.report.interaction = letters(period)
    return made
  }

  private static func summary(_ made: SampleReport.Made, _ period: ReadPeriod, missed: Bool) -> PeriodSummary {
    let lost = missed ? [period.start.addingDays(5)] : []
    var summary = PeriodSummary(
      coverage: DayCoverage(daysRead: period.days.count - lost.count, daysMissed: lost, probes: 322))
    summary.indicators = indicators
    summary.scores = [ProfileScore(profile: "2019", base: 100, deducted: 12.5, score: 87.5, waiting: 6, unknown: 1)]
    summary.units = made.targets.units.enumerated().map { index, unit in
      var row = UnitRow(id: unit.id, name: unit.name, reader: unit.reader)
      (row.daysDue, row.daysRead) = (period.days.count, period.days.count - lost.count)
      (row.columns, row.inTime) = (8, index % 5 == 3 ? 7 : 8)
      (row.found, row.mended, row.open) = (index % 4, index % 3, index % 2 + 1)
      (row.overdue, row.published) = (index % 9 == 8 ? 1 : 0, (index * 7) % 47)
      row.medianDaysToMend = index % 3 == 0 ? nil : Double(index % 5) + 0.5
      if index == 7 { row.silentSince = Day(2026, 9, 30) }
      return row
    }
    summary.medianDaysToMend = 2
    var before = Comparison(period: period.previous.span)
    (before.published, before.columns, before.inTime) = (148, 123, 121)
    summary.comparison = before
    summary.trend = trend(period)
    let names = ["新闻发布", "通知公告", "政策文件", "政策解读", "重点领域信息公开", "规划计划", "人事任免", "财政资金", "社会民生", "回应关切"]
    var sums = Publication()
    sums.categories = names.enumerated().map { .init($1, 71 / ($0 + 1)) }
    sums.units = made.targets.units.enumerated().map { .init($1.id, 60 / ($0 + 1)) }
    sums.areas = [.init("财政预决算", 139), .init("公共资源交易", 169)]
    sums.months = (1...11).map { .init("2026-\($0 < 10 ? "0" : "")\($0)", $0 * 13) }
    sums.years = (2022...2026).map { .init("\($0)", ($0 - 2020) * 2100) }
    (sums.total, sums.undated) = (sums.categories.reduce(0) { $0 + $1.items }, 4)
    summary.publication = sums
    return summary
  }

  /// A column with a letter that waits for more than three months, and one behind a wall.
  private static func letters(_ period: ReadPeriod) -> [LettersState] {
    let last = period.last
    let answered = (0..<6).map {
      LetterDates(asked: last.addingDays(-20 - $0), answered: last.addingDays(-15), isOpen: false)
    }
    let open = [-3, -6, -100].map { LetterDates(asked: last.addingDays($0), isOpen: true) }
    return [
      LettersState(
        column: "u0/mail", unit: "u0", name: "县长信箱", url: nil, within: "3mo", isRead: true,
        letters: open + answered, undated: 1),
      LettersState(
        column: "u0/ask", unit: "u0", name: "咨询投诉", url: nil, within: "3mo", isRead: false, reason: "页面启用动态防护"),
    ]
  }

  private static func trend(_ period: ReadPeriod) -> [TrendPoint] {
    let open = [39, 38, 41, 36, 40, 35, 29, 24, 21, 17, 36, 34]
    var (points, period) = ([TrendPoint](), period)
    for index in open.indices.reversed() {
      let before = index > 0 ? open[index - 1] : 40
      points.insert(
        TrendPoint(
          period: period.name, daysRead: 7, found: 25 + index, closed: before + 25 + index - open[index],
          open: open[index]), at: 0)
      period = period.previous
    }
    return points
  }

  private static let rows: [(String, String, String, Indicator.Verdict)] = [
    ("安全、泄密事故等严重问题", "1起", "机器未发现", .person), ("站点无法访问", "5%", "0.63%（2/319次）", .pass),
    ("首页不更新", "2周", "11月22日有更新", .pass), ("动态、通知政策类栏目不更新", "合计5个", "3个", .warn),
    ("其他栏目长期不更新", "10个", "1个", .pass), ("空白栏目", "5个", "1个", .pass),
    ("无有效咨询渠道", "无渠道", "县长信箱可以打开", .pass), ("留言超过3个月未回应", "1件", "0件，最早一件余8日", .warn),
    ("未提供办事服务", "未提供", "须由人工判断", .person), ("办事指南要素缺失", "5个事项", "须由人工判断", .person),
  ]

  private static let indicators =
    rows.enumerated().map { index, row in
      Indicator(
        profile: "2019", id: "v\(index)", name: row.0, verdict: row.3, value: row.2, limit: row.1,
        source: "国办秘函〔2019〕19号", checked: index == 9 ? "B" : "A")
    }
    + ["动态要闻", "空白栏目", "链接可用性", "政策文件", "附件下载"].enumerated().map { index, name in
      Indicator(
        profile: "2019", id: "d\(index)", name: name, verdict: .deduct, points: Double(index) + 0.5,
        value: "\(index + 1)处",
        limit: "每处1分", source: "国办秘函〔2019〕19号", checked: "B")
    }

  private static let profile: IndicatorProfile = {
    let items = indicators.map { indicator in
      var item = IndicatorItem(id: indicator.id, name: indicator.name, source: indicator.source, checked: .confirmed)
      item.effect = indicator.id.hasPrefix("v") ? .veto : .deduct
      return item
    }
    return IndicatorProfile(id: "2019", name: "政府网站与政务新媒体检查指标", source: "国办秘函〔2019〕19号", items: items)
  }()
}
