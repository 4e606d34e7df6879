import DuwangCore
import Testing

@testable import DemoPortal

/// Reports as a faultless reading would write them, to be doctored.
@Suite struct DemoScoreTests {
  func finding(_ fault: DemoTruth.Fault) -> Finding {
    let base = "http://127.0.0.1:8080"
    let (page, target, column): (String, String?, String?) =
      switch fault.place {
      case .page(let path): (base + path, nil, nil)
      case .target(let path): (base + "/", base + path, nil)
      case .column(let column): (base + "/", nil, column)
      case .unit: (base + "/", nil, nil)
      }
    return Finding(
      kind: fault.kind, site: "portal", unit: DemoTruth.unit(of: fault), column: column, page: page, target: target,
      key: "\(fault.place)",
      message: fault.what, fix: "", evidence: Evidence(text: ""))
  }

  func item(_ fault: DemoTruth.Fault, _ status: FindingRecord.Status, _ day: Int) -> Report.Item {
    Report.Item(FindingRecord(finding(fault), status: status, firstSeen: DemoPortal.days[day - 1], isBaseline: false))
  }

  func report(_ day: Int) -> Report {
    let now = DemoPortal.days[day - 1]
    var report = Report(
      kind: .daily, complete: true, baseline: day == 1, period: .init(start: now, end: now.adding(seconds: 86400)),
      generatedAt: now, reading: SiteReading(startedAt: now, endedAt: now))
    for fault in DemoTruth.faults where fault.days.contains(day) {
      let isBack = fault.days.contains { $0 < day } && !fault.days.contains(day - 1)
      report.findings.append(item(fault, isBack ? .recurred : .open, day))
    }
    for fault in DemoTruth.faults where fault.days.contains(day - 1) && !fault.days.contains(day) {
      report.resolved.append(item(fault, .resolved, day))
    }
    report.columns = DemoPortal.columns.map { column in
      var state = ColumnState(
        column: Column(id: column.key, unit: column.unit, name: column.name, category: "", policy: .never), url: nil,
        status: DemoTruth.status(of: column.key, day: day))
      state.newest = DemoTruth.newest(of: column, day: day)
      return state
    }
    report.changes = DemoTruth.changes.filter { $0.day == day }
      .map { PageChange(url: "http://127.0.0.1:8080" + $0.path, type: $0.type, title: "") }
    return report
  }

  var reports: [Report] { (1...3).map(report) }

  @Test func 如实的报告没有漏报误报() {
    let table = DemoScore.compare(reports: reports)
    #expect(table.isClean, "\(table.text)")
    #expect(table.total.seeded == table.total.found)
    #expect(table.days.count == 3)
  }

  @Test func 少报一个问题即为漏报() throws {
    var doctored = reports
    doctored[1].findings.removeAll { $0.finding.kind == .mojibake }
    let table = DemoScore.compare(reports: doctored)
    #expect(table.total.missed == 1)
    #expect(table.rows[FindingKind.mojibake.chinese]?.missed == 1)
    #expect(table.days[2]?.missed == 1)
    #expect(table.text.contains("漏报 第2日 乱码"))
  }

  @Test func 整改后仍报即为误报() throws {
    var doctored = reports
    let mended = try #require(DemoTruth.faults.first { $0.days == [1, 2] && $0.kind == .typo })
    doctored[2].findings.append(item(mended, .open, 3))
    let table = DemoScore.compare(reports: doctored)
    #expect(table.total.invented == 1)
    #expect(table.rows[FindingKind.typo.chinese]?.invented == 1)
  }

  @Test func 同一处多报一次即为误报() throws {
    var doctored = reports
    doctored[0].findings.append(try #require(doctored[0].findings.first { $0.finding.kind == .wordResidue }))
    #expect(DemoScore.compare(reports: doctored).total.invented == 1)
  }

  @Test func 栏目状态或日期读错即为漏报() throws {
    var doctored = reports
    let index = try #require(doctored[0].columns.firstIndex { $0.id == "zf-office/tzgg" })
    doctored[0].columns[index].status = .empty
    doctored[0].columns[index].newest = nil
    let table = DemoScore.compare(reports: doctored)
    #expect(table.rows[DemoTable.status]?.missed == 1)
    #expect(table.rows[DemoTable.newest]?.missed == 1)
  }

  @Test func 复发与销号须如实写明() throws {
    var doctored = reports
    doctored[2].findings = doctored[2].findings.map { item in
      var item = item
      if item.status == .recurred { item.status = .new }
      return item
    }
    doctored[2].resolved = []
    let table = DemoScore.compare(reports: doctored)
    #expect(table.rows[DemoTable.recurred]?.missed == 1)
    #expect((table.rows[DemoTable.mended]?.missed ?? 0) >= 3)
  }

  @Test func 只有计数变化的页面报为变化即为误报() throws {
    var doctored = reports
    let still = try #require(DemoPortal.columns.first { $0.key == "bm-czj/zcfg" }?.items.first)
    doctored[1].changes.append(PageChange(url: "http://127.0.0.1:8080" + still.path, type: .modified, title: ""))
    #expect(DemoScore.compare(reports: doctored).rows[DemoTable.changes]?.invented == 1)
  }

  @Test func 缺少一日的报告全部计为漏报() {
    let table = DemoScore.compare(reports: Array(reports.prefix(2)))
    #expect(table.days[3]?.found == 0)
    #expect((table.days[3]?.missed ?? 0) > 50)
  }

  @Test func 责任单位写错即为漏报() throws {
    var doctored = reports
    let index = try #require(doctored[0].findings.firstIndex { $0.finding.kind == .wordResidue })
    #expect(doctored[0].findings[index].finding.unit == "bm-jyj")
    doctored[0].findings[index].finding.unit = "zf-office"
    #expect(DemoScore.compare(reports: doctored).rows[DemoTable.owner]?.missed == 1)
  }

  @Test func 陷阱处的误报写明是哪个陷阱() throws {
    var doctored = reports
    let trap = Finding(
      kind: .typo, site: "portal", page: "http://127.0.0.1:9/jyyw/201812/t20181218_900004.html", key: "k",
      message: "布署",
      fix: "", evidence: Evidence(text: "布署"))
    doctored[0].findings.append(
      Report.Item(FindingRecord(trap, status: .new, firstSeen: DemoPortal.days[0], isBaseline: false)))
    #expect(DemoScore.compare(reports: doctored).text.contains("此处是陷阱：书名号内引用错误写法"))
  }

  @Test func 读取禁止目录计为误报() {
    let table = DemoScore.compare(reports: reports, trespasses: ["/private/login.html"])
    #expect(table.total.invented == 1)
  }
}
