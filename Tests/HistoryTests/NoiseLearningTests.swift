import DuwangCore
import Testing

@testable import History

/// What differs on every reading is learned, told, and no change.
@Suite struct NoiseLearningTests {
  /// A site of pages whose text a day gives, read on one day after the other.
  private struct Site {
    var past = Past()
    var pages: [String: Page] = [:]
    var day = Day(2019, 1, 1)!

    init() { past.isFirst = false }

    mutating func read(_ count: Int, _ text: (Int) -> [String]) throws -> ChangeFinder.Found {
      let filter = NoiseFilter(past.noise, site: "portal")
      var (readings, met, now) = ([PageReading](), [String: Int](), pages)
      for index in 0..<count {
        var page = Page(url: "http://a.gov.cn/\(index).html")
        (page.kind, page.title, page.blocks) = (.article, "第\(index)号通告", text(index).map { TextBlock($0) })
        let seen = PageText(page, ignoring: filter)
        for shape in seen.leftOut { met[shape, default: 0] += 1 }
        var reading = PageReading(url: page.url, reach: .read, site: "portal", at: Moment(startOf: day))
        (reading.kind, reading.title, reading.textHash) = (.article, page.title, seen.key)
        readings.append(reading)
        now[page.url] = page
      }
      let found = try ChangeFinder(past: past, gone: [], letterColumns: [])
        .find(in: readings, noiseMet: met, now: Moment(startOf: day)) { .init(before: pages[$0], now: now[$0]) }
      past.noise = found.noise
      for reading in readings {
        past.pages[reading.url] = PageSnapshot(reading: reading, firstSeen: reading.at, lastSeen: reading.at)
      }
      (pages, day) = (now, day.addingDays(1))
      return found
    }
  }

  @Test("A counter of the template, in whatever words, is ignored at once and told")
  func templateCounter() throws {
    var site = Site()
    _ = try site.read(40) { ["正文第\($0)段。", "已有\($0 + 10)人参与"] }
    let second = try site.read(40) { ["正文第\($0)段。", "已有\($0 * 3 + 57)人参与"] }
    #expect(second.changes.isEmpty)
    let region = try #require(second.noise.first { $0.isIgnored })
    #expect((region.shape, region.pages) == ("已有#人参与", 40))
    let third = try site.read(40) { ["正文第\($0)段。", "已有\($0 * 5 + 91)人参与"] }
    #expect(third.changes.isEmpty)
    #expect(third.noise.first { $0.isIgnored }?.lastSeen == Day(2019, 1, 3))
  }

  @Test("An edit beside an ignored counter is told alone")
  func besideCounter() throws {
    var site = Site()
    _ = try site.read(40) { ["补助3000元。", "已有\($0 + 10)人参与"] }
    let second = try site.read(40) { [$0 == 7 ? "补助3200元。" : "补助3000元。", "已有\($0 + 57)人参与"] }
    #expect(second.changes.map(\.url) == ["http://a.gov.cn/7.html"])
    #expect(second.changes[0].blocks.count == 1)
    #expect(second.changes[0].inserted == 4)
  }

  @Test("The same words replaced on all pages are the template's, and the pages did not change")
  func templateWords() throws {
    var site = Site()
    _ = try site.read(30) { ["正文第\($0)段。", "主办：县政府办公室"] }
    let second = try site.read(30) { ["正文第\($0)段。", "主办单位：县人民政府办公室"] }
    #expect(second.changes.isEmpty)
    #expect(second.noise.contains { $0.isIgnored && $0.pages == 30 })
    let third = try site.read(30) { ["正文第\($0)段。", "主办单位：县人民政府办公室"] }
    #expect(third.changes.isEmpty)
  }

  @Test("The same edit on a few pages is a change of each")
  func fewPages() throws {
    var site = Site()
    _ = try site.read(40) { _ in ["咨询电话：0943-5521234"] }
    let second = try site.read(40) { [$0 < 8 ? "咨询电话：0943-5521999" : "咨询电话：0943-5521234"] }
    #expect(second.changes.count == 8)
  }

  @Test("A counter on some pages is learned at the third reading, on one page at the seventh")
  func learned() throws {
    for (pages, days) in [(4, 3), (1, 7)] {
      var site = Site()
      var told: [Int] = []
      for day in 0..<10 {
        let found = try site.read(40) { ["正文。", $0 < pages ? "热度\(day * 7 + $0 + 1)" : "热度不计"] }
        told.append(found.changes.count)
      }
      #expect(told.prefix(days) == ([0] + [Int](repeating: pages, count: days - 1))[...])
      #expect(told.dropFirst(days).allSatisfy { $0 == 0 }, "\(told)")
    }
  }

  @Test("What differs only now and then is never learned")
  func occasional() throws {
    var site = Site()
    var told = 0
    for day in 0..<24 { told += try site.read(40) { [$0 < 4 ? "现有职工\(300 + day / 2)人" : "正文。"] }.changes.count }
    #expect(told == 4 * 11)
    #expect(site.past.noise.filter(\.isIgnored).isEmpty)
  }

  @Test("Edits below the same heading, each day on other pages, are changes of the pages")
  func sameHeading() throws {
    var site = Site()
    var told: [Int] = []
    for day in 0..<10 {
      let found = try site.read(40) { ["主要任务", "第\($0)项任务经第\((day + 8 - $0 % 8) / 8)次修订，请遵照执行。"] }
      told.append(found.changes.count)
    }
    #expect(told == [0] + [Int](repeating: 5, count: 9))
    #expect(site.past.noise.filter(\.isIgnored).isEmpty)
  }

  @Test("A date alone, running text and rows of tables are never taken for counters")
  func noShapes() {
    #expect(NoiseShape.ofNumbers("2018年12月31日") == nil)
    #expect(NoiseShape.ofNumbers("全年拨付资金3000元。") == nil)
    #expect(NoiseShape.ofNumbers("1\u{1f}一条山镇\u{1f}300") == nil)
    #expect(NoiseShape.ofNumbers("累计访问 12,345 人次") == "累计访问 # 人次")
    #expect(NoiseShape.ofNumbers("会话a81f0c2be7d3") == "会话#")
  }
}
