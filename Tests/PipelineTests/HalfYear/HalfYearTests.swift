import Checks
import DuwangCore
import Foundation
import History
import HistorySQLite
import Pipeline
import Reporting
import TargetsFile
import Testing

/// The simulated half year, read day by day once for all tests. `DUWANG_HALF_YEAR=1` reads all 26 weeks; otherwise the
/// first eleven, which hold an event of every kind.
private enum HalfYear {
  static let weeks = ProcessInfo.processInfo.environment["DUWANG_HALF_YEAR"] == "1" ? 26 : 11
  static let truth = HalfYearTruth(days: weeks * 7)

  struct Read: Sendable {
    var targets: Targets
    var store: SQLiteHistory
    var folder: URL
    var writer: ReportWriter
  }

  static let read = Task { () throws -> Read in
    let portal = HalfYearPortal()
    let base = try await portal.start()
    let folder = FileManager.default.temporaryDirectory.appending(path: "duwang-half-year-\(UUID().uuidString)")
    let targets = HalfYearPlan.targets(base, profiles: BuiltInProfiles.names.compactMap(BuiltInProfiles.profile))
    let store = try SQLiteHistory.open(directory: folder.path + "/.duwang")
    let writer = ReportWriter(
      directory: folder.path + "/Reports", isWorkingDay: { WorkingDays.national.isWorkingDay($0) })
    for index in 0..<weeks * 7 where !HalfYearPlan.missed.contains(index) {
      await portal.turn(to: index)
      let now = Moment(startOf: HalfYearPlan.day(index)).adding(seconds: 8 * 3600)
      var pipeline = Pipeline(
        targets: targets, store: store, writer: writer, clock: RunClock(now: now), environment: [:])
      // The plan knows of these kinds alone.
      let kinds = [
        "site-unreachable", "column-stale", "column-unreachable", "reply-overdue", "unit-silent", "link-broken",
      ]
      (pipeline.pageChecks, pipeline.siteChecks) = ([], CheckRegistry.siteChecks.filter { kinds.contains($0.id) })
      _ = try await pipeline.readDaily()
    }
    await portal.stop()
    return Read(targets: targets, store: store, folder: folder, writer: writer)
  }

  static let days = weeks * 7
  static var last: Day { HalfYearPlan.day(days - 1) }

  /// Made once for all tests: after the period's end, or on the evening of the last day of reading.
  static func report(_ period: ReadPeriod) async throws -> Report {
    if let report = made.withLock({ $0[period] }) { return report }
    let report = try await makeAgain(period)
    made.withLock { $0[period] = report }
    return report
  }

  static func makeAgain(_ period: ReadPeriod) async throws -> Report {
    let read = try await read.value
    let over = Moment(startOf: period.end).adding(seconds: 9 * 3600)
    let now = min(over, Moment(startOf: last).adding(seconds: 20 * 3600))
    return try PeriodRun(targets: read.targets, store: read.store, writer: read.writer, now: now).read(period)
  }

  private static let made = Locked([ReadPeriod: Report]())

  static func periods(_ kind: Report.Kind) -> [ReadPeriod] {
    var (periods, period) = ([ReadPeriod](), ReadPeriod(kind, containing: HalfYearPlan.start))
    while period.start <= last {
      periods.append(period)
      period = ReadPeriod(kind, containing: period.end)
    }
    return periods
  }
}

@Suite("模拟半年", .serialized)
struct HalfYearTests {
  private let truth = HalfYear.truth

  private func finished(_ kind: Report.Kind) -> [ReadPeriod] {
    HalfYear.periods(kind).filter { $0.last <= HalfYear.last }
  }

  @Test(arguments: [Report.Kind.weekly, .monthly]) func 每期的问题流水与实情一致(kind: Report.Kind) async throws {
    for period in finished(kind) {
      let flow = try await HalfYear.report(period).flow
      #expect(flow.before == truth.openBefore(period), "\(period.name)期初")
      #expect(flow.found == truth.found(period), "\(period.name)新发现")
      #expect(flow.recurred == truth.found(period, returned: true), "\(period.name)复发")
      #expect(flow.resolved == truth.mended(period), "\(period.name)销号")
      #expect(flow.dismissed == 0)
      #expect(flow.open == truth.openAtEnd(period).count, "\(period.name)期末")
    }
  }

