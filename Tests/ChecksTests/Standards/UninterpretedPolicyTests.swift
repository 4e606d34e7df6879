import DuwangCore
import Testing

@Suite("Documents without an interpretation")
struct UninterpretedPolicyTests {
  private static let documents = Column(
    id: "office/zfwj", unit: "office", name: "政府文件", url: Scene.home + "zfwj/", category: "政府文件",
    policyName: "政策文件", policy: .age(warn: nil, limit: Period(6, .months)))

  private func findings(
    _ titles: [(String, String)], interpretations: [String], status: ColumnState.Status = .fresh
  ) -> [Finding] {
    var targets = Scene.targets()
    targets.units[1].columns.append(Self.documents)
    let column = Column(
      id: "office/zcjd", unit: "office", name: "政策解读", url: Scene.home + "zcjd/", category: "政策解读", policy: .never)
    var reading = Scene.reading()
    var (read, other) = (Scene.column(Self.documents, dates: []), Scene.column(column, dates: []))
    read.entries = titles.map { ListEntry(title: $0.0, date: Day($0.1)) }
    other.entries = interpretations.map { ListEntry(title: $0) }
    reading.columns = [read, other]
    return Scene.findings(
      "uninterpreted-policy", in: reading, columns: [ColumnState(column: column, url: column.url, status: status)],
      context: Scene.context(targets))
  }

  private static let rule = "景泰县人民政府关于印发《景泰县临时救助实施办法》的通知"

  @Test("a rule of the last year without an interpretation is told, one finding a column")
  func told() {
    let found = findings([(Self.rule, "2018-09-20"), ("关于印发《景泰县公租房管理办法》的通知", "2018-08-01")], interpretations: [])
    #expect(found.count == 1)
    #expect(found[0].message.contains("2件中，2件"))
    #expect(found[0].severity == .hint && found[0].confidence == .suspected)
  }

  @Test("an interpretation is found by the document's name, however its title begins")
  func matched() {
    for title in ["《景泰县临时救助实施办法》政策解读", "一图读懂：临时救助实施办法", "解读《临时救助实施办法》"] {
      #expect(findings([(Self.rule, "2018-09-20")], interpretations: [title]).isEmpty, "\(title)")
    }
    #expect(findings([(Self.rule, "2018-09-20")], interpretations: ["《景泰县公租房管理办法》解读"]).count == 1)
  }

  @Test("documents of the last month and those older than a year are not in the sample")
  func window() {
    #expect(findings([(Self.rule, "2018-12-01")], interpretations: []).isEmpty)
    #expect(findings([(Self.rule, "2018-11-30")], interpretations: []).count == 1)
    #expect(findings([(Self.rule, "2017-12-31")], interpretations: []).count == 1)
    #expect(findings([(Self.rule, "2017-12-30")], interpretations: []).isEmpty)
  }

  @Test("appointments, approvals and notices of meetings need none")
  func others() {
    for title in ["关于张某某任职的通知", "关于下达项目计划的批复", "关于召开会议的通知", "关于表彰先进单位的决定"] {
      #expect(findings([(title, "2018-09-20")], interpretations: []).isEmpty, "\(title)")
    }
  }

  @Test("where the column of interpretations could not be read nothing is said")
  func unread() { #expect(findings([(Self.rule, "2018-09-20")], interpretations: [], status: .unreadable).isEmpty) }

  private func unfounded(_ title: String, date: String? = "2018-10-10", documents: [String] = []) -> [Finding] {
    var targets = Scene.targets()
    targets.sites[0].name = "景泰县人民政府"
    let column = Column(
      id: "office/zcjd", unit: "office", name: "政策解读", url: Scene.home + "zcjd/", category: "政策解读", policy: .never)
    targets.units[1].columns += [Self.documents, column]
    var reading = Scene.reading()
    var (read, other) = (Scene.column(Self.documents, dates: []), Scene.column(column, dates: []))
    read.entries = documents.map { ListEntry(title: $0, date: Day("2015-01-01")) }
    other.entries = [ListEntry(title: title, date: date.flatMap { Day($0) })]
    reading.columns = [read, other]
    return Scene.findings(
      "uninterpreted-policy", in: reading, columns: [ColumnState(column: column, url: column.url, status: .fresh)],
      context: Scene.context(targets))
  }

  @Test("an interpretation of the county's own document is told when no document of that name is there")
  func withoutDocument() {
    let title = "《景泰县临时救助实施办法》政策解读"
    let found = unfounded(title)
    #expect(found.map(\.kind) == [.elementMissing])
    #expect(found[0].message.contains("1件中，1件未找到所解读的文件") && found[0].severity == .hint)
    #expect(unfounded(title, documents: [Self.rule]).isEmpty)
  }

  @Test("interpretations of documents of other levels, without a name in 《》, old or undated ones say nothing")
  func elsewhere() {
    #expect(unfounded("《甘肃省社会救助条例》解读").isEmpty)
    #expect(unfounded("景泰县临时救助政策解读").isEmpty)
    #expect(unfounded("《景泰县临时救助实施办法》政策解读", date: "2017-01-01").isEmpty)
    #expect(unfounded("《景泰县临时救助实施办法》政策解读", date: nil).isEmpty)
  }
}
