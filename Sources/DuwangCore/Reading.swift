/// Everything one run read (一次读取), before any judgement.
package struct SiteReading: Sendable, Codable {
  package var startedAt: Moment
  package var endedAt: Moment
  /// Stopped by a signal; what was read is kept.
  package var isInterrupted = false
  package var sites: [SiteReach] = []
  package var columns: [ColumnReading] = []
  /// One per page that answered or was asked for, the order of reading.
  package var pages: [PageReading] = []
  /// One per target, however many pages carry it.
  package var links: [LinkReading] = []
  /// Links to a place within a page (`url#place`) whose place is missing (`broken`) or whose page could not be looked
  /// at (`skipped`); those that are well are not kept.
  package var fragments: [LinkReading] = []
  package var limitsHit: [LimitHit] = []
  /// What the sites' own searches answered.
  package var searches: [SearchReading] = []
  /// Files whose text a machine could not read: address and why.
  package var unreadFiles: [String: String] = [:]
  package var totals = Totals()

  package init(startedAt: Moment, endedAt: Moment) { (self.startedAt, self.endedAt) = (startedAt, endedAt) }

  package struct LimitHit: Sendable, Hashable, Codable {
    /// `max_pages`, `max_depth`, or the name of a trap's budget.
    package var limit: String
    /// An address at which it was met.
    package var url: String
    /// How many known addresses were left unread for it.
    package var left: Int
    /// True when real pages were cut (`max_pages`), so that the reading is not complete.
    package var cutsRealPages: Bool
    package init(limit: String, url: String, left: Int, cutsRealPages: Bool) {
      (self.limit, self.url, self.left, self.cutsRealPages) = (limit, url, left, cutsRealPages)
    }
  }

  package struct Totals: Sendable, Hashable, Codable {
    package var pages = 0
    package var links = 0
    package var columns = 0
    package var newItems = 0
    package var changedPages = 0
    package var removedPages = 0
    package var bytes = 0
    package var seconds = 0.0
    package init() {}
  }
}

/// Whether an address gave what a reader would want.
package enum Reach: Sendable, Hashable, Codable {
  case read
  /// 304: the same as at the last good reading.
  case unchanged
  /// No good answer, after re-checking.
  case failed(FetchFault, status: Int?)
  /// 200 with the words or the shape of "no such page".
  case softNotFound(String)
  /// An answer that a machine cannot read.
  case unreadable(Unreadable, status: Int?)

  package var isGood: Bool {
    switch self {
    case .read, .unchanged: true
    case .failed, .softNotFound, .unreadable: false
    }
  }
}

/// How a configured site's home page answered.
package struct SiteReach: Sendable, Hashable, Codable {
  package var site: String
  package var url: String
  package var reach: Reach
  package var rechecked: Bool
  package var milliseconds: Int
  package var tls: TLSFacts?
  /// What the control addresses said: nil when none is set, false when none of them answered.
  package var controlAnswered: Bool?
  /// Dates of the rows that the home page shows; empty where it shows none.
  package var homeDates: [Day] = []
  /// Nil where nobody looked.
  package var ipv6: IPv6State?
  package init(
    site: String, url: String, reach: Reach, rechecked: Bool, milliseconds: Int, tls: TLSFacts? = nil,
    controlAnswered: Bool? = nil
  ) {
    (self.site, self.url, self.reach, self.rechecked) = (site, url, reach, rechecked)
    (self.milliseconds, self.tls, self.controlAnswered) = (milliseconds, tls, controlAnswered)
  }
}

/// What was read of one column.
package struct ColumnReading: Sendable, Hashable, Codable {
  package var column: String
  /// Nil when it was never found (待核对配置).
  package var url: String?
  /// The address was found by the column's name.
  package var foundByName: Bool
  package var reach: Reach
  package var rechecked: Bool
  package var entries: [ListEntry]
  /// Rows of the list's further pages, as far as they were read.
  package var furtherEntries: [ListEntry] = []
  /// A list was recognised (it may have no rows).
  package var hasList: Bool
  /// The page says in words that there is nothing.
  package var saysEmpty: Bool
  /// The page says in words that it is archived.
  package var saysArchived: Bool
  /// Newest publication date, from the rows or else from the newest articles.
  package var newest: Day?
  /// The rows have no dates; `newest` was read from articles.
  package var datesFromArticles: Bool
  /// Why a person would have to look.
  package var reason: String?
  package init(column: String, url: String?, foundByName: Bool = false, reach: Reach = .read) {
    (self.column, self.url, self.foundByName, self.reach) = (column, url, foundByName, reach)
    (rechecked, entries, hasList, saysEmpty, newest) = (false, [], false, false, nil)
    (datesFromArticles, reason, saysArchived) = (false, nil, false)
  }
}

/// What was read of one page, without its text.
package struct PageReading: Sendable, Hashable, Codable {
  package var url: String
  package var reach: Reach
  package var rechecked: Bool
  package var site: String
  package var unit: String?
  package var column: String?
  package var kind: Page.Kind
  package var title: String
  package var publishedAt: Day?
  /// Names what a reader can see of the page: title, text, files and links of the text, apart from counters and
  /// navigation. Equal hashes mean no visible difference.
  package var textHash: UInt64
  /// Hash of an article's text alone, 0 where it is too short to be told from others.
  package var bodyHash: UInt64 = 0
  package var bytes: Int
  package var milliseconds: Int
  package var etag: String?
  package var lastModified: String?
  package var at: Moment
  /// Of an article that asks the public for opinions; kept for the run alone.
  package var consultation: Consultation?
  package init(url: String, reach: Reach, site: String, at: Moment) {
    (self.url, self.reach, self.site, self.at) = (url, reach, site, at)
    (rechecked, unit, column, kind, title) = (false, nil, nil, .other, "")
    (publishedAt, textHash, bytes, milliseconds, etag, lastModified) = (nil, 0, 0, 0, nil, nil)
  }
}

/// The verdict on one link target, with where it stands.
package struct LinkReading: Sendable, Hashable, Codable {
  /// Ends the reason of a link that leads to its goal by way of others.
  package static let shorten = "可直接改为最终网址"

  package enum Status: String, Sendable, Codable { case ok, broken, redirected, blocked, timeout, skipped }
  package var url: String
  package var kind: Link.Kind
  package var isExternal: Bool
  package var status: Status
  package var fault: FetchFault?
  package var code: Int?
  /// Why, for staff: empty when ok.
  package var reason: String
  package var finalURL: String?
  package var confidence: Confidence
  /// Soft 404, or a file whose first bytes are a web page.
  package var isSoftNotFound: Bool
  /// Ends at the home page though it asked for something else.
  package var endsAtHome: Bool
  /// The page where it was first met, and where on it.
  package var page: String
  package var text: String
  package var line: Int
  /// How many pages carry it.
  package var pages: Int
  /// Stands in the part that a page shares with its siblings (navigation, footer).
  package var isBoilerplate: Bool
  /// What an address on another site showed, where it showed a page.
  package var landing: Landing?
  package var checkedAt: Moment
  package init(url: String, kind: Link.Kind, isExternal: Bool, status: Status, page: String, checkedAt: Moment) {
    (self.url, self.kind, self.isExternal, self.status) = (url, kind, isExternal, status)
    (self.page, self.checkedAt) = (page, checkedAt)
    (fault, code, reason, finalURL, confidence) = (nil, nil, "", nil, .certain)
    (isSoftNotFound, endsAtHome, text, line, pages, isBoilerplate) = (false, false, "", 0, 1, false)
  }
}
