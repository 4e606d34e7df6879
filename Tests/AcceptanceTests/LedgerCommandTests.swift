import Foundation
import Testing

/// The ledger as staff keep it: on the command line, and in tables without one.
@Suite("The rectification ledger")
struct LedgerCommandTests {
  private static let days = ["2021-03-10T08:30:00+08:00", "2021-03-11T08:30:00+08:00", "2021-03-12T08:30:00+08:00"]

  /// A site with one link that is dead from the second day on.
  private static func site() async throws -> (LoopbackServer, Workplace) {
    let server = try await SmallSite.serve { seen in
      guard seen.path == "/" else { return nil }
      return .html(SmallSite.page("首页", "<a href=\"/news/\">工作动态</a><a href=\"/gone.html\">办事指南</a>"))
    }
    let place = try Workplace(targets: SmallSite.targets(server.address))
    return (server, place)
  }

  private static func ids(_ place: Workplace, _ more: String...) async throws -> [JSON] {
    let outcome = try await Duwang.run(["findings", "list", "--json"] + more, in: place.folder)
    try #require(outcome.code == 0, "\(outcome.brief)")
    return try JSON(parsing: outcome.stdout).array
  }

  @Test("a finding that a person saw stands every day until a person closes it")
  func add() async throws {
    let (server, place) = try await Self.site()
    try await place.readDaily(Self.days[0])
    let page = "\(server.address)/news/"
    let add = [
      "findings", "add", "--page", page, "--kind", "typo", "--message", "“布署”应为“部署”", "--unit", "office", "--column",
      "office/news", "--severity", "general", "--by", "张三", "--now", Self.days[0],
    ]
    let added = try await Duwang.run(add + ["--json"], in: place.folder)
    try #require(added.code == 0, "\(added.brief)")
    let id = try #require(try JSON(parsing: added.stdout).array.first?["id"].string)
    #expect(try JSON(parsing: added.stdout).array[0]["source"].string == "person")
    #expect(try await Duwang.run(add, in: place.folder).code == 65)

    for day in Self.days[1...] {
      let report = try await place.readDaily(day)
      #expect(report.standing.contains { $0["id"].string == id })
      #expect(report["flow"]["open"].int == report.standing.count)
    }
    #expect(try place.text("Reports/daily/2021-03-12/index.html").contains("人工发现"))
    let mended = try await place.run("findings", "mend", id, "--by", "李四", "--now", "2021-03-12T09:00:00+08:00")
    #expect(mended.code == 0 && mended.stdout.contains("已销号"), "\(mended.brief)")
    let last = try await place.readDaily("2021-03-13T08:30:00+08:00")
    let closed = last["findings"].array.first { $0["id"].string == id }
    #expect(closed?["status"].string == "resolved")
    #expect(last["flow"]["resolved"].int == 1)
    await server.stop()
  }

  @Test("what is filled into findings.csv comes back with the next reading, and a rerun of the day loses nothing")
  func tables() async throws {
    let (server, place) = try await Self.site()
    try await place.readDaily(Self.days[0])
    let id = try #require(try await Self.ids(place).first?["id"].string)
    let table = "Reports/daily/2021-03-10/findings.csv"
    func fill(_ verb: String) throws {
      let lines = try place.text(table).split(separator: "\r\n").map(String.init)
      let filled = lines.map { line in
        line.contains("\"\(id)\"")
          ? line.replacing(/("[^"]*",){5}"[^"]*"$/, with: "\"\(verb)\",\"经核实\",\"张三\",\"2021/3/30\",\"\",\"\"") : line
      }
      try place.write(table, filled.joined(separator: "\r\n"))
    }
    try fill("大概吧")
    // The same day again: the row that could not be taken is told and kept.
    _ = try await place.readDaily("2021-03-10T10:00:00+08:00")
    #expect(try place.text("Reports/daily/2021-03-10/index.html").contains("处理意见“大概吧”无法识别"))
    #expect(try place.text("Reports/daily/2021-03-10/findings-edited-1.csv").contains("大概吧"))
    try fill("暂缓")
    let report = try await place.readDaily(Self.days[1])
    let item = report["findings"].array.first { $0["id"].string == id }
    #expect(item?["status"].string == "deferred", "\(report["decisionsRead"])")
    #expect(report["decisionsRead"]["taken"].int == 1)
    #expect(report["flow"]["dismissed"].int == 1)
    #expect(try await Self.ids(place, "--status", "deferred").first?["decision"]["until"].string == "2021-03-30")

    let again = try await place.run("findings", "import", table, "--now", Self.days[1])
    #expect(again.code == 0 && again.stderr.contains("读入处理意见0条"), "\(again.brief)")
    await server.stop()
  }

  @Test("the whole ledger is exported as CSV, XLSX and JSON, and an import tells every row it cannot take")
  func export() async throws {
    let (server, place) = try await Self.site()
    try await place.readDaily(Self.days[0])
    let csv = try await place.run("findings", "export")
    #expect(csv.code == 0 && csv.stdout.hasPrefix("\u{feff}\"编号\",\"发现日期\",\"来源\",\"单位\""), "\(csv.brief)")
    let json = try JSON(parsing: try await place.run("findings", "export", "--json").stdout)
    #expect(json["schema"].string == "duwang.ledger/1")
    #expect(json["findings"].array.count == csv.stdout.split(separator: "\r\n").count - 1)
    #expect(try await place.run("findings", "export", "--output", "台账.xlsx").code == 0)
    #expect(try place.data("台账.xlsx").starts(with: [0x50, 0x4b]))
    #expect(try await place.run("findings", "export", "--format", "xlsx").code == 64)

    try place.write("意见.csv", "编号,处理意见\n0000000000000000,属实\n,不属实\n")
    let outcome = try await place.run("findings", "import", "意见.csv")
    #expect(outcome.code == 65)
    #expect(outcome.stderr.contains("意见.csv:2:2: ") && outcome.stderr.contains("意见.csv:3:2: "), "\(outcome.brief)")
    let unit = try await place.run("findings", "list", "--unit", "nowhere")
    #expect(unit.code == 65 && unit.stderr.contains("nowhere"))
    await server.stop()
  }
}
