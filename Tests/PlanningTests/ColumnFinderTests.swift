import DuwangCore
import Testing

@testable import Planning

/// A portal as navigation only: address → (text, address) of its links.
struct Navigation {
  static let root = "http://www.example.gov.cn"
  var pages: [String: [(String, String)]]

  /// Runs a search to its end; counts the pages it asked for.
  func search(_ units: [OwnerUnit], known: [String: String] = [:]) -> (finder: ColumnFinder, asked: [String]) {
    let site = Target(
      id: "portal", name: "景泰县人民政府", home: Navigation.root + "/", hosts: ["www.example.gov.cn"])
    var finder = ColumnFinder(targets: Targets(sites: [site], units: units), known: known)
    var asked: [String] = []
    while true {
      let wanted = finder.nextPages()
      if wanted.isEmpty { return (finder, asked) }
      asked += wanted
      for url in wanted {
        let path = String(url.dropFirst(Navigation.root.count))
        let links = (pages[path] ?? []).map { text, target in
          Link(url: target.hasPrefix("http") ? target : Navigation.root + target, text: text)
        }
        finder.observe(page: url, links: links)
      }
    }
  }

  static func unit(
    _ id: String, _ name: String, _ kind: OwnerUnit.Kind = .township, home: String? = nil, columns: [String]
  ) -> OwnerUnit {
    OwnerUnit(
      id: id, name: name, kind: kind, home: home.map { root + $0 },
      columns: columns.map {
        Column(id: "\(id)/\($0)", unit: id, name: $0, category: $0, policy: .never)
      })
  }
}

@Suite("Columns without an address are found by their names") struct ColumnFinderTests {
  let navigation: [(String, String)] = [
    ("首页", "/"), ("景泰要闻", "/jtyw/"), ("政策解读", "/zcjd/"), ("一条山镇", "/yts/"), ("芦阳镇", "/ly/"),
    ("住房和城乡建设局", "/zjj/"),
  ]

  private func portal(_ more: [String: [(String, String)]]) -> Navigation {
    Navigation(pages: ["/": navigation].merging(more.mapValues { navigation + $0 }) { _, new in new })
  }

  private func found(_ result: (finder: ColumnFinder, asked: [String]), _ id: String) -> String? {
    result.finder.found[id].map { String($0.dropFirst(Navigation.root.count)) }
  }

  @Test("the office's columns stand in the site's navigation") func office() {
    let result = portal([:]).search([Navigation.unit("o", "政府办公室", .office, columns: ["政策解读", "县长信箱"])])
    #expect(found(result, "o/政策解读") == "/zcjd/")
    #expect(result.finder.unfound == ["o/县长信箱"])
  }

  @Test("a unit without home is first looked for by its name") func unitByName() {
    let portal = portal(["/yts/": [("政策解读", "/yts/zcjd/"), ("工作动态", "/yts/gzdt/index.html")]])
    let result = portal.search([
      Navigation.unit("o", "政府办公室", .office, columns: ["政策解读"]),
      Navigation.unit("t", "一条山镇", columns: ["政策解读", "工作动态"]),
    ])
    #expect(found(result, "t/政策解读") == "/yts/zcjd/")
    #expect(found(result, "t/工作动态") == "/yts/gzdt/index.html")
    #expect(found(result, "o/政策解读") == "/zcjd/")
    #expect(result.finder.unitHomes["t"] == Navigation.root + "/yts/")
  }

  @Test("a township never takes the portal's column of the same name") func notThePortals() {
    let result = portal(["/ly/": [("乡镇概况", "/ly/gk/")]]).search([
      Navigation.unit("t", "芦阳镇", home: "/ly/", columns: ["政策解读"])
    ])
    #expect(result.finder.unfound == ["t/政策解读"])
  }

  @Test("the office never takes a township's column") func notTheTownships() {
    let portal = portal(["/yts/": [("县长信箱", "/yts/xx/")]])
    let result = portal.search([
      Navigation.unit("o", "政府办公室", .office, columns: ["县长信箱"]),
      Navigation.unit("t", "一条山镇", home: "/yts/", columns: ["政策解读"]),
    ])
    #expect(result.finder.unfound == ["o/县长信箱", "t/政策解读"])
  }

  @Test("columns that all lie side by side are told apart by whose navigation names them") func sideBySide() {
    let portal = portal([
      "/yts/": [("政策解读", "/col/col11/index.html"), ("人民信箱", "/col/col9/index.html")],
      "/ly/": [("政策解读", "/col/col12/index.html"), ("人民信箱", "/col/col9/index.html")],
    ])
    let result = portal.search([
      Navigation.unit("a", "一条山镇", columns: ["政策解读", "人民信箱"]),
      Navigation.unit("b", "芦阳镇", columns: ["政策解读", "人民信箱"]),
    ])
    #expect(found(result, "a/政策解读") == "/col/col11/index.html")
    #expect(found(result, "b/政策解读") == "/col/col12/index.html")
    #expect(result.finder.unfound == ["a/人民信箱", "b/人民信箱"])
  }

