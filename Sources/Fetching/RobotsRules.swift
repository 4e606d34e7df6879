import Foundation

/// robots.txt as RFC 9309 reads it, for one product token.
struct RobotsRules: Sendable {
  private struct Rule: Sendable {
    var allows: Bool
    /// The pattern without `*`, in the pieces between them.
    var pieces: [ArraySlice<UInt8>]
    var endsAtEnd: Bool
    var length: Int
  }
  private var rules: [Rule] = []
  /// Seconds between requests; not in the RFC, but hosts mean it.
  private(set) var crawlDelay: Double?
  private static let longestPattern = 2048

  /// Nothing is forbidden.
  init() {}

  /// Reads the groups of `token` (§2.2.1: compared without case), or those of `*` where it has none.
  init(_ bytes: [UInt8], token: String) {
    var (own, others) = (RobotsRules(), RobotsRules())
    var (isOwn, isOther, isOpen, foundOwn) = (false, false, false, false)
    for line in bytes.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
      let text = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = RobotsRules.trimmed(text[..<colon].drop { $0 >= 0x80 })
      let value = RobotsRules.trimmed(text[(colon + 1)...])
      switch String(decoding: key, as: UTF8.self).lowercased() {
      case "user-agent":
        if !isOpen { (isOwn, isOther, isOpen) = (false, false, true) }
        if value.first == UInt8(ascii: "*") {
          isOther = true
        } else if RobotsRules.product(value) == token.lowercased() {
          (isOwn, foundOwn) = (true, true)
        }
      case "allow", "disallow":
        isOpen = false
        guard let rule = RobotsRules.rule(value, allows: key.count == 5) else { continue }
        if isOwn { own.rules.append(rule) }
        if isOther { others.rules.append(rule) }
      case "crawl-delay":
        let delay = Double(String(decoding: value, as: UTF8.self)).flatMap { $0 > 0 ? $0 : nil }
        if isOwn { own.crawlDelay = delay }
        if isOther { others.crawlDelay = delay }
      default: continue
      }
    }
    self = foundOwn ? own : others
  }

  /// §2.2.2: the longest matching rule holds, and allow wins over disallow of the same length.
  func allows(_ pathAndQuery: String) -> Bool {
    if pathAndQuery == "/robots.txt" { return true }
    let path = RobotsRules.normalised(Array(pathAndQuery.utf8)[...])
    var best: Rule?
    for rule in rules where rule.length > best?.length ?? -1 || (rule.length == best?.length && rule.allows) {
      if RobotsRules.matches(rule, path) { best = rule }
    }
    return best?.allows ?? true
  }

  private static func rule(_ pattern: ArraySlice<UInt8>, allows: Bool) -> Rule? {
    guard !pattern.isEmpty else { return nil }
    var text = normalised(pattern.prefix(longestPattern))[...]
    let length = text.count
    let endsAtEnd = text.last == UInt8(ascii: "$")
    if endsAtEnd { text = text.dropLast() }
    let pieces = text.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    return Rule(allows: allows, pieces: pieces, endsAtEnd: endsAtEnd, length: length)
  }

  /// The first piece stands at the beginning; each further one is taken where it first occurs, which never loses a match.
  private static func matches(_ rule: Rule, _ path: [UInt8]) -> Bool {
    guard let first = rule.pieces.first, path.starts(with: first) else { return false }
    var rest = path[first.count...]
    for piece in rule.pieces.dropFirst().dropLast(rule.endsAtEnd ? 1 : 0) where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    guard rule.endsAtEnd else { return true }
    guard rule.pieces.count > 1, let last = rule.pieces.last else { return rest.isEmpty }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  /// §2.2.2: octets outside ASCII compare percent-encoded, unreserved ones plain.
  private static func normalised(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var (out, index) = ([UInt8](), bytes.startIndex)
    let hex = Array("0123456789ABCDEF".utf8)
    while index < bytes.endIndex {
      var byte = bytes[index]
      var isEncoded = byte >= 0x80
      if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        (byte, isEncoded) = (value, !isUnreserved(value))
        index += 2
      }
      out += isEncoded ? [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]] : [byte]
      index += 1
    }
    return out
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: "-._~".utf8.contains(byte)
    }
  }

  /// `duwang/1.0 (…)` names the product `duwang`.
  private static func product(_ value: ArraySlice<UInt8>) -> String {
    let name = value.prefix { (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0) || $0 == 0x2d || $0 == 0x5f }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }
}
