import DuwangCore

/// What an address alone suggests.
enum AddressShape {
  case article, list, unknown

  static func of(_ address: WebAddress) -> AddressShape {
    guard let last = address.path.split(separator: "/").last, !address.path.hasSuffix("/") else { return .list }
    let name = last.prefix { $0 != "." }.lowercased()
    if name.hasPrefix("index") || name.hasPrefix("list") || name.hasSuffix("list") || !last.contains(".") {
      return .list
    }
    let digits = name.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.count
    return digits >= 4 || AddressDate.find(address.path)?.day != nil ? .article : .unknown
  }
}
