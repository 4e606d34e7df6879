import DuwangCore
import Fetching
import TestSupport
import Testing

/// What is asked, how much is taken, and who is not asked at all.
@Suite struct RequestTests {
  @Test func aPageThatIsUnchangedIsNotSentAgain() async throws {
    let server = try FaultServer { request, _ in
      request.headers["if-none-match"] == "\"7\"" ? Reply([.send(Array("HTTP/1.1 304 N\r\n\r\n".utf8))]) : .status(304)
    }
    defer { server.stop() }
    let fetcher = makeFetcher { $0.obeysRobots = false }
    #expect(await fetcher.fetch(FetchRequest(server.base + "/", etag: "\"7\"")).isNotModified)
    #expect(await fetcher.fetch(FetchRequest(server.base + "/")).fault == .protocolError)
  }

  @Test(arguments: [FetchRequest.Purpose.asset, .external])
  func theFirstBytesOfAFileAreEnough(purpose: FetchRequest.Purpose) async throws {
    let server = try FaultServer { request, _ in request.path == "/robots.txt" ? .status(404) : .endless }
    defer { server.stop() }
    let outcome = await makeFetcher().fetch(FetchRequest(server.base + "/f.pdf", purpose: purpose))
    #expect(outcome.isGood && outcome.bodyIsCut && outcome.body.count == 65536)
  }

  @Test func theReaderSaysWhoItIs() async throws {
    let server = try FaultServer { request, _ in
      .text(
        [request.headers["user-agent"], request.headers["x-reader"], request.headers["referer"]].map { $0 ?? "" }
          .joined(separator: "|"))
    }
    defer { server.stop() }
    let fetcher = makeFetcher(environment: ["PASS": "p"]) {
      $0.userAgent = "duwang/1.0 (+mailto:a@b.cn)"
      $0.headersEnvironment = ["X-Reader": "PASS", "X-None": "NOT_SET"]
      $0.obeysRobots = false
    }
    let own = await fetcher.fetch(FetchRequest(server.base + "/", referer: server.base + "/list"))
    #expect(String(decoding: own.body, as: UTF8.self) == "duwang/1.0 (+mailto:a@b.cn)|p|\(server.base)/list")
    let foreign = await fetcher.fetch(FetchRequest(server.base + "/", purpose: .external))
    #expect(String(decoding: foreign.body, as: UTF8.self) == "duwang/1.0 (+mailto:a@b.cn)||")
  }

  @Test(arguments: ["http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/", "http://2130706433:9/"])
  func insideAddressesAreRefusedUnlessAllowed(url: String) async {
    let outcome = await makeFetcher { $0.allowsPrivateAddresses = false }.fetch(FetchRequest(url))
    #expect(outcome.fault == .privateAddress)
    #expect(["127.0.0.1", "::1"].contains(outcome.detail), "\(outcome.detail ?? "")")
  }

  @Test(arguments: [
    ("ftp://a.cn/", FetchFault.unsupportedScheme), ("javascript:void(0)", .unsupportedScheme), ("", .malformedAddress),
    ("http://", .malformedAddress), ("/relative", .malformedAddress), ("http://a b.cn/", .malformedAddress),
    ("http：//a.cn/", .malformedAddress),
  ])
  func whatIsNoWebAddressIsNotAskedFor(url: String, fault: FetchFault) async {
    let outcome = await makeFetcher().fetch(FetchRequest(url))
    #expect(outcome.fault == fault && outcome.attempts == 0 && outcome.url == url)
  }

  @Test func aProxyThatIsNotThereIsOurOwnFault() async throws {
    let port = try FaultServer.closedPort()
    let outcome = await makeFetcher(environment: ["P": "http://127.0.0.1:\(port)"]) { $0.proxyEnvironment = "P" }
      .fetch(FetchRequest("http://portal.example/"))
    #expect(outcome.fault == .offline)
  }

  @Test func fetchesCancelledAtRandomAllEnd() async throws {
    let server = try FaultServer { _, _ in .text("ok").after(0.02) }
    defer { server.stop() }
    let fetcher = makeFetcher { $0.connectionsPerHost = 16 }
    let faults = await withTaskGroup(of: FetchFault?.self) { group in
      for index in 0..<300 {
        let request = FetchRequest("\(server.base)/\(index % 200)")
        group.addTask {
          let task = Task { await fetcher.fetch(request) }
          if index % 2 == 0 {
            try? await Task.sleep(for: .microseconds(Int.random(in: 0...200_000)))
            task.cancel()
          }
          return await task.value.fault
        }
      }
      return await group.reduce(into: [FetchFault?]()) { $0.append($1) }
    }
    #expect(faults.count == 300)
    #expect(faults.allSatisfy { $0 == nil || $0 == .cancelled })
    #expect(faults.count { $0 == nil } >= 150)
  }
}
