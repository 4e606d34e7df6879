import DuwangCore
import HTMLTree

/// Reads what the national guideline asks of a home page: the marks at its foot, and its search box.
struct HomeMarks {
  let scene: PageScene
  private var tree: Tree { scene.tree }

  /// Patterns of 国办发〔2017〕47号 practice. `visible` is the page's text, `links` its references.
  func footer(visible: String, links: [Link]) -> FooterMarks {
    let foot = String(visible.unicodeScalars.suffix(Self.footLength))
    var marks = FooterMarks()
    marks.siteCode = foot.firstMatch(of: /标识码\s*[：:]?\s*(\d{6,14})/).map { String($0.output.1) }
    marks.icp = foot.firstMatch(of: /[\u{4e00}-\u{9fff}]\s?ICP\s?备\s?\d{5,10}\s?号?(-\d+)?/).map { String($0.output.0) }
    marks.police = foot.firstMatch(of: /[\u{4e00}-\u{9fff}]\s?公网安备\s*\d{6,20}\s*号?/).map { String($0.output) }
    marks.hasSponsor = foot.contains("主办") || foot.contains("版权所有")
    marks.hasPhone = foot.contains(/(?:电话|热线|联系方式)\s*[：:]?\s*[（(]?\d{3,4}/) || foot.contains(/0\d{2,3}[-－—]\d{7,8}/)
    marks.hasSiteMap = foot.contains("网站地图") || foot.contains("站点地图")
    marks.hasErrorEntry = foot.contains("找错") || foot.contains("纠错")
    for link in links {
      let url = link.url.lowercased()
      if url.contains("conac.cn") || link.text.contains("党政机关") || link.text.contains("事业单位标识") {
        marks.hasPartyMark = true
      }
      if Self.errorEntries.contains(where: url.contains) || link.text.contains("找错") { marks.hasErrorEntry = true }
      if link.text.contains("网站地图") || link.text.contains("站点地图") { marks.hasSiteMap = true }
    }
    return marks
  }

  /// Scalars from the end of the page's text: the foot and what stands just above it.
  private static let footLength = 2000
  private static let errorEntries = [
    "pucha.kaipuyun.cn", "zfwzgl.www.gov.cn", "zfwzzc.www.gov.cn", "jiucuo", "exposure/",
  ]

  /// The first form with one visible field for words that asks by GET for a page of its own.
  func search() -> SearchForm? {
    for form in tree.all(.form) {
      guard (tree.attribute(form, .method) ?? "get").lowercased() == "get",
        let action = tree.attribute(form, .action), !action.isEmpty, let base = scene.absolute(action)
      else { continue }
      let inputs = tree.all(.input).filter { $0 > form && $0 < tree.end(form) }
      let words = inputs.filter { ["text", "search"].contains((tree.attribute($0, .type) ?? "text").lowercased()) }
      guard words.count == 1, let field = tree.attribute(words[0], .name), isPlain(field), isSearch(form, base) else {
        continue
      }
      let fixed = inputs.filter { tree.attribute($0, .type)?.lowercased() == "hidden" }.compactMap { input in
        tree.attribute(input, .name).map { ($0, tree.attribute(input, .value) ?? "") }
      }
      guard fixed.allSatisfy({ isPlain($0.0) && isPlain($0.1) }) else { continue }
      let query = fixed.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
      return SearchForm(url: query.isEmpty ? base : base + (base.contains("?") ? "&" : "?") + query, field: field)
    }
    return nil
  }

  private func isSearch(_ form: Int, _ url: String) -> Bool {
    let signs = [
      url, tree.attribute(form, .id) ?? "", tree.attribute(form, .name) ?? "", tree.attribute(form, .class) ?? "",
    ]
    let text = signs.joined(separator: " ").lowercased() + scene.line(form)
    return ["search", "sousuo", "jiansuo", "jsearch", "query", "搜索", "检索"].contains { text.contains($0) }
  }

  /// Needs no escaping in a query.
  private func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 200
      && text.utf8.allSatisfy { byte in
        byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5a || byte >= 0x61 && byte <= 0x7a
          || [0x2d, 0x2e, 0x5f].contains(byte)
      }
  }
}
