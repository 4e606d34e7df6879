import Foundation
import Testing

/// A short reading whose files the rules below look at: one dead link with a hostile title, one good article.
private enum Small {
  static let hostile = "<script>alert('清河')</script><img src=x onerror=alert(1)>"

  static let result = Task { () throws -> (report: JSON, outcome: Outcome, place: Workplace) in
    let server = try await SmallSite.serve { seen in
      guard seen.path == "/news/" else { return nil }
      let dead = Row.dated("2021-03-09", 99, hostile, in: "/news/")
      return .html(SmallSite.page(Frame.escaped(hostile), ListStyle.plain([dead] + SmallSite.rows(4))))
    }
    let place = try Workplace(targets: SmallSite.targets(server.address))
    let outcome = try await place.run("read", "daily", "--now", SmallSite.now)
    try #require(outcome.code == 0, "\(outcome.brief)")
    await server.stop()
    return (try place.report(SmallSite.now), outcome, place)
  }

  static let day = "Reports/daily/2021-03-10/"
}

@Suite("What a run writes")
struct ReportFormatTests {
  /// Keys of the daily report and the JSON types they may have.
  static let top: [String: Set<String>] = [
    "schema": ["string"], "kind": ["string"], "complete": ["bool"], "baseline": ["bool"], "period": ["object"],
    "generatedAt": ["string"], "totals": ["object"], "limitsHit": ["array"], "unreadable": ["array"],
    "unfound": ["array"], "availability": ["array"], "columns": ["array"], "findings": ["array"], "changes": ["array"],
  ]
  static let totals: Set<String> = [
    "pages", "links", "columns", "newItems", "changedPages", "removedPages", "bytes", "seconds",
  ]
  static let column: [String: Set<String>] = [
    "id": ["string"], "unit": ["string"], "name": ["string"], "category": ["string"], "url": ["string", "null"],
    "status": ["string"], "tier": ["string"], "entries": ["number", "null"], "newest": ["string", "null"],
    "ageDays": ["number", "null"], "limit": ["string", "null"], "dueOn": ["string", "null"],
    "daysLeft": ["number", "null"], "reason": ["string", "null"],
  ]
  static let finding: [String: Set<String>] = [
    "id": ["string"], "kind": ["string"], "severity": ["string"], "confidence": ["string"], "site": ["string"],
    "unit": ["string", "null"], "column": ["string", "null"], "page": ["string", "null"], "pages": ["number"],
    "target": ["string", "null"], "message": ["string"], "fix": ["string"], "evidence": ["object", "null"],
    "rule": ["string", "null"], "firstSeen": ["string"], "lastSeen": ["string"], "status": ["string"],
    "deadline": ["string", "null"],
  ]

  private func expect(_ value: JSON, _ types: [String: Set<String>], _ what: String) {
    for (key, allowed) in types {
      let type = value.object[key]?.type ?? "absent"
      #expect(allowed.contains(type), "\(what).\(key) is \(type): \(value)")
    }
  }

  @Test("report.json has every key of the interface with its type")
  func keys() async throws {
    let report = try await Small.result.value.report
    expect(report, Self.top, "report")
    #expect(report["schema"].string == "duwang.report/1")
    #expect(report["kind"].string == "daily")
    #expect(Self.totals.subtracting(report["totals"].keys) == [])
    #expect(report["totals"].object.values.allSatisfy { $0.type == "number" })
    try #require(!report["columns"].array.isEmpty && !report["findings"].array.isEmpty)
    for value in report["columns"].array { expect(value, Self.column, "column") }
    for value in report["findings"].array { expect(value, Self.finding, "finding") }
    let availability = try #require(report["availability"].array.first)
    for key in ["probes", "failures", "excluded", "failureRate", "p50ms", "p95ms"] {
      #expect(["number", "null"].contains(availability.object[key]?.type ?? "absent"), "availability.\(key)")
    }
    #expect(availability["site"].string == "portal")
  }

  @Test("the period is the civil day in Asia/Shanghai, whatever the machine's zone")
  func period() async throws {
    let report = try await Small.result.value.report
    #expect(report["period"]["start"].string == "2021-03-10T00:00:00+08:00")
    #expect(report["period"]["end"].string == "2021-03-11T00:00:00+08:00")
    #expect(report["generatedAt"].string?.hasPrefix("2021-03-10T08:") == true, "\(report["generatedAt"])")
    #expect(report["generatedAt"].string?.hasSuffix("+08:00") == true)
  }

  @Test("a moment late in the evening elsewhere belongs to the next day in Asia/Shanghai")
  func otherZone() async throws {
    let server = try await SmallSite.serve()
    let place = try Workplace(targets: SmallSite.targets(server.address))
    let outcome = try await place.run("read", "daily", "--now", "2021-03-09T17:00:00Z")
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(place.exists("Reports/daily/2021-03-10/report.json"), "\(place.files(under: "Reports"))")
  }

