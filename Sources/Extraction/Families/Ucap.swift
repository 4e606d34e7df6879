import DuwangCore
import HTMLTree

/// 开普云 UCAP: static lists in folders `c100538`, articles named by a hash.
enum Ucap: Family {
  static let name = "ucap"

  static let fingerprints = ["UCAP-CONTENT", "ucap"]

  static func fits(_ signs: FamilySigns) -> Bool {
    signs.hasAny(fingerprints) || (isFolder(signs.address.path) && signs.has(".shtml"))
  }

  private static func isFolder(_ path: String) -> Bool {
    path.split(separator: "/").contains { part in
      part.hasPrefix("c") && (6...7).contains(part.count) && part.dropFirst().allSatisfy(\.isNumber)
    }
  }
}
