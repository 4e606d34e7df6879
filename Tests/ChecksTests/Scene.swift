import Checks
import DuwangCore

/// A small portal with one office, one township and a column of each kind of policy, as the checks' tests need it.
enum Scene {
  static let home = "http://www.example.gov.cn/"
  static let today = Day(number: 17896)  // 2018-12-31
  static let now = Moment(startOf: today)

  static let news = Column(
    id: "office/news", unit: "office", name: "景泰要闻", url: home + "jtyw/", category: "新闻发布",
    policy: .age(warn: Period(10, .days), limit: Period(2, .weeks)))
  static let letters = Column(
    id: "office/mail", unit: "office", name: "县长信箱", url: home + "xzxx/", category: "政民互动",
    policy: .reply(within: Period(3, .months)))
  static let statics = Column(
    id: "office/jgzn", unit: "office", name: "机构职能", url: home + "jgzn/", category: "机构职能", policy: .never)

  static func targets(content: ContentSettings = .init()) -> Targets {
    Targets(
      sites: [Target(id: "portal", name: "景泰县人民政府", home: home, hosts: ["www.example.gov.cn"])],
      units: [
        OwnerUnit(id: "town", name: "一条山镇", kind: .township),
        OwnerUnit(id: "office", name: "政府办公室", kind: .office, columns: [news, letters, statics]),
      ], content: content)
  }

  static func context(_ targets: Targets = targets()) -> CheckContext {
    CheckContext(targets: targets, today: today, now: now)
  }

  static func reading() -> SiteReading { SiteReading(startedAt: now, endedAt: now.adding(seconds: 600)) }

  static func column(_ column: Column = news, dates: [String?], reach: Reach = .read) -> ColumnReading {
    var reading = ColumnReading(column: column.id, url: column.url, reach: reach)
    reading.entries = dates.enumerated().map {
      ListEntry(title: "第\($0.offset + 1)条", date: $0.element.flatMap { Day($0) })
    }
    reading.hasList = true
    reading.newest = reading.entries.compactMap(\.date).max()
    return reading
  }

  static func link(
    _ path: String, kind: Link.Kind = .page, status: LinkReading.Status = .broken, fault: FetchFault? = .notFound
  ) -> LinkReading {
    var link = LinkReading(
      url: home + path, kind: kind, isExternal: false, status: status, page: home + "xz/list.html", checkedAt: now)
    (link.fault, link.code, link.text, link.line) = (fault, 404, "办事指南", 12)
    link.reason = "页面不存在（404）"
    return link
  }

  static func page(_ path: String, kind: Page.Kind = .article, title: String = "关于开展检查的通知", body: String) -> Page {
    var page = Page(url: home + path)
    (page.kind, page.title, page.publishedAt) = (kind, title, today.addingDays(-5))
    page.blocks = body.split(separator: "\n").map { TextBlock(String($0)) }
    return page
  }

  static func findings(_ id: String, on page: Page, column: String? = nil, in context: CheckContext = context())
    -> [Finding]
  {
    var reading = PageReading(url: page.url, reach: .read, site: "portal", at: now)
    (reading.unit, reading.column, reading.kind, reading.publishedAt) = ("town", column, page.kind, page.publishedAt)
    return CheckRegistry.pageChecks.filter { $0.id == id }
      .flatMap { $0.findings(on: page, reading: reading, context: context) }
  }

  static func findings(
    _ id: String, in reading: SiteReading, columns: [ColumnState] = [], context: CheckContext = context()
  ) -> [Finding] {
    CheckRegistry.siteChecks.filter { $0.id == id }
      .flatMap { $0.findings(in: reading, columns: columns, context: context) }
  }
}
