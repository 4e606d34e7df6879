import DuwangCore

/// A page as `duwang extract` prints it (contract §6); every key is always there.
struct ExtractView: Encodable {
  private let page: Page
  private let explain: Bool

  init(_ page: Page, explain: Bool) { (self.page, self.explain) = (page, explain) }

  private enum Key: String, CodingKey {
    case url, charset, charsetSource, pageType, cms, title, publishedAt, source, body, entries, newest, nextPage
    case attachments, links, unreadable, dateCandidates, date, asked, answered, status
    case indexNumber, documentNumber, signedAt, issuer, validity, blocks, role, text, line, offset, length
  }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(page.url, forKey: .url)
    try keys.encode(page.charset, forKey: .charset)
    try keys.encode(page.charsetSource, forKey: .charsetSource)
    try keys.encode(page.kind, forKey: .pageType)
    try keys.encode(page.cms, forKey: .cms)
    try keys.encode(page.title, forKey: .title)
    try keys.encode(page.publishedAt, forKey: .publishedAt)
    try keys.encode(page.source, forKey: .source)
    try keys.encode(page.header.indexNumber, forKey: .indexNumber)
    try keys.encode(page.header.documentNumber, forKey: .documentNumber)
    try keys.encode(page.header.signedAt, forKey: .signedAt)
    try keys.encode(page.header.issuer, forKey: .issuer)
    try keys.encode(page.header.validity, forKey: .validity)
    try keys.encode(page.body, forKey: .body)
    try keys.encode(page.newest, forKey: .newest)
    try keys.encode(page.nextPage, forKey: .nextPage)
    try keys.encode(page.attachments, forKey: .attachments)
    try keys.encode(page.links.count, forKey: .links)
    try keys.encode(page.unreadable?.rawValue, forKey: .unreadable)
    if explain { try keys.encode(page.dateCandidates, forKey: .dateCandidates) }
    try encodeBlocks(keys.nestedUnkeyedContainer(forKey: .blocks))
    var rows = keys.nestedUnkeyedContainer(forKey: .entries)
    for entry in page.entries {
      var row = rows.nestedContainer(keyedBy: Key.self)
      try row.encode(entry.title, forKey: .title)
      try row.encode(entry.url, forKey: .url)
      try row.encode(entry.date, forKey: .date)
      guard let letter = entry.letter else { continue }
      try row.encode(letter.asked, forKey: .asked)
      try row.encode(letter.answered, forKey: .answered)
      try row.encode(letter.status, forKey: .status)
    }
  }

  /// `offset` and `length` count Unicode scalars of the source as decoded, without byte order mark.
  private func encodeBlocks(_ list: any UnkeyedEncodingContainer) throws {
    var list = list
    for block in page.blocks {
      var keys = list.nestedContainer(keyedBy: Key.self)
      try keys.encode(block.role, forKey: .role)
      try keys.encode(block.text, forKey: .text)
      try keys.encode(block.line, forKey: .line)
      try keys.encode(block.place?.lowerBound, forKey: .offset)
      try keys.encode(block.place?.count, forKey: .length)
    }
  }

  /// For a person at a terminal.
  var text: String {
    var lines = [
      "网址　　\(page.url)", "编码　　\(page.charset)（\(page.charsetSource.rawValue)）",
      "类型　　\(kind)　系统 \(page.cms)", "标题　　\(page.title)",
    ]
    if let day = page.publishedAt { lines.append("发布日期　\(day)") }
    if let source = page.source { lines.append("来源　　\(source)") }
    if let number = page.header.indexNumber { lines.append("索引号　　\(number)") }
    if let number = page.header.documentNumber { lines.append("文号　　\(number)") }
    if let day = page.header.signedAt { lines.append("成文日期　\(day)") }
    if let why = page.unreadable { lines.append("未能读取　\(why.chinese)") }
    if page.hasList || !page.entries.isEmpty {
      lines.append("列表　　\(page.entries.count)行，最新日期 \(page.newest?.description ?? "无")")
      lines += page.entries.map { "  \($0.date?.description ?? "　无日期　")  \($0.isPinned ? "［置顶］" : "")\($0.title)" }
    }
    if let next = page.nextPage { lines.append("下一页　\(next)") }
    lines += page.attachments.map { "附件　　\($0.name)　\($0.url)" }
    if explain { lines += explanation }
    if !page.blocks.isEmpty { lines.append("正文\n\(page.body)") }
    return lines.joined(separator: "\n")
  }

  private var explanation: [String] {
    ["候选日期"]
      + page.dateCandidates.map { candidate in
        let source = Self.sources[candidate.source] ?? candidate.source
        let verdict = candidate.rejected.map { "不采用：\(Self.reasons[$0] ?? $0)" } ?? "可采用"
        return "  \(candidate.day)  \(source)  “\(candidate.text)”  \(verdict)"
      }
  }

  private static let sources = [
    "list-row": "列表行", "url": "网址", "label": "日期标签", "text": "文字", "document-date": "其他日期", "script": "脚本",
    "time": "time标签", "meta-pubdate": "PubDate标签",
  ]
  private static let reasons = [
    "future": "晚于当天", "not beside the title": "不在标题旁", "in running text": "在正文语句中", "outside the list": "不在列表中",
    "not the row's date": "不是该行的发布日期",
  ]

  private var kind: String {
    switch page.kind {
    case .home: "首页"
    case .list: "栏目列表"
    case .article: "文章"
    case .other: "其他"
    }
  }
}
