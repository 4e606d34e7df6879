import Foundation
import Testing

@Suite("duwang targets")
struct TargetsCommandTests {
  @Test("a sound file is valid, in silence on stderr")
  func valid() async throws {
    let place = try Workplace(targets: PortalTargets.yaml("http://www.qinghexian.gov.cn"))
    let outcome = try await place.run("targets", "validate", limit: 30)
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(!outcome.said.contains("Targets.yaml:"), "\(outcome.brief)")
    #expect(place.files(under: "") == ["Targets.yaml"])
  }

  @Test("the contract's own example is valid but for its references")
  func userAgent() async throws {
    let text = SmallSite.targets(
      "http://www.qinghexian.gov.cn",
      fetch:
        "  user_agent: \"duwang/1.0 (+mailto:xxgk@example.gov.cn)\"\n  total_connections: 64\n  max_body: 20MB\n  robots: obey"
    )
    let place = try Workplace(targets: text)
    let outcome = try await place.run("targets", "validate", limit: 30)
    #expect(outcome.code == 0, "a warning is no error: \(outcome.brief)")
    #expect(outcome.said.contains("example.gov.cn"), "validate warns about the sample address: \(outcome.brief)")
  }

  @Test("list names every column, templates filled in")
  func list() async throws {
    let place = try Workplace(targets: PortalTargets.yaml("http://www.qinghexian.gov.cn"))
    let outcome = try await place.run("targets", "list", limit: 30)
    #expect(outcome.code == 0, "\(outcome.brief)")
    let locals = ExpectedColumn.all.map { String($0.id.split(separator: "/")[1]) }
    #expect(locals.filter { !outcome.stdout.contains($0) } == [], "\(outcome.brief)")
    #expect(outcome.stdout.contains("http://www.qinghexian.gov.cn/ltx/gzdt/"), "\(outcome.stdout)")
    let json = try await place.run("targets", "list", "--json", limit: 30)
    try #require(json.code == 0, "\(json.brief)")
    let document = try JSON(parsing: json.stdout)
    let text = document.description
    #expect(ExpectedColumn.all.map(\.id).filter { !text.contains($0) } == [])
  }

  @Test("list shows after a reading where columns were found")
  func found() async throws {
    let portal = try await Portal()
    let place = try Workplace(targets: PortalTargets.yaml(portal.address))
    try await place.readDaily("2021-03-10T08:30:00+08:00")
    await portal.server.stop()
    let outcome = try await place.run("targets", "list", limit: 30)
    let found = ["/hygq.htm", "/bsz/gzdt/index.html", "/bsz/zcjd/"].map { portal.address + $0 }
    #expect(found.filter { !outcome.stdout.contains($0) } == [], "\(outcome.brief)")
  }

  @Test("discover drafts a file that validates and holds the navigation's columns")
  func discover() async throws {
    let portal = try await Portal()
    let place = try Workplace()
    let outcome = try await Duwang.run(
      ["targets", "discover", portal.address + "/"] + Duwang.allowPrivate("targets", "discover"), in: place.folder,
      limit: 60)
    await portal.server.stop()
    try #require(outcome.code == 0, "\(outcome.brief)")
    for name in ["清河要闻", "通知公告", "政策文件", "白水镇"] { #expect(outcome.stdout.contains(name), "\(outcome.stdout)") }
    try place.write("Targets.yaml", outcome.stdout)
    let check = try await place.run("targets", "validate", limit: 30)
    #expect(check.code == 0, "\(check.brief)\n\(outcome.stdout)")
  }

  @Test("import takes an office's column list, whatever its charset and separator", arguments: ["utf8", "bom", "gbk"])
  func importCSV(_ how: String) async throws {
    let csv = """
      单位,栏目名称,栏目地址,类别,更新要求
      教育局,工作动态,http://www.qinghexian.gov.cn/jyj/gzdt/,新闻发布,动态要闻
      教育局,"招生，考试",http://www.qinghexian.gov.cn/jyj/zsks/,重点领域信息公开,通知公告
      白水镇,政策解读,,政策解读,通知公告
      """
    let place = try Workplace()
    let data = how == "gbk" ? gb18030(csv) : Data((how == "bom" ? "\u{FEFF}" : "").utf8) + Data(csv.utf8)
    try place.write("栏目清单.csv", data)
    let outcome = try await place.run("targets", "import", "栏目清单.csv", limit: 30)
    #expect(outcome.code == 0, "\(outcome.brief)")
    let text = outcome.stdout + ((try? place.text("Targets.yaml")) ?? "")
    let words = ["教育局", "白水镇", "招生，考试", "http://www.qinghexian.gov.cn/jyj/gzdt/"]
    #expect(words.filter { !text.contains($0) } == [], "\(text)")
  }

  @Test(
    "import of a file that is not there, or is no list, ends with 65",
    arguments: ["none.csv", "noise.xlsx", "empty.csv"])
  func importNothing(_ name: String) async throws {
    let place = try Workplace()
    try place.write("noise.xlsx", Data("no workbook".utf8))
    try place.write("empty.csv", Data())
    let outcome = try await place.run("targets", "import", name, limit: 30)
    #expect(outcome.code == 65, "\(outcome.brief)")
    #expect(outcome.stderr.contains(name))
  }
}

@Suite("duwang proofread, where it is offered", .enabled("not offered yet") { await Duwang.offers("proofread") })
struct ProofreadTests {
  @Test("a finding is one JSON object a line, offsets count Unicode scalars")
  func typo() async throws {
    let place = try Workplace()
    try place.write("a.txt", "会议对防汛工作进行了布署。")
    let outcome = try await place.run("proofread", "a.txt", "--json", limit: 60)
    #expect(outcome.code == 0, "\(outcome.brief)")
    let lines = try outcome.stdout.split(separator: "\n").map { try JSON(parsing: String($0)) }
    let hit = try #require(lines.first { $0["text"].string == "布署" }, "\(outcome.brief)")
    #expect(hit["kind"].string == "typo")
    #expect(hit["offset"].int == 10 && hit["length"].int == 2)
    #expect(hit["suggestion"].string == "部署")
    #expect(hit["source"].string == "a.txt")
  }