  @Test func 已读和未读的日子与实情一致() async throws {
    for period in HalfYear.periods(.weekly) + HalfYear.periods(.monthly) {
      let report = try await HalfYear.report(period)
      let coverage = try #require(report.summary?.coverage)
      let days = period.days.filter { $0 >= HalfYearPlan.start && $0 <= HalfYear.last }
      #expect(coverage.daysRead == truth.days(period).count, "\(period.name)")
      #expect(coverage.daysMissed == days.filter { !truth.read.contains($0) }, "\(period.name)")
      #expect(report.complete == (period.last < HalfYear.last))
    }
  }

  @Test(arguments: [Report.Kind.weekly, .monthly]) func 每个单位每期的数字与实情一致(kind: Report.Kind) async throws {
    for period in finished(kind) {
      let report = try await HalfYear.report(period)
      let rows = try #require(report.summary?.units)
      #expect(rows.map(\.id) == HalfYearPlan.units.map(\.id))
      for row in rows {
        let (name, columns) = ("\(period.name) \(row.id)", truth.columns(period, unit: row.id))
        #expect(row.columns == columns.all && row.inTime == columns.inTime, "\(name)栏目\(row.inTime)/\(row.columns)")
        let returned = truth.found(period, unit: row.id, returned: true)
        #expect(row.found == truth.found(period, unit: row.id) + returned, "\(name)新发现")
        #expect(row.recurred == returned, "\(name)复发")
        #expect(row.mended == truth.mended(period, unit: row.id), "\(name)已整改")
        #expect(row.overdue == truth.overdue(period, unit: row.id), "\(name)逾期")
        #expect(row.open == truth.openAtEnd(period).keys.count { $0.unit == row.id }, "\(name)在办")
        #expect(row.medianDaysToMend == truth.medianAge(period, unit: row.id), "\(name)整改天数")
        #expect(row.published == truth.published(period, unit: row.id), "\(name)发布")
        let lastRead = try #require(truth.days(period).last)
        #expect(row.silentSince == HalfYearTruth.silentSince(row.id, lastRead), "\(name)断档")
        #expect(row.daysRead == truth.days(period).count)
      }
    }
  }

  @Test(arguments: [Report.Kind.weekly, .monthly]) func 来信的数字与实情一致(kind: Report.Kind) async throws {
    for period in finished(kind) {
      let report = try await HalfYear.report(period)
      let lastRead = try #require(truth.days(period).last)
      let mail = try #require(report.interaction.first)
      let count = mail.count(from: period.start, through: period.last, readOn: report.startedAt.day)
      #expect(report.startedAt.day == lastRead && report.interaction.count == 1 && mail.isRead)
      let known = HalfYearPlan.letters.filter { $0.date <= lastRead }
      let open = known.filter { letter in letter.answeredFrom.map { HalfYearPlan.day($0) > lastRead } ?? true }
      let received = known.count { period.contains($0.date) }
      #expect(count.received == received, "\(period.name)收到")
      #expect(count.open == open.count { period.contains($0.date) }, "\(period.name)未答复")
      #expect(count.answered == received - count.open && count.unknown == 0, "\(period.name)已答复")
      #expect(count.openInAll == open.count && count.oldestOpen == open.map(\.date).min(), "\(period.name)期末未答复")
      #expect(count.overdue == open.count { $0.date.addingMonths(3) < lastRead }, "\(period.name)超期")
    }
  }