  @Test("the totals count what was read")
  func counts() async throws {
    let totals = try await Small.result.value.report["totals"]
    #expect(totals["columns"].int == 1)
    #expect(6...8 ~= totals["pages"].int ?? 0, "home, list, four articles: \(totals)")
    #expect((totals["bytes"].int ?? 0) > 1000)
    #expect((totals["links"].int ?? 0) > 0)
  }

  @Test("all files of the interface are written")
  func files() async throws {
    let place = try await Small.result.value.place
    for file in [
      Small.day + "index.html", Small.day + "report.json", Small.day + "findings.csv", Small.day + "findings.xlsx",
      "Reports/index.html", ".duwang/history.sqlite",
    ] {
      #expect(place.exists(file), "\(file) is missing among \(place.files(under: "Reports"))")
    }
    #expect(try place.data(Small.day + "findings.csv").prefix(3) == Data([0xEF, 0xBB, 0xBF]))
    #expect(try place.data(Small.day + "findings.xlsx").prefix(2) == Data("PK".utf8))
    let leftovers = place.files(under: "Reports").filter { $0.hasSuffix(".tmp") || $0.contains("/.") }
    #expect(leftovers.isEmpty)
  }

  @Test("the table of findings has one row a finding, and no cell that a spreadsheet would run as a formula")
  func csv() async throws {
    let (report, _, place) = try await Small.result.value
    let text = try place.text(Small.day + "findings.csv")
    let rows = text.split(whereSeparator: \.isNewline)
    #expect(rows.count >= 1 + report["findings"].array.count)
    for cell in text.split(whereSeparator: { $0 == "," || $0.isNewline }) {
      #expect(!"=+@".contains(cell.drop { $0 == "\"" }.first ?? " "), "\(cell)")
    }
  }

  static let requests: [String] = [
    #"<link[^>]+href\s*=\s*["']?\s*(https?:|//|[^"'>#]+\.css)"#,
    #"<(script|img|iframe|source|video|audio|embed)[^>]+src\s*=\s*["']?\s*(https?:|//)"#,
    #"<object[^>]+data\s*="#, #"@import"#, #"url\(\s*["']?(https?:|//)"#,
  ]

  @Test("no HTML file makes a request, each stays below 2 MB and declares its charset")
  func selfContained() async throws {
    let place = try await Small.result.value.place
    let pages = place.files(under: "Reports").filter { $0.hasSuffix(".html") }
    try #require(pages.count >= 2)
    for page in pages {
      let text = try place.text(page)
      for pattern in Self.requests {
        let hit = text.range(of: pattern, options: [.regularExpression, .caseInsensitive]).map { text[$0] }
        #expect(hit == nil, "\(page) asks for \(hit ?? "")")
      }
      #expect(text.utf8.count < 2_000_000)
      #expect(text.range(of: "charset=\"?utf-8", options: [.regularExpression, .caseInsensitive]) != nil, "\(page)")
      #expect(text.contains("</html>"), "\(page) is not whole")
    }
  }

  @Test("a page's hostile title is shown as text, in every file")
  func escaped() async throws {
    let place = try await Small.result.value.place
    let pages = place.files(under: "Reports").filter { $0.hasSuffix(".html") }
    for page in pages {
      let text = try place.text(page)
      #expect(!text.contains("<script>alert"), "\(page)")
      #expect(!text.contains("<img src=x"), "\(page)")
    }
    #expect(try pages.contains { try place.text($0).contains("&lt;script&gt;alert") }, "the title is shown nowhere")
  }

  @Test("links between the report's own files lead to files")
  func ownLinks() async throws {
    let place = try await Small.result.value.place
    for page in place.files(under: "Reports").filter({ $0.hasSuffix(".html") }) {
      let text = try place.text(page)
      let base = place.folder.appending(path: page)
      for match in text.matches(of: /href="([^"#:]+)(#[^"]*)?"/) {
        let target = URL(string: String(match.output.1), relativeTo: base)?.standardizedFileURL.path ?? ""
        let file = target.hasSuffix("/") ? target + "index.html" : target
        #expect(FileManager.default.fileExists(atPath: file), "\(page) links to \(match.output.1)")
      }
    }
  }

  @Test("the daily page closes with a 读网记录 to be signed, and names the dead link")
  func record() async throws {
    let place = try await Small.result.value.place
    let text = try place.text(Small.day + "index.html")
    for word in ["读网记录", "2021", "工作动态", "县政府办公室", "/news/2021/0309/99.html"] {
      #expect(text.contains(word), "\(word) is missing")
    }
  }

