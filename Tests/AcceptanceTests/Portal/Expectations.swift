import Testing

/// What a person who reads the portal on 2021-03-10 would write down, set before the program ever read it.
struct ExpectedColumn: Sendable, CustomTestStringConvertible {
  var id: String
  var status: String
  var newest: String?
  /// Days until the newest row's limit ends, negative when it has ended; nil where nothing is due.
  var daysLeft: Int?
  var tier: Set<String> = ["ok", "warn", "over", "none"]
  var entries: Int?
  var why: String

  var testDescription: String { "\(id): \(why)" }

  static let all: [ExpectedColumn] = [
    .init(
      id: "zf-office/news", status: "fresh", newest: "2021-03-09", daysLeft: 13, tier: ["ok"], entries: 15,
      why: "a pinned row of 2019 stands first"),
    .init(
      id: "zf-office/notice", status: "fresh", newest: "2020-09-10", daysLeft: 0, tier: ["warn"], entries: 4,
      why: "GBK without a header, side-bar fresher than the list, window ends today"),
    .init(
      id: "zf-office/policy", status: "stale", newest: "2020-09-09", daysLeft: -1, tier: ["over"],
      why: "TRS, one day over six months"),
    .init(
      id: "zf-office/plan", status: "fresh", newest: "2021-02-20", daysLeft: 347, tier: ["ok"],
      why: "upside down: the newest row is on the last page"),
    .init(
      id: "zf-office/personnel", status: "fresh", newest: "2020-05-11", daysLeft: 62, tier: ["ok"], entries: 3,
      why: "dl list with Chinese dates, one year"),
    .init(id: "zf-office/study", status: "exempt", why: "exempt until 2030"),
    .init(id: "zf-office/census", status: "stale", newest: "2020-12-01", why: "the exemption has ended"),
    .init(id: "zf-office/wall", status: "unreadable", why: "412 challenge"),
    .init(id: "zf-office/refused", status: "unreadable", why: "403"),
    .init(id: "zf-office/shell", status: "unreadable", why: "a shell that scripts fill"),
    .init(id: "zf-office/inner", status: "unreadable", why: "robots.txt forbids it"),
    .init(id: "zf-office/budget", status: "empty", why: "the page says 暂无信息 beside a fresh side-bar"),
    .init(id: "dep-finance/fund", status: "empty", why: "the JPAAS unit answers with no rows"),
    .init(id: "zf-office/meeting", status: "unreachable", why: "soft 404"),
    .init(id: "zf-office/emergency", status: "unreachable", why: "404"),
    .init(id: "zf-office/down", status: "unreachable", why: "503 after re-reading"),
    .init(
      id: "zf-office/opinion", status: "fresh", newest: "2021-03-01", daysLeft: 175, tier: ["ok"], entries: 3,
      why: "found by its name, VSB rows with slashes in dates"),
    .init(id: "zf-office/lost", status: "unfound", why: "nowhere in the navigation"),
    .init(id: "zf-office/data", status: "fresh", newest: "2021-02-28", why: "dates only on articles"),
    .init(
      id: "zf-office/inspection", status: "stale", newest: "2021-02-23", daysLeft: -1, tier: ["over"],
      why: "two weeks and a day"),
    .init(id: "zf-office/undated", status: "stale", why: "no entry has a date anywhere"),
    .init(id: "zf-office/frame", status: "fresh", newest: "2021-02-26", daysLeft: 33, why: "the list is in an iframe"),
    .init(id: "zf-office/more", status: "fresh", newest: "2021-03-03", why: "a page of 更多 links"),
    .init(id: "zf-office/once", status: "fresh", newest: "2021-03-02", why: "500 at the first request"),
    .init(id: "zf-office/moved", status: "fresh", newest: "2020-12-01", why: "301 to another address"),
    .init(id: "zf-office/duties", status: "fresh", newest: "2017-05-02", tier: ["none", "ok"], why: "静态 never ages"),
    .init(
      id: "xz-baishui/gzdt", status: "fresh", newest: "2021-03-06", daysLeft: 10, tier: ["ok"], entries: 4,
      why: "unit without home found by name, JPAAS unit"),
    .init(
      id: "xz-baishui/zcjd", status: "fresh", newest: "2020-12-10", entries: 2,
      why: "by name below the unit's home, not the county's column of that name"),
    .init(
      id: "xz-longtan/gzdt", status: "fresh", newest: "2021-03-07", daysLeft: 11, tier: ["ok"], entries: 3,
      why: "from a template with vars"),
    .init(id: "xz-longtan/zcjd", status: "unfound", why: "only the county has a column of that name"),
    .init(
      id: "dep-education/gzdt", status: "fresh", newest: "2021-03-08", daysLeft: 12, tier: ["ok"], entries: 4,
      why: "jcms records in a script island"),
    .init(
      id: "dep-education/work", status: "fresh", newest: "2021-03-05", daysLeft: 9, entries: 4,
      why: "dates without a year"),
    .init(
      id: "dep-finance/notice", status: "fresh", newest: "2021-03-05", daysLeft: 9, entries: 2,
      why: "GBK without a header"),
  ]
}

