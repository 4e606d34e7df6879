import DuwangCore
import Fetching
import Foundation
import TestSupport
import Testing

/// What one exchange with a server comes to.
@Suite struct AnswerTests {
  @Test func aGoodPageIsReadWhole() async throws {
    let server = try FaultServer(["/": [.page("<p>读网</p>", headers: ["ETag": "\"1\"", "X-Two": "a"])]])
    defer { server.stop() }
    let outcome = await makeFetcher().fetch(FetchRequest(server.base + "/"))
    #expect(outcome.isGood)
    #expect(outcome.status == 200)
    #expect(String(decoding: outcome.body, as: UTF8.self) == "<p>读网</p>")
    #expect(outcome.headers["etag"] == "\"1\"")
    #expect(outcome.remoteAddress == "127.0.0.1")
    #expect(outcome.finalURL == server.base + "/")
    #expect(outcome.hops.isEmpty && outcome.attempts == 1)
  }

  @Test(arguments: [
    (404, FetchFault.notFound), (410, .gone), (403, .forbidden), (401, .unauthorized), (405, .methodRefused),
    (412, .challenge), (521, .challenge), (500, .serverError), (503, .serverError), (400, .clientError),
  ])
  func aStatusHasItsFault(status: Int, fault: FetchFault) async throws {
    let server = try FaultServer(["/": [.status(status)]])
    defer { server.stop() }
    let outcome = await makeFetcher().fetch(FetchRequest(server.base + "/"))
    #expect(outcome.fault == fault)
    #expect(outcome.status == status)
  }

  @Test(arguments: [
    ("reset", FetchFault.connectionReset), ("hang-up", .emptyReply), ("silence", .timeout), ("stall", .stalled),
    ("slow-headers", .stalled), ("endless", .bodyTooLarge), ("junk", .protocolError), ("short", .brokenBody),
    ("cut-gzip", .brokenBody), ("bomb", .bodyTooLarge), ("cut-chunks", .brokenBody), ("big-header", .protocolError),
  ])
  func aBadServerHasItsFault(name: String, fault: FetchFault) async throws {
    let packed = try gzipped(Array("读网".utf8) + (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })
    let bomb = try gzipped([UInt8](repeating: 0, count: 20_000_000))
    let replies: [String: Reply] = [
      "/reset": .reset, "/hang-up": .hangUp, "/silence": .silence, "/stall": .stall,
      "/slow-headers": .slowHeaders(every: 0.3), "/endless": .endless, "/junk": .raw("SSH-2.0-OpenSSH_9.2\r\n"),
      "/short": .raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"),
      "/cut-gzip": Reply([
        .send(Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n".utf8)),
        .send(Array(packed.prefix(packed.count / 2))), .close,
      ]),
      "/bomb": .answer(headers: ["Content-Encoding": "gzip"], body: bomb),
      "/cut-chunks": .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"),
      "/big-header": Reply([
        .send(Array("HTTP/1.1 200 OK\r\n".utf8)),
        .drip(Array("X: \(String(repeating: "x", count: 9000))\r\n".utf8), every: 0),
      ]),
    ]
    let server = try FaultServer(replies.mapValues { [$0] })
    defer { server.stop() }
    let outcome = await makeFetcher().fetch(FetchRequest("\(server.base)/\(name)"))
    #expect(outcome.fault == fault, "\(outcome.detail ?? "")")
  }

  @Test(arguments: [("zstd", "KLUv/QRoaQAAPHA+6K+7572RPC9wPoIxzBI="), ("br", "DwaAPHA+6K+7572RPC9wPgM=")])
  func newerCompressionsAreRead(name: String, packed: String) async throws {
    let body = Array(try #require(Data(base64Encoded: packed)))
    let server = try FaultServer(["/": [.answer(headers: ["Content-Encoding": name], body: body)]])
    defer { server.stop() }
    let outcome = await makeFetcher().fetch(FetchRequest(server.base + "/"))
    #expect(outcome.isGood)
    #expect(String(decoding: outcome.body, as: UTF8.self) == "<p>读网</p>")
    #expect(server.requests[0].headers["accept-encoding"]?.contains(name) == true)
  }

  @Test func aPortWithoutAServerRefuses() async throws {
    let port = try FaultServer.closedPort()
    let outcome = await makeFetcher().fetch(FetchRequest("http://127.0.0.1:\(port)/"))
    #expect(outcome.fault == .connectionRefused)
  }

  @Test func aServerThatAcceptsNobodyIsAConnectTimeout() async throws {
    let deaf = try DeafPort()
    let outcome = await makeFetcher().fetch(FetchRequest("http://127.0.0.1:\(deaf.port)/"))
    #expect(outcome.fault == .connectTimeout, "\(outcome.detail ?? "")")
  }

  @Test func silenceOnAConnectionThatWasGoodIsATimeout() async throws {
    let server = try FaultServer(["/": [.text("ok")], "/silence": [.silence]])
    defer { server.stop() }
    let fetcher = makeFetcher { $0.obeysRobots = false }
    #expect(await fetcher.fetch(FetchRequest(server.base + "/")).isGood)
    #expect(await fetcher.fetch(FetchRequest(server.base + "/silence")).fault == .timeout)
    #expect(server.peakOpen == 1)
  }

  @Test func aConnectionThatWasClosedMeanwhileIsNoFault() async throws {
    let server = try FaultServer { _, _ in
      Reply([.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8)), .close])
    }
    defer { server.stop() }
    let fetcher = makeFetcher { $0.obeysRobots = false }
    for index in 0..<10 { #expect(await fetcher.fetch(FetchRequest("\(server.base)/\(index)")).isGood) }
  }

  @Test(arguments: ["http://duwang.invalid/", "http://读网.invalid/"])
  func aNameThatDoesNotExistIsNotResolved(url: String) async {
    let outcome = await makeFetcher().fetch(FetchRequest(url))
    #expect(outcome.fault == .nameNotResolved, "\(outcome.detail ?? "")")
  }
}
