import DuwangCore

/// A small county portal through half a year: what it publishes, and what goes wrong on which day. Day 0 is Monday,
/// 2 July 2018, the first day of week 27.
enum HalfYearPlan {
  static let start = Day(2018, 7, 2)!
  static func day(_ index: Int) -> Day { start.addingDays(index) }

  struct Item: Sendable {
    var unit: String
    var column: String
    var title: String
    var date: Day
    var path: String
    var hasLink = false
  }

  static let office = "zf-office"
  static let units: [(id: String, name: String, kind: OwnerUnit.Kind, reader: String?, columns: [String])] = [
    (office, "政府办公室", .office, "张三", ["gzdt", "tzgg", "mail"]),
    ("xz-yitiaoshan", "一条山镇", .township, "李四", ["gzdt", "tzgg"]),
    ("xz-luyang", "芦阳镇", .township, nil, ["gzdt", "tzgg"]),
    ("bm-jyj", "教育局", .department, "王五", ["gzdt", "tzgg", "czys"]),
  ]
  static let names = ["gzdt": "工作动态", "tzgg": "通知公告", "mail": "县长信箱", "czys": "财政预决算"]
  static let categories = ["gzdt": "新闻发布", "tzgg": "通知公告", "mail": "政民互动", "czys": "重点领域信息公开"]

  /// Days on which nobody read, on which the server answered 503, and on which the linked page was missing.
  static let missed: Set<Int> = [19, 40, 41, 100]
  static let outages: Set<Int> = [30, 31, 120]
  static func isLinkBroken(_ index: Int) -> Bool { (10...16).contains(index) || (44...52).contains(index) }
  static let linkPath = "/files/zhinan.html"

  /// Letters: the day of the letter, and from which day on it is answered.
  static let letters: [(date: Day, answeredFrom: Int?)] = [
    (Day(2018, 4, 10)!, 20), (Day(2018, 6, 20)!, 5), (Day(2018, 8, 1)!, nil),
  ]

  static let items: [Item] = news + notices

  /// One a week and unit: the education bureau pauses in weeks 4 to 8, Luyang falls silent after week 3.
  private static let news: [Item] = units.enumerated().flatMap { place, unit in
    (-2..<26).compactMap { week -> Item? in
      if unit.id == "bm-jyj", (4...8).contains(week) { return nil }
      if unit.id == "xz-luyang", week > 3 { return nil }
      let date = day(week * 7 + place)
      return Item(
        unit: unit.id, column: "gzdt", title: "\(unit.name)第\(week + 3)次工作会议召开", date: date,
        path: "/\(unit.id)/gzdt/\(week + 3).html", hasLink: unit.id == "xz-yitiaoshan" && week == -1)
    }
  }

  /// Every eight weeks; the office's list reaches back to 2014.
  private static let notices: [Item] = units.flatMap { unit -> [Item] in
    var dates = [-20, 36, 92, 148].filter { unit.id != "xz-luyang" || $0 < 0 }.map(day)
    if unit.id == office { dates += (2014...2017).flatMap { year in [3, 7, 11].map { Day(year, $0, 9)! } } }
    let notices = dates.map { date in
      Item(
        unit: unit.id, column: "tzgg", title: "\(unit.name)关于开展\(date.year)年\(date.month)月检查的通知", date: date,
        path: "/\(unit.id)/tzgg/\(date.description.filter { $0 != "-" }).html")
    }
    guard unit.columns.contains("czys") else { return notices }
    return notices
      + [-12, 70].map { index in
        Item(
          unit: unit.id, column: "czys", title: "\(unit.name)\(day(index).year)年\(day(index).month)月预算执行情况",
          date: day(index),
          path: "/\(unit.id)/czys/\(index + 20).html")
      }
  }

  static func targets(_ base: String, profiles: [IndicatorProfile]) -> Targets {
    var fetch = FetchSettings()
    (fetch.ratePerHost, fetch.connectionsPerHost, fetch.retries) = (5000, 8, 0)
    (fetch.recheckAfter, fetch.allowsPrivateAddresses) = (Period(0, .seconds), true)
    let policies: [String: UpdatePolicy] = [
      "gzdt": .age(warn: Period(10, .days), limit: Period(2, .weeks)), "mail": .reply(within: Period(3, .months)),
      "tzgg": .age(warn: Period(5, .months), limit: Period(6, .months)),
      "czys": .age(warn: Period(5, .months), limit: Period(6, .months)),
    ]
    var targets = Targets(
      sites: [
        Target(
          id: "portal", name: "景塬县人民政府", home: base + "/",
          hosts: [String(base.dropFirst("http://".count))])
      ],
      units: units.map { unit in
        OwnerUnit(
          id: unit.id, name: unit.name, kind: unit.kind, paths: ["/\(unit.id)/"], reader: unit.reader,
          columns: unit.columns.map { column in
            Column(
              id: "\(unit.id)/\(column)", unit: unit.id, name: names[column]!, url: "\(base)/\(unit.id)/\(column)/",
              category: categories[column]!, policy: policies[column]!)
          })
      }, fetch: fetch)
    targets.profiles = profiles
    return targets
  }
}
