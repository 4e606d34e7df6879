import DuwangCore
import Testing

@testable import Planning

@Suite("What belongs to a site, and to whom") struct ScopeTests {
  private static let root = "http://www.example.gov.cn"

  private func targets(exclude: [String] = [], units: [OwnerUnit] = []) -> Targets {
    let site = Target(
      id: "portal", name: "景泰县人民政府", home: Self.root + "/",
      hosts: ["www.example.gov.cn", "bs.example.gov.cn:8080"])
    var scope = Scope()
    scope.exclude = exclude
    return Targets(sites: [site], units: units, scope: scope)
  }

  @Test(
    "host and port make an address internal; http and https are one",
    arguments: [
      ("http://www.example.gov.cn/a", true), ("https://www.example.gov.cn/a", true),
      ("HTTP://WWW.Example.gov.cn:80/", true),
      ("http://www.example.gov.cn:8080/", false), ("http://bs.example.gov.cn:8080/", true),
      ("http://bs.example.gov.cn/", false), ("http://a.www.example.gov.cn/", false), ("mailto:a@example.gov.cn", false),
    ])
  func hosts(_ url: String, _ isInternal: Bool) {
    #expect((SiteScope(targets()).site(of: url) != nil) == isInternal)
  }

  @Test(
    "excluded are path prefixes, globs of the path and whole addresses",
    arguments: [
      ("/search", "/search", true), ("/search", "/search/a?b=1", true), ("/search", "/a/search", false),
      ("*.mp4", "/video/1.MP4", true), ("*.mp4", "/video/1.mp4?x=1", true), ("*.mp4", "/mp4/", false),
      ("*/old/*", "/a/old/b.html", true), ("/搜索", "/%E6%90%9C%E7%B4%A2/1", true),
      ("http://www.example.gov.cn/old/", "/old/1.html", true), ("http://other.gov.cn/*", "/old/1.html", false),
      ("*?page=*", "/list?page=3", true),
    ])
  func excluded(_ pattern: String, _ path: String, _ isOut: Bool) throws {
    let address = try #require(WebAddress(Self.root + path))
    #expect(SiteScope(targets(exclude: [pattern])).isExcluded(address) == isOut)
    #expect(SiteScope(targets(exclude: [pattern])).isInScope(address) == !isOut)
  }

  @Test("of two sites on one host the one with the deeper home takes its pages") func twoSites() {
    var two = targets()
    two.sites.append(
      Target(id: "zone", name: "工业园区", home: Self.root + "/zone/", hosts: ["www.example.gov.cn"]))
    #expect(SiteScope(two).site(of: Self.root + "/zone/a.html")?.id == "zone")
    #expect(SiteScope(two).site(of: Self.root + "/a.html")?.id == "portal")
  }

  private var ownership: Ownership {
    func unit(_ id: String, _ kind: OwnerUnit.Kind, _ paths: [String]) -> OwnerUnit {
      OwnerUnit(
        id: id, name: id, kind: kind, paths: paths,
        columns: [Column(id: "\(id)/news", unit: id, name: "", category: "", policy: .never)])
    }
    return Ownership(
      targets(units: [
        unit("town", .township, ["/town/"]), unit("office", .office, ["/bgs"]),
        unit("inner", .department, ["/town/in/"]),
      ]))
  }

  @Test("a page belongs to the unit of the column that lists it, wherever it lies") func listed() {
    let owner = ownership.owner(of: Self.root + "/town/a.html", listedBy: "inner/news")
    #expect(owner.unit == "inner" && owner.column == "inner/news")
  }

  @Test(
    "else to the unit with the longest matching paths, else to the office",
    arguments: [
      ("/town/a.html", "town"), ("/town/in/a.html", "inner"), ("/bgs.html", "office"), ("/townhall/a.html", "office"),
      ("/x.html", "office"),
    ])
  func paths(_ path: String, _ unit: String) {
    #expect(ownership.owner(of: Self.root + path, listedBy: nil).unit == unit)
  }

  @Test("a site without an office falls to the first unit") func noOffice() {
    let units = [OwnerUnit(id: "a", name: "甲", kind: .department), OwnerUnit(id: "b", name: "乙", kind: .department)]
    #expect(Ownership(targets(units: units)).owner(of: Self.root + "/x", listedBy: nil).unit == "a")
  }
}
