import DuwangCore
import Foundation
import Testing

@testable import Reporting

@Suite("每周、每月和年度的页面")
struct PeriodPageTests {
  private func written(_ made: SampleReport.Made) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try ReportWriter(directory: folder.path).write(made.report, targets: made.targets)
    return folder
  }

  private func page(_ kind: Report.Kind, _ change: (inout SampleReport.Made) -> Void = { _ in }) throws -> String {
    var made = SamplePeriod.make(kind)
    change(&made)
    let name = ReadPeriod(kind, containing: SampleReport.today).name
    return try written(made).text("\(kind.rawValue)/\(name)/index.html")
  }

  @Test(arguments: [Report.Kind.weekly, .monthly, .yearly]) func 页面自成一体(kind: Report.Kind) throws {
    let html = try page(kind)
    #expect(!html.contains("{{") && !html.contains("src=") && !html.contains("<script"))
    #expect(!html.contains("@import") && html.contains("default-src 'none'"))
    #expect(html.components(separatedBy: "<h1>").count == 2)
  }

  @Test func 有未读的日子先说明() throws {
    let html = try page(.weekly)
    let gap = try #require(html.range(of: "本周应读7日，实读6日；11月21日未读网"))
    let verdict = try #require(html.range(of: "本周未触发单项否决；临近项2项，待人工确认3项"))
    #expect(gap.lowerBound < verdict.lowerBound)
    let whole = SamplePeriod.make(.weekly, missed: false)
    #expect(!(try written(whole).text("weekly/2026-W47/index.html")).contains("未读网"))
  }

  @Test func 触发否决时结论写明事项() throws {
    let html = try page(.weekly) { made in
      made.report.summary?.indicators[2].verdict = .veto
    }
    #expect(html.contains("本周触发单项否决1项：“首页不更新”"))
    #expect(html.contains("触发单项否决1项</b>") && html.contains("□同意　□另议"))
  }

  @Test func 流水写成算式且与各单位合计一致() throws {
    let html = try page(.weekly)
    #expect(html.contains("期初在办36项＋新发现24项＋复发1项－已整改26项－不属实或暂缓1项＝期末在办34项。"))
  }

  @Test func 没有上期和起止日时不留空的括号和逗号() throws {
    let html = try page(.yearly) { $0.report.summary?.comparison = nil }
    #expect(!html.contains("（）") && !html.contains("条，</p>"))
  }

  @Test func 图有文字说明() throws {
    let html = try page(.yearly)
    #expect(html.contains("<title id=\"ct\">") && html.contains("<desc id=\"yd\">2022年4,200条，2023年6,300条"))
    #expect(html.contains("aria-labelledby=\"yt yd\""))
  }

  @Test func 单位名称中的标记已转义() throws {
    let html = try page(.monthly) { made in
      made.targets.units[0].name = "<b>政府</b>办公室"
      made.report.summary?.units[0].name = "<b>政府</b>办公室"
    }
    #expect(!html.contains("<b>政府</b>办公室") && html.contains("&lt;b&gt;政府&lt;/b&gt;办公室"))
  }

  @Test func 各单位一页且断档写明日期() throws {
    let made = SamplePeriod.make(.weekly)
    let html = try written(made).text("weekly/2026-W47/units/u7.html")
    #expect(html.contains("自2026年9月30日起断档"))
    #expect(html.contains("实读/应读：6/7日"))
  }

  @Test func 月度报告写明来信办理的数字和未读的栏目() throws {
    let html = try page(.monthly)
    let row = try #require(html.firstMatch(of: /政府办公室“县长信箱”<\/bdi><\/th>(.*)<\/tr>/)?.1)
    let cells = row.replacing(/<[^>]*>/, with: " ").split(separator: " ").map(String.init)
    #expect(cells == ["8", "6", "2", "75.0%", "7.5", "3", "2026-08-22", "1"])
    #expect(html.contains("页面启用动态防护，需人工查看") && html.contains("按11月30日读到的列表计"))
    #expect(html.contains("未计入答复情况：未标注日期的1件。"))
  }

  @Test func 指标核查表逐项写明规定情况证据并留出人工判断() throws {
    var made = SamplePeriod.make(.monthly)
    made.targets.profiles[0].items[8].rule = "未提供办事服务。"
    let told = made.report.findings[0]
    made.report.summary?.indicators[0].evidence = [told.finding.id]
    made.report.summary?.indicators[11].judgement = Judgement(
      profile: "2019", item: "d1", verdict: .deduct, points: 2, by: "张三", at: Moment("2026-11-20")!)
    let folder = try written(made)
    let html = try folder.text("monthly/2026-11/indicators.html")
    #expect(html.components(separatedBy: "<th scope=\"row\">").count == made.report.summary!.indicators.count + 1)
    #expect(html.contains("未提供办事服务。") && html.contains("□未触发\n□触发"))
    #expect(html.contains("张三　2026年11月20日，有效至2027年2月20日"))
    #expect(html.contains("index.html#f\(told.finding.id)\""))
    #expect(try folder.text("monthly/2026-11/index.html").contains("<tr id=\"f\(told.finding.id)\">"))
    #expect(!html.contains("{{") && !html.contains("（）"))
  }

  @Test func 年度报告列出各月的单项否决() throws {
    let html = try page(.yearly) { made in
      let vetoes = made.report.summary!.indicators.filter { $0.id.hasPrefix("v") }
      var hit = vetoes
      hit[2].verdict = .veto
      made.report.summary?.months = [
        MonthVerdicts(month: "2026-09", daysRead: 30, vetoes: hit),
        MonthVerdicts(month: "2026-10", daysRead: 0, vetoes: []),
        MonthVerdicts(month: "2026-11", daysRead: 30, vetoes: vetoes),
      ]
    }
    #expect(html.contains("触发单项否决1项次：9月“首页不更新”；10月没有读网记录。"))
    #expect(html.contains("3.首页不更新</th><td class=\"late\">触发</td><td>未读</td><td>"))
  }

  @Test func 没有来信栏目时写明没有配置() throws {
    let html = try page(.monthly) { $0.report.interaction = [] }
    #expect(html.contains("读网配置中没有来信、咨询类栏目。") && !html.contains("class=\"letters\""))
  }

  @Test func 统计表供办公软件打开() throws {
    var made = SamplePeriod.make(.monthly)
    made.report.summary?.statistics = [
      .init(unit: "u0", category: "=新闻", month: "2026-11", items: 12)
    ]
    let folder = try written(made)
    #expect(try folder.text("monthly/2026-11/statistics.csv").contains("\"政府办公室\",\"'=新闻\",\"2026-11\",\"12\""))
    let workbook = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/monthly/2026-11/statistics.xlsx"))
    #expect(workbook.starts(with: Data("PK".utf8)))
  }
}

