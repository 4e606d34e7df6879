import DuwangCore
import Testing

@Suite("Letters of citizens")
struct LetterTests {
  private func table(_ heads: String, _ rows: [String]) -> [ListEntry] {
    let head = heads.split(separator: " ").map { "<th>\($0)</th>" }.joined()
    let body = rows.enumerated().map { i, row in
      "<tr><td><a href=\"detail.jsp?id=\(i)\">关于城区供暖温度不达标的第\(i)个问题</a></td>"
        + row.split(separator: " ").map { "<td>\($0)</td>" }.joined() + "</tr>"
    }.joined()
    return read(column("<table><tr><th>主题</th>\(head)</tr>\(body)</table>", aside: false)).entries
  }

  @Test("days of letter and answer stand under their heads, the status as published")
  func heads() {
    let rows = table(
      "来信时间 回复时间 状态",
      ["2024-05-06 2024-05-12 已回复", "2024-05-03 -- 办理中", "2024-04-20 -- 待办", "2024-03-01 -- 未答复"])
    #expect(rows.map(\.letter?.asked) == ["2024-05-06", "2024-05-03", "2024-04-20", "2024-03-01"].map { Day($0) })
    #expect(rows.map(\.letter?.answered) == [Day("2024-05-12"), nil, nil, nil])
    #expect(rows.map(\.letter?.status) == ["已回复", "办理中", "待办", "未答复"])
    #expect(rows.map(\.letter?.state) == [.answered, .underway, .waiting, .waiting])
    #expect(rows.map(\.isUnanswered) == [false, true, true, true])
  }

  @Test("of two days without heads the earlier is the letter's, the later the answer's")
  func bare() {
    let rows = read(
      column(
        rows {
          "<li><em>[已办结]</em><a href=\"\($0.href)\">\($0.title)</a><span>2024-03-01</span><span>\($0.date)</span></li>"
        })
    ).entries
    #expect(
      rows.first?.letter
        == Letter(asked: Day("2024-03-01"), answered: Day("2024-03-08"), status: "已办结", state: .answered))
  }

  @Test("办理中心 in a title is no status")
  func title() {
    let rows = read(column(rows { "<li><a href=\"\($0.href)\">便民服务办理中心\($0.title)</a><span>\($0.date)</span></li>" }))
      .entries
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.letter == nil && !$0.isUnanswered })
  }
}
