/// What an address on another site shows to a visitor (外链落地页), as far as it tells who owns that site.
package struct Landing: Sendable, Hashable, Codable {
  /// The document's title, at most 200 characters.
  package var title: String
  /// Host that answered, after redirects.
  package var host: String
  /// Words of gambling, pornography and forged papers in the title, and in the title, description and text together.
  package var illicitInTitle: Int
  package var illicit: [String]
  /// Says that the name is for sale or has expired.
  package var isForSale: Bool
  package init(title: String, host: String, illicitInTitle: Int = 0, illicit: [String] = [], isForSale: Bool = false) {
    (self.title, self.host, self.isForSale) = (String(title.prefix(200)), host, isForSale)
    (self.illicitInTitle, self.illicit) = (illicitInTitle, illicit)
  }
}

extension WebAddress {
  /// The part of the host that one owner registers: its last two labels, three below second levels like `com.cn`,
  /// `gov.cn` or `gs.cn`; the whole host when it is a number.
  package var registrableDomain: String {
    let labels = host.split(separator: ".")
    guard labels.count > 2, let last = labels.last, !last.allSatisfy(\.isNumber), !host.hasPrefix("[") else {
      return host
    }
    let second = labels[labels.count - 2]
    let isShared = last.count == 2 && (second.count == 2 || WebAddress.secondLevels.contains(String(second)))
    return labels.suffix(isShared ? 3 : 2).joined(separator: ".")
  }

  private static let secondLevels: Set<String> = ["com", "net", "org", "gov", "edu", "mil", "info"]
}
