/// One HTTP exchange to make; redirects are not followed.
package struct CurlRequest: Sendable {
  package enum BodyWanted: Sendable, Hashable {
    /// All of it; more than this many decoded bytes is a failure.
    case whole(max: Int)
    /// The first decoded bytes; stopping there is no failure.
    case prefix(Int)
    /// Nothing is asked: the connection is opened, its certificate read, and closed.
    case connectionOnly
  }
  package struct Header: Sendable, Hashable {
    package var name: String
    package var value: String
    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }
  /// `http` or `https`; anything else fails.
  package var url: String
  /// Nil is GET, otherwise the body of a POST.
  package var post: [UInt8]?
  package var headers: [Header] = []
  package var userAgent = ""
  /// Seconds until the first byte of the answer: name, connection, TLS and waiting together.
  package var openTimeout = 15.0
  /// Seconds for everything.
  package var totalTimeout = 60.0
  /// Seconds of (almost) no bytes after which the transfer has stalled; whole seconds, at least 1.
  package var stallTimeout = 15
  package var body = BodyWanted.whole(max: 20_000_000)
  package var allowsPrivateAddresses = false
  /// `scheme://[user:password@]host:port`; nil connects directly, whatever the environment says.
  package var proxy: String?
  package var verifiesCertificate = true
  /// Connects to IPv6 addresses alone.
  package var overIPv6 = false

  package init(url: String) { self.url = url }
}

/// What came of one exchange: everything that was received, and why it ended early if it did.
package struct CurlAnswer: Sendable {
  /// HTTP status; nil when no answer came.
  package var status: Int?
  /// In the order received, names in lower case; those of the last answer only.
  package var headers: [CurlRequest.Header] = []
  /// Decoded (gzip, br, zstd).
  package var body: [UInt8] = []
  package var isCut = false
  package var failure: CurlFailure?
  /// Seconds from the start; 0 when that stage was not reached.
  package var firstByteSeconds = 0.0
  package var totalSeconds = 0.0
  package var remoteAddress: String?
  /// Names and values of the server's own certificate, as libcurl prints them; empty on a reused connection.
  package var certificate: [String: String] = [:]
}

/// Why an exchange gave no whole answer.
package enum CurlFailure: Error, Sendable, Hashable {
  case cancelled
  /// The client was closed.
  case closed
  /// The name led only to addresses that are not public; the text is the last of them.
  case privateAddress(String)
  case bodyTooLarge
  /// More header bytes than any honest server sends.
  case headersTooLarge
  case timedOut(TimedOut)
  /// X509 verify code of OpenSSL; 0 with a name that does not match.
  case certificate(verifyCode: Int, message: String)
  /// CONNECT refused by the proxy with this status.
  case proxyAnswered(Int)
  /// Everything else: libcurl's code, `errno` (0 when none) and libcurl's words.
  case transfer(code: Int, osError: Int32, message: String)

  package enum TimedOut: Sendable, Hashable { case resolving, connecting, firstByte, stalled, total }
}