  @Test("two columns never share an address") func noSharing() {
    let portal = portal(["/yts/": [("财政资金", "/yts/cz/")]])
    let unit = OwnerUnit(
      id: "t", name: "一条山镇", kind: .township, home: Navigation.root + "/yts/",
      columns: ["a", "b"].map { Column(id: "t/\($0)", unit: "t", name: "财政资金", category: "", policy: .never) })
    let result = portal.search([unit])
    #expect(result.finder.found.count == 1)
    #expect(result.finder.unfound.count == 1)
  }

  @Test("an address written for another column is not taken again") func notAWrittenOne() {
    var office = Navigation.unit("o", "政府办公室", .office, columns: ["政策解读", "解读"])
    office.columns[1].url = Navigation.root + "/zcjd/"
    #expect(portal([:]).search([office]).finder.unfound == ["o/政策解读"])
  }

  @Test("units are found through the list of units, columns below its 法定主动公开内容") func deep() {
    let base = "/zfxxgk/bmhxzxxgk/"
    let portal = portal([
      "/": [("政府信息公开", "/zfxxgk/index.html")],
      "/zfxxgk/index.html": [("部门和乡镇信息公开", base + "index.html")],
      base + "index.html": [("县住建局", base + "xzjj/index.html"), ("一条山镇人民政府", base + "yts/index.html")],
      base + "xzjj/index.html": [("法定主动公开内容", base + "xzjj/fdzdgknr/index.html")],
      base + "xzjj/fdzdgknr/index.html": [("政策法规", base + "xzjj/fdzdgknr/lzyj/zcfg/index.html")],
      base + "yts/index.html": [("政策法规", base + "yts/zcfg/index.html")],
    ])
    let site = Navigation(pages: portal.pages.mapValues { $0.filter { !["/yts/", "/zjj/"].contains($0.1) } })
    let result = site.search([
      Navigation.unit("d", "住房和城乡建设局", .department, columns: ["政策法规"]),
      Navigation.unit("t", "一条山镇", columns: ["政策法规"]),
    ])
    #expect(found(result, "d/政策法规") == base + "xzjj/fdzdgknr/lzyj/zcfg/index.html")
    #expect(found(result, "t/政策法规") == base + "yts/zcfg/index.html")
  }

  @Test("an article is no column, whatever its link says") func noArticle() {
    let portal = portal(["/yts/": [("政策解读", "/yts/art/2018/12/20/art_1_2.html"), ("政策解读", "/yts/t20181220_1.html")]])
    #expect(portal.search([Navigation.unit("t", "一条山镇", columns: ["政策解读"])]).finder.found.isEmpty)
  }

  @Test(
    "the way a name is written makes no difference",
    arguments: ["政 策 解 读", "【政策解读】", "政策解读更多>>", "政策解读（12）", "政策解读栏目", "一条山镇政策解读"])
  func spelling(_ text: String) {
    let portal = portal(["/yts/": [(text, "/yts/zcjd/")]])
    let result = portal.search([Navigation.unit("t", "一条山镇", columns: ["政策解读"])])
    #expect(found(result, "t/政策解读") == "/yts/zcjd/")
  }

  @Test("a long name may be cut or lengthened when one link alone fits") func nearly() {
    let name = "重大决策和重要征求意见及反馈情况"
    let one = portal(["/zjj/": [("重大决策和重要征求意见及反馈", "/zjj/zdjc/")]])
    let unit = Navigation.unit("d", "住房和城乡建设局", .department, columns: [name])
    #expect(found(one.search([unit]), "d/\(name)") == "/zjj/zdjc/")
    let two = portal([
      "/zjj/": [("重大决策和重要征求意见及反馈", "/zjj/a/"), ("重大决策和重要征求意见", "/zjj/b/"), ("重大决策和重要征求意见及", "/zjj/c/")]
    ])
    #expect(two.search([unit]).finder.found.isEmpty)
  }

  @Test("what was found on an earlier day is not looked for again") func known() {
    let result = portal([:]).search(
      [Navigation.unit("t", "一条山镇", columns: ["政策解读"])], known: ["t/政策解读": Navigation.root + "/yts/zcjd/"])
    #expect(result.asked.isEmpty)
    #expect(found(result, "t/政策解读") == "/yts/zcjd/")
  }

  @Test("a site without end is left after a bounded number of pages") func bounded() {
    var pages: [String: [(String, String)]] = ["/": navigation]
    for number in 0..<2000 {
      pages["/yts/\(number)/"] = (1...5).map { ("子栏目\(number * 5 + $0)", "/yts/\(number * 5 + $0)/") }
    }
    pages["/yts/"] = [("子栏目", "/yts/0/")]
    let result = Navigation(pages: pages).search([Navigation.unit("t", "一条山镇", columns: ["政策解读"])])
    #expect(result.asked.count <= ColumnFinder.pagesPerUnit + ColumnFinder.pagesPerSite)
  }

  @Test("nothing to look for asks for nothing") func nothing() {
    #expect(portal([:]).search([Navigation.unit("t", "一条山镇", columns: [])]).asked.isEmpty)
  }
}
