/// An http(s) address read as browsers read it (WHATWG URL, the parts that portals use), and always written the same way:
/// lower-case host, no default port, no dot segments, path in UTF-8, query in the page's own charset, no user name.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
  package var scheme: String
  /// Lower case; non-ASCII labels as they stand, for libcurl to convert.
  package var host: String
  /// Nil for the scheme's default.
  package var port: Int?
  /// Begins with `/`, percent-encoded.
  package var path: String
  /// Without `?`.
  package var query: String?

  /// Bytes of a query's non-ASCII text in the page's charset.
  package typealias QueryEncoder = (String) -> [UInt8]

  /// Nil when the text is no absolute http(s) address.
  package init?(_ text: String, queryEncoder: QueryEncoder = { Array($0.utf8) }) {
    if let plain = WebAddress.plain(text) {
      self = plain
      return
    }
    guard let (scheme, rest) = WebAddress.splitScheme(WebAddress.cleaned(text)), ["http", "https"].contains(scheme)
    else { return nil }
    self.init(scheme: scheme, afterScheme: rest[...], queryEncoder)
  }

  /// What a reference on a page leads to; `fragment` is percent-decoded, nil when there is none.
  package enum Reference: Sendable, Hashable {
    case web(WebAddress, fragment: String?)
    /// `mailto:`, `tel:`, `javascript:`, `data:` and the like.
    case otherScheme(String)
    /// Empty, or only `#fragment`, of this page.
    case samePage(fragment: String?)
    /// Written so that no browser gets anywhere.
    case malformed
  }

  /// Reads `reference` as it stands in an attribute of a page at this address (or its `<base>`).
  package func resolve(_ reference: String, queryEncoder: QueryEncoder = { Array($0.utf8) }) -> Reference {
    if let plain = plainlyResolved(reference) { return plain }
    var text = WebAddress.cleaned(reference)
    var fragment: String?
    if let hash = text.firstIndex(of: "#") {
      fragment = String(text[text.index(after: hash)...]).percentDecoded
      text = String(text[..<hash])
    }
    if text.isEmpty { return .samePage(fragment: fragment) }
    if let (scheme, rest) = WebAddress.splitScheme(text) {
      guard ["http", "https"].contains(scheme) else { return .otherScheme(scheme) }
      if scheme != self.scheme || rest.hasPrefix("/") || rest.hasPrefix("\\") {
        return WebAddress(scheme: scheme, afterScheme: rest[...], queryEncoder)
          .map { .web($0, fragment: fragment) } ?? .malformed
      }
      text = rest  // `http:path` is relative when the scheme is the page's own.
    }
    var parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let reference = parts.removeFirst().replacing("\\", with: "/")
    if reference.hasPrefix("//") {
      let absolute = String(reference) + (parts.first.map { "?" + $0 } ?? "")
      return WebAddress(scheme: scheme, afterScheme: absolute[...], queryEncoder)
        .map { .web($0, fragment: fragment) } ?? .malformed
    }
    var result = self
    result.query = parts.first.map { WebAddress.encodeQuery($0, queryEncoder) }
    if reference.isEmpty {
      if parts.isEmpty { result.query = query }
    } else if reference.hasPrefix("/") {
      result.path = WebAddress.normalisedPath(reference)
    } else {
      let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
      result.path = WebAddress.normalisedPath(folder + reference)
    }
    return .web(result, fragment: fragment)
  }

  /// `host` or `host:port` as in Targets.yaml.
  package var authority: String { port.map { "\(host):\($0)" } ?? host }
  package var pathAndQuery: String { query.map { "\(path)?\($0)" } ?? path }
  package var description: String {
    var text = ""
    text.reserveCapacity(scheme.utf8.count + host.utf8.count + path.utf8.count + (query?.utf8.count ?? 0) + 12)
    text += scheme
    text += "://"
    text += host
    if let port { text += ":\(port)" }
    text += path
    if let query {
      text += "?"
      text += query
    }
    return text
  }
  package var isHomePath: Bool { query == nil && ["/", "/index.html", "/index.htm", "/index.shtml"].contains(path) }

  init(scheme: String, host: String, path: String) {
    (self.scheme, self.host, self.path) = (scheme, host, path)
  }

  private init?(scheme: String, afterScheme: Substring, _ queryEncoder: QueryEncoder) {
    var rest = afterScheme.drop { $0 == "/" || $0 == "\\" }
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    let end = rest.firstIndex { "/\\?".contains($0) } ?? rest.endIndex
    guard let (host, port) = WebAddress.hostAndPort(rest[..<end], scheme: scheme) else { return nil }
    (self.scheme, self.host, self.port) = (scheme, host, port)
    let parts = rest[end...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = WebAddress.normalisedPath((parts.first ?? "").replacing("\\", with: "/"))
    query = parts.count > 1 ? WebAddress.encodeQuery(parts[1], queryEncoder) : nil
  }

  private static func hostAndPort(_ authority: Substring, scheme: String) -> (String, Int?)? {
    var authority = authority
    if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
    var port: Int?
    var host = String(authority)
    let portStart = authority.lastIndex(of: ":").flatMap {
      $0 > (authority.lastIndex(of: "]") ?? authority.startIndex) ? $0 : nil
    }
    if let colon = portStart {
      let digits = authority[authority.index(after: colon)...]
      host = String(authority[..<colon])
      if !digits.isEmpty {
        guard let number = Int(digits), (1...65535).contains(number), digits.allSatisfy(\.isASCII) else { return nil }
        port = number == (scheme == "https" ? 443 : 80) ? nil : number
      }
    }
    host = host.percentDecoded.lowercased().replacing("。", with: ".")
    if host.hasSuffix(".") { host.removeLast() }
    // Brackets enclose a literal address, and stand nowhere else.
    if host.contains(where: { "[]".contains($0) }) {
      guard host.hasPrefix("["), host.firstIndex(of: "]") == host.index(before: host.endIndex),
        host.count(where: { $0 == "[" }) == 1
      else { return nil }
    }
    let bad: (Character) -> Bool = { $0.isWhitespace || "<>\"'`^|\\%,;(){}，：；、".contains($0) }
    guard !host.isEmpty, !host.contains(where: bad), !host.hasPrefix("."), !host.contains("..") else { return nil }
    return (host, port)
  }

  private static func cleaned(_ text: String) -> String {
    // Nearly all references are plain ASCII: nothing to clean.
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) { return text }
    let scalars = text.unicodeScalars.filter { !["\t", "\n", "\r"].contains($0) }
    var view = Substring.UnicodeScalarView(scalars)
    while let first = view.first, first.value <= 0x20 || first == "\u{3000}" || first == "\u{feff}" {
      view.removeFirst()
    }
    while let last = view.last, last.value <= 0x20 || last == "\u{3000}" || last == "\u{feff}" { view.removeLast() }
    return String(view)
  }

  private static func splitScheme(_ text: String) -> (String, String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon]
    guard let first = scheme.first, first.isASCII, first.isLetter,
      scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return (scheme.lowercased(), String(text[text.index(after: colon)...]))
  }

  static func normalisedPath(_ path: some StringProtocol) -> String {
    if isNormal(path) { return String(path) }
    var out: [Substring] = []
    let text = String(path)
    let segments = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst(text.hasPrefix("/") ? 1 : 0)
    for (index, segment) in segments.enumerated() {
      let plain = segment.lowercased().replacing("%2e", with: ".")
      let isLast = index == segments.count - 1
      if plain == ".." {
        _ = out.popLast()
        if isLast { out.append("") }
      } else if plain == "." {
        if isLast { out.append("") }
      } else {
        out.append(segment)
      }
    }
    return "/" + out.map { percentEncoded(Array($0.utf8), keep: pathKeep) }.joined(separator: "/")
  }

  /// Nothing to encode and no dot segments: `/a/b.html`.
  private static func isNormal(_ path: some StringProtocol) -> Bool {
    var before = UInt8(0)
    for byte in path.utf8 {
      if !pathKeep[Int(byte)] || byte == 0x25 || (byte == 0x2e && before == 0x2f) { return false }
      if before == 0, byte != 0x2f { return false }
      before = byte
    }
    return before != 0
  }

  private static func encodeQuery(_ query: Substring, _ encoder: QueryEncoder) -> String {
    let bytes = query.utf8.allSatisfy { $0 < 0x80 } ? Array(query.utf8) : encoder(String(query))
    return percentEncoded(bytes, keep: queryKeep)
  }

  static let pathKeep = printable(without: "\"<>`{}?#^|")
  static let queryKeep = printable(without: "\"<>#'")

  private static func printable(without left: String) -> [Bool] {
    (0..<256).map { $0 > 0x20 && $0 < 0x7f && !left.utf8.contains(UInt8($0)) }
  }

  private static func percentEncoded(_ bytes: [UInt8], keep: [Bool]) -> String {
    if bytes.allSatisfy({ keep[Int($0)] }) { return String(decoding: bytes, as: UTF8.self) }
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in bytes {
      if keep[Int(byte)] { out.append(byte) } else { out += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]] }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension String {
  /// `%XX` decoded as UTF-8; bytes that are no UTF-8 become U+FFFD, a stray `%` stays.
  package var percentDecoded: String {
    guard utf8.contains(0x25) else { return self }
    let source = Array(utf8)
    var (bytes, index) = ([UInt8](), 0)
    while index < source.count {
      if source[index] == 0x25, index + 2 < source.count,
        let byte = UInt8(String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
