import Foundation
import Testing

/// A small site read on Tuesday and Thursday of one week.
private enum TwoDays {
  struct Result: Sendable {
    var place: Workplace
    var weekly: JSON
  }

  static let result = Task { () throws -> Result in
    let server = try await SmallSite.serve()
    let place = try Workplace(targets: SmallSite.targets(server.address))
    try await place.readDaily("2021-03-09T08:30:00+08:00")
    try await place.readDaily("2021-03-11T08:30:00+08:00")
    await server.stop()
    let outcome = try await place.run("read", "weekly", "--now", "2021-03-11T08:30:00+08:00", "--json")
    try #require(outcome.code == 0, "\(outcome.brief)")
    return Result(place: place, weekly: try JSON(parsing: Data(outcome.stdout.utf8)))
  }
}

@Suite("Weeks, months and years out of the history")
struct PeriodCommandTests {
  @Test("a week tells which of its days were read, without the network")
  func coverage() async throws {
    let report = try await TwoDays.result.value.weekly
    #expect(report["kind"].string == "weekly" && report["complete"].bool == false)
    #expect(report["coverage"]["daysRead"].int == 2)
    #expect(report["coverage"]["daysMissed"].array.map(\.string) == ["2021-03-10"])
    #expect(report["coverage"]["probes"].int == 0)
  }

  @Test("every key of the interface is there")
  func keys() async throws {
    let report = try await TwoDays.result.value.weekly
    for key in ["indicators", "units", "statistics", "comparison", "signOff", "columns", "findings", "availability"] {
      #expect(report.object[key] != nil, "\(key)")
    }
    let unit = try #require(report["units"].array.first)
    for key in [
      "id", "columns", "inTime", "found", "mended", "overdue", "medianDaysToMend", "published", "silentSince",
    ] { #expect(unit.object[key] != nil, "\(key)") }
    #expect(unit["published"].int == 4 && unit["columns"].int == 1 && unit["inTime"].int == 1)
    #expect(report["statistics"].array.first?["month"].string == "2021-03")
  }

  @Test("a past period is made again, complete once it is over, and stands in the archive")
  func again() async throws {
    let place = try await TwoDays.result.value.place
    for (kind, name) in [("weekly", "2021-W10"), ("monthly", "2021-03"), ("yearly", "2021")] {
      let outcome = try await place.run("read", kind, "--period", name, "--now", "2022-02-01T09:00:00+08:00")
      #expect(outcome.code == 0, "\(outcome.brief)")
      let report = try JSON(parsing: try place.data("Reports/\(kind)/\(name)/report.json"))
      #expect(report["complete"].bool == true)
      #expect(try place.text("Reports/index.html").contains("\(kind)/\(name)/index.html"))
    }
  }

  @Test("the copies for paper and for editing hold the page, its directory aside")
  func copies() async throws {
    let place = try await TwoDays.result.value.place
    let outcome = try await place.run(
      "read", "weekly", "--period", "2021-W10", "--now", "2021-03-15T09:00:00+08:00", "--pdf", "--docx")
    #expect(outcome.code == 0, "\(outcome.brief)")
    let folder = place.folder.appending(path: "Reports/weekly/2021-W10").path
    let word = try Self.printed(by: "pandoc", ["-t", "plain", "--wrap=none", "\(folder)/index.docx"])
    #expect(word.contains("；送：分管领导；编制：") && word.contains("每周读网摘要"))
    #expect(word.components(separatedBy: "提请决定").count == 2)
    #expect(try Self.printed(by: "pdfinfo", ["\(folder)/index.pdf"]).contains(/Pages: +1\n/))
    #expect(!place.exists("Reports/weekly/2021-W10/index.part.html"))
  }

  private static func printed(by tool: String, _ arguments: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    (process.arguments, process.standardOutput) = ([tool] + arguments, pipe)
    try process.run()
    return String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  }

  @Test("what a person judged stands on the next page with who and when; the machine's own items are told apart")
  func judged() async throws {
    let place = try await TwoDays.result.value.place
    func judge(_ arguments: String...) async throws -> Outcome {
      try await Duwang.run(
        ["findings", "judge"] + arguments + ["--now", "2021-03-12T09:00:00+08:00"], in: place.folder)
    }
    let waiting = try await judge()
    #expect(waiting.code == 0 && waiting.stdout.contains("1.6.1　未提供办事服务：待人工确认"), "\(waiting.brief)")
    #expect(try await judge("1.6.1", "--verdict", "pass").code == 64)
    #expect(try await judge("1.6.1", "--verdict", "deduct", "--points", "1", "--by", "张三").code == 65)
    #expect(try await judge("9.9", "--verdict", "pass", "--by", "张三").code == 65)
    let said = try await judge(
      "1.6.1", "--verdict", "pass", "--by", "张三", "--note", "设有办事大厅", "--period", "2021-03")
    #expect(said.code == 0 && said.stdout.contains("2021-03-01至2021-06-01有效"), "\(said.brief)")
    let outcome = try await place.run(
      "read", "monthly", "--period", "2021-03", "--now", "2021-04-01T09:00:00+08:00", "--json")
    let report = try JSON(parsing: Data(outcome.stdout.utf8))
    let item = try #require(report["indicators"].array.first { $0["id"].string == "1.6.1" })
    #expect(item["verdict"].string == "pass" && item["judgement"]["by"].string == "张三")
    #expect(try place.text("Reports/monthly/2021-03/index.html").contains("张三3月12日判断：设有办事大厅"))
  }

  @Test("a period that is no period is wrong usage; one without readings is told in words")
  func wrong() async throws {
    let place = try await TwoDays.result.value.place
    #expect(try await place.run("read", "weekly", "--period", "2021-10").code == 64)
    #expect(try await place.run("read", "monthly", "--period", "2021-13").code == 64)
    let early = try await place.run("read", "weekly", "--period", "2020-W01", "--now", "2021-03-12T08:00:00+08:00")
    #expect(early.code == 65 && early.stderr.contains("早于首次读网"))
    let late = try await place.run("read", "yearly", "--period", "2022", "--now", "2021-03-12T08:00:00+08:00")
    #expect(late.code == 65 && late.stderr.contains("尚未开始"))
    let empty = try Workplace(targets: SmallSite.targets("http://127.0.0.1:1"))
    #expect(try await empty.run("read", "weekly").code == 65)
  }

  @Test("stats counts each item once, and its sums agree with its rows")
  func stats() async throws {
    let place = try await TwoDays.result.value.place
    let outcome = try await place.run("stats", "--json", "--now", "2021-03-12T08:00:00+08:00")
    #expect(outcome.code == 0, "\(outcome.brief)")
    let document = try JSON(parsing: Data(outcome.stdout.utf8))
    #expect(document["statistics"].array.compactMap { $0["items"].int }.reduce(0, +) == 4)
    #expect(document["sums"]["total"].int == 4)
    let csv = try await place.run("stats", "--csv", "--now", "2021-03-12T08:00:00+08:00")
    #expect(csv.stdout.hasPrefix("\u{feff}\"责任单位\",\"类别\",\"月份\",\"条数\"\r\n"))
    #expect(try await place.run("stats", "--xlsx", "stats.xlsx").code == 0)
    #expect(try place.data("stats.xlsx").starts(with: Data("PK".utf8)))
  }
}
