import Glibc

/// Tells addresses of the public Internet from those that lead into the machine or its own network.
package enum AddressGuard {
  /// IPv4 as a number in host order. This network, private, carrier-grade NAT, loopback, link-local, protocol
  /// assignments, multicast and reserved ones (RFC 6890). 198.18/15 is left open: local proxies map names into it.
  package static func isPrivate(v4 address: UInt32) -> Bool {
    let ranges: [(UInt32, Int)] = [
      (0x0000_0000, 8), (0x0a00_0000, 8), (0x6440_0000, 10), (0x7f00_0000, 8), (0xa9fe_0000, 16), (0xac10_0000, 12),
      (0xc000_0000, 24), (0xc0a8_0000, 16), (0xe000_0000, 4), (0xf000_0000, 4),
    ]
    return ranges.contains { base, bits in (address ^ base) >> (32 - UInt32(bits)) == 0 }
  }

  /// IPv6 in network order, 16 bytes. Unspecified, loopback, unique local, link-local, site-local and multicast ones,
  /// and every form that carries a private IPv4 address (mapped, compatible, NAT64, 6to4).
  package static func isPrivate(v6 bytes: [UInt8]) -> Bool {
    guard bytes.count == 16 else { return true }
    if bytes[0] == 0xff || bytes[0] & 0xfe == 0xfc { return true }
    if bytes[0] == 0xfe, bytes[1] & 0x80 != 0 { return true }
    let inner: (Int) -> Bool = { start in
      isPrivate(v4: bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
    let zeros = bytes.prefix { $0 == 0 }.count
    if zeros >= 12 || (zeros == 10 && bytes[10] == 0xff && bytes[11] == 0xff) { return inner(12) }
    if bytes.starts(with: [0, 0x64, 0xff, 0x9b]) { return inner(12) }
    if bytes.starts(with: [0x20, 0x02]) { return inner(2) }
    return false
  }

  /// Whether `host` is written as a private address or as `localhost`: what can be told without resolving.
  package static func isPrivateLiteral(_ host: String) -> Bool {
    let bare = host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" && $0 != "%" }) : host
    if bare == "localhost" || bare.hasSuffix(".localhost") { return true }
    var (v4, v6) = (in_addr(), in6_addr())
    // inet_aton also reads the short, octal and hexadecimal forms that resolvers accept.
    if inet_aton(bare, &v4) == 1 { return isPrivate(v4: UInt32(bigEndian: v4.s_addr)) }
    if inet_pton(AF_INET6, bare, &v6) == 1 { return isPrivate(v6: withUnsafeBytes(of: &v6) { Array($0) }) }
    return false
  }

  /// The address in text when it is not public; nil when it may be connected to. Unknown families are not public.
  static func refusal(of address: UnsafePointer<sockaddr>) -> String? {
    let raw = UnsafeRawPointer(address)
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      var v4 = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
      guard isPrivate(v4: UInt32(bigEndian: v4.s_addr)) else { return nil }
      inet_ntop(AF_INET, &v4, &text, socklen_t(text.count))
    case AF_INET6:
      var v6 = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      guard isPrivate(v6: withUnsafeBytes(of: &v6) { Array($0) }) else { return nil }
      inet_ntop(AF_INET6, &v6, &text, socklen_t(text.count))
    default:
      return "family \(address.pointee.sa_family)"
    }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
