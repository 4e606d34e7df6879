import DuwangCore
import HTMLTree

/// 拓尔思 TRS WCM (海云): static lists, `createPageHTML(pages, current, stem, ending)`, articles `t20181220_123.html`.
enum Trs: Family {
  static let name = "trs"

  static let fingerprints = ["TRS_Editor", "createPageHTML(", "_trs_ta_js", "trs_web", "TRS_PreAppend"]

  static func fits(_ signs: FamilySigns) -> Bool { signs.hasAny(fingerprints) || isArticle(signs.address.path) }

  private static func isArticle(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last, name.hasPrefix("t"), let line = name.firstIndex(of: "_") else {
      return false
    }
    return name[name.index(after: name.startIndex)..<line].count == 8
      && name[line...].dropFirst().first?.isNumber == true
  }
}
