import Foundation
import Testing

@testable import Reporting

/// The sample configuration in a real nginx on loopback.
enum Nginx {
  static let program = "/usr/sbin/nginx"
  static var isAvailable: Bool {
    FileManager.default.isExecutableFile(atPath: program) || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  /// A port that was free a moment ago.
  static func freePort() throws -> UInt16 {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        bind(handle, raw, length) == 0 ? getsockname(handle, raw, &length) : -1
      }
    }
    try #require(result == 0)
    return UInt16(bigEndian: address.sin_port)
  }

  /// The sample as it is shipped, with port and folder of the test.
  static func configuration(root: String, port: UInt16, work: String) throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Scripts/packaging/nginx.conf")
    let sample = try String(contentsOf: file, encoding: .utf8)
      .replacing("listen 8080;", with: "listen 127.0.0.1:\(port);")
      .replacing("root /var/lib/duwang/Reports;", with: "root \(root);")
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(work)/\($0);" }
    return """
      \(getuid() == 0 ? "user root;" : "") daemon off; master_process off; pid \(work)/pid; error_log \(work)/error.log;
      events {}
      http { include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
      \(folders.joined(separator: " "))
      \(sample)
      }
      """
  }
}

@Suite("在办公网内发布", .enabled(if: Nginx.isAvailable))
struct NginxTests {
  /// Status line and headers, then the body, as curl shows them.
  private func get(_ port: UInt16, _ path: String, _ more: String...) throws -> String {
    try Browser.run(
      "/usr/bin/curl",
      ["-sS", "-i", "--retry", "20", "--retry-connrefused", "--retry-delay", "1"] + more
        + ["http://127.0.0.1:\(port)\(path)"])
  }

  @Test func 样例配置可用_目录打开_隐藏文件不给_编码缓存和安全标头齐全() throws {
    let folder = try TemporaryFolder()
    let made = SampleReport.make()
    _ = try ReportWriter(directory: "\(folder.path)/Reports").write(made.report, targets: made.targets)
    let root = "\(folder.path)/Reports"
    for secret in [".duwang/history.sqlite", "daily/.staged-1/index.html", "daily/2026-11-20/~$findings.xlsx"] {
      let file = URL(fileURLWithPath: "\(root)/\(secret)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("秘密".utf8).write(to: file)
    }
    let port = try Nginx.freePort()
    let file = "\(folder.path)/nginx.conf"
    try Nginx.configuration(root: root, port: port, work: folder.path).write(
      toFile: file, atomically: true, encoding: .utf8)
    let server = Process()
    server.executableURL = URL(fileURLWithPath: Nginx.program)
    (server.arguments, server.standardError) = (["-c", file, "-p", folder.path], FileHandle.nullDevice)
    try server.run()
    defer {
      // Without a master process nginx does not end on SIGTERM when its parent blocks it.
      kill(server.processIdentifier, SIGKILL)
      server.waitUntilExit()
    }

    let index = try get(port, "/")
    #expect(index.hasPrefix("HTTP/1.1 200"), "\(index.prefix(300)) \((try? folder.text("error.log")) ?? "")")
    #expect(index.contains("读网报告目录"))
    #expect(index.contains("Content-Type: text/html; charset=utf-8"))
    for header in [
      "Cache-Control: no-cache", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY",
      "Referrer-Policy: no-referrer", "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'",
    ] { #expect(index.contains(header), "\(header)") }
    let tag = try #require(index.firstMatch(of: /ETag: (\S+)/)).1
    #expect(try get(port, "/", "-H", "If-None-Match: \(tag)").hasPrefix("HTTP/1.1 304"))

    #expect(try get(port, "/daily/2026-11-20/", "-o", "/dev/null", "-D", "-").hasPrefix("HTTP/1.1 200"))
    #expect(try get(port, "/daily/2026-11-20/findings.csv").contains("Content-Type: text/csv; charset=utf-8"))
    let json = try get(port, "/daily/2026-11-20/report.json", "-o", "/dev/null", "-D", "-")
    #expect(json.contains("Content-Type: application/json; charset=utf-8"))
    let book = try get(port, "/daily/2026-11-20/findings.xlsx", "-o", "/dev/null", "-D", "-")
    #expect(book.contains("spreadsheetml.sheet"))

    // Folders without a page are not listed, hidden files not given, nothing can be written.
    #expect(try get(port, "/daily/").hasPrefix("HTTP/1.1 403"))
    for path in ["/.duwang/history.sqlite", "/daily/.staged-1/index.html", "/daily/2026-11-20/~$findings.xlsx"] {
      let answer = try get(port, path)
      #expect(answer.hasPrefix("HTTP/1.1 404") && !answer.contains("秘密"), "\(path)")
    }
    #expect(try get(port, "/..%2f.duwang/history.sqlite").contains("秘密") == false)
    #expect(try get(port, "/findings.csv", "-X", "PUT", "-d", "x").hasPrefix("HTTP/1.1 403"))
  }
}
