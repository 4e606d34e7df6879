/// One page as the program reads it: what it is, what it lists, what it says and where it leads.
package struct Page: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable { case home, list, article, other }
  package enum CharsetSource: String, Sendable, Codable { case bom, utf8, http, meta, detected, `default` }

  /// Final address, normalised.
  package var url: String
  package var charset = "utf-8"
  package var charsetSource = CharsetSource.default
  package var kind = Kind.other
  /// Family of the content management system; `unknown` when no fingerprint fits.
  package var cms = "unknown"
  /// The article's or column's own title, without the site's name.
  package var title = ""
  /// The `<title>` element as it stands.
  package var documentTitle = ""
  package var publishedAt: Day?
  package var source: String?
  package var header = DocumentHeader()
  /// The article's text alone, blocks in reading order.
  package var blocks: [TextBlock] = []
  /// Rows of the main list in page order.
  package var entries: [ListEntry] = []
  /// A list was recognised (it may have no rows).
  package var hasList = false
  /// The page says in words that there is nothing (暂无信息).
  package var saysEmpty = false
  /// The page says in words that it is archived (本专题已归档).
  package var saysArchived = false
  package var nextPage: String?
  /// Where the list's rows stand when they are not in this page's HTML.
  package var listSources: [ListSource] = []
  package var attachments: [Attachment] = []
  /// Where the words of the article's text lead, files apart: each address once, in reading order.
  package var textLinks: [Attachment] = []
  package var links: [Link] = []
  /// `id` and `name` targets for fragments.
  package var anchors: [String] = []
  /// Has no document type: browsers overlook the letter case of the places in it. Nil in pages kept from earlier versions.
  package var isQuirky: Bool?
  /// Meta tags, names in lower case.
  package var meta: [String: String] = [:]
  /// Every date that was considered, best first within its purpose.
  package var dateCandidates: [DateCandidate] = []
  /// Why a person would have to look; nil when the page was read.
  package var unreadable: Unreadable?
  /// Length of the visible text of the whole page in characters, navigation included.
  package var visibleLength = 0

  /// Of a home page: the marks at its foot and its search box. Nil also in pages stored by older versions.
  package var marks: FooterMarks?
  package var search: SearchForm?

  package init(url: String) { self.url = url }

  /// The article's text, paragraphs parted by a line feed.
  package var body: String { blocks.map(\.text).joined(separator: "\n") }

  /// The newest publication date among the rows; where none shows one, the newest in their addresses.
  package var newest: Day? { entries.compactMap(\.date).max() ?? entries.compactMap(\.dayInAddress).max() }
}

/// A block of article text exactly as published.
package struct TextBlock: Sendable, Hashable, Codable {
  package enum Role: String, Sendable, Codable { case heading, paragraph, cell, caption, item }
  package var role: Role
  package var text: String
  /// Line of the page's source where the block begins, from 1; 0 when unknown.
  package var line: Int
  /// Where it stands in a table; nil outside tables.
  package var cell: TableCell?
  /// From its first visible character to behind its last in the source of the page, in Unicode scalars of the source as
  /// decoded, without byte order mark; markup inside counts. Nil when unknown.
  package var place: Range<Int>?
  package init(
    _ text: String, role: Role = .paragraph, line: Int = 0, cell: TableCell? = nil, place: Range<Int>? = nil
  ) {
    (self.text, self.role, self.line, self.cell, self.place) = (text, role, line, cell, place)
  }
}

/// A place in one of an article's tables, all counted from 0; a cell that spans several columns counts once.
package struct TableCell: Sendable, Hashable, Codable {
  package var table: Int
  package var row: Int
  package var column: Int
  package var isHeader: Bool
  package init(table: Int, row: Int, column: Int, isHeader: Bool = false) {
    (self.table, self.row, self.column, self.isHeader) = (table, row, column, isHeader)
  }
}

/// One row of a list.
package struct ListEntry: Sendable, Hashable, Codable {
  package var title: String
  /// Absolute; nil where the row has no address.
  package var url: String?
  package var date: Day?
  /// `/t20181220_123.html`: where the row shows no date.
  package var dayInAddress: Day?
  /// 置顶: kept at the top whatever its date.
  package var isPinned: Bool
  /// The row says that it waits for an answer (未答复), as letters do.
  package var isUnanswered: Bool
  /// Nil where the row bears no sign of a letter.
  package var letter: Letter?
  package init(
    title: String, url: String? = nil, date: Day? = nil, isPinned: Bool = false, isUnanswered: Bool = false,
    letter: Letter? = nil
  ) {
    (self.title, self.url, self.date, self.isPinned) = (title, url, date, isPinned)
    (self.isUnanswered, self.letter) = (isUnanswered, letter)
  }
}

