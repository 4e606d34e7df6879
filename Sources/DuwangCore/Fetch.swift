/// One thing to fetch.
package struct FetchRequest: Sendable, Hashable {
  package enum Method: Sendable, Hashable {
    case get
    case post(body: String, contentType: String)
  }
  /// What the answer is for; decides how much of the body is wanted and which rules of politeness apply.
  package enum Purpose: String, Sendable, Codable {
    /// A page of a configured site: whole body, robots.txt obeyed.
    case page
    /// An attachment, image, script or style: the first bytes are enough.
    case asset
    /// An address on another site: tried, never crawled; the first bytes are enough.
    case external
    /// robots.txt itself.
    case robots
    /// The address that tells whether this machine is online.
    case control
    /// An availability probe: one attempt, no retries.
    case probe
  }
  package var url: String
  package var method: Method
  package var purpose: Purpose
  /// From the last good reading, for a conditional request.
  package var etag: String?
  package var lastModified: String?
  package var referer: String?
  /// Connects to IPv6 addresses alone.
  package var overIPv6 = false

  package init(
    _ url: String, method: Method = .get, purpose: Purpose = .page, etag: String? = nil, lastModified: String? = nil,
    referer: String? = nil
  ) {
    (self.url, self.method, self.purpose) = (url, method, purpose)
    (self.etag, self.lastModified, self.referer) = (etag, lastModified, referer)
  }
}

/// What became of one request, after retries and re-checking: portal faults are values here, never thrown.
package struct FetchOutcome: Sendable, Hashable {
  package struct Hop: Sendable, Hashable, Codable {
    package var url: String
    package var status: Int
    package init(url: String, status: Int) { (self.url, self.status) = (url, status) }
  }
  /// The address asked for.
  package var url: String
  /// The address that answered, after redirects.
  package var finalURL: String
  /// Redirects followed, in order; empty when the first address answered.
  package var hops: [Hop] = []
  /// HTTP status of the last answer; nil when none came.
  package var status: Int?
  /// Header names in lower case; a header sent twice is joined with ", ".
  package var headers: [String: String] = [:]
  /// Decoded (after gzip, br, zstd); may be cut for `asset` and `external`.
  package var body: [UInt8] = []
  package var bodyIsCut = false
  /// Nil when the answer is good (2xx, or 304 to a conditional request).
  package var fault: FetchFault?
  /// What libcurl or the system said, for the log.
  package var detail: String?
  package var attempts = 1
  /// True when a failure was read again later in the run and failed again.
  package var rechecked = false
  package var firstByteMilliseconds = 0
  package var totalMilliseconds = 0
  package var remoteAddress: String?
  package var tls: TLSFacts?
  package var at: Moment

  package init(url: String, at: Moment) { (self.url, finalURL, self.at) = (url, url, at) }

  package var isGood: Bool { fault == nil }
  package var isNotModified: Bool { fault == nil && status == 304 }
}

/// What a look at a host's certificate told.
package struct TLSFacts: Sendable, Hashable, Codable {
  package var subject: String?
  package var issuer: String?
  package var notBefore: Moment?
  package var notAfter: Moment?
  package init(subject: String? = nil, issuer: String? = nil, notBefore: Moment? = nil, notAfter: Moment? = nil) {
    (self.subject, self.issuer, self.notBefore, self.notAfter) = (subject, issuer, notBefore, notAfter)
  }
}
