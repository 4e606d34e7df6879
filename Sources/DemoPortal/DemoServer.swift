import DuwangCore
import FlyingFox
import Foundation

/// Serves the sample portal on loopback, one simulated day at a time, and notes what was asked of it.
package actor DemoServer {
  /// The simulated day that is served: 1, 2 or 3.
  package private(set) var day: Int
  /// Addresses asked for although robots.txt forbids them.
  package private(set) var trespasses: [String] = []
  /// Requests answered since the start.
  package private(set) var requests = 0
  private var site: DemoSite
  /// How often each address was asked for on the present day.
  private var asked: [String: Int] = [:]
  private var server: HTTPServer?
  private var running: Task<Void, any Error>?

  package init(day: Int = 1) {
    self.day = day
    site = DemoSite(day: day)
  }

  /// Listens on 127.0.0.1 and returns the port. `preferred` is taken when it is free (0: any).
  package func start(preferred: UInt16 = 0) async throws -> Int {
    do {
      return try await listen(on: preferred)
    } catch  where preferred != 0 {
      return try await listen(on: 0)
    }
  }

  /// From now on the portal shows itself as on that day.
  package func turn(to day: Int) {
    self.day = day
    site = DemoSite(day: day)
    asked = [:]
  }

  package func stop() async {
    await server?.stop()
    running?.cancel()
    (server, running) = (nil, nil)
  }

  private func listen(on port: UInt16) async throws -> Int {
    let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
    await server.appendRoute("*") { [weak self] request in
      try await self?.answer(request) ?? HTTPResponse(statusCode: .serviceUnavailable)
    }
    let task = Task { try await server.run() }
    do {
      try await server.waitUntilListening(timeout: 5)
    } catch {
      task.cancel()
      throw error
    }
    guard case .ip4(_, let actual) = await server.listeningAddress else { throw DemoError.noPort }
    (self.server, running) = (server, task)
    return Int(actual)
  }

  private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
    let body = request.method == .POST ? String(decoding: try await request.bodyData, as: UTF8.self) : ""
    let path = request.target.path().split(separator: ";", maxSplits: 1)[0]
    let query = Dictionary(request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    requests += 1
    if path.hasPrefix("/private/") { trespasses.append(String(path)) }
    let answer = site.answer(path: String(path), query: query, posted: body)
    asked[String(path), default: 0] += 1
    return respond(answer, isFirst: asked[String(path)] == 1, to: request)
  }

  private func respond(_ answer: DemoAnswer, isFirst: Bool, to request: HTTPRequest) -> HTTPResponse {
    if isFirst, case .failsOnce(let status) = answer.manner {
      return HTTPResponse(statusCode: HTTPStatusCode(status, phrase: "Once"))
    }
    if isFirst, case .busyOnce = answer.manner {
      return HTTPResponse(
        statusCode: HTTPStatusCode(429, phrase: "Too Many Requests"), headers: [HTTPHeader("Retry-After"): "1"])
    }
    var bytes = answer.body
    if answer.hasSession {
      bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("{session}", with: "S\(requests)").utf8)
    }
    let tag = "\"\(String(StableHash.of(bytes), radix: 16))\""
    var headers: HTTPHeaders = [.eTag: tag]
    if let type = answer.contentType { headers[.contentType] = type }
    if answer.status == 200, request.headers[.ifNoneMatch] == tag {
      return HTTPResponse(statusCode: .notModified, headers: headers)
    }
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: "Demo"), headers: headers,
      body: request.method == .HEAD ? Data() : Data(bytes))
  }
}

/// Why the sample portal could not be served.
package enum DemoError: Error { case noPort }
