import DuwangCore
import HTMLTree

/// 政府信息公开目录平台 gkmlpt: the directory is JSON below `/gkmlpt/api/all/`.
enum Gkmlpt: Family {
  static let name = "gkmlpt"

  static func fits(_ signs: FamilySigns) -> Bool {
    signs.address.path.hasPrefix("/gkmlpt") || signs.hasAny(fingerprints)
  }

  /// What the platform's own pages load; a link to the platform stands on every page of a portal.
  static let fingerprints = [
    "src=\"/gkmlpt", "src='/gkmlpt", "gkmlpt/static", "gkmlpt/dist", "gkmlpt/api", "gkmlpt/js", "gkmlpt/css",
    "gkmlpt/content/common",
  ]

  static func findings(_ scene: PageScene, _ signs: FamilySigns) -> FamilyFindings {
    var found = FamilyFindings()
    guard signs.address.path.hasPrefix("/gkmlpt"), let site = signs.value("SID") else { return found }
    let column = signs.value("COLUMN_ID") ?? signs.value("cateId") ?? signs.value("CATE_ID") ?? "0"
    if let url = scene.absolute("/gkmlpt/api/all/\(QueryValue.encode(column))?page=1&sid=\(QueryValue.encode(site))") {
      found.sources = [ListSource(kind: .recordsJSON, url: url)]
    }
    return found
  }
}
