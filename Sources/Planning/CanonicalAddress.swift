import DuwangCore

/// One address for one page: without what only tells visitors apart (session numbers, campaign tags).
package enum CanonicalAddress {
  /// The address to ask for and to remember; nil when the text is no http(s) address.
  package static func of(_ url: String) -> WebAddress? {
    guard var address = WebAddress(url) else { return nil }
    if address.path.utf8.contains(where: { $0 == 0x3b || $0 == 0x28 }) { address.path = withoutSession(address.path) }
    guard let query = address.query else { return address }
    let kept = pairs(of: query).filter { !isNoise($0) }
    address.query = kept.isEmpty ? nil : kept.joined(separator: "&")
    return address
  }

  /// The key of an address as written; nil when it is no http(s) address.
  package static func key(of url: String) -> UInt64? { of(url).map { key(of: $0) } }

  /// Equal for addresses that differ in the order of their parameters, in http or https, or in a final `index.html`.
  static func key(of address: WebAddress) -> UInt64 {
    var path = Substring(address.path)
    for index in ["index.html", "index.htm", "index.shtml"] where path.hasSuffix("/" + index) {
      path = path.dropLast(index.count)
    }
    let query = address.query.map { pairs(of: $0).sorted().joined(separator: "&") }
    return StableHash.of("\(address.authority)\(path)\(query.map { "?" + $0 } ?? "")")
  }

  static func pairs(of query: String) -> [Substring] { query.split(separator: "&") }

  static func name(of pair: Substring) -> String { pair.prefix { $0 != "=" }.lowercased() }

  private static func isNoise(_ pair: Substring) -> Bool {
    let name = name(of: pair)
    if sessionNames.contains(name) || name.hasPrefix("utm_") || name.hasPrefix("aspsessionid") { return true }
    // `sid` is a site's number on some platforms and a session's on others: only the long ones are sessions.
    return (name == "sid" || name == "s") && pair.utf8.count >= 24
  }

  private static let sessionNames: Set<String> = [
    "jsessionid", "phpsessid", "sessionid", "session_id", "cfid", "cftoken", "spm", "_ga", "gclid", "fbclid",
  ]

  /// Drops `;jsessionid=…` and `(S(…))` segments.
  private static func withoutSession(_ path: String) -> String {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
      .filter { !($0.hasPrefix("(S(") && $0.hasSuffix("))")) }
      .map { segment -> Substring in
        guard let semicolon = segment.firstIndex(of: ";"),
          segment[semicolon...].lowercased().contains("session")
        else { return segment }
        return segment[..<semicolon]
      }
    return segments.joined(separator: "/")
  }
}
