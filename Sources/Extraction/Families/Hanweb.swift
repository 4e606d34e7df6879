import DuwangCore
import HTMLTree

/// 大汉 jcms (版通): rows stand as CDATA records in a script island; further ones come from dataproxy.jsp.
enum Hanweb: Family {
  static let name = "hanweb"

  static let fingerprints = [
    "<record><![CDATA[", "<datastore>", "dataproxy.jsp", "<!--<$[", "/module/web/jpage/",
    "/module/xxgk/",
  ]

  static func fits(_ signs: FamilySigns) -> Bool {
    signs.hasAny(fingerprints) || isColumnPath(signs.address.path)
  }

  private static func isColumnPath(_ path: String) -> Bool {
    guard path.hasPrefix("/col/col") else { return false }
    return path.dropFirst(8).first?.isNumber == true
  }

  static func findings(_ scene: PageScene, _ signs: FamilySigns) -> FamilyFindings {
    var found = FamilyFindings()
    for script in scene.tree.all(.script) {
      let raw = scene.tree.rawText(script)
      guard let island = Records.island(raw) else { continue }
      found.island = found.island ?? []
      found.island?.append(contentsOf: island.rows)
      if let next = island.next, let url = scene.absolute(next), island.total.map({ $0 > island.count }) ?? true {
        found.nextPage = found.nextPage ?? url
      }
    }
    if found.island == nil { found.sources = [proxy(scene, signs), directory(scene, signs)].compactMap { $0 } }
    return found
  }

  /// The open-information module: fields of a form are posted, the answer holds rows of all columns of the unit.
  private static func directory(_ scene: PageScene, _ signs: FamilySigns) -> ListSource? {
    guard let at = Bytes.find(signs.source[...], "/module/xxgk/search.jsp"), let area = signs.value("area") else {
      return nil
    }
    let written = signs.source[at...].prefix(500).prefix { $0 > 0x20 && !"'\"<>()".utf8.contains($0) }
    let fields = ["infotypeId", "jdid", "divid"].map { ($0, signs.value($0) ?? "") } + [("area", area)]
    let body = fields.map { "\($0.0)=\(QueryValue.encode($0.1))" } + ["vc_title=", "currpage=1"]
    let column = scene.address.path.split(separator: "/").lazy.compactMap { part in
      part.hasPrefix("col") && part.count > 3 ? part.dropFirst(3) : nil
    }.first { $0.allSatisfy(\.isNumber) }
    return scene.absolute(String(decoding: written, as: UTF8.self)).map {
      ListSource(
        kind: .page, url: $0, postBody: body.joined(separator: "&"),
        contentType: "application/x-www-form-urlencoded; charset=UTF-8", ownPart: column.map { "/art_\($0)_" })
    }
  }

  /// The address of dataproxy.jsp put together from the page's own parameters.
  private static func proxy(_ scene: PageScene, _ signs: FamilySigns) -> ListSource? {
    guard signs.has("dataproxy.jsp"), let column = signs.value("columnid") ?? signs.value("columnId"),
      let unit = signs.value("unitid") ?? signs.value("unitId")
    else { return nil }
    let web = signs.value("webid") ?? signs.value("webId") ?? "1"
    let query = "page=1&col=1&appid=1&webid=\(web)&path=%2F&columnid=\(column)&unitid=\(unit)&permissiontype=0"
    return scene.absolute("/module/web/jpage/dataproxy.jsp?" + query).map { ListSource(kind: .recordsXML, url: $0) }
  }
}

/// Records of HTML inside XML: `<record><![CDATA[<li>…</li>]]></record>`.
enum Records {
  struct Island {
    var rows: [UInt8]
    var count: Int
    var total: Int?
    var next: String?
  }

  /// Nil when the bytes hold no record set.
  static func island(_ bytes: ArraySlice<UInt8>) -> Island? {
    guard
      Bytes.contains(bytes, "<recordset") || Bytes.contains(bytes, "<datastore") || Bytes.contains(bytes, "<record>")
    else { return nil }
    var (rows, from, count) = ([UInt8](), bytes.startIndex, 0)
    while let open = Bytes.find(bytes, "<record>", from: from) {
      let start = open + 8
      let end = Bytes.find(bytes, "</record>", from: start) ?? bytes.endIndex
      rows += content(bytes[start..<end]) + [0x0a]
      count += 1
      from = end
    }
    let total = between(bytes, "<totalrecord>", "</totalrecord>").flatMap {
      Int(String(decoding: $0, as: UTF8.self).trimmed([" "]))
    }
    let group = between(bytes, "<nextgroup>", "</nextgroup>").map(content) ?? []
    return Island(rows: rows, count: count, total: total, next: href(group))
  }

  private static func content(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let open = Bytes.find(bytes, "<![CDATA["), let end = Bytes.find(bytes, "]]>", from: open) else {
      return bytes
    }
    return bytes[(open + 9)..<end]
  }

  private static func between(_ bytes: ArraySlice<UInt8>, _ open: String, _ close: String) -> ArraySlice<UInt8>? {
    guard let start = Bytes.find(bytes, open), let end = Bytes.find(bytes, close, from: start) else { return nil }
    return bytes[(start + open.utf8.count)..<end]
  }

  private static func href(_ bytes: ArraySlice<UInt8>) -> String? {
    let tree = HTMLTree.parse(html: Array(bytes))
    return tree.first(.a).flatMap { tree.attribute($0, .href) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