/// What a row of citizens' letters (政民互动) says of the answer.
package struct Letter: Sendable, Hashable, Codable {
  package enum State: String, Sendable, Codable { case waiting, underway, answered }
  /// The day of the letter.
  package var asked: Day?
  package var answered: Day?
  /// As published: 已回复, 办理中, 未答复.
  package var status: String?
  package var state: State?
  package init(asked: Day? = nil, answered: Day? = nil, status: String? = nil, state: State? = nil) {
    (self.asked, self.answered, self.status, self.state) = (asked, answered, status, state)
  }

  /// The row says that there is no answer yet.
  package var isOpen: Bool { state == .waiting || state == .underway }
}

/// A further request whose answer holds the list's rows.
package struct ListSource: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable {
    /// JSON that carries an HTML fragment (JPAAS units).
    case unitJSON
    /// JSON whose records are rows.
    case recordsJSON
    /// XML or text whose records are HTML fragments (dataproxy).
    case recordsXML
    /// An HTML page: a frame, or the one behind 更多.
    case page
  }
  package var kind: Kind
  package var url: String
  /// Nil: GET.
  package var postBody: String?
  package var contentType: String?
  /// The answer lists several columns; rows of this one have it in their address.
  package var ownPart: String?
  package init(
    kind: Kind, url: String, postBody: String? = nil, contentType: String? = nil, ownPart: String? = nil
  ) {
    (self.kind, self.url, self.postBody, self.contentType) = (kind, url, postBody, contentType)
    self.ownPart = ownPart
  }
}

/// A file offered for download, or another address to which an article's text leads, with the words of the link.
package struct Attachment: Sendable, Hashable, Codable {
  package var name: String
  package var url: String
  package init(name: String, url: String) { (self.name, self.url) = (name, url) }
}

/// One reference from a page to something else.
package struct Link: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable { case page, image, attachment, script, style, frame }
  /// Absolute, without fragment; the raw text when `isMalformed`.
  package var url: String
  package var fragment: String?
  package var text: String
  package var kind: Kind
  /// Line of the page's source, from 1; 0 when unknown.
  package var line: Int
  package var isMalformed: Bool
  /// Stands in an element that style or position hides.
  package var isHidden: Bool
  package init(
    url: String, fragment: String? = nil, text: String = "", kind: Kind = .page, line: Int = 0,
    isMalformed: Bool = false, isHidden: Bool = false
  ) {
    (self.url, self.fragment, self.text, self.kind, self.line) = (url, fragment, text, kind, line)
    (self.isMalformed, self.isHidden) = (isMalformed, isHidden)
  }
}

/// A date that stands somewhere, with what it is taken for.
package struct DateCandidate: Sendable, Hashable, Codable {
  package var day: Day
  /// `list-row`, `meta-pubdate`, `url`, `label`, `text`, `document-date`, …
  package var source: String
  package var text: String
  /// Nil when the candidate was accepted; else why it was not.
  package var rejected: String?
  package init(_ day: Day, source: String, text: String, rejected: String? = nil) {
    (self.day, self.source, self.text, self.rejected) = (day, source, text, rejected)
  }
}

/// Why a machine could not read a page that answered.
package enum Unreadable: String, Sendable, Hashable, Codable, CaseIterable {
  /// 瑞数, 加速乐, cloud walls: a script must run first.
  case challenge
  /// Rate limit or captcha in words.
  case wall
  /// Filled by script, nothing in the HTML.
  case scriptShell = "script-shell"
  /// Filled by script; a browser was to run it and none is installed.
  case noBrowser = "no-browser"
  /// A page, but no list that could be recognised.
  case noList = "no-list"
  /// The text is a picture.
  case imageOnly = "image-only"
  /// Not HTML.
  case notHTML = "not-html"
  /// The document is empty.
  case blank

  package var chinese: String {
    switch self {
    case .challenge: "页面启用动态防护，机器未能读取"
    case .wall: "页面要求验证或限制访问，机器未能读取"
    case .scriptShell: "页面内容由脚本生成，机器未能读取"
    case .noBrowser: "页面内容由脚本生成，本机没有安装Chromium，未能运行脚本后读取"
    case .noList: "未识别出列表，需人工查看"
    case .imageOnly: "正文为图片，需人工查看"
    case .notHTML: "不是网页文件，需人工查看"
    case .blank: "页面没有内容，需人工查看"
    }
  }
}
