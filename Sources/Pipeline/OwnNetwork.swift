import DuwangCore

/// Tells a machine that reaches no outside address from outside addresses that are dead: inside a government network
/// every link to another site fails, and none of them is broken.
enum OwnNetwork {
  /// When two or more outside hosts have no name or no route and not one answered, their links were not checked.
  static func withdrawn(_ links: [LinkReading]) -> [LinkReading] {
    let outside = links.filter(\.isExternal)
    guard !outside.contains(where: { $0.code != nil }) else { return links }
    let silent = Set(outside.filter(isWithoutNetwork).compactMap { WebAddress($0.url)?.host }.filter(isOrdinary))
    guard silent.count >= 2 else { return links }
    return links.map { link in
      guard link.isExternal, isWithoutNetwork(link) else { return link }
      var link = link
      (link.status, link.fault, link.reason) = (.skipped, .offline, "本机无法连接外部网络，未作检查")
      return link
    }
  }

  private static func isWithoutNetwork(_ link: LinkReading) -> Bool {
    switch link.fault {
    case .nameNotResolved, .noRoute, .connectTimeout, .timeout: link.code == nil
    default: false
    }
  }

  /// Names reserved never to resolve (RFC 2606) tell nothing about the network.
  private static func isOrdinary(_ host: String) -> Bool {
    ![".invalid", ".test", ".example", ".localhost"].contains { host.hasSuffix($0) }
  }
}