  @Test("text may come from stdin, line by line")
  func lines() async throws {
    let place = try Workplace()
    let outcome = try await place.run(
      "proofread", "-", "--json", "--lines", input: "工作进展顺利。\n会议作了布署。\n", limit: 60)
    let hits = try outcome.stdout.split(separator: "\n").map { try JSON(parsing: String($0)) }
    #expect(
      hits.contains { $0["line"].int == 2 && $0["text"].string == "布署" && $0["offset"].int == 4 }, "\(outcome.brief)")
  }

  @Test("a workbook's identity numbers are found and never printed whole")
  func workbook() async throws {
    let place = try Workplace()
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "DocumentsTests/Files/names.xlsx")
    try place.write("names.xlsx", try Data(contentsOf: file))
    let outcome = try await place.run("proofread", "names.xlsx", limit: 60)
    #expect(outcome.code == 0, "\(outcome.brief)")
    #expect(outcome.stdout.contains("泄露身份证号") && outcome.stdout.contains("62**************1X"), "\(outcome.brief)")
    #expect(!outcome.stdout.contains("620423199001010028"))
  }

  @Test("a file that is not what its name says is told, and ends with 65")
  func damaged() async throws {
    let place = try Workplace()
    try place.write("a.docx", "PK nothing")
    let outcome = try await place.run("proofread", "a.docx", limit: 60)
    #expect(outcome.code == 65 && outcome.stderr.contains("a.docx"), "\(outcome.brief)")
  }

  @Test("with --targets the office's own registers speak too")
  func registers() async throws {
    let place = try Workplace(
      targets: SmallSite.targets("http://127.0.0.1:9", more: "content: { units: units.tsv, dictionaries: [own.tsv] }"))
    try place.write("units.tsv", "景泰县一条山镇\t一条山镇\n")
    try place.write("own.tsv", "永太古城\t永泰古城\t\tcertain\t县内地名\n")
    try place.write("a.txt", "在景泰县一条珊镇举办，游览永太古城。")
    let alone = try await place.run("proofread", "a.txt", "--min-confidence", "suspected", limit: 60)
    let own = try await place.run(
      "proofread", "a.txt", "--min-confidence", "suspected", "--targets", "Targets.yaml", limit: 60)
    #expect(!alone.stdout.contains("永泰古城") && own.stdout.contains("永泰古城"), "\(own.brief)")
    #expect(own.code == 0 && own.stdout.contains("单位名称"), "\(own.brief)")
  }
}

@Suite("duwang links, where it is offered", .enabled("not offered yet") { await Duwang.offers("links") })
struct LinksTests {
  @Test("broken links are told with page, code and kind; what is in order only with --all")
  func links() async throws {
    let dead = SmallSite.rows(4)[2].path
    let server = try await SmallSite.serve { $0.path == dead ? .notFound() : nil }
    let place = try Workplace()
    let outcome = try await place.run("links", server.address + "/", "--json", "--allow-private", limit: 60)
    let all = try await place.run("links", server.address + "/", "--json", "--allow-private", "--all", limit: 60)
    await server.stop()
    #expect(outcome.code == 0, "\(outcome.brief)")
    let results = try JSON(parsing: outcome.stdout)["results"].array
    try #require(results.count == 1, "\(results)")
    #expect(results[0]["status"].string == "broken" && results[0]["code"].int == 404)
    #expect(results[0]["url"].string == server.address + dead)
    #expect(results[0]["page"].string == server.address + "/news/")
    #expect(try JSON(parsing: all.stdout)["results"].array.count >= 5)
  }
}
