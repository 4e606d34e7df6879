import DuwangCore
import Foundation
import HistorySQLite
import Pipeline
import Reporting
import TestSupport
import Testing

@Suite("A list whose pages are posted for")
struct PostedListTests {
  private static let list = "/EWB-FRONT/rest/lightfrontaction/getgovinfolist"
  private static let today = Day(2018, 12, 25)!

  /// Rows two days apart; page `number` of 15 rows each out of `count`.
  private static func answer(_ number: Int, of count: Int) -> String {
    let rows = (number * 15..<max(number * 15, min(count, number * 15 + 15))).map { i in
      let day = today.addingDays(-1 - 2 * i)
      return #"{"title":"关于做好第\#(i)项工作的通知","infourl":"/a/\#(i).html","infodate":"\#(day)"}"#
    }
    return #"{"custom":{"code":1,"count":\#(count),"data":[\#(rows.joined(separator: ","))]}}"#
  }

  private static let shell = """
    <!DOCTYPE html><title>通知公告</title><body><ul id="infolist"></ul><script src="/EWB-FRONT/js/webBuilderCommon.js"></script>
    <script>var siteInfo={"projectName":"/EWB-FRONT","siteGuid":"7eb5"};
    $.ajax({type:"post",url:siteInfo.projectName+"/rest/lightfrontaction/getgovinfolist",
    data:JSON.stringify({"deptcode":"swj","categorynum":"002001"})});</script>
    """

  /// Page numbers that were asked for, items counted, articles read.
  private func read(rows count: Int, answersOnePage: Bool = false) async throws -> (
    asked: [Int], items: Int, articles: Int
  ) {
    let server = try FaultServer { request, _ in
      let page = Self.page(request.body)
      return switch request.path {
      case "/": .page("<!DOCTYPE html><title>门户</title><body><a href='/tz/moreinfo.html'>通知公告</a>")
      case "/tz/moreinfo.html": .page(Self.shell)
      case Self.list:
        .page(Self.answer(answersOnePage ? 0 : page, of: count), headers: ["Content-Type": "application/json"])
      default:
        request.path.hasPrefix("/a/") ? .page("<!DOCTYPE html><title>通知</title><h1>关于做好工作的通知</h1>") : .status(404)
      }
    }
    defer { server.stop() }
    let column = Column(
      id: "office/tz", unit: "office", name: "通知公告", url: server.base + "/tz/moreinfo.html", category: "通知公告",
      policy: .age(warn: nil, limit: Period("6mo")!))
    var targets = Targets(
      sites: [Target(id: "portal", name: "门户", home: server.base + "/", hosts: ["127.0.0.1:\(server.port)"])],
      units: [OwnerUnit(id: "office", name: "办公室", kind: .office, columns: [column])])
    targets.fetch = LinksRequest.quick([]).fetch
    targets.fetch.obeysRobots = false
    let directory = FileManager.default.temporaryDirectory.appending(path: "duwang-posted-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let store = try SQLiteHistory.open(directory: directory + "/state")
    let now = try #require(Moment("2018-12-25T08:00:00+08:00"))
    let pipeline = Pipeline(
      targets: targets, store: store, writer: ReportWriter(directory: directory + "/reports"),
      clock: RunClock(now: now), environment: [:])
    let report = try await pipeline.readDaily()
    #expect(report.columns.first?.entries == min(count, 15))
    let rows = try PublishedRun(targets: targets, store: store, now: now).read(nil).rows
    let articles = Set(server.requests.map(\.path)).count { $0.wholeMatch(of: /\/a\/[0-9]+\.html/) != nil }
    return (server.requests(Self.list).map { Self.page($0.body) }, rows.reduce(0) { $0 + $1.items }, articles)
  }

  private static func page(_ body: String) -> Int {
    body.firstRange(of: "\"pageIndex\":").flatMap { Int(body[$0.upperBound...].prefix { $0.isNumber }) } ?? -1
  }

  @Test("is read on until its rows are two months older than the newest; all of them count and are followed")
  func bounded() async throws {
    let read = try await read(rows: 200)
    #expect(read.asked == [0, 1, 2])
    #expect(read.items == 45)
    #expect(read.articles == 45)
  }

  @Test("is not asked for a page behind its last, nor again and again where the number of the page is overlooked")
  func ends() async throws {
    #expect(try await read(rows: 20).asked == [0, 1])
    #expect(try await read(rows: 9).asked == [0])
    #expect(try await read(rows: 200, answersOnePage: true).asked == [0, 1])
  }
}