/// A fault seeded in the portal: its kind, and the end of the address or the column it concerns.
struct ExpectedFinding: Sendable, Hashable, CustomTestStringConvertible {
  var kind: String
  var concerns: String
  var unit: String
  var confidence = "certain"

  var testDescription: String { "\(kind) \(concerns)" }

  static let all: [ExpectedFinding] = [
    .init(kind: "column-stale", concerns: "zf-office/policy", unit: "zf-office"),
    .init(kind: "column-stale", concerns: "zf-office/inspection", unit: "zf-office"),
    .init(kind: "column-stale", concerns: "zf-office/undated", unit: "zf-office"),
    .init(kind: "column-stale", concerns: "zf-office/census", unit: "zf-office"),
    .init(kind: "column-empty", concerns: "zf-office/budget", unit: "zf-office"),
    .init(kind: "column-empty", concerns: "dep-finance/fund", unit: "dep-finance"),
    .init(kind: "column-unreachable", concerns: "zf-office/meeting", unit: "zf-office"),
    .init(kind: "column-unreachable", concerns: "zf-office/emergency", unit: "zf-office"),
    .init(kind: "column-unreachable", concerns: "zf-office/down", unit: "zf-office", confidence: "suspected"),
    .init(kind: "link-broken", concerns: Lists.broken, unit: "zf-office"),
    .init(kind: "link-broken", concerns: Lists.hostile, unit: "zf-office"),
    .init(kind: "link-broken", concerns: Lists.secondPageDead, unit: "zf-office"),
    .init(kind: "link-broken", concerns: "/wzdt/jiuban.html", unit: "zf-office"),
    .init(kind: "link-broken", concerns: "/ltx/map.html", unit: "xz-longtan"),
    .init(kind: "link-soft-404", concerns: Lists.soft, unit: "zf-office"),
    .init(kind: "attachment-broken", concerns: "/zcwj/202009/P020200909002.doc", unit: "zf-office"),
    .init(kind: "attachment-broken", concerns: "/zcwj/202009/P020200909003.xls", unit: "zf-office"),
    .init(kind: "image-broken", concerns: "/images/liucheng.png", unit: "zf-office"),
  ]

  /// The kinds of which the list above is complete: one more of these is an invention.
  static let judged: Set<String> = [
    "column-stale", "column-empty", "column-unreachable", "home-stale", "site-unreachable", "site-slow", "link-broken",
    "link-soft-404", "link-hijacked", "attachment-broken", "image-broken", "anchor-missing", "unit-silent", "mojibake",
  ]

  func matches(_ finding: JSON) -> Bool {
    guard finding["kind"].string == kind else { return false }
    guard kind.hasPrefix("column-") else { return finding["target"].string?.hasSuffix(concerns) == true }
    let column = finding["column"].string ?? ""
    return column == concerns || "\(finding["unit"].string ?? "")/\(column)" == concerns
  }
}
