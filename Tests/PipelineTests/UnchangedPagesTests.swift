import Checks
import DuwangCore
import Foundation
import Pipeline
import TestSupport
import Testing

/// What a second reading does again, and what it knows of the first.
@Suite("A page that has not changed") struct UnchangedPagesTests {
  /// Counts how often it was asked about each page; finds one thing on every article.
  private struct Asked: PageCheck {
    let id = "asked"
    let pages = Locked<[String]>([])

    func findings(on page: Page, reading: PageReading, context: CheckContext) -> [Finding] {
      pages.withLock { $0.append(WebAddress(page.url)?.path ?? "") }
      guard page.kind == .article else { return [] }
      return [
        Finding(
          kind: .typo, site: reading.site, page: page.url, key: page.url, message: "有误", fix: "请改正。",
          evidence: Evidence(text: page.title))
      ]
    }

    func subject(of page: Page, reading: PageReading, context: CheckContext) -> UInt64? {
      StableHash.of(page.title + page.body)
    }
  }

  /// What came of the readings of one site, one a day: the reports, and the pages that were checked on each day.
  private func read(
    _ server: FaultServer, days: Int, turn: (inout Pipeline, Int) -> Void = { _, _ in }
  ) async throws -> (reports: [Report], asked: [[String]]) {
    var asked: [Asked] = []
    let reports = try await DailyReadings.read(server, hours: (0..<days).map { Double($0) * 24 }) { pipeline, day, _ in
      asked.append(Asked())
      pipeline.pageChecks = [asked[day]] + CheckRegistry.pageChecks
      turn(&pipeline, day)
    }
    return (reports, asked.map { $0.pages.withLock { $0.sorted() } })
  }

  private static let sentence = "全县各乡镇各部门要高度重视，认真抓好贯彻落实，切实做好当前各项重点工作。"

  private static func article(_ title: String, _ rest: String = "", day: String = "2018-12-20") -> String {
    """
    <!DOCTYPE html><html><head><title>\(title)</title></head><body><h1>\(title)</h1><p>发布时间：\(day)</p>
    <div>\(String(repeating: "<p>\(sentence)</p>", count: 6))</div>\(rest)</body></html>
    """
  }

  private static let home = "<!DOCTYPE html><title>门户</title><body><a href='/a.html'>通知</a> <a href='/b.html'>公告</a>"

  /// A server that calls every page unchanged to who has it.
  private func server(_ pages: [String: String]) throws -> FaultServer {
    try FaultServer { request, _ in
      guard let page = pages[request.path] else { return .status(404) }
      return request.headers["if-none-match"] == "\"1\"" ? .status(304) : .page(page, headers: ["ETag": "\"1\""])
    }
  }

  @Test("that the server calls unchanged is neither read nor checked again; its findings and links are told as before")
  func notModified() async throws {
    let page = Self.article("关于做好春耕工作的通知", "<a href='/lost.html'>另一篇</a>")
    let server = try server(["/": Self.home, "/a.html": page, "/b.html": page])
    defer { server.stop() }
    let (reports, asked) = try await read(server, days: 3)
    #expect(asked == [["/", "/a.html", "/b.html"], [], []])
    for report in reports {
      #expect(report.findings.count { $0.finding.kind == .typo && $0.status.isOpen } == 2)
      #expect(report.findings.first { $0.finding.kind == .linkBroken }?.finding.pages == 2)
      #expect(report.changes.isEmpty)
      #expect(report.totals.pages == 4)
    }
  }

  @Test("is proofread once, though the server sends it anew every day with another counter beside it")
  func sameWords() async throws {
    let server = try FaultServer { request, count in
      switch request.path {
      case "/": .page(Self.home)
      case "/a.html": .page(Self.article("关于做好春耕工作的通知", "<div>今日访问：\(count)</div>"))
      case "/b.html": .page(Self.article(count < 1 ? "关于防汛工作的通知" : "关于防汛工作的公告"))
      default: .status(404)
      }
    }
    defer { server.stop() }
    let (reports, asked) = try await read(server, days: 3)
    #expect(asked == [["/", "/a.html", "/b.html"], ["/b.html"], []])
    #expect(reports[1].changes.map { $0.title } == ["关于防汛工作的公告"])
    #expect(reports.map { $0.findings.count { $0.finding.kind == .typo && $0.status.isOpen } } == [2, 2, 2])
  }

  @Test("is checked anew once the rules are others: another Targets.yaml, another word list")
  func otherRules() async throws {
    let page = Self.article("关于做好春耕工作的通知")
    let server = try server(["/": Self.home, "/a.html": page, "/b.html": page])
    defer { server.stop() }
    let words = FileManager.default.temporaryDirectory.appending(path: "duwang-words-\(UUID()).tsv")
    defer { try? FileManager.default.removeItem(at: words) }
    try Data("帐号\t账号\n".utf8).write(to: words)
    let (_, asked) = try await read(server, days: 4) { pipeline, day in
      pipeline.proofreaderFiles = [words.path]
      if day >= 1 { pipeline.targets.content.ignore = [.init(kind: nil, text: "春耕", url: nil)] }
      if day == 3 { try? Data("帐号\t账号\n截止目前\t截至目前\n".utf8).write(to: words) }
    }
    #expect(asked.map(\.count) == [3, 3, 0, 3])
  }

  @Test("but shows a day still to come is checked again, until the day has come")
  func dayToCome() async throws {
    let server = try server([
      "/": Self.home, "/a.html": Self.article("关于做好春耕工作的通知", day: "2018-12-28"),
      "/b.html": Self.article("关于防汛工作的通知"),
    ])
    defer { server.stop() }
    let (reports, _) = try await read(server, days: 5)
    #expect(
      reports.map { $0.findings.count { $0.finding.kind == .dateFuture && $0.status.isOpen } } == [1, 1, 0, 0, 0])
  }
}
