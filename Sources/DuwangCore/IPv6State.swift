/// Whether a site can be reached over IPv6, as far as this machine can tell.
package enum IPv6State: String, Sendable, Hashable, Codable, CaseIterable {
  case answers
  case noAnswer = "no-answer"
  /// The name has no IPv6 address (AAAA).
  case noAddress = "no-address"
  /// The name has one, and this machine has no IPv6 network.
  case noNetworkHere = "no-network-here"
  /// The resolver gave no answer.
  case unknown

  package var chinese: String {
    switch self {
    case .answers: "域名有IPv6地址，经IPv6可以打开"
    case .noAnswer: "域名有IPv6地址，经IPv6未能打开"
    case .noAddress: "域名没有IPv6地址（AAAA记录）"
    case .noNetworkHere: "域名有IPv6地址，本机没有IPv6网络，未能试开"
    case .unknown: "本机未能查询域名的IPv6地址"
    }
  }
  /// The site's own fault.
  package var isLacking: Bool { self == .noAnswer || self == .noAddress }
}
