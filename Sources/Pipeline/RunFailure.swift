import DuwangCore

/// Why a read-check could not be made: our own faults and our own surroundings, never the portal's.
package enum RunFailure: Error, Sendable, CustomStringConvertible {
  /// Every control address failed, or no name resolves and there is no route: nobody is accused.
  case offline(String)
  /// A configured site resolves to a private address and those are not allowed.
  case privateSite(name: String, url: String, address: String)

  package var description: String {
    switch self {
    case .offline(let why):
      "本机网络不通，本次未作读网，不对任何单位下结论。（\(why)）请检查本机网络后重新运行。"
    case .privateSite(let name, let url, let address):
      "“\(name)”\(url) 解析到内部网络地址\(address)，按现有设置不读取内部地址。"
        + "确需在政务内网读取的，请在Targets.yaml的fetch下写明 allow_private_addresses: true。"
    }
  }
}
