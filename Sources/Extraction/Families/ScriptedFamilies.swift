import DuwangCore
import HTMLTree

/// truecms: messages by `messageController/getMessage.do`.
enum Truecms: Family {
  static let name = "truecms"
  static let fingerprints = ["messageController/getMessage.do"]

  static func findings(_ scene: PageScene, _ signs: FamilySigns) -> FamilyFindings {
    var found = FamilyFindings()
    guard let column = signs.value("columnId"),
      let url = scene.absolute(
        "/messageController/getMessage.do?startrecord=1&endrecord=10&perpage=10&columnId=\(QueryValue.encode(column))&callback=a"
      )
    else { return found }
    found.sources = [ListSource(kind: .recordsXML, url: url)]
    return found
  }
}

/// 龙讯 publicsite: the column's own address, asked for its list, answers with rows.
enum PublicSite: Family {
  static let name = "publicsite"
  static let fingerprints = ["type=4&action=list", "type=4&amp;action=list"]

  static func fits(_ signs: FamilySigns) -> Bool { signs.hasAny(fingerprints) || isColumn(signs.address.path) }

  static func findings(_ scene: PageScene, _ signs: FamilySigns) -> FamilyFindings {
    var found = FamilyFindings()
    guard isColumn(scene.address.path), let url = scene.absolute("\(scene.address.path)?type=4&action=list") else {
      return found
    }
    (found.sources, found.isGuess) = ([ListSource(kind: .page, url: url)], true)
    return found
  }

  private static func isColumn(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 3 && parts[0] == "public" && parts[1] == "column" && parts[2].allSatisfy(\.isNumber)
  }
}
