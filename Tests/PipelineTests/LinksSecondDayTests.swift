import DuwangCore
import Foundation
import Pipeline
import TestSupport
import Testing

/// What a second reading asks again, and what it knows of the first.
@Suite("Links: the second day") struct LinksSecondDayTests {
  private func read(_ server: FaultServer, hours: [Double], readsFiles: Bool = false) async throws -> [Report] {
    try await DailyReadings.read(server, hours: hours) { pipeline, _, state in
      if readsFiles { pipeline.attachments = AttachmentReader(directory: state + "/attachments") }
    }
  }

  private static func home(_ links: String) -> Reply {
    .page("<!DOCTYPE html><html><head><title>门户</title></head><body>\(links)</body></html>", headers: ["ETag": "\"1\""])
  }

  @Test("good files and outside links are asked again after a set age only; what failed is always asked again")
  func reuse() async throws {
    let other = try FaultServer { _, _ in .page("<title>其他网站</title><p>\(String(repeating: "内容。", count: 60))</p>") }
    let server = try FaultServer { request, _ in
      switch request.path {
      case "/": Self.home("<a href='/a.pdf'>附件</a><a href='/gone.pdf'>附件二</a><a href='\(other.base)/x'>外链</a>")
      case "/a.pdf": .answer(headers: ["Content-Type": "application/pdf"], body: Array("%PDF-1.4".utf8))
      default: .status(404)
      }
    }
    defer {
      other.stop()
      server.stop()
    }
    let reports = try await read(server, hours: [0, 6, 24])
    #expect(server.requests("/a.pdf").count == 2)
    #expect(other.requests("/x").count == 2)
    // Each of three readings asks, and asks once more before it reports.
    #expect(server.requests("/gone.pdf").count == 6)
    #expect(reports.map { $0.totals.links } == [3, 3, 3])
    #expect(reports.map { $0.findings.count { $0.finding.kind == .attachmentBroken } } == [1, 1, 1])
  }

  @Test(
    "a file that another one replaced under its address is a change with its words, told on one day; a copy is none")
  func replacedFile() async throws {
    let server = try FaultServer { request, count in
      switch request.path {
      case "/":
        return Self.home("<a href='/plan.csv'>资金分配表</a><a href='/copy.csv'>联系方式表</a>")
      case "/plan.csv":
        return .answer(body: Array("乡镇,金额\n芦阳镇,\(count < 2 ? 3000 : 3200)\n".utf8))
      case "/copy.csv": return .answer(body: Array("乡镇,电话\(count < 2 ? "" : " ")\n芦阳镇,5521234\n".utf8))
      default: return .status(404)
      }
    }
    defer { server.stop() }
    let reports = try await read(server, hours: [0, 24, 30, 48, 72], readsFiles: true)
    let told = reports.map { $0.changes.filter { $0.url.hasSuffix(".csv") } }
    #expect(told.map { $0.map(\.title) } == [[], ["附件：资金分配表"], ["附件：资金分配表"], [], []])
    #expect(told[1].first?.unit == "office")
    let runs = told[1].first?.blocks.flatMap(\.runs).filter { $0.operation != .keep }
    #expect(runs == [.init(.delete, "3000"), .init(.insert, "3200")])
  }

  @Test("a page that answers 304 keeps its links, and what they lead to is judged again")
  func unchanged() async throws {
    let server = try FaultServer { request, count in
      switch request.path {
      case "/": request.headers["if-none-match"] == nil ? Self.home("<a href='/b.html'>乙</a>") : .answer(304, body: [])
      case "/b.html": count == 0 ? .page("<p>\(String(repeating: "正文。", count: 80))</p>") : .status(404)
      default: .status(404)
      }
    }
    defer { server.stop() }
    let reports = try await read(server, hours: [0, 24])
    #expect(server.requests("/").last?.headers["if-none-match"] == "\"1\"")
    #expect(
      reports.map { $0.findings.filter { $0.finding.kind == .linkBroken }.map(\.finding.target) }
        == [[], [server.base + "/b.html"]])
  }

  @Test("an outside site that comes into other hands is told every day until the link is gone")
  func hijacked() async throws {
    let other = try FaultServer { _, count in
      count == 0
        ? .page("<title>景泰旅游网</title><p>\(String(repeating: "景泰风光。", count: 60))</p>")
        : .page("<title>百家乐娱乐城</title><p>\(String(repeating: "在线投注。", count: 60))</p>")
    }
    let server = try FaultServer { _, _ in Self.home("<a href='\(other.base)/'>旅游网</a>") }
    defer {
      other.stop()
      server.stop()
    }
    let reports = try await read(server, hours: [0, 24, 48])
    let hijacked = reports.map { $0.findings.filter { $0.finding.kind == .linkHijacked } }
    #expect(hijacked.map(\.count) == [0, 1, 1])
    #expect(hijacked[1].first?.finding.severity == .severe)
    #expect(hijacked[2].first?.finding.message.contains("景泰旅游网") == true)
  }
}
