import DuwangCore
import Testing

@testable import Planning

@Suite("Addresses that wait to be read") struct FrontierTests {
  private static let root = "http://www.example.gov.cn"

  private func frontier(pages: Int = 20_000, depth: Int = 12) -> Frontier {
    var scope = Scope()
    (scope.maxPages, scope.maxDepth) = (pages, depth)
    return Frontier(scope)
  }

  private func order(_ frontier: Frontier) -> [String] {
    var (frontier, out) = (frontier, [String]())
    while let item = frontier.next() { out.append(String(item.url.dropFirst(Self.root.count))) }
    return out
  }

  @Test(
    "one page waits once, however its address is written",
    arguments: [
      ("/a", "/a#top"), ("/a", "/a?utm_source=x"), ("/a;jsessionid=1F", "/a"), ("/a?x=1&y=2", "/a?y=2&x=1"),
      ("/a/", "/a/index.html"), ("/a?PHPSESSID=1", "/a?PHPSESSID=2"), ("/(S(abc))/a", "/a"), ("/b/../a", "/a"),
    ])
  func once(_ first: String, _ second: String) {
    var frontier = frontier()
    let added1 = frontier.add(Self.root + first, depth: 1)
    #expect(added1)
    let added2 = frontier.add(Self.root + second, depth: 1)
    #expect(!added2)
    #expect(frontier.contains(Self.root + second))
  }

  @Test("a site's number is no session") func siteNumber() {
    var frontier = frontier()
    frontier.add(Self.root + "/list?sid=200041", depth: 1)
    #expect(order(frontier) == ["/list?sid=200041"])
  }

  @Test("columns, their articles, then breadth first, endless patterns last") func priorities() {
    var frontier = frontier()
    frontier.add(Self.root + "/calendar/2018/1", depth: 1)
    frontier.add(Self.root + "/deep", depth: 3)
    frontier.add(Self.root + "/near", depth: 1)
    frontier.add(Self.root + "/article", depth: 2, priority: .article)
    frontier.add(Self.root + "/column", depth: 5, priority: .column)
    #expect(order(frontier) == ["/column", "/article", "/near", "/deep", "/calendar/2018/1"])
  }

  private static func endless(_ name: String, _ n: Int) -> String {
    switch name {
    case "calendar": return "/rl?year=\(1000 + n / 12)&month=\(n % 12)"
    case "dated_path": return String(format: "/huodong/%04d-%02d-%02d", 1000 + n / 336, n / 28 % 12 + 1, n % 28 + 1)
    case "growing_parameters":
      let names = (0...(n % 40 + 11)).map { "p\($0)=1" }
      return "/a?n=\(n)&" + names.joined(separator: "&")
    case "repeated_path": return "/x/" + String(repeating: "a/b/", count: n % 300 + 3)
    case "session_ids": return "/a?sessiontoken=\(n)"
    case "views": return "/a?id=\(n)&sort=asc"
    default: return "/list?page=\(n)"
    }
  }

  @Test(
    "an endless pattern ends by its budget, and the reading stays whole",
    arguments: [
      ("calendar", 60), ("growing_parameters", 50), ("repeated_path", 20), ("session_ids", 50), ("views", 50),
      ("dated_path", 400), ("query_pattern", 2000),
    ])
  func traps(_ name: String, _ budget: Int) {
    var frontier = frontier()
    var accepted = 0
    for n in 0..<2500 where frontier.add(Self.root + Self.endless(name, n), depth: 1) { accepted += 1 }
    #expect(accepted <= budget)
    #expect(accepted > 0)
    #expect(frontier.limitsHit.map(\.limit) == [name])
    #expect(frontier.limitsHit.allSatisfy { !$0.cutsRealPages && $0.left > 0 })
  }

  @Test("articles of real shapes are no trap") func realArticles() {
    var frontier = frontier()
    let shapes: [@Sendable (Int) -> String] = [
      { "/art/2018/12/20/art_1_\($0).html" }, { "/zwgk/201812/t20181220_\($0).html" },
      { "/2018/12/20/\($0 + 100).html" },
      { "/content.jsp?urltype=news.NewsContentUrl&wbtreeid=1&wbnewsid=\($0)" },
    ]
    for shape in shapes {
      for number in 0..<1900 { frontier.add(Self.root + shape(number), depth: 2, priority: .article) }
    }
    #expect(frontier.waiting == 7600)
    #expect(frontier.limitsHit.isEmpty)
  }

  @Test("a column of thousands of articles behind one pattern is read whole") func listedArticles() {
    var frontier = frontier()
    for number in 0..<5000 { frontier.add(Self.root + "/show?id=\(number)", depth: 2, priority: .article) }
    #expect(frontier.waiting == 5000)
  }

  @Test("max_depth tells how many stayed out, and forgets those reached by a shorter way") func depth() {
    var frontier = frontier(depth: 2)
    let added3 = frontier.add(Self.root + "/a", depth: 3)
    #expect(!added3)
    let added4 = frontier.add(Self.root + "/b", depth: 3)
    #expect(!added4)
    let added5 = frontier.add(Self.root + "/b", depth: 4)
    #expect(!added5)
    #expect(frontier.limitsHit == [.init(limit: "max_depth", url: Self.root + "/a", left: 2, cutsRealPages: false)])
    let added6 = frontier.add(Self.root + "/a", depth: 2)
    #expect(added6)
    #expect(frontier.limitsHit.map(\.left) == [1])
  }

  @Test("a configured page is read whatever its depth") func configured() {
    var frontier = frontier(depth: 0)
    let added7 = frontier.add(Self.root + "/col", depth: 1, priority: .column)
    #expect(added7)
  }

  @Test("max_pages cuts real pages, and says how many") func pages() {
    var frontier = frontier(pages: 2)
    for name in ["/a", "/b", "/c", "/d"] { frontier.add(Self.root + name, depth: 1) }
    #expect(order(frontier) == ["/a", "/b"])
    while frontier.next() != nil {}
    #expect(frontier.limitsHit == [.init(limit: "max_pages", url: Self.root + "/c", left: 2, cutsRealPages: true)])
  }

  @Test("max_pages that leaves only endless patterns cuts nothing real") func onlyTrapsLeft() {
    var frontier = frontier(pages: 1)
    frontier.add(Self.root + "/a", depth: 1)
    frontier.add(Self.root + "/calendar/1", depth: 1)
    while frontier.next() != nil {}
    #expect(frontier.limitsHit.map(\.cutsRealPages) == [false])
  }

  @Test("what is no http address is not taken", arguments: ["", "javascript:;", "mailto:a@b", "http://", "/a"])
  func malformed(_ url: String) {
    var frontier = frontier()
    let added8 = frontier.add(url, depth: 0)
    #expect(!added8)
  }

  @Test("an address of a hundred kilobytes neither hangs nor stays") func long() {
    var frontier = frontier()
    frontier.add(Self.root + "/" + String(repeating: "a/", count: 20_000), depth: 1)
    frontier.add(Self.root + "/x?" + String(repeating: "a=1&", count: 20_000), depth: 1)
    #expect(frontier.waiting <= 2)
  }

  @Test("addresses by the thousand are taken in and handed out at once") func many() {
    var frontier = frontier(pages: 200_000)
    for number in 0..<10_000 { frontier.add(Self.root + "/p/\(number).html", depth: number % 9) }
    #expect(order(frontier).count == 10_000)
  }
}
