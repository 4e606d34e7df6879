import DuwangCore
import Foundation
import Testing

@testable import Reporting

@Suite("每日读网报告的文字")
struct DailyPageTests {
  private func page(_ made: SampleReport.Made) throws -> String {
    let folder = try TemporaryFolder()
    _ = try ReportWriter(directory: folder.path).write(made.report, targets: made.targets)
    return try folder.text("daily/2026-11-20/index.html")
  }

  private func quiet() -> SampleReport.Made {
    var made = SampleReport.make(findings: 0, columnsPerUnit: 1, changes: 0)
    (made.report.unreadable, made.report.unfound, made.report.resolved) = ([], [], [])
    return made
  }

  @Test func 多数页面未能读取时首句先说明() throws {
    var made = SampleReport.make()
    #expect(try !page(made).contains("本次多数页面未能读取"))
    made.report.totals.pages = made.report.unreadable.count + 3
    #expect(try page(made).contains("<p>本次多数页面未能读取（应读"))
    #expect(try page(made).contains("已读页面3个"))
  }

  @Test func 改动的文字写在页面上_增删分明() throws {
    let text = try page(SampleReport.make())
    #expect(text.contains("县城供热管网改造工程完成投资<del><span class=\"hidden\">删去：</span>3000</del>"))
    #expect(text.contains("<ins><span class=\"hidden\">增加：</span>3200</ins>万元，占年度计划的"))
  }

  @Test func 人工发现的和复查的结果写在问题上() throws {
    var made = SampleReport.make(findings: 2)
    for index in made.report.findings.indices { made.report.findings[index].isBaseline = false }
    made.report.findings[0].source = .person
    made.report.findings[1].note = "标记已整改，复查仍存在"
    made.report.decisionsRead.taken = 3
    made.report.decisionsRead.refused = ["findings.xlsx第5行：处理意见“<b>”无法识别"]
    let html = try page(made)
    #expect(html.contains("人工发现") && html.contains("标记已整改，复查仍存在"))
    #expect(html.contains("从表格读入处理意见3条") && html.contains("处理意见“&lt;b&gt;”无法识别"))
  }

  @Test func 多次跳转的链接列于附录_不计为问题() throws {
    func link(_ url: String, _ reason: String) -> LinkReading {
      var link = LinkReading(
        url: url, kind: .page, isExternal: false, status: .redirected, page: "http://www.a.test/",
        checkedAt: SampleReport.now)
      (link.reason, link.finalURL, link.pages) = (reason, "http://www.a.test/new/", 12)
      return link
    }
    var lost = link("http://www.a.test/lost.html", "跳转至网站首页")
    lost.endsAtHome = true
    var made = quiet()
    #expect(try !page(made).contains("多次跳转"))
    made.report.redirects = Report.Redirect.list([
      link("http://www.a.test/once/", "跳转至http://www.a.test/new/"),
      link("http://www.a.test/<b>/", "经3次跳转至http://www.a.test/new/，可直接改为最终网址"), lost,
    ])
    let html = try page(made)
    #expect(html.contains("多次跳转或跳转至首页的链接2处，不计为问题") && html.contains("经3次跳转至"))
    #expect(html.contains("跳转至网站首页"))
    #expect(html.contains("今日未发现问题") && !html.contains("/once/") && !html.contains("<b>/"))
  }

  @Test func 首次读取写明以下为存量_不列变化() throws {
    let html = try page(SampleReport.make(findings: 30, isBaseline: true))
    #expect(html.contains("首次读取，以下为存量：发现问题30项"))
    #expect(html.contains("首次读取不列变化"))
    #expect(!html.contains("新发现"))
    #expect(html.components(separatedBy: "<article").count == 21)
  }

  @Test func 未发现问题与读取凭证写在一处() throws {
    let html = try page(quiet())
    #expect(html.contains("今日未发现问题。已读页面3,486个"))
    #expect(html.contains("☑&#xFE0E;未发现问题"))
  }

  @Test func 有未读到的只说已读范围内未发现问题() throws {
    var made = quiet()
    made.report.complete = false
    #expect(try page(made).contains("已读范围内今日未发现问题"))
    made = quiet()
    made.report.unreadable = [.init(url: "http://a.test/", reason: "返回412")]
    let html = try page(made)
    #expect(html.contains("已读范围内今日未发现问题") && !html.contains("<p>今日未发现问题"))
  }

