import CCurl
import Glibc

/// One exchange under way. Touched by the engine's thread alone once it was handed over, callbacks included.
final class Transfer: @unchecked Sendable {
  // `@unchecked`: made by a caller, handed over through a lock, from then on confined to one thread.
  static let maxHeaderBytes = 256 * 1024

  let id: UInt64
  let request: CurlRequest
  let continuation: CheckedContinuation<CurlAnswer, Never>
  let easy: UnsafeMutableRawPointer
  var answer = CurlAnswer()
  private(set) var lists: [UnsafeMutablePointer<curl_slist>] = []
  private var ownFailure: CurlFailure?
  private var refusedAddress: String?
  private var socketsOpened = 0
  private var socketError: Int32 = 0
  private var headerBytes = 0
  private let startedAt: Double

  init(
    id: UInt64, request: CurlRequest, continuation: CheckedContinuation<CurlAnswer, Never>,
    easy: UnsafeMutableRawPointer
  ) {
    (self.id, self.request, self.continuation, self.easy) = (id, request, continuation, easy)
    startedAt = Transfer.now()
  }

  deinit { for list in lists { curl_slist_free_all(list) } }

  func keep(_ list: UnsafeMutablePointer<curl_slist>) { lists.append(list) }

  /// Seconds on a clock that never goes back.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds left for the first byte; nil once it came.
  func openTimeLeft(at now: Double) -> Double? {
    microseconds(CURLINFO_STARTTRANSFER_TIME_T) > 0 ? nil : startedAt + request.openTimeout - now
  }

  // MARK: Callbacks

  /// Returns the number of bytes taken; fewer ends the transfer.
  func receive(header bytes: UnsafeRawBufferPointer) -> Int {
    headerBytes += bytes.count
    guard headerBytes <= Transfer.maxHeaderBytes else {
      ownFailure = .headersTooLarge
      return 0
    }
    let line = bytes.filter { $0 != 0x0d && $0 != 0x0a }
    if line.starts(with: "HTTP/".utf8) {
      answer.headers = []
    } else if let colon = line.firstIndex(of: 0x3a) {
      answer.headers.append(HeaderLine.read(name: line[..<colon], value: line[(colon + 1)...]))
    }
    return bytes.count
  }

  func receive(body bytes: UnsafeRawBufferPointer) -> Int {
    switch request.body {
    case .whole(let max) where answer.body.count + bytes.count > max:
      ownFailure = .bodyTooLarge
      return 0
    case .prefix(let wanted) where answer.body.count + bytes.count > wanted:
      answer.body.append(contentsOf: bytes.prefix(wanted - answer.body.count))
      answer.isCut = true
      return 0
    case .connectionOnly: return 0
    case .whole, .prefix:
      answer.body.append(contentsOf: bytes)
      return bytes.count
    }
  }

  /// Opens the socket for an address that may be connected to. Runs after name resolution, so no name can be changed
  /// between the look and the connection.
  func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let refusal = withUnsafePointer(to: &address.pointee.addr) { AddressGuard.refusal(of: $0) }
    if let refusal, !request.allowsPrivateAddresses, request.proxy == nil {
      refusedAddress = refusal
      return curl_socket_t(-1)
    }
    let a = address.pointee
    let socket = Glibc.socket(a.family, a.socktype | Int32(SOCK_CLOEXEC.rawValue), a.protocol)
    if socket < 0 { socketError = errno } else { socketsOpened += 1 }
    return socket
  }

  // MARK: The end

  /// Fills the answer when libcurl is done with `code`.
  func complete(_ code: CURLcode) {
    collect()
    if code == CURLE_OK || answer.isCut { return }
    answer.failure = failure(code)
  }

  /// Ends it before libcurl did.
  func end(_ failure: CurlFailure) {
    collect()
    answer.failure = failure
  }

  private func collect() {
    let status = long(CURLINFO_RESPONSE_CODE)
    answer.status = status == 0 ? nil : status
    answer.firstByteSeconds = Double(microseconds(CURLINFO_STARTTRANSFER_TIME_T)) / 1e6
    answer.totalSeconds = Double(microseconds(CURLINFO_TOTAL_TIME_T)) / 1e6
    var text: UnsafePointer<CChar>?
    if duw_get_text(easy, CURLINFO_PRIMARY_IP, &text) == CURLE_OK, let text, text.pointee != 0 {
      answer.remoteAddress = String(cString: text)
    }
    var chain: UnsafeMutablePointer<curl_certinfo>?
    if duw_get_certificates(easy, &chain) == CURLE_OK, let chain, chain.pointee.num_of_certs > 0 {
      answer.certificate = HeaderLine.certificate(chain.pointee.certinfo[0])
    }
  }

  private func failure(_ code: CURLcode) -> CurlFailure {
    if let ownFailure { return ownFailure }
    if let refusedAddress, socketsOpened == 0 { return .privateAddress(refusedAddress) }
    let message = String(cString: curl_easy_strerror(code))
    let osError = socketError != 0 ? socketError : Int32(truncatingIfNeeded: long(CURLINFO_OS_ERRNO))
    switch code {
    case CURLE_OPERATION_TIMEDOUT: return .timedOut(timedOut)
    case CURLE_FILESIZE_EXCEEDED: return .bodyTooLarge
    case CURLE_PEER_FAILED_VERIFICATION:
      return .certificate(verifyCode: long(CURLINFO_SSL_VERIFYRESULT), message: message)
    default:
      let tunnel = long(CURLINFO_HTTP_CONNECTCODE)
      if tunnel >= 300, answer.status == nil || answer.status == tunnel { return .proxyAnswered(tunnel) }
      return .transfer(code: Int(code.rawValue), osError: osError, message: message)
    }
  }

  /// The stage that a timeout struck; also for the engine's own limit on the first byte.
  var timedOut: CurlFailure.TimedOut {
    if microseconds(CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .resolving }
    if microseconds(CURLINFO_PRETRANSFER_TIME_T) == 0 { return .connecting }
    if microseconds(CURLINFO_STARTTRANSFER_TIME_T) == 0 { return .firstByte }
    return Transfer.now() - startedAt >= request.totalTimeout - 0.05 ? .total : .stalled
  }

  private func long(_ info: CURLINFO) -> Int {
    var value = 0
    return duw_get_long(easy, info, &value) == CURLE_OK ? value : 0
  }

  private func microseconds(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    return duw_get_offset(easy, info, &value) == CURLE_OK ? Int(value) : 0
  }
}
