import DuwangCore
import HTMLTree

/// Reads rows out of answers that are no page: JSON with a fragment, JSON records, XML records.
struct RecordReader {
  let address: WebAddress
  let charset: Charset
  let today: Day

  struct Result {
    var entries: [ListEntry] = []
    /// The answer had the form of a list, with or without rows.
    var isList = false
    var nextPage: String?
  }

  /// Nil when the bytes are neither JSON nor records.
  func read(_ utf8: [UInt8]) -> Result? {
    let json = looksLikeJSON(utf8) ? LooseJSON(utf8[...]) : nil
    // `callback("<recordset>…")`: quotes inside the string are escaped.
    let bytes = json?.text.map { Array($0.utf8) } ?? utf8
    if let island = Records.island(bytes[...]) {
      var result = fragment(island.rows)
      result.isList = true
      result.nextPage = island.next.flatMap(absolute)
      return result
    }
    guard let json else { return nil }
    if let markup = json.strings.filter({ $0.contains("<") && $0.contains(">") }).max(by: {
      $0.utf8.count < $1.utf8.count
    }),
      markup.contains("<li") || markup.contains("<a ") || markup.contains("<tr") || markup.contains("<ul")
        || markup.contains("<div"),
      records(json).isEmpty
    {
      return fragment(Array(markup.utf8))
    }
    var result = Result(entries: records(json))
    result.isList = !result.entries.isEmpty || hasEmptyList(json)
    result.nextPage = JSONPaging(address: address, json: json, rows: result.entries.count).next
    return result
  }

  private func looksLikeJSON(_ utf8: [UInt8]) -> Bool {
    guard let first = utf8.first(where: { $0 > 0x20 && $0 != 0xef && $0 != 0xbb && $0 != 0xbf }) else { return false }
    if first == 0x7b || first == 0x5b { return true }
    // `callback({…})`, `callback("…")`
    let head = utf8.prefix(120)
    guard first != 0x3c, let open = head.firstIndex(of: 0x28), open + 1 < utf8.count else { return false }
    return [0x7b, 0x5b, 0x22].contains(utf8[open + 1])
  }

  // MARK: HTML fragments

  /// Rows of a piece of markup.
  func fragment(_ markup: [UInt8]) -> Result {
    let page = Array("<html><body><ul>".utf8) + markup + Array("</ul></body></html>".utf8)
    let tree = HTMLTree.parse(html: Markup.prepared(page))
    let scene = PageScene(linksOf: tree, address: address, charset: charset, today: today).whole()
    let list = ListReader(scene: scene, column: "").read()
    var result = Result(entries: list.entries, isList: true)
    for i in 0..<tree.count where tree[i].kind == .element {
      guard let rows = tree.attribute(i, named: "rows").flatMap({ Int($0) }),
        let count = tree.attribute(i, named: "count").flatMap({ Int($0) })
      else { continue }
      result.nextPage = Jpaas.next(after: address.description, rows: rows, count: count)
    }
    if result.nextPage == nil { result.nextPage = Paging(scene: scene).next }
    return result
  }

  // MARK: JSON records

  /// Rows of a page whose list is an array in a script: at least three dated records that a template is to show.
  func rows(inScriptsOf tree: Tree) -> [ListEntry] {
    var tries = 0
    for i in 0..<tree.count where tree[i].kind == .raw {
      let raw = tree.rawText(i)
      guard raw.count < 400_000, Bytes.contains(raw, "title") else { continue }
      var from = raw.startIndex
      while let at = Bytes.find(raw, "[{", from: from), tries < 20 {
        (from, tries) = (at + 2, tries + 1)
        guard let json = LooseJSON(raw[at...]) else { continue }
        let rows = records(json)
        if rows.count >= 3, rows.allSatisfy({ $0.date != nil && $0.url != nil }) { return rows }
      }
    }
    return []
  }

  private func records(_ json: LooseJSON) -> [ListEntry] {
    json.recordLists.map { $0.compactMap(entry) }.max { $0.count < $1.count } ?? []
  }

  private func hasEmptyList(_ json: LooseJSON) -> Bool {
    switch json {
    case .array(let items): items.isEmpty
    case .object(let pairs): pairs.values.contains { hasEmptyList($0) }
    default: false
    }
  }

  private func entry(_ record: [String: LooseJSON]) -> ListEntry? {
    guard let title = field(record, Self.titles)?.text.map(plain), title.count >= 2 else { return nil }
    let url = field(record, Self.addresses)?.text.flatMap(absolute)
    let date = Self.dates.lazy.compactMap { key in
      record.first { $0.key.lowercased() == key }.flatMap { day($0.value) }
    }.first
    guard url != nil || date != nil else { return nil }
    return ListEntry(title: title, url: url, date: date)
  }

  /// The value of the first of `names` that is there, names in any case.
  private func field(_ record: [String: LooseJSON], _ names: [String]) -> LooseJSON? {
    for name in names {
      if let value = record.first(where: { $0.key.lowercased() == name })?.value, !(value.text ?? "").isEmpty {
        return value
      }
    }
    return nil
  }

  private static let titles = [
    "title", "infotitle", "vc_title", "doctitle", "newstitle", "articletitle", "realtitle", "customtitle", "titlename",
    "title2", "subject", "name", "linktitle", "mc",
  ]
  private static let addresses = [
    "url", "infourl", "docpuburl", "visiturl", "link", "href", "linkurl", "articleurl", "doc_pub_url", "pageurl",
    "shareurl", "path", "puburl",
  ]
  private static let dates = [
    "publishdate", "pubdate", "publishtime", "pubtime", "publish_time", "publish_date", "infodate", "releasetime",
    "releasedate", "docreltime", "docpubtime", "displaydate", "showdate", "showtime", "deploytime", "date", "time",
    "createtime", "createdate", "created_at", "create_time", "webdate", "fbsj", "addtime", "inputtime", "updatetime",
  ]

  private func plain(_ markup: String) -> String {
    guard markup.contains("<") || markup.contains("&") else { return Text.title(Text.line(Array(markup.utf8)[...])) }
    let tree = HTMLTree.parse(html: Array(markup.utf8))
    return Text.title(Text.line(tree.text[...]))
  }

  private func absolute(_ reference: String) -> String? {
    if case .web(let url, _) = address.resolve(reference) { url.description } else { nil }
  }

  /// A date in words, or seconds or milliseconds since 1970.
  private func day(_ value: LooseJSON) -> Day? {
    guard let text = value.text else { return nil }
    var day = DateScanner.scan(text).first?.full
    if day == nil, let number = Double(text), number > 6e8 {
      day = Moment(seconds: number > 6e10 ? number / 1000 : number).day
    }
    return day.flatMap { $0 <= today && $0.year >= 1990 ? $0 : nil }
  }
}
