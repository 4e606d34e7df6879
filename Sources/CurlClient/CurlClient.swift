/// HTTP through one libcurl multi handle: requests in, answers out, any number at a time. Its thread and connections end
/// with it.
package final class CurlClient: Sendable {
  /// Nil when the system gave no thread or handle; every exchange then fails as a lack of resources.
  private let engine: CurlEngine?

  /// A net below the caller's own rules: never more sockets than this in all and to one host. `caFile` is a PEM file of
  /// certificates that are trusted instead of the system's.
  package init(maxConnections: Int, maxPerHost: Int, caFile: String? = nil) {
    engine = CurlEngine(maxConnections: maxConnections, maxPerHost: maxPerHost, caFile: caFile)
  }

  deinit { engine?.stop() }

  /// Never throws: a failure, cancellation of the task included, stands in the answer.
  package func perform(_ request: CurlRequest) async -> CurlAnswer {
    guard let engine else {
      var answer = CurlAnswer()
      answer.failure = .closed
      return answer
    }
    return await engine.perform(request)
  }
}
