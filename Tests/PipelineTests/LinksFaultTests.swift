import DuwangCore
import Foundation
import Pipeline
import TestSupport
import Testing

/// Every way in which a server can fail, met in one run.
@Suite("Links: faults") struct LinksFaultTests {
  private typealias Verdict = (status: LinkReading.Status, fault: FetchFault?)

  private static let article = Reply.page("<h1>正常</h1><p>\(String(repeating: "正常的正文。", count: 40))</p>")
  /// An HTTP date, `seconds` from now.
  private static func stamp(_ seconds: Double) -> String {
    let formatter = DateFormatter()
    (formatter.locale, formatter.timeZone) = (Locale(identifier: "en_US_POSIX"), TimeZone(identifier: "GMT"))
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.string(from: Date(timeIntervalSinceNow: seconds))
  }

  /// What each host answers to every request, and the verdict.
  private static func hosts() throws -> [(Reply, Verdict)] {
    let packed = try gzipped((0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })
    return [
      (.reset, (.broken, .connectionReset)), (.hangUp, (.broken, .emptyReply)), (.silence, (.timeout, .timeout)),
      (.slowHeaders(every: 0.3), (.timeout, .stalled)), (.stall, (.timeout, .stalled)),
      (.raw("SSH-2.0-OpenSSH_9.2\r\n"), (.broken, .protocolError)),
      (
        Reply([
          .send(Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n".utf8)),
          .send(Array(packed.prefix(packed.count / 2))), .close,
        ]), (.broken, .brokenBody)
      ),
      (.redirect("/"), (.broken, .redirectLoop)), (.redirect("file:///etc/passwd"), (.broken, .badRedirect)),
      (.status(429, headers: ["Retry-After": "3600"]), (.blocked, .rateLimited)),
      (.status(429, headers: ["Retry-After": stamp(3600)]), (.blocked, .rateLimited)),
      (.status(503), (.broken, .serverError)), (.status(403), (.blocked, .forbidden)),
      // A foreign page without an end is known by its beginning.
      (.endless, (.ok, nil)),
    ]
  }

  @Test(
    "each fault has its verdict, other hosts are read as if nothing were, time and memory stay bounded",
    .timeLimit(.minutes(2)))
  func faults() async throws {
    let hosts = try Self.hosts()
    let servers = try hosts.map { reply, _ in try FaultServer { _, _ in reply } }
    let (expired, foreign, own) = (
      try TLSServer(name: "127.0.0.1", days: -1), try TLSServer(name: "www.example.gov.cn", days: 30),
      try TLSServer(name: "127.0.0.1", days: 30)
    )
    let bomb = try gzipped([UInt8](repeating: 0, count: 200_000_000))
    let chain = try FaultServer { request, _ in
      .redirect("/\((Int(request.path.dropFirst()) ?? 0) + 1)")
    }
    var wanted: [String: Verdict] = [
      "http://127.0.0.1:\(try FaultServer.closedPort())/": (.broken, .connectionRefused),
      "http://duwang.invalid/": (.broken, .nameNotResolved), "\(chain.base)/0": (.broken, .tooManyRedirects),
      "https://127.0.0.1:\(expired.port)/": (.broken, .tlsExpired),
      "https://127.0.0.1:\(foreign.port)/": (.broken, .tlsWrongHost),
      "https://127.0.0.1:\(own.port)/": (.broken, .tlsSelfSigned),
    ]
    for (server, host) in zip(servers, hosts) { wanted[server.base + "/"] = host.1 }
    let links = wanted.keys.sorted().map { "<a href='\($0)'>外链</a>" }.joined()
    let site = try FaultServer { request, _ in
      switch request.path {
      case "/":
        .page(
          links + (0..<50).map { "<a href='/\($0)'>页</a>" }.joined() + "<a href='/bomb'>b</a><a href='/endless'>e</a>")
      case "/bomb": .answer(headers: ["Content-Type": "text/html", "Content-Encoding": "gzip"], body: bomb)
      case "/endless": .endless
      default: Self.article
      }
    }
    wanted["\(site.base)/bomb"] = (.skipped, .bodyTooLarge)
    wanted["\(site.base)/endless"] = (.skipped, .bodyTooLarge)
    defer {
      for server in servers + [chain, site] { server.stop() }
      for server in [expired, foreign, own] { server.stop() }
    }
    let trusted = FileManager.default.temporaryDirectory.appending(path: "trusted-\(UUID()).pem")
    try [expired, foreign].map { try String(contentsOfFile: $0.certificate, encoding: .utf8) }.joined(separator: "\n")
      .write(to: trusted, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: trusted) }

    var request = LinksRequest.quick([site.base + "/"])
    (request.triesExternal, request.fetch.timeout) = (true, Period(2, .seconds))
    request.fetch.obeysRobots = false
    try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    let before = peakMegabytes()
    let report = try await LinksRun(request, environment: ["SSL_CERT_FILE": trusted.path]).run()
    #expect(peakMegabytes() - before < 200)

    let said = Dictionary(report.results.map { ($0.url, $0) }) { first, _ in first }
    for (url, verdict) in wanted {
      let link = said[url]
      #expect(link?.status == verdict.status && link?.fault == verdict.fault, "\(url): \(String(describing: link))")
    }
    for server in [expired, foreign, own] {
      #expect(said["https://127.0.0.1:\(server.port)/"]?.reason.contains("证书有效期至") == true)
    }
    let pages = (0..<50).map { "\(site.base)/\($0)" }
    #expect(pages.allSatisfy { said[$0]?.status == .ok })
  }

  /// The highest resident memory of this process since it was last set back.
  private func peakMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.filter(\.isNumber)).flatMap { Int($0) }.map { $0 / 1024 } ?? 0
  }
}
