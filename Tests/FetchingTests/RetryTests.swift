import DuwangCore
import Fetching
import TestSupport
import Testing

/// Second tries within one fetch.
@Suite struct RetryTests {
  @Test(arguments: [Reply.reset, .hangUp, .status(500), .status(502)])
  func aFaultThatPassesIsNoFault(first: Reply) async throws {
    let server = try FaultServer(["/": [first, .text("ok")]])
    defer { server.stop() }
    let outcome = await makeFetcher {
      $0.retries = 2
      $0.obeysRobots = false
    }.fetch(FetchRequest(server.base + "/"))
    #expect(outcome.isGood && outcome.attempts == 2)
  }

  @Test func aFaultThatStaysIsReportedAfterAllTries() async throws {
    let server = try FaultServer(["/": [.status(500)]])
    defer { server.stop() }
    let outcome = await makeFetcher {
      $0.retries = 2
      $0.obeysRobots = false
    }.fetch(FetchRequest(server.base + "/"))
    #expect(outcome.fault == .serverError && outcome.attempts == 3)
    #expect(server.requests.count == 3)
    let times = server.requests.map(\.at)
    #expect(times[1] - times[0] >= 0.05 && times[2] - times[1] >= 0.1)
  }

  @Test(arguments: [404, 403, 412, 410])
  func whatIsCertainOrAWallIsNotAskedTwice(status: Int) async throws {
    let server = try FaultServer(["/": [.status(status)]])
    defer { server.stop() }
    _ = await makeFetcher {
      $0.retries = 2
      $0.obeysRobots = false
    }.fetch(FetchRequest(server.base + "/"))
    #expect(server.requests.count == 1)
  }

  @Test(arguments: [FetchRequest.Purpose.probe, .control])
  func aProbeTriesOnce(purpose: FetchRequest.Purpose) async throws {
    let server = try FaultServer(["/": [.reset]])
    defer { server.stop() }
    let outcome = await makeFetcher { $0.retries = 2 }.fetch(FetchRequest(server.base + "/", purpose: purpose))
    #expect(outcome.fault == .connectionReset && server.requests.count == 1)
  }
}
