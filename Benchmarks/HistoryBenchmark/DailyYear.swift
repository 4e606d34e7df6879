import DuwangCore
import Foundation
import History
import HistorySQLite

/// A history of daily read-checks of a whole portal, for summaries to be measured on: a ledger, changes and columns of the
/// size that a county has. Writes `Targets.yaml` and `.duwang` into `folder`.
struct DailyYear {
  let folder: String
  let pages: Int
  let days: Int
  /// Findings that are open on every day; one in sixty is mended each day, and as many are found.
  private let open = 2_000
  private let units = 46
  private let columnsPerUnit = 43
  private let first = Day(2018, 1, 1) ?? Day(number: 17_532)

  func make() throws {
    let root = folder + "/.duwang"
    guard !FileManager.default.fileExists(atPath: root + "/history.sqlite") else { throw FolderInUse(path: root) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(targetsFile.utf8).write(to: URL(fileURLWithPath: folder + "/Targets.yaml"))
    let store = try SQLiteHistory.open(directory: root)
    for index in 0..<days {
      let size = try read(index, store)
      guard index < 3 || (index + 1) % 28 == 0 || index == days - 1 else { continue }
      print("\(first.addingDays(index)) report.json \(size / 1_000)KB")
    }
  }

  /// One day. Returns the size of its report as JSON, in bytes.
  private func read(_ index: Int, _ store: SQLiteHistory) throws -> Int {
    let day = first.addingDays(index)
    let now = Moment(startOf: day).adding(seconds: 8 * 3600)
    let run = try store.begin(at: now)
    let changed = index == 0 ? Array(0..<pages) : (0..<pages / 20).map { (index * 977 + $0 * 19) % pages }
    for batch in stride(from: 0, to: changed.count, by: 500) {
      try store.record(
        changed[batch..<min(changed.count, batch + 500)].map { record($0, edition: index, now) }, run: run)
    }
    try store.record((0..<48).map { probe($0, day) })
    var report = Report(
      kind: .daily, complete: true, baseline: index == 0, period: .init(start: Moment(startOf: day), end: now),
      generatedAt: now.adding(seconds: 1_200), reading: SiteReading(startedAt: now, endedAt: now.adding(seconds: 1_200))
    )
    let turnover = index == 0 ? 0 : open / 60
    let oldest = index * (open / 60)
    let standing = (oldest..<oldest + open).map { finding($0, seenOn: now, isResolved: false) }
    let mended = (oldest - turnover..<oldest).map { finding($0, seenOn: now, isResolved: true) }
    report.findings = standing.map(Report.Item.init)
    report.resolved = mended.map(Report.Item.init)
    (report.flow.before, report.flow.resolved) = (index == 0 ? 0 : open, turnover)
    (report.flow.found, report.flow.open) = (index == 0 ? open : turnover, open)
    report.changes = index == 0 ? [] : changed.map { change($0, index, now) }
    report.columns = columns(on: day)
    report.totals.pages = pages
    report.totals.columns = report.columns.count
    let records = index == 0 ? standing : standing.suffix(turnover) + mended
    var result = RunResult(
      endedAt: report.endedAt, links: [], columns: report.columns, foundColumns: [:], removed: [], records: records,
      items: index == 0 ? items : [], report: report)
    result.modified = Set(changed.map(url))
    try store.finish(run, result: result)
    return try JSONEncoder().encode(report).count
  }

  private func url(_ page: Int) -> String {
    "http://portal.test/u\(page % units)/c\(page % columnsPerUnit)/\(page).html"
  }
  private func title(_ page: Int) -> String { "关于做好第\(page)批重点项目建设和农田水利设施管护有关工作的通知" }

  private func record(_ page: Int, edition: Int, _ now: Moment) -> PageRecord {
    var reading = PageReading(url: url(page), reach: .read, site: "portal", at: now)
    (reading.kind, reading.title, reading.bytes) = (.article, title(page), 20_000)
    (reading.textHash, reading.bodyHash) = (UInt64(page * 1_000 + edition), UInt64(page * 1_000 + edition))
    let text = "<h1>\(title(page))</h1><p>第\(edition)版</p>"
    return PageRecord(reading: reading, source: PageSource(Array(text.utf8), contentType: "text/html"))
  }

  private func probe(_ half: Int, _ day: Day) -> ProbeReading {
    ProbeReading(
      site: "portal", url: "http://portal.test/", at: Moment(startOf: day).adding(seconds: Double(half) * 1_800),
      milliseconds: 400, status: 200)
  }

  private func finding(_ number: Int, seenOn now: Moment, isResolved: Bool) -> FindingRecord {
    let (unit, column) = ("u\(number % units)", "u\(number % units)/c\(number % columnsPerUnit)")
    let finding = Finding(
      kind: .linkBroken, site: "portal", unit: unit, column: column, page: url(number % pages),
      pageTitle: title(number % pages), target: "http://portal.test/files/\(number).doc", key: "\(number)",
      message: "链接“附件\(number)”返回404，页面不存在，复读后仍未成功。", fix: "更正链接地址或恢复文件。",
      evidence: Evidence(text: "附件\(number)", before: "申报材料见本通知", after: "，请于月底前报送", place: "第214行"),
      rule: "国办秘函〔2019〕19号扣分指标“可用性（链接）”")
    let opened = first.addingDays(max(0, (number - open) / (open / 60) + 1))
    var record = FindingRecord(
      finding, status: isResolved ? .resolved : opened == now.day ? .new : .open,
      firstSeen: Moment(startOf: opened).adding(seconds: 8 * 3600), isBaseline: number < open)
    (record.lastSeen, record.deadline) = (now, opened.addingDays(7))
    return record
  }

  private func change(_ page: Int, _ index: Int, _ now: Moment) -> PageChange {
    var change = PageChange(url: url(page), type: .modified, title: title(page))
    (change.unit, change.column) = ("u\(page % units)", "u\(page % units)/c\(page % columnsPerUnit)")
    (change.publishedAt, change.firstSeen) = (first, Moment(startOf: first))
    (change.inserted, change.deleted) = (8, 8)
    let text = "截至本月底，县城供热管网改造工程完成投资，占年度计划的比例较上月提高，主管网铺设已全部完成，"
    change.blocks = (0..<2).map { block in
      ChangedBlock(
        runs: [
          .init(.keep, text), .init(.delete, "\(3_000 + index)"), .init(.insert, "\(3_001 + index)"),
          .init(.keep, text),
        ], skipped: block + 3)
    }
    return change
  }

  private func columns(on day: Day) -> [ColumnState] {
    (0..<units).flatMap { unit in
      (0..<columnsPerUnit).map { number in
        let column = Column(
          id: "u\(unit)/c\(number)", unit: "u\(unit)", name: "栏目\(number)",
          url: "http://portal.test/u\(unit)/c\(number)/", category: "新闻发布",
          policy: .age(warn: Period(10, .days), limit: Period(2, .weeks)))
        let isStale = (unit + number) % 20 == 0
        var state = ColumnState(
          column: column, url: column.url, status: isStale ? .stale : .fresh, tier: isStale ? .over : .ok)
        (state.entries, state.newest) = (20, day.addingDays(isStale ? -30 : -3))
        (state.ageDays, state.daysLeft) = (isStale ? 30 : 3, isStale ? -16 : 11)
        state.newestTitle = title(number)
        return state
      }
    }
  }

  /// Five years of items, the pages of the portal.
  private var items: [PublishedItem] {
    (0..<pages).map { page in
      PublishedItem(
        url: url(page), unit: "u\(page % units)", column: "u\(page % units)/c\(page % columnsPerUnit)",
        category: "新闻发布", title: title(page), date: first.addingDays(365 - page % 1_800))
    }
  }

  private var targetsFile: String {
    let units = (0..<units).map { unit in
      let columns = (0..<columnsPerUnit).map { number in
        "      - { id: c\(number), name: 栏目\(number), url: \"http://portal.test/u\(unit)/c\(number)/\", "
          + "category: 新闻发布, policy: 动态要闻 }"
      }
      let kind = unit == 0 ? "office" : "department"
      return "  - id: u\(unit)\n    name: 第\(unit)单位\n    kind: \(kind)\n    columns:\n"
        + columns.joined(separator: "\n")
    }
    return "version: 1\nsites:\n  - id: portal\n    name: 景塬县人民政府\n    home: http://portal.test/\nunits:\n"
      + units.joined(separator: "\n") + "\n"
  }
}

/// The folder holds a history already.
struct FolderInUse: Error {
  var path: String
}
