import DuwangCore
import Testing

@testable import ReadChecks

@Suite("每日读网：从读到的到要写的")
struct DailyReadCheckTests {
  private let now = Moment("2018-12-31T08:05:12+08:00")!

  private func targets() -> Targets {
    let policy = UpdatePolicy.age(warn: nil, limit: Period(2, .weeks))
    func unit(_ id: String, _ name: String) -> OwnerUnit {
      let news = Column(id: "\(id)/news", unit: id, name: "工作动态", category: "新闻发布", policy: policy)
      let mail = Column(
        id: "\(id)/mail", unit: id, name: "县长信箱", category: "政民互动", policy: .reply(within: Period(3, .months)))
      return OwnerUnit(id: id, name: name, kind: .office, columns: [news, mail])
    }
    return Targets(
      sites: [.init(id: "portal", name: "景泰县人民政府", home: "http://a.test/", hosts: ["a.test"])],
      units: [unit("b", "政府办公室"), unit("a", "一条山镇")])
  }

  private func record(
    _ key: String, _ status: FindingRecord.Status = .new, unit: String = "a", severity: Severity = .general,
    isBaseline: Bool = false, kind: FindingKind = .typo, column: String? = nil
  ) -> FindingRecord {
    let finding = Finding(
      kind: kind, severity: severity, site: "portal", unit: unit, column: column, page: "http://a.test/\(key)",
      pageTitle: "标题", key: key, message: "有误", fix: "更正",
      evidence: Evidence(text: "布署", before: "信中说", after: "工作"))
    return FindingRecord(finding, status: status, firstSeen: now, isBaseline: isBaseline)
  }

  private func make(
    _ reading: SiteReading? = nil, columns: [ColumnState] = [], before: [FindingRecord] = [],
    ledger: [FindingRecord]? = nil, records: [FindingRecord] = [], changes: [PageChange] = [], isBaseline: Bool = false
  ) -> Report {
    var previous = Report(
      kind: .daily, complete: true, baseline: false, period: .init(start: now, end: now),
      generatedAt: now.adding(seconds: -86400), reading: SiteReading(startedAt: now, endedAt: now))
    previous.findings = before.filter(\.status.isOpen).map(Report.Item.init)
    return DailyReadCheck.make(
      targets: targets(), reading: reading ?? SiteReading(startedAt: now, endedAt: now), columns: columns,
      previous: previous, before: ledger ?? before, records: records, changes: changes, isBaseline: isBaseline, now: now
    )
  }

  @Test func 一期为北京时间的一个自然日() {
    let report = make()
    #expect(report.period.start.description == "2018-12-31T00:00:00+08:00")
    #expect(report.period.end.description == "2019-01-01T00:00:00+08:00")
    #expect(report.generatedAt == now)
  }

