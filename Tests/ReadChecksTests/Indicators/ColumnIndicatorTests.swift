import DuwangCore
import ReadChecks
import TargetsFile
import Testing

@Suite("栏目和首页不更新")
struct ColumnIndicatorTests {
  private func news(_ ages: [Int]) -> IndicatorFacts {
    Table.facts(columns: ages.enumerated().map { Table.column("n\($0.offset)", policy: "动态要闻", age: $0.element) })
  }

  @Test("news of 14 days ago is in time and near its limit, of 15 days late")
  func fortnight() throws {
    #expect(try Table.verdict("2.1.4", news([14])).verdict == .warn)
    let late = try Table.verdict("2.1.4", news([15]))
    #expect(late.verdict == .deduct)
    #expect(late.points == 5)
  }

  @Test("five late columns veto; four are near the limit; two are not")
  func five() throws {
    #expect(try Table.verdict("1.4.1", news([15, 15, 15, 15, 15])).verdict == .veto)
    #expect(try Table.verdict("1.4.1", news([15, 15, 15, 15, 14])).verdict == .warn)
    #expect(try Table.verdict("1.4.1", news([15, 15, 0, 0, 0])).verdict == .pass)
  }

  @Test("news and notices are counted together")
  func together() throws {
    let columns =
      (0..<3).map { Table.column("n\($0)", policy: "动态要闻", age: 20) }
      + (0..<2).map { Table.column("p\($0)", policy: "政策文件", newest: Day("2019-06-01")!) }
    let verdict = try Table.verdict("1.4.1", Table.facts(columns: columns))
    #expect(verdict.verdict == .veto)
    #expect(verdict.value.hasPrefix("5个"))
  }

  @Test("six months are calendar months: 30 June is in time on 30 December and late on the 31st")
  func sixMonths() throws {
    let column = Table.column("p", policy: "通知公告", newest: Day("2019-06-30")!)
    #expect(try Table.verdict("2.1.5", Table.facts(columns: [column], day: Day("2019-12-30")!)).verdict == .warn)
    #expect(try Table.verdict("2.1.5", Table.facts(columns: [column], day: Day("2019-12-31")!)).verdict == .deduct)
  }

  @Test("six months from the end of August end with February, in leap years a day later")
  func february() throws {
    let plain = Table.column("p", policy: "通知公告", newest: Day("2020-08-31")!)
    #expect(try Table.verdict("2.1.5", Table.facts(columns: [plain], day: Day("2021-02-28")!)).verdict == .warn)
    #expect(try Table.verdict("2.1.5", Table.facts(columns: [plain], day: Day("2021-03-01")!)).verdict == .deduct)
    let leap = Table.column("p", policy: "通知公告", newest: Day("2019-08-31")!)
    #expect(try Table.verdict("2.1.5", Table.facts(columns: [leap], day: Day("2020-02-29")!)).verdict == .warn)
    #expect(try Table.verdict("2.1.5", Table.facts(columns: [leap], day: Day("2020-03-01")!)).verdict == .deduct)
  }

  @Test("since 2019 notices count on the first level alone; in 2015 on every level")
  func levels() throws {
    let columns = (0..<5).map { Table.column("p\($0)", policy: "政策文件", newest: Day("2019-01-01")!, level: 2) }
    let facts = Table.facts(columns: columns)
    #expect(try Table.verdict("1.4.1", facts).verdict == .pass)
    #expect(try Table.verdict("1.4.2", facts).value.hasPrefix("5个"))
    #expect(try Table.verdict("1.3.1", facts, of: "2015").verdict == .veto)
  }

  @Test("ten other columns veto, nine are near")
  func ten() throws {
    func facts(_ count: Int) -> IndicatorFacts {
      Table.facts(columns: (0..<count).map { Table.column("o\($0)", policy: "其他", age: 400, status: .stale) })
    }
    #expect(try Table.verdict("1.4.2", facts(10)).verdict == .veto)
    #expect(try Table.verdict("1.4.2", facts(9)).verdict == .warn)
    #expect(try Table.verdict("1.4.2", facts(5)).verdict == .pass)
  }

