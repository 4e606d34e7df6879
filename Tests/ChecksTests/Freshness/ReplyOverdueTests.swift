import DuwangCore
import Testing

@testable import Checks

@Suite("Letters without an answer")
struct ReplyOverdueTests {
  /// Dates of letters; `true` stands for one without an answer. Today is 2018-12-31, the period three months.
  private func findings(_ letters: [(String, Bool)], of column: Column = Scene.letters) -> [Finding] {
    var reading = Scene.reading()
    var read = Scene.column(column, dates: [])
    read.entries = letters.map { ListEntry(title: "来信", date: Day($0.0), isUnanswered: $0.1) }
    reading.columns = [read]
    return ReplyOverdue().findings(in: reading, columns: [], context: Scene.context())
  }

  @Test("a letter is overdue on the day after its three months, not on their last")
  func boundary() {
    #expect(findings([("2018-09-30", true)]).map(\.kind) == [.replyOverdue])
    #expect(findings([("2018-10-01", true)]).isEmpty)
  }

  @Test("an answered letter is not overdue, however old")
  func answered() { #expect(findings([("2016-01-01", false)]).isEmpty) }

  @Test("one column is one finding, and tells no letter's title")
  func one() {
    let found = findings([("2018-01-05", true), ("2018-03-05", true)])
    #expect(found.count == 1 && found[0].severity == .severe)
    #expect(found.allSatisfy { !$0.message.contains("来信") && $0.message.contains("2件，最早一件日期为2018年1月5日") })
  }

  @Test("rows of other columns are no letters")
  func others() { #expect(findings([("2016-01-01", true)], of: Scene.news).isEmpty) }
}
