import DuwangCore
import Fetching
import Foundation
import TestSupport
import Testing

/// Manners as a server counts them.
@Suite struct MannersTests {
  private func fetchAll(_ fetcher: SiteFetcher, _ urls: [String]) async -> [FetchOutcome] {
    await withTaskGroup(of: FetchOutcome.self) { group in
      for url in urls { group.addTask { await fetcher.fetch(FetchRequest(url)) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test func neverMoreConnectionsToAHostThanConfigured() async throws {
    let server = try FaultServer { request, _ in request.path == "/robots.txt" ? .status(404) : .text("ok").after(0.02)
    }
    defer { server.stop() }
    let fetcher = makeFetcher { $0.connectionsPerHost = 3 }
    let outcomes = await fetchAll(fetcher, (0..<60).map { "\(server.base)/\($0)" })
    #expect(outcomes.allSatisfy { $0.isGood } && outcomes.count == 60)
    #expect(server.peakOpen <= 3 && server.peakBusy <= 3)
  }

  @Test func neverMoreConnectionsInAllThanConfigured() async throws {
    let servers = try (0..<4).map { _ in try FaultServer { _, _ in .text("ok").after(0.05) } }
    defer { for server in servers { server.stop() } }
    let fetcher = makeFetcher { $0.totalConnections = 2 }
    let started = FaultServer.now()
    let outcomes = await fetchAll(fetcher, (0..<20).map { "\(servers[$0 % 4].base)/\($0)" })
    #expect(outcomes.allSatisfy { $0.isGood })
    // 24 exchanges of 50 ms, two at a time.
    #expect(FaultServer.now() - started >= 0.59)
  }

  @Test func requestsStartNoCloserThanTheRateSays() async throws {
    let server = try FaultServer { _, _ in .text("ok") }
    defer { server.stop() }
    let fetcher = makeFetcher { $0.ratePerHost = 20 }
    _ = await fetchAll(fetcher, (0..<20).map { "\(server.base)/\($0)" })
    let times = server.requests.map(\.at).sorted()
    #expect(times.count == 21)
    // Any one second holds at most 20 starts; a tenth is left for the machine's own delays.
    for (index, time) in times.enumerated() { #expect(times[index...].count { $0 < time + 0.9 } <= 20) }
    #expect((times.last ?? 0) - (times.first ?? 0) >= 0.95)
  }

  @Test(arguments: [429, 503], [true, false])
  func nobodyReturnsBeforeRetryAfter(status: Int, isDate: Bool) async throws {
    let isFirst = Locked(true)
    let server = try FaultServer { _, _ in
      guard
        isFirst.withLock({ first in
          defer { first = false }
          return first
        })
      else { return .text("ok") }
      return .status(status, headers: ["Retry-After": isDate ? MannersTests.httpDate(secondsFromNow: 2) : "1"])
    }
    defer { server.stop() }
    // With one connection everyone else waits behind the answer that asks for time.
    let fetcher = makeFetcher {
      $0.obeysRobots = false
      $0.connectionsPerHost = 1
    }
    let outcomes = await fetchAll(fetcher, (0..<5).map { "\(server.base)/\($0)" })
    #expect(outcomes.allSatisfy { $0.isGood })
    let times = server.requests.map(\.at).sorted()
    #expect(times.count == 6)
    #expect(times[1] - times[0] >= 0.99)
  }

  /// At least `seconds` ahead: the form has no fractions.
  private static func httpDate(secondsFromNow seconds: Double) -> String {
    let parts = Date(timeIntervalSinceNow: seconds).description.split { "- :".contains($0) }
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let month = names[(Int(parts[1]) ?? 1) - 1]
    return "Sun, \(parts[2]) \(month) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
  }

  @Test func aHostThatKeepsRefusingIsSlowedDownAndNamed() async throws {
    let server = try FaultServer(["/": [.status(429)]])
    defer { server.stop() }
    let fetcher = makeFetcher(pace: quickPace { $0.firstPause = 0.05 }) { $0.obeysRobots = false }
    let outcome = await fetcher.fetch(FetchRequest(server.base + "/"))
    #expect(outcome.fault == .rateLimited && outcome.status == 429)
    #expect((2...5).contains(server.requests.count))
    let times = server.requests.map(\.at)
    #expect(times[1] - times[0] >= 0.05 && times[2] - times[1] >= 0.1)
  }

  @Test func aHostThatWantsMoreTimeThanWeWaitIsNotAskedAgain() async throws {
    let server = try FaultServer(["/": [.status(429, headers: ["Retry-After": "86400"])]])
    defer { server.stop() }
    let fetcher = makeFetcher { $0.obeysRobots = false }
    #expect(await fetcher.fetch(FetchRequest(server.base + "/")).fault == .rateLimited)
    let second = await fetcher.fetch(FetchRequest(server.base + "/b"))
    #expect(second.fault == .rateLimited && second.attempts == 0)
    #expect(server.requests.count == 1)
  }

  @Test func theSameAddressUnderWayIsAskedForOnce() async throws {
    let server = try FaultServer { _, _ in .text("ok").after(0.1) }
    defer { server.stop() }
    let outcomes = await fetchAll(
      makeFetcher { $0.obeysRobots = false }, Array(repeating: server.base + "/", count: 30))
    #expect(outcomes.count == 30 && outcomes.allSatisfy { $0.isGood })
    #expect(server.requests.count == 1)
  }

  @Test func aDeadHostIsLeftAloneUntilFailuresAreForgotten() async throws {
    let server = try FaultServer { _, _ in .reset }
    defer { server.stop() }
    let fetcher = makeFetcher(pace: quickPace { $0.failuresInRow = 5 }) {
      $0.obeysRobots = false
      $0.connectionsPerHost = 1
    }
    let outcomes = await fetchAll(fetcher, (0..<100).map { "\(server.base)/\($0)" })
    #expect(outcomes.allSatisfy { $0.fault == .connectionReset })
    #expect(server.requests.count == 5)
    #expect(outcomes.count { $0.attempts == 0 } == 95)
    await fetcher.forgetFailures()
    #expect(await fetcher.fetch(FetchRequest(server.base + "/again")).attempts == 1)
    #expect(server.requests.count == 6)
  }

  @Test func whatWasAskedIsCounted() async throws {
    let server = try FaultServer(["/": [.text("12345")], "/bad": [.reset]])
    defer { server.stop() }
    let fetcher = makeFetcher { $0.obeysRobots = false }
    _ = await fetchAll(fetcher, [server.base + "/", server.base + "/bad"])
    let statistics = await fetcher.statistics()["127.0.0.1:\(server.port)"]
    #expect(statistics?.requests == 2 && statistics?.bytes == 5 && statistics?.failures == 1)
  }
}

@Suite("A column that is closed for long")
struct ClosedForLongTests {
  @Test("a 503 that asks for an hour closes that address alone; the rest of the host is read")
  func closedAddress() async throws {
    let server = try FaultServer { request, _ in
      request.path == "/closed" ? .status(503, headers: ["Retry-After": "3600"]) : .text("ok")
    }
    defer { server.stop() }
    let fetcher = makeFetcher { $0.obeysRobots = false }
    let closed = await fetcher.fetch(FetchRequest(server.base + "/closed"))
    #expect(closed.fault == .rateLimited && closed.status == 503)
    #expect(await fetcher.fetch(FetchRequest(server.base + "/open")).isGood)
  }
}
