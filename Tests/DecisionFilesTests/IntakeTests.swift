import DuwangCore
import Foundation
import Tables
import Testing

@testable import DecisionFiles

@Suite("Decisions in tables that staff fill") struct IntakeTests {
  private static let stamp = "2018-12-31 08:05"
  private let reading = Moment("2018-12-31T08:05:00+08:00")!
  private let evening = Moment("2018-12-31T17:00:00+08:00")!
  private let tomorrow = Moment("2019-01-01T07:30:00+08:00")!

  private func record(_ key: String, page: String = "http://a.test/1") -> FindingRecord {
    FindingRecord(
      Finding(
        kind: .typo, site: "portal", page: page, key: key, message: "有误", fix: "改", evidence: Evidence(text: key)),
      status: .new, firstSeen: reading, isBaseline: false)
  }

  private func sheet(_ rows: [String]...) -> TableSheet {
    TableSheet(rows: [["编号", "读网时间", "处理意见", "理由", "办理人", "期限", "适用范围", "交办单位"]] + rows)
  }

  private func intake(_ records: [FindingRecord], log: [Decision] = []) -> DecisionIntake {
    let units = [OwnerUnit(id: "bm-jyj", name: "教育局", kind: .department, columns: [])]
    return DecisionIntake(ledger: records, log: log, units: units, now: tomorrow)
  }