  @Test func 与上期比较和趋势与各期自己的数字一致() async throws {
    let periods = finished(.weekly)
    for (before, period) in zip(periods, periods.dropFirst()) {
      let summary = try #require(try await HalfYear.report(period).summary)
      let comparison = try #require(summary.comparison)
      #expect(comparison.flow.open == truth.openAtEnd(before).count)
      #expect(comparison.flow.found == truth.found(before) && comparison.published == truth.published(before))
      let points = summary.trend.suffix(12)
      #expect(points.count == min(12, (periods.firstIndex(of: period) ?? 0) + 1))
      for point in points {
        let own = try #require(ReadPeriod(point.period, kind: .weekly))
        #expect(point.open == truth.openAtEnd(own).count, "\(period.name)中的\(point.period)期末")
        #expect(point.found == truth.found(own) + truth.found(own, returned: true), "\(point.period)新发现")
        #expect(point.closed == truth.mended(own), "\(point.period)销号")
        #expect(point.daysRead == truth.days(own).count)
      }
    }
  }

  @Test func 全年统计与实情一致() async throws {
    let period = try #require(ReadPeriod("2018", kind: .yearly))
    let summary = try #require(try await HalfYear.report(period).summary)
    let dates = HalfYearPlan.items.filter { $0.date <= HalfYear.last }
    #expect(summary.publication.total == dates.count { $0.date.year == 2018 })
    #expect(summary.statistics.reduce(0) { $0 + $1.items } == summary.publication.total)
    for row in summary.statistics {
      let month = try #require(ReadPeriod(row.month, kind: .monthly))
      let column = try #require(HalfYearPlan.categories.first { $0.value == row.category }?.key)
      #expect(row.items == truth.published(month, unit: row.unit, column: column), "\(row)")
    }
    let years = Dictionary(grouping: dates) { "\($0.date.year)" }.mapValues(\.count)
    #expect(Dictionary(uniqueKeysWithValues: summary.publication.years.map { ($0.name, $0.items) }) == years)
    #expect(years["2014"] == 3)
    #expect(summary.publication.areas.map(\.name) == ["财政预决算"])
    #expect(summary.trend.map(\.period).first == "2018-07")
  }

  @Test func 全年的各月单项否决与各月自己的报告一致() async throws {
    let year = try #require(ReadPeriod("2018", kind: .yearly))
    let months = try #require(try await HalfYear.report(year).summary?.months)
    #expect(months.map(\.month) == HalfYear.periods(.monthly).map(\.name))
    for period in finished(.monthly) {
      let told = try #require(months.first { $0.month == period.name })
      let own = try #require(try await HalfYear.report(period).summary?.indicators)
      #expect(told.daysRead == truth.days(period).count && told.vetoes.count == 7)
      for veto in told.vetoes {
        #expect(
          veto.profile == "2015"
            && own.first { $0.profile == veto.profile && $0.id == veto.id }?.verdict == veto.verdict)
      }
      let letters = truth.openAtEnd(period).keys.contains { $0.kind == "reply-overdue" }
      #expect((told.vetoes.first { $0.name == "互动回应差" }?.verdict == .veto) == letters, "\(period.name)来信")
    }
  }

  @Test func 同一期再次汇总得到同样的数字() async throws {
    let period = finished(.weekly)[2]
    let first = try await HalfYear.report(period)
    let again = try await HalfYear.makeAgain(period)
    #expect(first == again)
    let folder = try await HalfYear.read.value.folder
    let stored = try Data(contentsOf: folder.appending(path: "Reports/weekly/\(period.name)/report.json"))
    #expect(try ReportJSON.report(from: stored).flow == first.flow)
  }

  /// `DUWANG_LOOK` names a folder to which the pages are copied, to be looked at.
  @Test func 各期的页面都已写出() async throws {
    for kind in [Report.Kind.weekly, .monthly, .yearly] {
      for period in HalfYear.periods(kind) { _ = try await HalfYear.report(period) }
    }
    let folder = try await HalfYear.read.value.folder.appending(path: "Reports")
    let index = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
    #expect(index.contains("weekly/2018-W27/index.html") && index.contains("monthly/2018-07/index.html"))
    #expect(index.contains("yearly/2018/index.html"))
    if let look = ProcessInfo.processInfo.environment["DUWANG_LOOK"] {
      try? FileManager.default.removeItem(atPath: look)
      try FileManager.default.copyItem(atPath: folder.path, toPath: look)
    }
    try FileManager.default.removeItem(at: folder.deletingLastPathComponent())
  }
}
