import CurlClient
import Foundation
import TestSupport
import Testing

/// Exchanges over a real socket. In turn, because one of them counts the descriptors of the process.
@Suite(.serialized) struct CurlClientTests {
  private func request(_ url: String, _ change: (inout CurlRequest) -> Void = { _ in }) -> CurlRequest {
    var request = CurlRequest(url: url)
    request.allowsPrivateAddresses = true
    change(&request)
    return request
  }

  @Test func aConnectionIsUsedAgain() async throws {
    let server = try FaultServer(["/": [.page("hello")]])
    defer { server.stop() }
    let client = CurlClient(maxConnections: 8, maxPerHost: 4)
    for _ in 0..<20 { #expect(await client.perform(request(server.base + "/")).status == 200) }
    #expect(server.peakOpen == 1)
  }

  @Test func aPrefixIsEnough() async throws {
    let server = try FaultServer(["/": [.endless]])
    defer { server.stop() }
    let answer = await CurlClient(maxConnections: 8, maxPerHost: 4)
      .perform(request(server.base + "/") { $0.body = .prefix(1000) })
    #expect(answer.failure == nil && answer.isCut && answer.body.count == 1000)
  }

  @Test func aBodyOfExactlyThePrefixIsNotCut() async throws {
    let server = try FaultServer(["/": [.text("12345")]])
    defer { server.stop() }
    let answer = await CurlClient(maxConnections: 8, maxPerHost: 4)
      .perform(request(server.base + "/") { $0.body = .prefix(5) })
    #expect(answer.failure == nil && !answer.isCut && answer.body.count == 5)
  }

  @Test func aPostSendsItsBody() async throws {
    let server = try FaultServer { request, _ in .text(request.method + " " + request.body) }
    defer { server.stop() }
    let answer = await CurlClient(maxConnections: 8, maxPerHost: 4)
      .perform(request(server.base + "/list") { $0.post = Array("unit=读网".utf8) })
    #expect(String(decoding: answer.body, as: UTF8.self) == "POST unit=读网")
  }

  @Test(arguments: ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]"])
  func aPrivateAddressIsRefusedAfterTheNameWasResolved(host: String) async {
    let answer = await CurlClient(maxConnections: 8, maxPerHost: 4).perform(CurlRequest(url: "http://\(host):9/"))
    guard case .privateAddress(let address)? = answer.failure else {
      Issue.record("\(String(describing: answer.failure))")
      return
    }
    #expect(!address.isEmpty)
  }

  @Test func filesAreNeverRead() async {
    let answer = await CurlClient(maxConnections: 8, maxPerHost: 4).perform(request("file:///etc/hostname"))
    #expect(answer.failure != nil && answer.body.isEmpty)
  }

  @Test func aLineBreakInAHeaderAddsNothing() async throws {
    let server = try FaultServer { request, _ in .text(request.headers["x-evil"] ?? "none") }
    defer { server.stop() }
    let answer = await CurlClient(maxConnections: 8, maxPerHost: 4)
      .perform(request(server.base + "/") { $0.headers = [.init("X-A", "1\r\nX-Evil: 2")] })
    #expect(String(decoding: answer.body, as: UTF8.self) == "none")
  }

  @Test func exchangesCancelledAtRandomAllEndOnce() async throws {
    let server = try FaultServer { _, _ in .text("ok").after(0.03) }
    defer { server.stop() }
    let client = CurlClient(maxConnections: 32, maxPerHost: 32)
    let (done, cancelled, other) = await withTaskGroup(of: CurlFailure??.self) { group in
      for index in 0..<400 {
        let request = request("\(server.base)/\(index)")
        group.addTask {
          let task = Task { await client.perform(request) }
          if index % 2 == 0 {
            try? await Task.sleep(for: .microseconds(Int.random(in: 0...60000)))
            task.cancel()
          }
          return .some(await task.value.failure)
        }
      }
      return await group.reduce(into: (0, 0, 0)) { sum, failure in
        switch failure {
        case .some(nil): sum.0 += 1
        case .some(.cancelled): sum.1 += 1
        default: sum.2 += 1
        }
      }
    }
    #expect(done + cancelled == 400 && other == 0)
    #expect(done >= 200)
  }

  @Test func aClientThatGoesAwayEndsWhatIsUnderWay() async throws {
    let server = try FaultServer(["/": [.silence]])
    defer { server.stop() }
    var client: CurlClient? = CurlClient(maxConnections: 8, maxPerHost: 8)
    let request = request(server.base + "/") { $0.openTimeout = 0.5 }
    let tasks = (0..<8).map { _ in Task { [client] in await client?.perform(request) } }
    client = nil
    for task in tasks { #expect(await task.value?.failure != nil) }
  }

  @Test func noDescriptorsAreLeftBehind() async throws {
    let server = try FaultServer(["/": [.page("hello")], "/endless": [.endless], "/reset": [.reset]])
    defer { server.stop() }
    func open() -> Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0 }
    func sockets() async {
      let client = CurlClient(maxConnections: 8, maxPerHost: 8)
      for path in ["/", "/endless", "/reset", "/", "/endless"] {
        _ = await client.perform(request(server.base + path) { $0.body = .prefix(10) })
        _ = await client.perform(request(server.base + path) { $0.body = .connectionOnly })
      }
    }
    await sockets()
    try await Task.sleep(for: .milliseconds(300))
    let before = open()
    for _ in 0..<5 { await sockets() }
    for _ in 0..<50 where open() > before { try await Task.sleep(for: .milliseconds(50)) }
    #expect(open() <= before)
  }
}