  @Test func 在办增减的算式写在页面上() throws {
    let html = try page(SampleReport.make())
    #expect(html.contains("上次在办15项－销号2项－不属实或暂缓1项＋新发现7项＋复发1项＝今日在办20项"))
  }

  @Test func 疑似的内容问题每份列二十条_其余计数_严重的和确定的都列() throws {
    var made = SampleReport.make(findings: 60)
    for index in made.report.findings.indices {
      made.report.findings[index].isBaseline = false
      made.report.findings[index].decision = nil
      made.report.findings[index].status = .new
      made.report.findings[index].source = .machine
      made.report.findings[index].finding.kind = .typo
      made.report.findings[index].finding.severity = index == 59 ? .severe : .hint
      made.report.findings[index].finding.confidence = index >= 55 && index < 59 ? .certain : .suspected
      made.report.findings[index].finding.message = "第\(index)号"
    }
    // One that many pages carry comes before those of one page.
    for index in 0..<59 { made.report.findings[index].finding.pages = index == 54 ? 30 : 1 }
    let html = try page(made)
    #expect(html.contains("另有35条疑似，见findings.xlsx"))
    #expect((55..<60).allSatisfy { html.contains("第\($0)号") })
    #expect(html.contains("第54号") && html.contains("第18号") && !html.contains("第19号"))
  }

  @Test func 栏目和链接的疑似问题不受此限() throws {
    var made = SampleReport.make(findings: 30)
    for index in made.report.findings.indices {
      made.report.findings[index].isBaseline = false
      made.report.findings[index].finding.kind = .columnStale
      made.report.findings[index].finding.confidence = .suspected
    }
    #expect(try !page(made).contains("条疑似，见"))
  }

  @Test func 疑似的先复核_不给期限_存量不列在前() throws {
    let made = SampleReport.make()
    let html = try page(made)
    let suspected = made.report.findings.filter { $0.finding.confidence == .suspected && !$0.isBaseline }
    #expect(html.components(separatedBy: "属实后计期限").count == suspected.count + 1)
    #expect(html.components(separatedBy: "<article").count == made.report.findings.count { !$0.isBaseline } + 1)
    #expect(html.contains("存量问题4项"))
  }

  @Test func 超过二十项的其余逐行列出() throws {
    var made = SampleReport.make(findings: 60)
    for index in made.report.findings.indices { made.report.findings[index].isBaseline = false }
    let html = try page(made)
    #expect(html.components(separatedBy: "<article").count == 21)
    #expect(html.contains("其余40项"))
    let general = made.report.findings.count { $0.finding.severity == .general }
    #expect(html.contains("\(general)项，以下详列"))
  }

  @Test func 整改期限以工作日计余数_逾期以日计() throws {
    var made = SampleReport.make(findings: 2, columnsPerUnit: 1)
    for (index, day) in [(0, 5), (1, -2)] {
      made.report.findings[index].finding.confidence = .certain
      made.report.findings[index].deadline = SampleReport.today.addingDays(day)
    }
    let html = try page(made)
    // 2026-11-20 is a Friday: Monday to Wednesday are three working days.
    #expect(html.contains("11月25日</b><span class=\"rest\">余3个工作日"))
    #expect(html.contains("逾期2日"))
  }

  @Test func 数量用千分位_时长和比例按习惯写() {
    #expect(
      [Words.count(0), Words.count(999), Words.count(48_217), Words.count(-1000)] == ["0", "999", "48,217", "-1,000"])
    #expect([Words.duration(702), Words.duration(3.44), Words.duration(3601)] == ["11分42秒", "3.4秒", "1小时0分1秒"])
    #expect(
      [Words.percent(119, of: 123), Words.percent(999, of: 1000), Words.percent(0, of: 0)] == ["96.7%", "99.9%", "—"])
    #expect([Words.percent(9999, of: 10000), Words.percent(5, of: 5)] == ["99.9%", "100.0%"])
    #expect(Words.bytes(96_400_000) == "96.4 MB")
  }
}
