import DuwangCore

/// Follows redirects hop by hop: each hop is a request of its own, with the limits, robots.txt and guards of its host.
struct RedirectingStep: Step {
  let next: any Step
  static let mostHops = 10

  func send(_ first: Hop) async -> FetchOutcome {
    var hop = first
    var chain = Chain(url: first.request.url)
    while true {
      let outcome = await next.send(hop)
      guard let status = outcome.status, [301, 302, 303, 307, 308].contains(status) else { return chain.ended(outcome) }
      guard let location = outcome.headers["location"], !location.isEmpty else { return chain.ended(outcome) }
      chain.add(outcome, status, host: hop.lane)
      guard let target = RedirectingStep.target(location, from: hop.address) else {
        return chain.ended(outcome, .badRedirect, "Location: \(location.prefix(200))")
      }
      guard chain.hops.count <= RedirectingStep.mostHops else {
        return chain.ended(outcome, .tooManyRedirects, "more than \(RedirectingStep.mostHops) redirects")
      }
      if case .post = hop.request.method, status != 307, status != 308 { hop.request.method = .get }
      let isSafe = target.authority == hop.lane && (target.scheme == "https" || hop.address.scheme == "http")
      hop.carriesOwnHeaders = hop.carriesOwnHeaders && isSafe
      hop.address = target
      hop.cookie = chain.cookies(for: hop.lane)
      guard chain.isNew(hop) else {
        // A page that sets a cookie and comes back to itself looks whether its visitor is a browser.
        return chain.ended(outcome, chain.hasCookies ? .challenge : .redirectLoop, "back at \(target)")
      }
    }
  }

  /// Nil when a browser would not get anywhere, or only out of the web.
  private static func target(_ location: String, from address: WebAddress) -> WebAddress? {
    switch address.resolve(location) {
    case .web(let target, _): target
    case .samePage: address
    case .otherScheme, .malformed: nil
    }
  }
}

/// The redirects followed so far for one request.
private struct Chain {
  let url: String
  var hops: [FetchOutcome.Hop] = []
  private var seen: Set<String> = []
  private var cookies: [String: [String: String]] = [:]
  private var firstByte = 0
  private var total = 0

  init(url: String) { self.url = url }

  var hasCookies: Bool { !cookies.isEmpty }

  mutating func add(_ outcome: FetchOutcome, _ status: Int, host: String) {
    if hops.isEmpty { seen.insert("\(outcome.finalURL) ") }
    hops.append(.init(url: outcome.finalURL, status: status))
    firstByte += outcome.firstByteMilliseconds
    total += outcome.totalMilliseconds
    for (name, value) in Chain.cookies(outcome.headers["set-cookie"] ?? "") {
      cookies[host, default: [:]][name] = value
    }
  }

  /// False when the same address was asked for with the same cookies before.
  mutating func isNew(_ hop: Hop) -> Bool { seen.insert("\(hop.address) \(hop.cookie ?? "")").inserted }

  func cookies(for host: String) -> String? {
    cookies[host].map { $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
  }

  /// `outcome` as that of the address asked for.
  func ended(_ outcome: FetchOutcome, _ fault: FetchFault? = nil, _ detail: String? = nil) -> FetchOutcome {
    var outcome = outcome
    outcome.url = url
    outcome.hops = hops
    if let fault { (outcome.fault, outcome.detail) = (fault, detail) }
    if fault == nil {
      outcome.firstByteMilliseconds += firstByte
      outcome.totalMilliseconds += total
    }
    return outcome
  }

  /// Names and values of a joined Set-Cookie header; the comma inside a date does not begin a cookie.
  private static func cookies(_ header: String) -> [(String, String)] {
    header.split(separator: ", ").compactMap { part in
      let pair = part.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      guard let name = pair.first, pair.count == 2, !name.contains(" ") else { return nil }
      return (String(name), String(pair[1]))
    }
  }
}
