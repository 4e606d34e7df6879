import FlyingFox
import Foundation

/// One request as the server saw it.
struct Seen: Sendable {
  var method: String
  /// Path and query as they came over the wire.
  var target: String
  var headers: [String: String]
  var at: Date
  /// Requests in work at the moment this one arrived, itself included.
  var inFlight: Int

  /// The path alone, percent-encoding resolved.
  var path: String {
    let raw = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
    return raw.removingPercentEncoding ?? raw
  }

  /// Values of the query by name, percent-encoding resolved.
  var query: [String: String] {
    guard let mark = target.firstIndex(of: "?") else { return [:] }
    var values: [String: String] = [:]
    for pair in target[target.index(after: mark)...].split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        String($0).replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? String($0)
      }
      values[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
    return values
  }
}

/// What the server answers.
struct Reply: Sendable {
  var status = 200
  var headers: [String: String] = ["Content-Type": "text/html; charset=utf-8"]
  var body = Data()
  var delay: Duration = .zero

  static func html(_ text: String) -> Reply { Reply(body: Data(text.utf8)) }
  static func notFound() -> Reply {
    Reply(status: 404, body: Data("<html><head><title>404</title></head><body>404 Not Found</body></html>".utf8))
  }
  static func redirect(_ place: String) -> Reply {
    Reply(status: 301, headers: ["Location": place, "Content-Type": "text/html"])
  }

  func after(_ delay: Duration) -> Reply {
    var copy = self
    copy.delay = delay
    return copy
  }
}

/// A real HTTP server on a loopback port of its own that notes every request and answers conditional ones.
final class LoopbackServer: Sendable {
  let port: UInt16
  private let server: HTTPServer
  private let task: Task<Void, Never>
  private let record: Guarded<(seen: [Seen], inFlight: Int)>

  var host: String { "127.0.0.1:\(port)" }
  var address: String { "http://\(host)" }
  var requests: [Seen] { record.with { $0.seen } }
  var pages: [Seen] { requests.filter { $0.path != "/robots.txt" } }

  init(_ answer: @escaping @Sendable (Seen) async -> Reply) async throws {
    let record = Guarded((seen: [Seen](), inFlight: 0))
    self.record = record
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: 0), timeout: 300, logger: .disabled,
      handler: ClosureHTTPHandler { request in await Self.serve(request, record, answer) })
    self.server = server
    task = Task { try? await server.run() }
    try await server.waitUntilListening(timeout: 10)
    guard case .ip4(_, let port) = await server.listeningAddress else { throw CancellationError() }
    self.port = port
  }

  func forget() { record.with { $0.seen = [] } }

  func stop() async {
    await server.stop(timeout: 0)
    task.cancel()
  }

  func hits(_ path: String) -> [Seen] { requests.filter { $0.path == path } }

  private static func serve(
    _ request: HTTPRequest, _ record: Guarded<(seen: [Seen], inFlight: Int)>,
    _ answer: @Sendable (Seen) async -> Reply
  ) async -> HTTPResponse {
    var headers: [String: String] = [:]
    for (name, value) in request.headers { headers[name.rawValue.lowercased()] = value }
    let seen = record.with { state in
      state.inFlight += 1
      let seen = Seen(
        method: request.method.rawValue, target: request.target.rawValue, headers: headers, at: Date(),
        inFlight: state.inFlight)
      state.seen.append(seen)
      return seen
    }
    defer { record.with { $0.inFlight -= 1 } }
    let reply = await answer(seen)
    if reply.delay > .zero { try? await Task.sleep(for: reply.delay) }
    return response(to: seen, reply)
  }

  private static func response(to seen: Seen, _ reply: Reply) -> HTTPResponse {
    var headers = HTTPHeaders()
    for (name, value) in reply.headers { headers[HTTPHeader(name)] = value }
    let tag = "\"\(fingerprint(reply.body))\""
    if reply.status == 200 {
      headers[HTTPHeader("ETag")] = tag
      if seen.headers["if-none-match"] == tag {
        return HTTPResponse(statusCode: HTTPStatusCode(304, phrase: "Not Modified"), headers: headers)
      }
    }
    let isHead = seen.method == "HEAD"
    if isHead { headers[.contentLength] = String(reply.body.count) }
    return HTTPResponse(
      statusCode: HTTPStatusCode(reply.status, phrase: "Status"), headers: headers, body: isHead ? Data() : reply.body)
  }

  /// FNV-1a, so that equal bodies have equal tags.
  private static func fingerprint(_ body: Data) -> String {
    String(body.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }, radix: 16)
  }
}