  @Test("entries without any date count as not updated")
  func undated() throws {
    let column = Table.column("n", policy: "动态要闻", status: .stale)
    #expect(try Table.verdict("2.1.4", Table.facts(columns: [column])).verdict == .deduct)
  }

  @Test("columns that could not be read are told, never counted; where they could make the limit nothing is concluded")
  func unread() throws {
    let walls = (0..<5).map { Table.column("w\($0)", policy: "动态要闻", status: .unreadable) }
    let verdict = try Table.verdict("1.4.1", Table.facts(columns: walls))
    #expect(verdict.verdict == .unknown)
    #expect(verdict.value == "0个；另有5个机器未能读取，未计入")
    #expect(try Table.verdict("1.4.1", Table.facts(columns: Array(walls.prefix(4)))).verdict == .pass)
  }

  @Test("one late column short of the limit, a column three days before its own limit is a warning")
  func threeDays() throws {
    let verdict = try Table.verdict("2.1.4", news([11]))
    #expect(verdict.verdict == .warn)
    #expect(verdict.value == "0个；“n0”距期限余3日")
    #expect(try Table.verdict("2.1.4", news([10])).verdict == .pass)
  }

  @Test("five blank columns veto, four and three are near, two are not")
  func blank() throws {
    func facts(_ count: Int) -> IndicatorFacts {
      Table.facts(columns: (0..<count).map { Table.column("e\($0)", policy: "其他", status: .empty) })
    }
    #expect(try Table.verdict("1.4.3", facts(5)).verdict == .veto)
    #expect(try Table.verdict("1.4.3", facts(4)).verdict == .warn)
    #expect(try Table.verdict("1.4.3", facts(3)).verdict == .warn)
    #expect(try Table.verdict("1.4.3", facts(2)).verdict == .pass)
  }

  @Test("archived and exempt columns are not counted")
  func exempt() throws {
    let columns = (0..<6).map { Table.column("x\($0)", policy: "动态要闻", age: 500, status: .exempt) }
    #expect(try Table.verdict("1.4.1", Table.facts(columns: columns)).verdict == .pass)
  }

  @Test("a home page whose newest item is 14 days old is in time, 15 days late; 11 days warn")
  func home() throws {
    func verdict(_ age: Int) throws -> Indicator {
      var facts = Table.facts()
      facts.homes = [.init(site: "portal", url: Table.home, newest: Table.day.addingDays(-age))]
      return try Table.verdict("1.3", facts)
    }
    #expect(try verdict(14).verdict == .warn)
    #expect(try verdict(14).value.hasSuffix("距期限余0日"))
    #expect(try verdict(15).verdict == .veto)
    #expect(try verdict(11).verdict == .warn)
    #expect(try verdict(10).verdict == .pass)
  }

  @Test("a home page without any readable date is a matter for a person")
  func undatedHome() throws {
    var facts = Table.facts()
    facts.homes = [.init(site: "portal", url: Table.home)]
    #expect(try Table.verdict("1.3", facts).verdict == .unknown)
  }

  @Test("2015: nine new items on the home page in two weeks take 5 points, ten take none; too few dates say nothing")
  func homeItems() throws {
    func verdict(new: Int, old: Int) throws -> Indicator {
      var facts = Table.facts()
      let days = (0..<new).map { Table.day.addingDays(-$0) } + (0..<old).map { Table.day.addingDays(-15 - $0) }
      facts.homes = [.init(site: "portal", url: Table.home, newest: days.max(), days: days)]
      return try Table.verdict("2.2.1", facts, of: "2015")
    }
    #expect(try verdict(new: 9, old: 5).points == 5)
    #expect(try verdict(new: 10, old: 0).verdict == .pass)
    #expect(try verdict(new: 3, old: 2).verdict == .unknown)
  }

  @Test("a period without a reading is no sign of health")
  func notRead() throws {
    let facts = IndicatorFacts(start: Table.day.addingDays(-6), end: Table.day, readOn: nil)
    for id in ["1.3", "1.4.1", "1.4.3", "1.5.2"] { #expect(try Table.verdict(id, facts).verdict == .unknown) }
  }
}
