import Checks
import DuwangCore
import Testing

@Suite("Public consultations without a result")
struct ConsultationResultTests {
  private static let title = "关于公开征求《景泰县养犬管理规定（征求意见稿）》意见的公告"

  private func findings(deadline: String, results: [String] = [], hasResult: Bool = false) -> [Finding] {
    var reading = Scene.reading()
    var page = PageReading(url: Scene.home + "tzgg/1.html", reach: .read, site: "portal", at: Scene.now)
    (page.kind, page.title, page.unit) = (.article, Self.title, "office")
    page.consultation = Consultation(deadline: Day(deadline)!, hasResult: hasResult)
    var column = Scene.column(dates: [])
    column.entries = results.map { ListEntry(title: $0) }
    (reading.pages, reading.columns) = ([page], [column])
    return Scene.findings("consultation-result", in: reading)
  }

  @Test("thirty days after the deadline are in time, thirty-one are told")
  func boundary() {
    #expect(findings(deadline: "2018-12-01").isEmpty)
    #expect(findings(deadline: "2018-11-30").map(\.kind) == [.elementMissing])
  }

  @Test("a result under the document's name ends it; one of another document does not")
  func results() {
    #expect(findings(deadline: "2018-10-20", results: ["《景泰县养犬管理规定》意见征集结果"]).isEmpty)
    #expect(findings(deadline: "2018-10-20", results: ["《景泰县停车收费办法》意见征集结果"]).count == 1)
    #expect(findings(deadline: "2018-10-20", hasResult: true).isEmpty)
  }

  @Test("consultations that closed more than a year ago are left alone")
  func old() { #expect(findings(deadline: "2017-12-30").isEmpty) }

  @Test("the deadline is read from the text; without one there is no consultation to judge")
  func deadline() {
    var page = Scene.page("1.html", title: Self.title, body: "请于2019年1月20日前反馈意见。")
    #expect(Consultation(page)?.deadline == Day("2019-01-20"))
    page = Scene.page("1.html", title: Self.title, body: "意见反馈截止时间：12月30日。")
    #expect(Consultation(page)?.deadline == Day("2018-12-30"))
    page = Scene.page("1.html", title: Self.title, body: "欢迎提出意见。")
    #expect(Consultation(page) == nil)
    page = Scene.page("1.html", title: "养犬管理规定意见征集结果", body: "截止2018年12月30日收到意见3条。")
    #expect(Consultation(page) == nil)
  }
}
