import Foundation

/// `openssl s_server` on a loopback port with a certificate made for the occasion.
package final class TLSServer: Sendable {
  package let port: UInt16
  /// The server's certificate, PEM; also its own authority.
  package let certificate: String
  private let pid: Int32
  private let folder: URL

  /// A self-signed certificate for `name`, good for `days` from today on; not positive is expired.
  package init(name: String, days: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (key, certificate) = (
      folder.appendingPathComponent("key.pem").path, folder.appendingPathComponent("cert.pem").path
    )
    try TLSServer.makeCertificate(name, days: days, folder: folder, key: key, certificate: certificate)
    port = try FaultServer.closedPort()
    let server = try TLSServer.openssl([
      "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-www", "-quiet",
    ])
    (self.folder, self.certificate, pid) = (folder, certificate, server.processIdentifier)
    for _ in 0..<100 where !FaultServer.answers(port) { usleep(50000) }
  }

  package func stop() {
    kill(pid, SIGTERM)
    try? FileManager.default.removeItem(at: folder)
  }

  /// `openssl x509` signs no past dates; `openssl ca` does.
  private static func makeCertificate(
    _ name: String, days: Int, folder: URL, key: String, certificate: String
  ) throws {
    let request = folder.appendingPathComponent("request.pem").path
    let config = folder.appendingPathComponent("ca.cnf")
    try """
    [ca]
    default_ca = own
    [own]
    database = \(folder.path)/index
    new_certs_dir = \(folder.path)
    rand_serial = yes
    default_md = sha256
    policy = any
    x509_extensions = names
    [any]
    commonName = supplied
    [names]
    subjectAltName = \(name.first?.isNumber == true ? "IP" : "DNS"):\(name)
    """.write(to: config, atomically: true, encoding: .utf8)
    try Data().write(to: folder.appendingPathComponent("index"))
    try openssl(
      ["req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", request, "-subj", "/CN=\(name)"]
    ).waitUntilExit()
    let start = days > 0 ? "20200101000000Z" : "20190101000000Z"
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    let end = formatter.string(from: Date(timeIntervalSinceNow: Double(days) * 86400)).replacing("-", with: "")
    try openssl([
      "ca", "-batch", "-selfsign", "-config", config.path, "-in", request, "-out", certificate, "-keyfile", key,
      "-startdate", start, "-enddate", "\(end)000000Z", "-notext",
    ]).waitUntilExit()
  }

  @discardableResult
  private static func openssl(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
