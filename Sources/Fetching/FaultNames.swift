import CurlClient
import DuwangCore
import Glibc

/// Names what libcurl, OpenSSL and the system report in the words of `FetchFault`.
enum FaultNames {
  /// `hasAnswer`: a status line was received. `usesProxy`: connection failures then concern our own proxy.
  static func fault(of failure: CurlFailure, hasAnswer: Bool, usesProxy: Bool) -> FetchFault {
    switch failure {
    case .cancelled, .closed: .cancelled
    case .privateAddress: .privateAddress
    case .bodyTooLarge: .bodyTooLarge
    case .headersTooLarge: .protocolError
    case .timedOut(.resolving): usesProxy ? .offline : .nameNotResolved
    case .timedOut(.connecting): .connectTimeout
    case .timedOut(.firstByte), .timedOut(.total): .timeout
    case .timedOut(.stalled): .stalled
    case .certificate(let code, _): certificate(code)
    case .proxyAnswered(let status): status == 403 || status == 407 ? .offline : .noRoute
    case .transfer(let code, let osError, _):
      transfer(code, osError, hasAnswer: hasAnswer, usesProxy: usesProxy)
    }
  }

  static func detail(of failure: CurlFailure) -> String {
    switch failure {
    case .cancelled: "cancelled"
    case .closed: "client closed"
    case .privateAddress(let address): address
    case .bodyTooLarge: "body over the limit"
    case .headersTooLarge: "headers over 256 KiB"
    case .timedOut(let stage): "timed out: \(stage)"
    case .certificate(let code, let message): "\(message) (verify code \(code))"
    case .proxyAnswered(let status): "proxy answered CONNECT with \(status)"
    case .transfer(let code, 0, let message): "\(message) (curl \(code))"
    case .transfer(let code, let osError, let message):
      "\(message) (curl \(code)): \(String(cString: strerror(osError)))"
    }
  }

  /// X509_V_ERR_* of openssl/x509_vfy.h. libcurl compares names itself, before it asks for the code: 0 or 1 then.
  private static func certificate(_ verifyCode: Int) -> FetchFault {
    switch verifyCode {
    case 10: .tlsExpired
    case 18: .tlsSelfSigned
    case 0, 1, 62, 64: .tlsWrongHost
    default: .tlsUntrusted
    }
  }

  /// CURLE_* of curl/curl.h.
  private static func transfer(_ code: Int, _ osError: Int32, hasAnswer: Bool, usesProxy: Bool) -> FetchFault {
    if isLack(osError) { return .localResources }
    switch code {
    case 3: return .malformedAddress
    case 5, 97: return .offline
    case 6: return lacksDescriptors ? .localResources : .nameNotResolved
    case 7: return usesProxy ? .offline : connection(osError)
    case 2, 23, 27, 77: return .localResources
    case 18, 61: return .brokenBody
    case 35, 53, 54, 58, 59, 60, 66, 80, 82, 83, 90, 91, 98: return .tlsHandshake
    case 52: return .emptyReply
    case 55, 56: return hasAnswer ? .brokenBody : .connectionReset
    default: return .protocolError
    }
  }

  private static func connection(_ osError: Int32) -> FetchFault {
    switch osError {
    case ETIMEDOUT: .connectTimeout
    case ENETUNREACH, EHOSTUNREACH, ENETDOWN, EHOSTDOWN, EPERM, EACCES: .noRoute
    case ECONNRESET: .connectionReset
    default: .connectionRefused
    }
  }

  private static func isLack(_ osError: Int32) -> Bool {
    [EMFILE, ENFILE, ENOBUFS, ENOMEM, EADDRNOTAVAIL].contains(osError)
  }

  /// A resolver without a free descriptor says "no such name".
  private static var lacksDescriptors: Bool {
    let descriptor = dup(2)
    if descriptor >= 0 { close(descriptor) }
    return descriptor < 0 && isLack(errno)
  }
}
