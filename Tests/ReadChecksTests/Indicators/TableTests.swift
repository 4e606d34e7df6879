import DuwangCore
import ReadChecks
import TargetsFile
import Testing

@Suite("Indicator tables")
struct TableTests {
  @Test("both national tables are there, each item with a rule and a source", arguments: BuiltInProfiles.names)
  func shipped(_ name: String) throws {
    let profile = try #require(BuiltInProfiles.profile(name))
    #expect(profile.leaves.count >= 20)
    for item in profile.leaves {
      #expect(!item.rule.isEmpty && !item.source.isEmpty && !item.shown.isEmpty, "\(item.id)")
      #expect(item.effect == .veto || item.judge == .person || item.points > 0, "\(item.id)")
    }
  }

  @Test("2015 is in force to the end of March 2019, the other from April")
  func inForce() throws {
    let (old, new) = (try #require(BuiltInProfiles.profile("2015")), try #require(BuiltInProfiles.profile("2019")))
    #expect(old.isInForce(on: Day("2019-03-31")!) && !old.isInForce(on: Day("2019-04-01")!))
    #expect(!new.isInForce(on: Day("2019-03-31")!) && new.isInForce(on: Day("2019-04-01")!))
  }

  @Test("an open letter of three months ago is near its limit, a day more is a veto; two months are neither")
  func letters() throws {
    func verdict(_ asked: String, open: Bool? = true) throws -> Indicator {
      var facts = Table.facts()
      facts.letters = [Table.letters([LetterDates(asked: Day(asked)!, isOpen: open)])]
      return try Table.verdict("1.5.2", facts)
    }
    #expect(try verdict("2019-09-30").verdict == .veto)
    #expect(try verdict("2019-10-01").verdict == .warn)
    #expect(try verdict("2019-10-30").verdict == .warn)
    #expect(try verdict("2019-10-31").verdict == .pass)
    #expect(try verdict("2019-09-30", open: false).verdict == .pass)
    #expect(try verdict("2019-09-30", open: nil).value.contains("1件列表未注明是否答复"))
  }

  @Test("letters older than a year are no longer counted")
  func oldLetters() throws {
    var facts = Table.facts()
    facts.letters = [Table.letters([LetterDates(asked: Day("2018-12-30")!, isOpen: true)])]
    #expect(try Table.verdict("1.5.2", facts).verdict == .pass)
    facts.letters = [Table.letters([LetterDates(asked: Day("2018-12-31")!, isOpen: true)])]
    #expect(try Table.verdict("1.5.2", facts).verdict == .veto)
  }

  @Test("no letter within two months takes 3 points; one of exactly two months ago takes none")
  func silentLetters() throws {
    func verdict(_ asked: String) throws -> Indicator {
      var facts = Table.facts()
      facts.letters = [Table.letters([LetterDates(asked: Day(asked)!, isOpen: false)])]
      return try Table.verdict("2.3.2", facts)
    }
    #expect(try verdict("2019-10-31").verdict == .pass)
    #expect(try verdict("2019-10-30").points == 3)
    var facts = Table.facts()
    facts.letters = [Table.letters([]), Table.letters([], isRead: false)]
    #expect(try Table.verdict("2.3.2", facts).verdict == .unknown)
  }

  @Test("a site without a configured column of letters, or with one behind a wall, is a matter for a person")
  func lettersUnread() throws {
    var facts = Table.facts()
    #expect(try Table.verdict("1.5.1", facts).verdict == .unknown)
    facts.letters = [Table.letters([], isRead: false)]
    #expect(try Table.verdict("1.5.1", facts).verdict == .unknown)
    #expect(try Table.verdict("1.5.2", facts).verdict == .unknown)
  }

  @Test("a dead link of the home page takes 1 point, of another page a tenth, a mended or suspected one nothing")
  func links() throws {
    var facts = Table.facts()
    facts.homes = [.init(site: "portal", url: Table.home)]
    facts.findings = [
      Table.item(.linkBroken, target: "a"), Table.item(.imageBroken, page: Table.home + "x", target: "b"),
      Table.item(.linkBroken, target: "c", status: .resolved),
      Table.item(.linkBroken, target: "d", confidence: .suspected),
    ]
    #expect(try Table.verdict("2.1.2", facts, of: "2015").points == 1)
    #expect(try Table.verdict("2.1.3", facts, of: "2015").points == 0.1)
    #expect(try Table.verdict("2.1.2", facts, of: "2015").evidence.count == 3)
  }

  @Test("what one item charged, a later one does not charge again")
  func onceOnly() throws {
    let facts = Table.facts(columns: [Table.column("n", policy: "动态要闻", age: 20)])
    #expect(try Table.verdict("2.1.4", facts).points == 5)
    let again = try Table.verdict("2.1.9", facts)
    #expect(again.points == 0)
    #expect(again.verdict == .pass)
    #expect(again.value.contains("不重复扣分"))
  }

  @Test("a broken form is charged once, under forms and not under links as well")
  func onceAcrossBlocks() throws {
    var facts = Table.facts()
    facts.findings = [Table.item(.attachmentBroken, page: Table.home + "x", target: "f.doc")]
    #expect(try Table.verdict("2.2.2", facts).points == 1)
    #expect(try Table.verdict("2.4.4", facts).points == 0)
  }

  @Test("deductions stop at the weight of an item, and of the group above it")
  func weights() throws {
    var facts = Table.facts()
    facts.homes = [.init(site: "portal", url: Table.home)]
    facts.findings = (0..<12).map { Table.item(.linkBroken, target: "l\($0)") }
    #expect(try Table.verdict("2.4.3", facts).points == 10)
    var group = IndicatorItem(id: "g", name: "g", source: "s", checked: .confirmed)
    group.weight = 4
    group.items = ["a", "b"].map { id in
      var leaf = IndicatorItem(id: id, name: id, source: "s", checked: .confirmed)
      (leaf.judge, leaf.measure, leaf.kinds, leaf.points) = (.machine, .findings, [.typo], 3)
      return leaf
    }
    let profile = IndicatorProfile(id: "own", name: "own", source: "s", items: [group])
    facts.findings = [Table.item(.typo, target: "1"), Table.item(.typo, target: "2")]
    let score = IndicatorScore(profile, verdicts: Indicators.verdicts(of: profile, facts: facts))
    #expect(score.deducted == 4)
    #expect(score.score == 96)
  }

  @Test("a veto ends the scoring; without one, less than 60 fails and 60 does not")
  func scores() throws {
    let profile = IndicatorProfile(id: "t", name: "t", source: "s", items: [])
    func score(_ verdict: Indicator.Verdict, _ points: Double) -> IndicatorScore {
      var leaf = IndicatorItem(id: "1", name: "", source: "", checked: .confirmed)
      leaf.points = points
      var table = profile
      table.items = [leaf]
      return IndicatorScore(
        table,
        verdicts: [
          Indicator(
            profile: "t", id: "1", name: "", verdict: verdict, points: points, value: "", limit: "", source: "",
            checked: "A")
        ])
    }
    #expect(score(.veto, 0).score == nil && score(.veto, 0).isFailed)
    #expect(score(.deduct, 40).score == 60 && !score(.deduct, 40).isFailed)
    #expect(score(.deduct, 40.1).isFailed)
    #expect(score(.deduct, 140).score == 0)
  }

  @Test("what a person judged stands in the place left for it")
  func judged() throws {
    var facts = Table.facts()
    #expect(try Table.verdict("2.4.8", facts).verdict == .person)
    facts.judgements = [
      .init(
        profile: "2019", item: "2.4.8", verdict: .deduct, points: 2, by: "张三", at: Moment(startOf: Table.day),
        note: "表格错位")
    ]
    let verdict = try Table.verdict("2.4.8", facts)
    #expect(verdict.verdict == .deduct && verdict.points == 2)
    #expect(verdict.value == "张三12月31日判断：表格错位")
    #expect(verdict.judgement == facts.judgements[0])
  }

  @Test("a judgement holds from its day to its last; then a person must look again")
  func judgementEnds() throws {
    func verdict(from: String, until: String) throws -> Indicator.Verdict {
      var facts = Table.facts()
      facts.judgements = [
        Judgement(
          profile: "2019", item: "1.6.1", verdict: .pass, by: "张三", at: Moment(startOf: Table.day), from: Day(from),
          until: Day(until))
      ]
      return try Table.verdict("1.6.1", facts).verdict
    }
    // The week runs from 25 to 31 December.
    #expect(try verdict(from: "2019-09-25", until: "2019-12-25") == .pass)
    #expect(try verdict(from: "2019-09-24", until: "2019-12-24") == .person)
    #expect(try verdict(from: "2019-12-31", until: "2020-03-31") == .pass)
    #expect(try verdict(from: "2020-01-01", until: "2020-04-01") == .person)
  }

  @Test("a judgement lasts three months unless it says otherwise, and can be taken back")
  func judgementTakenBack() throws {
    var facts = Table.facts()
    func judged(_ verdict: Indicator.Verdict) -> Judgement {
      Judgement(profile: "2019", item: "2.4.8", verdict: verdict, points: 2, by: "张三", at: Moment(startOf: Table.day))
    }
    #expect(judged(.deduct).until == Day("2020-03-31"))
    facts.judgements = [judged(.deduct)]
    #expect(try Table.verdict("2.4.8", facts).points == 2)
    facts.judgements.append(judged(.person))
    let verdict = try Table.verdict("2.4.8", facts)
    #expect(verdict.verdict == .person && verdict.points == 0 && verdict.judgement == nil)
  }

  @Test("what the machine saw stays beside what a person says of it")
  func judgedOverMachine() throws {
    var facts = Table.facts(columns: [Table.column("n", policy: "动态要闻", age: 20)])
    facts.judgements = [
      Judgement(
        profile: "2019", item: "2.1.4", verdict: .pass, by: "张三", at: Moment(startOf: Table.day), note: "已更新，页面缓存")
    ]
    let verdict = try Table.verdict("2.1.4", facts)
    #expect(verdict.verdict == .pass && verdict.points == 0)
    #expect(verdict.value == "张三12月31日判断：已更新，页面缓存（机器所见：1个：n）")
  }

  @Test("columns of the same name are told apart by their units")
  func unitNames() throws {
    var facts = Table.facts(columns: [Table.column("工作动态", policy: "动态要闻", age: 20)])
    facts.unitNames = ["office": "河湾乡"]
    #expect(try Table.verdict("1.4.1", facts).value == "1个：河湾乡工作动态")
  }

  @Test("IPv6 is shown to the person who judges it; a machine without IPv6 says so")
  func ipv6() throws {
    func verdict(_ state: IPv6State?) throws -> Indicator {
      var facts = Table.facts()
      facts.homes = [.init(site: "portal", url: Table.home, ipv6: state)]
      return try Table.verdict("2.4.9", facts)
    }
    for state in IPv6State.allCases {
      #expect(try verdict(state).verdict == .person)
      #expect(try verdict(state).value == state.chinese)
    }
    #expect(IPv6State.noNetworkHere.chinese.contains("本机没有IPv6网络"))
    #expect(try verdict(nil).value == "没有查询IPv6")
  }

  @Test("an item about one of many standards takes only the findings that are about it")
  func containing() throws {
    var facts = Table.facts()
    facts.findings = ["站内检索找不到已发布的信息", "未见政府信息公开栏目", "网站域名不以.gov.cn结尾"].map { message in
      var item = Table.item(.elementMissing, target: message)
      item.finding.message = message
      return item
    }
    #expect(try Table.verdict("2.4.5", facts).evidence == [facts.findings[0].finding.id])
    #expect(try Table.verdict("2.4.1", facts).evidence == [facts.findings[2].finding.id])
  }

  @Test("a severe finding that was mended within the week is shown to the person who confirms that nothing was severe")
  func severe() throws {
    var facts = Table.facts()
    #expect(try Table.verdict("1.1", facts).value == "机器未发现")
    facts.findings = [Table.item(.privacyIDCard, status: .resolved)]
    let verdict = try Table.verdict("1.1", facts)
    #expect(verdict.verdict == .person)
    #expect(verdict.value == "0处，本期已销号1处")
    #expect(verdict.evidence == [facts.findings[0].finding.id])
  }
}
