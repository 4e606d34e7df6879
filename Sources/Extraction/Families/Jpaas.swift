import DuwangCore
import HTMLTree

/// 大汉 JPAAS (集约化): lists are units that a script fills from a JSON answer with an HTML fragment.
enum Jpaas: Family {
  static let name = "jpaas"
  static let path = "/api-gateway/jpaas-publish-server/front/page/build/unit"

  static let fingerprints = ["jpaas-publish-server", "AuthorizedRead/unitbuild.js", "jpaas-jsearch-web-server"]

  static func findings(_ scene: PageScene, _ signs: FamilySigns) -> FamilyFindings {
    var found = FamilyFindings()
    var units: [(rank: Int, source: ListSource)] = []
    for script in scene.tree.all(.script) {
      guard let data = scene.tree.attribute(script, .queryData), case .object(let fields)? = LooseJSON(data),
        let base = scene.absolute(scene.tree.attribute(script, .url) ?? path), let rank = rank(fields)
      else { continue }
      units.append((rank, ListSource(kind: .unitJSON, url: address(base, fields))))
    }
    found.sources = units.sorted { $0.rank > $1.rank }.prefix(3).map(\.source)
    return found
  }

  /// Units of navigation, place and footer hold no rows; a unit that says 列表 comes first.
  private static func rank(_ fields: [String: LooseJSON]) -> Int? {
    let tag = fields["tagId"]?.text ?? ""
    if ["导航", "位置", "头部", "底部", "页头", "页脚", "轮播", "广告", "友情链接", "标题"].contains(where: tag.contains) { return nil }
    return tag.contains("列表") || tag.lowercased().contains("list") ? 2 : tag.contains("信息") ? 1 : 0
  }

  private static func address(_ base: String, _ fields: [String: LooseJSON]) -> String {
    let order = ["parseType", "webId", "tplSetId", "pageType", "tagId", "editType", "pageId"]
    let keys = order.filter { fields[$0] != nil } + fields.keys.filter { !order.contains($0) }.sorted()
    let query = keys.map { "\(QueryValue.encode($0))=\(QueryValue.encode(fields[$0]?.text ?? ""))" }
    return base + (base.contains("?") ? "&" : "?") + query.joined(separator: "&")
  }

  /// The following page of a unit: `paramJson={"pageNo":N,"pageSize":15}` (a bare pageNo is ignored on many sites).
  static func next(after url: String, rows: Int, count: Int) -> String? {
    let marker = "&paramJson="
    let parts = url.split(separator: marker, maxSplits: 1)
    let digits = parts.count > 1 ? String(parts[1]).percentDecoded.drop { !$0.isNumber }.prefix { $0.isNumber } : "1"
    guard rows > 0, let page = Int(digits), page * rows < count, let base = parts.first else { return nil }
    return base + marker + QueryValue.encode("{\"pageNo\":\(page + 1),\"pageSize\":\(rows)}")
  }
}