  @Test("a filled row is a decision with its reason, person, day, reach and unit")
  func filled() {
    let a = record("甲")
    var intake = intake([a, record("乙")])
    intake.take(
      [
        sheet(
          [a.finding.id, Self.stamp, "交办", "请改", "张三", "2019/1/9", "", "教育局"],
          [record("乙").finding.id, Self.stamp, "", "", "", "", "", ""])
      ], file: "findings.xlsx", savedAt: evening)
    #expect(
      intake.decisions == [
        Decision(
          finding: a.finding.id, verb: .assign, by: "张三", at: evening, reason: "请改", until: Day(2019, 1, 9),
          unit: "bm-jyj", origin: "2018-12-31T08:05:00+08:00 findings.xlsx")
      ])
    #expect(intake.refusals.isEmpty && intake.conflicts.isEmpty)
  }

  @Test("the same table read twice changes nothing, under the name it was set aside too")
  func twice() {
    let a = record("甲")
    let table = [sheet([a.finding.id, Self.stamp, "已整改", "", "张三", "", "", ""])]
    var first = intake([a])
    first.take(table, file: "daily/2018-12-31/findings.xlsx", savedAt: evening)
    #expect(first.decisions.count == 1)
    // The next reading saw it again: the old table must not say 已整改 anew.
    var after = a
    (after.status, after.decision) = (.open, first.decisions[0])
    var second = intake([after], log: first.decisions)
    second.take(table, file: "daily/2018-12-31/findings.xlsx", savedAt: tomorrow)
    second.take(table, file: "daily/2018-12-31/findings-edited-1.xlsx", savedAt: tomorrow)
    #expect(second.result.isEmpty)
    // A table of a later reading may.
    second.take(
      [sheet([a.finding.id, "2019-01-01 07:30", "已整改", "", "张三", "", "", ""])],
      file: "daily/2019-01-01/findings.xlsx", savedAt: tomorrow)
    #expect(second.decisions.map(\.verb) == [.mend])
  }

  @Test(
    "what a table shows as recorded is no new decision, however often it was changed since; what is changed in it is")
  func recorded() {
    let a = record("甲")
    let shown = Decision(finding: a.finding.id, verb: .assign, by: "张三", at: reading.adding(seconds: -60))
    let later = Decision(finding: a.finding.id, verb: .dismiss, by: "李四", at: reading.adding(seconds: 60))
    var intake = intake([a], log: [shown, later])
    func take(_ until: String) {
      intake.take(
        [sheet([a.finding.id, Self.stamp, "交办（已记录）", "", "张三", until, "", ""])], file: "findings.csv", savedAt: evening)
    }
    take("")
    #expect(intake.result.isEmpty)
    take("2019-01-09")
    #expect(intake.decisions.map(\.until) == [Day(2019, 1, 9)] && intake.conflicts.count == 1)
  }

  @Test("what a person decides as the ledger has it already is no new decision")
  func shown() {
    var a = record("甲")
    a.decision = Decision(finding: a.finding.id, verb: .confirm, by: "张三", at: reading)
    a.status = .confirmed
    var intake = intake([a], log: [a.decision!])
    intake.take(
      [sheet([a.finding.id, Self.stamp, "属实", "", "张三", "", "", ""])], file: "findings.csv", savedAt: evening)
    #expect(intake.result.isEmpty)
  }

  @Test("two people who decide differently are told of each other, and the later one stands")
  func conflict() {
    let a = record("甲")
    let told = Decision(
      finding: a.finding.id, verb: .confirm, by: "李四", at: Moment("2018-12-31T10:00:00+08:00")!)
    var intake = intake([a], log: [told])
    intake.take(
      [sheet([a.finding.id, Self.stamp, "不属实", "引文", "张三", "", "", ""])], file: "findings.xlsx", savedAt: evening)
    #expect(intake.decisions.map(\.verb) == [.dismiss])
    #expect(intake.conflicts.count == 1)
    #expect(intake.conflicts[0].contains("不属实，张三") && intake.conflicts[0].contains("属实，李四"))
    #expect(intake.conflicts[0].contains("以时间在后的“不属实，张三”为准"))
  }

  @Test("a decision made before the table's reading is known to it and no conflict")
  func known() {
    let a = record("甲")
    let told = Decision(finding: a.finding.id, verb: .confirm, at: reading.adding(seconds: -60))
    var intake = intake([a], log: [told])
    intake.take(
      [sheet([a.finding.id, Self.stamp, "已整改", "", "", "", "", ""])], file: "findings.xlsx", savedAt: evening)
    #expect(intake.decisions.map(\.verb) == [.mend] && intake.conflicts.isEmpty)
  }

  @Test("two opinions in one table are told, the lower row stands")
  func twoRows() {
    let a = record("甲")
    var intake = intake([a])
    intake.take(
      [
        sheet(
          [a.finding.id, Self.stamp, "属实", "", "", "", "", ""],
          [a.finding.id, Self.stamp, "不属实", "", "", "", "", ""])
      ], file: "findings.csv", savedAt: evening)
    #expect(intake.decisions.map(\.verb) == [.confirm, .dismiss])
    #expect(intake.conflicts.count == 1)
  }

  @Test(
    "what cannot be taken is told with its row, and why",
    arguments: [
      (["0000000000000000", "", "属实", "", "", "", "", ""], "台账中没有编号"),
      (["甲", "", "大概吧", "", "", "", "", ""], "处理意见“大概吧”无法识别"), (["甲", "", "", "先放一放", "", "", "", ""], "未写处理意见"),
      (["甲", "", "暂缓", "", "", "3/1/2019", "", ""], "期限“3/1/2019”无法识别"),
      (["甲", "", "暂缓", "", "", "2018-12-30", "", ""], "期限2018年12月30日已过"),
      (["甲", "", "不属实", "", "", "", "全部", ""], "适用范围“全部”无法识别"),
      (["甲", "", "交办", "", "", "", "", "气象局"], "交办单位“气象局”不在读网对象中"),
    ])
  func refused(_ cells: [String], _ why: String) {
    let a = record("甲")
    var intake = intake([a])
    intake.take(
      [sheet([cells[0] == "甲" ? a.finding.id : cells[0]] + cells.dropFirst())], file: "findings.csv", savedAt: evening)
    #expect(intake.decisions.isEmpty)
    #expect(intake.refusals.map(\.line) == [2])
    #expect(intake.refusals[0].description.hasPrefix("findings.csv:2:3: "))
    #expect(intake.refusals[0].message.contains(why), "\(intake.refusals)")
  }

  @Test("a table without 编号 or 处理意见 is told as a whole")
  func noHeader() {
    var intake = intake([])
    intake.take([TableSheet(rows: [["编号", "问题"], ["1", "2"]])], file: "处理意见.csv", savedAt: evening)
    #expect(intake.refusals.count == 1)
  }

  @Test(
    "dates are read as office programs leave them",
    arguments: [
      "2019-03-01", "2019/3/1", "2019.3.1", "2019年3月1日", "20190301", "2019/3/1 0:00:00", "43525", "3月1日",
      "2019-03-01T00:00:00",
    ])
  func dates(_ text: String) {
    #expect(CellDate.day(CellDate.plain(text, from1904: false), near: Day(2018, 12, 31)!) == Day(2019, 3, 1))
  }

  @Test("days counted from 1904 are the same days") func from1904() {
    #expect(CellDate.plain("42063", from1904: true) == "2019-03-01")
    #expect(CellDate.moment("43465.3368055556", from1904: false) == reading)
    #expect(CellDate.moment("2018/12/31 8:05", from1904: false) == reading)
  }

  @Test("an id that an office program made into a number is still found, by its page where need be")
  func numbers() {
    func numbered(_ id: String, _ page: String) -> FindingRecord {
      var record = record(id, page: page)
      record.finding.id = id
      return record
    }
    let ledger = [
      numbered("1234567890123456", "http://a.test/1"), numbered("1234567890999999", "http://a.test/2"),
      numbered("0000123456789012", "http://a.test/3"), numbered("12345678901234e5", "http://a.test/4"),
      numbered("abcdef0123456789", "http://a.test/5"), numbered("123456e789012345", "http://a.test/6"),
      numbered("1e23456789012345", "http://a.test/7"),
    ]
    let identification = Identification(Dictionary(ledger.map { ($0.finding.id, $0) }) { $1 })
    func id(_ written: String, page: String = "") -> String? {
      var row = DecisionRow(line: 2)
      (row.id, row.page) = (written, page)
      return identification.id(of: row)
    }
    #expect(id("1234567890123450") == "1234567890123456")
    #expect(id("1.23457E+15", page: "http://a.test/2") == "1234567890999999")
    #expect(id("1.23457E+15") == nil)
    #expect(id("123456789012") == "0000123456789012")
    #expect(id("1.2345678901234E+18") == "12345678901234e5")
    #expect(id("1.7976931348623157E+308", page: "http://a.test/7") == "1e23456789012345")
    #expect(id("ABCDEF0123456789") == "abcdef0123456789")
  }
}