@Suite("领导所看页面的纸面", .enabled(if: Browser.isAvailable), .serialized)
struct PeriodPaperTests {
  private func sheets(_ kind: Report.Kind, units: Int) throws -> [Substring] {
    let made = SamplePeriod.make(kind, units: units)
    let folder = try TemporaryFolder()
    _ = try ReportWriter(directory: folder.path).write(made.report, targets: made.targets)
    let name = ReadPeriod(kind, containing: SampleReport.today).name
    let pdf = "\(folder.path)/page.pdf"
    _ = try Browser.chromium(
      folder,
      ["--no-pdf-header-footer", "--print-to-pdf=\(pdf)", "file://\(folder.path)/\(kind.rawValue)/\(name)/index.html"])
    if let look = ProcessInfo.processInfo.environment["DUWANG_LOOK"] {
      try? FileManager.default.createDirectory(atPath: look, withIntermediateDirectories: true)
      let target = "\(look)/\(kind.rawValue)-\(units)"
      try? FileManager.default.removeItem(atPath: target)
      try FileManager.default.copyItem(atPath: folder.path, toPath: target)
    }
    return try Browser.run(Browser.pdftotext, ["-enc", "UTF-8", "-layout", pdf, "-"])
      .split(separator: "\u{c}").filter { !$0.allSatisfy(\.isWhitespace) }
  }

  @Test(arguments: [4, 19, 46]) func 每周摘要恰为一张A4并以签批结尾(units: Int) throws {
    let sheets = try sheets(.weekly, units: units)
    #expect(sheets.count == 1)
    #expect(sheets[0].contains("每周读网记录") && sheets[0].contains("分管领导（签字）"))
  }

  @Test(arguments: [4, 19, 46]) func 每月报告恰为两张A4并以签批结尾(units: Int) throws {
    let sheets = try sheets(.monthly, units: units)
    #expect(sheets.count == 2)
    #expect(sheets.last?.contains("主要领导（签字）") == true)
  }

  @Test(arguments: [1280, 390]) func 页面不横向滚动(width: Int) throws {
    for kind in [Report.Kind.weekly, .monthly, .yearly] {
      let made = SamplePeriod.make(kind)
      let folder = try TemporaryFolder()
      _ = try ReportWriter(directory: folder.path).write(made.report, targets: made.targets)
      let name = "\(kind.rawValue)/\(ReadPeriod(kind, containing: SampleReport.today).name)/index.html"
      let policy = "content=\"default-src 'none'; style-src 'unsafe-inline'\""
      let measure = "<script>document.title=innerWidth+'/'+document.documentElement.scrollWidth</script></body>"
      let html = try folder.text(name).replacing(policy, with: "content=\"\"").replacing("</body>", with: measure)
      try folder.write(html, "measured.html")
      let dom = try Browser.chromium(
        folder, ["--dump-dom", "--window-size=\(width),900", "file://\(folder.path)/measured.html"])
      let title = dom.firstMatch(of: /<title>(\d+)\/(\d+)<\/title>/)
      let (inner, scroll) = (Int(title?.1 ?? "") ?? 0, Int(title?.2 ?? "") ?? 9999)
      #expect(inner > 0 && scroll <= inner, "\(name)：\(scroll) > \(inner)")
    }
  }
}
