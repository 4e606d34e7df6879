import CurlClient
import DuwangCore
import Glibc
import Testing

@testable import Fetching

/// Faults that no loopback server can show.
@Suite struct FaultNamesTests {
  private func fault(_ code: Int, _ osError: Int32 = 0, hasAnswer: Bool = false, usesProxy: Bool = false) -> FetchFault
  {
    FaultNames.fault(
      of: .transfer(code: code, osError: osError, message: ""), hasAnswer: hasAnswer, usesProxy: usesProxy)
  }

  @Test func aLackOnThisMachineIsNobodysFault() {
    for error in [EMFILE, ENFILE, ENOBUFS, ENOMEM, EADDRNOTAVAIL] { #expect(fault(7, error) == .localResources) }
    #expect(fault(27) == .localResources && fault(77) == .localResources)
  }

  @Test func aConnectionFailsInItsOwnWay() {
    #expect(fault(7, ECONNREFUSED) == .connectionRefused)
    #expect(fault(7, ENETUNREACH) == .noRoute && fault(7, EHOSTUNREACH) == .noRoute)
    #expect(fault(7, ETIMEDOUT) == .connectTimeout && fault(7, ECONNRESET) == .connectionReset)
    #expect(fault(56, ECONNRESET) == .connectionReset && fault(56, ECONNRESET, hasAnswer: true) == .brokenBody)
  }

  @Test func behindAProxyThatIsOutOfReachWeAreOffline() {
    #expect(fault(5) == .offline && fault(97) == .offline)
    #expect(fault(7, ECONNREFUSED, usesProxy: true) == .offline)
    #expect(FaultNames.fault(of: .proxyAnswered(407), hasAnswer: false, usesProxy: true) == .offline)
    #expect(FaultNames.fault(of: .proxyAnswered(502), hasAnswer: false, usesProxy: true) == .noRoute)
  }

  @Test(arguments: [
    (10, FetchFault.tlsExpired), (18, .tlsSelfSigned), (62, .tlsWrongHost), (20, .tlsUntrusted), (19, .tlsUntrusted),
    (9, .tlsUntrusted),
  ])
  func aCertificateIsWrongInItsOwnWay(code: Int, expected: FetchFault) {
    let failure = CurlFailure.certificate(verifyCode: code, message: "")
    #expect(FaultNames.fault(of: failure, hasAnswer: false, usesProxy: false) == expected)
  }
}
