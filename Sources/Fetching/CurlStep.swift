import CurlClient
import DuwangCore

/// The innermost step: one exchange with the server, its answer named.
struct CurlStep: Step {
  /// Bytes of an attachment or a foreign page that are enough to know it by.
  static let prefix = 64 * 1024
  /// RFC 9309 §2.5: at least 500 KiB must be read.
  static let robotsLimit = 500 * 1024

  let client: CurlClient
  let settings: FetchSettings
  let proxy: String?
  let ownHeaders: [CurlRequest.Header]
  /// Facts of each host's certificate, from the first connection on.
  let certificates = Locked<[String: TLSFacts]>([:])

  func send(_ hop: Hop) async -> FetchOutcome {
    if proxy != nil, !settings.allowsPrivateAddresses, AddressGuard.isPrivateLiteral(hop.address.host) {
      return hop.outcome(.privateAddress, hop.address.host)
    }
    let answer = await client.perform(request(hop))
    var outcome = FetchOutcome(url: hop.request.url, at: .now)
    outcome.finalURL = hop.address.description
    outcome.status = answer.status
    for header in answer.headers {
      outcome.headers[header.name] = outcome.headers[header.name].map { "\($0), \(header.value)" } ?? header.value
    }
    (outcome.body, outcome.bodyIsCut) = (answer.body, answer.isCut)
    outcome.firstByteMilliseconds = Int(answer.firstByteSeconds * 1000)
    outcome.totalMilliseconds = Int(answer.totalSeconds * 1000)
    outcome.remoteAddress = answer.remoteAddress
    if let failure = answer.failure {
      outcome.fault = FaultNames.fault(of: failure, hasAnswer: answer.status != nil, usesProxy: proxy != nil)
      outcome.detail = FaultNames.detail(of: failure)
    } else {
      outcome.fault = verdict(outcome, hop)
    }
    if hop.address.scheme == "https" { outcome.tls = await certificate(answer, hop, outcome.fault) }
    return outcome
  }

  private func verdict(_ outcome: FetchOutcome, _ hop: Hop) -> FetchFault? {
    guard let status = outcome.status else { return .protocolError }
    if WallSigns.isChallenge(status: status, headers: outcome.headers, body: outcome.body) { return .challenge }
    let isConditional = hop.request.etag != nil || hop.request.lastModified != nil
    if status == 304, !isConditional { return .protocolError }
    return FetchFault.of(status: status)
  }

  private func request(_ hop: Hop) -> CurlRequest {
    var request = CurlRequest(url: hop.address.description)
    let asked = hop.request
    request.headers = [
      .init("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"), .init("Accept-Language", "zh-CN,zh;q=0.9"),
    ]
    func add(_ name: String, _ value: String?) { if let value { request.headers.append(.init(name, value)) } }
    if case .post(let body, let contentType) = asked.method {
      request.post = Array(body.utf8)
      add("Content-Type", contentType)
    } else {
      add("If-None-Match", asked.etag)
      add("If-Modified-Since", asked.lastModified)
    }
    add("Referer", asked.referer)
    add("Cookie", hop.cookie)
    if hop.carriesOwnHeaders { request.headers += ownHeaders }
    request.userAgent = settings.userAgent
    request.body = bodyWanted(asked.purpose)
    setTimeouts(&request)
    // What a probe does not have within the limit has not opened.
    if asked.purpose == .probe { request.totalTimeout = settings.timeout.seconds }
    request.allowsPrivateAddresses = settings.allowsPrivateAddresses
    request.proxy = proxy
    request.overIPv6 = asked.overIPv6
    return request
  }

  private func bodyWanted(_ purpose: FetchRequest.Purpose) -> CurlRequest.BodyWanted {
    switch purpose {
    case .page: .whole(max: settings.maxBody)
    case .robots: .prefix(CurlStep.robotsLimit)
    case .probe: .prefix(settings.maxBody)
    case .asset, .external, .control: .prefix(CurlStep.prefix)
    }
  }

  private func setTimeouts(_ request: inout CurlRequest) {
    let open = settings.timeout.seconds
    // A large file over a slow line (100 kB/s) is no fault.
    let bytes: Int =
      switch request.body {
      case .whole(let max), .prefix(let max): max
      case .connectionOnly: 0
      }
    request.openTimeout = open
    request.stallTimeout = Int(open.rounded(.up))
    request.totalTimeout = open * 4 + Double(bytes) / 100_000
  }

  /// The certificate's facts: those of this connection, of an earlier one, or, where it was not accepted, of a second
  /// look without verification, which asks the server for nothing.
  private func certificate(_ answer: CurlAnswer, _ hop: Hop, _ fault: FetchFault?) async -> TLSFacts? {
    if !answer.certificate.isEmpty { return remember(answer.certificate, hop) }
    if let known = certificates.withLock({ $0[hop.lane] }) { return known }
    guard let fault, fault.isTLS, fault != .tlsHandshake else { return nil }
    var look = CurlRequest(url: hop.origin + "/")
    look.body = .connectionOnly
    look.verifiesCertificate = false
    look.allowsPrivateAddresses = settings.allowsPrivateAddresses
    look.proxy = proxy
    setTimeouts(&look)
    let second = await client.perform(look)
    return second.certificate.isEmpty ? nil : remember(second.certificate, hop)
  }

  private func remember(_ certificate: [String: String], _ hop: Hop) -> TLSFacts {
    let facts = TLSFacts(
      subject: certificate["Subject"], issuer: certificate["Issuer"],
      notBefore: certificate["Start date"].flatMap(HeaderTime.moment),
      notAfter: certificate["Expire date"].flatMap(HeaderTime.moment))
    certificates.withLock { $0[hop.lane] = facts }
    return facts
  }
}