  @Test("the moment of --now is the only now that the report tells")
  func now() async throws {
    let (report, _, place) = try await Small.result.value
    let clock = Calendar(identifier: .gregorian).dateComponents(in: .init(identifier: "Asia/Shanghai")!, from: Date())
    let today = ["\(clock.month!)月\(clock.day!)日", "\(clock.year!)-"]
    guard today[0] != "3月10日" else { return }
    for word in today {
      #expect(report["findings"].array.filter { $0.description.contains(word) }.map { $0["message"].string } == [])
      #expect(!(try place.text(Small.day + "index.html").contains(word)), "the page tells \(word)")
    }
  }

  @Test("one page a township and department is written, none for a name that leaves the folder")
  func unitPages() async throws {
    let server = try await SmallSite.serve()
    let more = """
        - id: town
          name: 白水镇
          kind: township
          columns:
            - { id: gzdt, name: 工作动态, url: "\(server.address)/news/", category: 其他, policy: 动态要闻 }
      """
    let place = try Workplace(targets: SmallSite.targets(server.address, more: more))
    let outcome = try await place.run("read", "daily", "--now", SmallSite.now)
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(place.exists(Small.day + "units/town.html"), "\(place.files(under: "Reports"))")
  }

  @Test("--reports and --state put everything elsewhere, and nothing into the working folder")
  func elsewhere() async throws {
    let server = try await SmallSite.serve()
    let place = try Workplace()
    try place.write("conf/my.yaml", SmallSite.targets(server.address))
    let outcome = try await place.run(
      "read", "daily", "--now", SmallSite.now, "--targets", "conf/my.yaml", "--reports", "报告 一", "--state", "状态/库")
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(place.exists("报告 一/daily/2021-03-10/index.html"))
    #expect(place.exists("状态/库/history.sqlite"))
    #expect(!place.exists("Reports") && !place.exists(".duwang"))
  }
}

@Suite("What a run says")
struct RunOutputTests {
  @Test("--json prints the report as the one JSON document on stdout")
  func json() async throws {
    let server = try await SmallSite.serve()
    let place = try Workplace(targets: SmallSite.targets(server.address))
    let outcome = try await place.run("read", "daily", "--now", SmallSite.now, "--json")
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    let document = try JSON(parsing: outcome.stdout)
    #expect(document["schema"].string == "duwang.report/1")
    #expect(try document == place.report(SmallSite.now))
  }

  @Test("--quiet says nothing when all went well")
  func quiet() async throws {
    let server = try await SmallSite.serve()
    let place = try Workplace(targets: SmallSite.targets(server.address))
    let outcome = try await place.run("read", "daily", "--now", SmallSite.now, "--quiet")
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(outcome.stdout.isEmpty && outcome.stderr.isEmpty, "\(outcome.brief)")
  }

  @Test("what goes into a pipe holds no control characters", arguments: [[], ["--verbose"]])
  func piped(_ more: [String]) async throws {
    let server = try await SmallSite.serve()
    let place = try Workplace(targets: SmallSite.targets(server.address))
    let outcome = try await Duwang.run(
      ["read", "daily", "--now", SmallSite.now] + more, in: place.folder, environment: ["TERM": "xterm-256color"])
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    let controls = outcome.said.unicodeScalars.filter { $0.value < 32 && $0 != "\n" && $0 != "\t" || $0.value == 127 }
    #expect(controls.isEmpty, "\(outcome.brief.debugDescription)")
    #expect(outcome.said.contains("Reports/daily/2021-03-10"), "where to look is told: \(outcome.brief)")
  }

  @Test(
    "--fail-on ends with 1 at or above its severity only",
    arguments: [("hint", 1), ("general", 1), ("severe", 0)] as [(String, Int32)])
  func failOn(_ severity: String, _ code: Int32) async throws {
    let dead = SmallSite.rows(4)[2].path
    let server = try await SmallSite.serve { $0.path == dead ? .notFound() : nil }
    let place = try Workplace(targets: SmallSite.targets(server.address))
    let outcome = try await place.run("read", "daily", "--now", SmallSite.now, "--fail-on", severity)
    await server.stop()
    #expect(outcome.code == code, "\(outcome.brief)")
    #expect(place.exists("Reports/daily/2021-03-10/report.json"))
  }

  @Test("keys without effect yet are told once on stderr and change nothing")
  func withoutEffect() async throws {
    let server = try await SmallSite.serve()
    let text = SmallSite.targets(
      server.address,
      fetch: "  per_host: { connections: 6, rate: 300/s }",
      more: "notify: { webhooks: [{ url_env: DUWANG_WEBHOOK, on: [daily] }] }")
    let place = try Workplace(targets: text)
    let outcome = try await place.run("read", "daily", "--now", SmallSite.now)
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    let lines = outcome.stderr.split(separator: "\n").filter { $0.contains("notify") }
    #expect(lines.count == 1, "\(lines)")
  }
}