  @Test func 严重在前_同级新发现在前_再按读网对象中单位的次序_存量在后() {
    let report = make(records: [
      record("旧严重", .open, severity: .severe, isBaseline: true), record("甲一般新", unit: "a"),
      record("乙一般旧", .open, unit: "b"), record("乙一般新", unit: "b"), record("乙提示新", unit: "b", severity: .hint),
      record("甲严重新", unit: "a", severity: .severe), record("甲复发", .recurred, unit: "a"),
    ])
    #expect(
      report.findings.map { String($0.finding.page.dropFirst("http://a.test/".count)) } == [
        "甲严重新", "乙一般新", "甲一般新", "甲复发", "乙一般旧", "乙提示新", "旧严重",
      ])
  }

  @Test func 在办数的增减逐项相加等于今日在办() {
    let before = [
      record("一", .open), record("二", .new), record("三", .open), record("四", .resolved), record("五", .open),
      record("六", .dismissed), record("走", .open),
    ]
    let after = [
      record("一", .open), record("二", .resolved), record("三", .dismissed), record("四", .recurred),
      record("五", .deferred), record("六", .dismissed), record("七", .new),
    ]
    let flow = make(before: before, records: after).flow
    #expect(flow.before - flow.resolved - flow.dismissed + flow.found + flow.recurred == flow.open)
    #expect(
      flow
        == {
          var f = Report.Flow()
          (f.before, f.resolved, f.dismissed) = (5, 1, 3)
          (f.found, f.recurred, f.open) = (1, 1, 3)
          return f
        }())
  }

  @Test func 上次报告之后由人认定的也计入增减() {
    var seen = record("人工", .new)
    seen.seenBy = .person
    let report = make(
      before: [record("一", .open)], ledger: [record("一", .dismissed), seen, record("二", .open)],
      records: [record("一", .dismissed), seen, record("二", .open)])
    let flow = report.flow
    #expect((flow.before, flow.dismissed, flow.found) == (1, 1, 1))
    #expect((flow.reopened, flow.open) == (1, 2))
    #expect(report.resolved.map(\.status) == [.dismissed])
  }

  @Test func 销号和不属实的列入本期已办_早已销号的不再列() {
    let report = make(
      before: [record("一", .open), record("二", .open), record("三", .resolved)],
      records: [record("一", .resolved), record("二", .dismissed), record("三", .resolved)])
    #expect(report.findings.isEmpty)
    #expect(Set(report.resolved.map(\.status)) == [.resolved, .dismissed])
  }

  @Test func 首次读取不列变化() {
    let change = PageChange(url: "http://a.test/1", type: .added, title: "新")
    #expect(make(changes: [change], isBaseline: true).changes.isEmpty)
    #expect(make(changes: [change], isBaseline: true).totals.newItems == 0)
    #expect(make(changes: [change]).totals.newItems == 1)
  }

  @Test func 中断或页数上限截去真实页面时不完整_陷阱用尽限额时仍完整() {
    var reading = SiteReading(startedAt: now, endedAt: now)
    reading.limitsHit = [.init(limit: "calendar", url: "http://a.test/c", left: 9, cutsRealPages: false)]
    #expect(make(reading).complete)
    reading.limitsHit.append(.init(limit: "max_pages", url: "http://a.test/d", left: 3, cutsRealPages: true))
    #expect(!make(reading).complete)
    #expect(make(reading).limitsHit.map(\.left) == [9, 3])
    reading.limitsHit = []
    reading.isInterrupted = true
    #expect(!make(reading).complete)
  }

  @Test func 机器未能读取的页面和栏目连同原因列出_打不开的不在其中() {
    var reading = SiteReading(startedAt: now, endedAt: now)
    func page(_ path: String, _ reach: Reach) -> PageReading {
      PageReading(url: "http://a.test/\(path)", reach: reach, site: "portal", at: now)
    }
    reading.pages = [
      page("好", .read), page("墙", .unreadable(.challenge, status: 412)), page("无", .failed(.notFound, status: 404)),
      page("禁", .failed(.disallowedByRobots, status: nil)), page("栏", .unreadable(.noList, status: 200)),
    ]
    var state = ColumnState(column: targets().columns[0], url: "http://a.test/栏", status: .unreadable)
    state.reason = "未识别出列表，需人工查看"
    let report = make(reading, columns: [state])
    #expect(report.unreadable.map(\.url) == ["http://a.test/栏", "http://a.test/墙", "http://a.test/禁"])
    #expect(
      report.unreadable.map(\.reason) == [
        "未识别出列表，需人工查看", "返回412，页面启用动态防护，机器未能读取", "robots.txt不允许读取",
      ])
    #expect(report.unreadable[0].column == "b/news")
  }

  @Test func 未找到的栏目只列编号_栏目按读网对象的次序() {
    let columns = targets().columns
    let states = [
      ColumnState(column: columns[2], url: nil, status: .unfound),
      ColumnState(column: columns[0], url: nil, status: .fresh),
    ]
    let report = make(columns: states)
    #expect(report.unfound == ["a/news"])
    #expect(report.columns.map(\.id) == ["b/news", "a/news"])
    #expect(report.totals.columns == 2)
  }

  @Test func 来信的标题和内容不显示() {
    var change = PageChange(url: "http://a.test/m", type: .modified, title: "关于我家的事")
    change.column = "a/mail"
    change.blocks = [ChangedBlock(runs: [.init(.insert, "正文")], skipped: 0)]
    let report = make(records: [record("信", column: "a/mail")], changes: [change])
    #expect(report.changes[0].title == LettersRule.hiddenTitle)
    #expect(report.changes[0].blocks.isEmpty)
    #expect(report.findings[0].finding.evidence.before.isEmpty)
    #expect(report.findings[0].finding.pageTitle == LettersRule.hiddenTitle)
  }

  @Test func 读取不算访问监测() {
    #expect(make().availability == [Report.Availability(site: "portal")])
  }
}
