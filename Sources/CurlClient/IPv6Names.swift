import Foundation
import Glibc

/// Where the IPv6 addresses of a name lead, as the resolver and the routes of this machine tell without a packet sent to them.
package enum IPv6Names: Sendable, Hashable {
  /// The name has none.
  case none
  /// It has some, and this machine has no IPv6 network to reach them by.
  case noNetwork
  case routed
  /// The resolver gave no answer.
  case unknown

  /// Asks the resolver on a thread of its own: the answer may take as long as the system's resolver waits.
  package static func look(_ host: String) async -> IPv6Names {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: ask(host)) }
    }
  }

  private static func ask(_ host: String) -> IPv6Names {
    var hints = addrinfo()
    // Without AI_ADDRCONFIG, so that a machine without IPv6 is told of addresses too.
    (hints.ai_family, hints.ai_socktype) = (AF_INET6, Int32(SOCK_DGRAM.rawValue))
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, "443", &hints, &list)
    defer { if let list { freeaddrinfo(list) } }
    if code == EAI_NONAME || code == noAddress { return .none }
    guard code == 0, let first = list else { return .unknown }
    let all = sequence(first: first) { $0.pointee.ai_next }
    return all.contains { isRouted($0.pointee) } ? .routed : .noNetwork
  }

  /// EAI_NODATA: the name exists and has no address of this family. glibc hides it from strict headers.
  private static let noAddress: Int32 = -5

  /// Connecting a datagram socket only looks for a route.
  private static func isRouted(_ address: addrinfo) -> Bool {
    let socket = socket(AF_INET6, Int32(SOCK_DGRAM.rawValue), 0)
    guard socket >= 0 else { return false }
    defer { close(socket) }
    return connect(socket, address.ai_addr, address.ai_addrlen) == 0
  }
}
