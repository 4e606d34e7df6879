import DuwangCore
import Fetching
import TestSupport
import Testing

/// Certificates that no browser accepts, and what is known of those that are.
@Suite struct TLSTests {
  @Test(arguments: [(name: "127.0.0.1", days: 30, FetchFault.tlsSelfSigned)])
  func aSelfSignedCertificateIsNamed(name: String, days: Int, fault: FetchFault) async throws {
    let server = try TLSServer(name: name, days: days)
    defer { server.stop() }
    let outcome = await makeFetcher { $0.timeout = Period(5, .seconds) }.fetch(
      FetchRequest("https://127.0.0.1:\(server.port)/"))
    #expect(outcome.fault == fault, "\(outcome.detail ?? "")")
    #expect(outcome.tls?.subject?.contains(name) == true)
    #expect(outcome.tls?.notBefore == Moment("2020-01-01T00:00:00Z"))
  }

  @Test(arguments: [("127.0.0.1", -1, FetchFault.tlsExpired), ("www.example.gov.cn", 30, .tlsWrongHost)])
  func aCertificateOfATrustedAuthorityCanBeWrong(name: String, days: Int, fault: FetchFault) async throws {
    let server = try TLSServer(name: name, days: days)
    defer { server.stop() }
    let fetcher = makeFetcher(environment: ["SSL_CERT_FILE": server.certificate]) { $0.timeout = Period(5, .seconds) }
    let outcome = await fetcher.fetch(FetchRequest("https://127.0.0.1:\(server.port)/"))
    #expect(outcome.fault == fault, "\(outcome.detail ?? "")")
    #expect(outcome.tls?.notAfter != nil)
    #expect((outcome.tls?.notAfter ?? .now) < .now || days > 0)
  }

  @Test func aGoodCertificateTellsItsLastDay() async throws {
    let server = try TLSServer(name: "127.0.0.1", days: 30)
    defer { server.stop() }
    let fetcher = makeFetcher(environment: ["SSL_CERT_FILE": server.certificate]) { $0.timeout = Period(5, .seconds) }
    for path in ["/", "/again"] {
      let outcome = await fetcher.fetch(FetchRequest("https://127.0.0.1:\(server.port)\(path)"))
      #expect(outcome.status != nil, "\(outcome.detail ?? "")")
      let days = ((outcome.tls?.notAfter?.seconds ?? 0) - Moment.now.seconds) / 86400
      #expect((28.9...30).contains(days))
    }
  }

  @Test func aServerWithoutTLSIsNoSecureConnection() async throws {
    let server = try FaultServer { _, _ in .text("plain") }
    defer { server.stop() }
    let outcome = await makeFetcher().fetch(FetchRequest("https://127.0.0.1:\(server.port)/"))
    #expect([.tlsHandshake, .timeout, .connectTimeout].contains(outcome.fault))
  }
}
