import DuwangCore
import Foundation
import History
import HistorySQLite
import Testing

@Suite("Probes in the history")
struct ProbeSumsTests {
  private static let home = "http://www.example.gov.cn/"

  private static func probe(_ at: Moment, fault: FetchFault? = nil, isExcluded: Bool = false, ms: Int = 210)
    -> ProbeReading
  {
    var probe = ProbeReading(
      site: "portal", url: home, at: at, milliseconds: ms, status: fault == nil ? 200 : nil, fault: fault,
      isExcluded: isExcluded)
    (probe.firstByteMilliseconds, probe.certificateEnd) = (35, Moment("2019-05-01"))
    return probe
  }

  private static func folder() -> String {
    FileManager.default.temporaryDirectory.path + "/probes-\(UUID().uuidString)"
  }

  @Test("a probe comes back as it was recorded, and its day is summed", arguments: StoreKind.allCases)
  func roundTrip(_ kind: StoreKind) throws {
    try kind.with { store in
      let at = Samples.moment("2018-12-31T08:00:00")
      var system = Self.probe(at)
      (system.name, system.url, system.remark) = ("办事系统", Self.home + "sys", .forbidden)
      let probes = [
        Self.probe(at), system, Self.probe(at.adding(seconds: 1800), fault: .timeout),
        Self.probe(at.adding(seconds: 3600), fault: .offline, isExcluded: true),
      ]
      try store.record(probes)
      let day = Day("2018-12-31")!
      #expect(try store.probes(from: day, through: day) == probes)
      let days = try store.probeDays(from: day, through: day)
      #expect(days.count == 2)
      let home = try #require(days.first { $0.name == nil })
      #expect((home.visits, home.failures, home.excluded, home.spaced, home.spacedFailures) == (2, 1, 1, 2, 1))
      #expect(home.milliseconds == [210])
      #expect(home.hours[8] == [2, 1, 0] && home.hours[9] == [0, 0, 1])
      let availability = Report.Availability(site: "portal", days: days)
      #expect((availability.probes, availability.failures, availability.excluded) == (3, 1, 1))
      #expect(availability.failureRate == 0.5)
    }
  }

  @Test("sums go on from call to call, whoever writes them, and outlive the single probes")
  func sumsStay() throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let at = Samples.moment("2018-12-31T08:00:00")
    _ = try SQLiteHistory.append([Self.probe(at)], directory: folder, now: at)
    let today = try SQLiteHistory.append(
      [Self.probe(at.adding(seconds: 1800), fault: .timeout)], directory: folder, now: at)
    #expect(today.map(\.visits) == [2])
    let store = try SQLiteHistory.open(directory: folder)
    let day = Day("2018-12-31")!
    _ = try store.trim(now: at.adding(seconds: 61 * 86400), retention: Retention())
    #expect(try store.probes(from: day, through: day).isEmpty)
    #expect(try store.probeDays(from: day, through: day).map(\.failures) == [1])
  }

  @Test("a probe is written while a reading holds the lock and writes in batches")
  func besideReading() throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let lock = try RunLock(directory: folder)
    let store = try SQLiteHistory.open(directory: folder)
    let run = try store.begin(at: Samples.moment("2018-12-31"))
    try store.record([Samples.record(Samples.page(Self.home + "1.html", "一"))], run: run)
    let at = Samples.moment("2018-12-31T08:00:00")
    #expect(try SQLiteHistory.append([Self.probe(at)], directory: folder, now: at).map(\.visits) == [1])
    try store.finish(run, result: Samples.result("2018-12-31"))
    #expect(try store.probeDays(from: at.day, through: at.day).map(\.visits) == [1])
    withExtendedLifetime(lock) {}
  }

  @Test("a file that is no history is left for the next reading to set aside")
  func damaged() throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: folder + "/history.sqlite"))
    let at = Samples.moment("2018-12-31T08:00:00")
    #expect(throws: HistoryFault.self) {
      try SQLiteHistory.append([Self.probe(at)], directory: folder, now: at)
    }
    #expect(FileManager.default.contents(atPath: folder + "/history.sqlite")?.first == 0x41)
  }

  @Test("a year of probes every 30 minutes stays below 2 MB after trimming")
  func year() throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try SQLiteHistory.open(directory: folder)
    let start = Samples.moment("2018-01-01T00:00:00")
    for day in 0..<365 {
      try store.record(
        (0..<48).map { half in
          Self.probe(
            start.adding(seconds: Double(day) * 86400 + Double(half) * 1800), fault: half == day % 97 ? .timeout : nil,
            ms: 150 + (day * 48 + half) % 700)
        })
    }
    _ = try store.trim(now: start.adding(seconds: 365 * 86400), retention: Retention())
    let days = try store.probeDays(from: Day("2018-01-01")!, through: Day("2018-12-31")!)
    #expect(days.count == 365)
    #expect(days.reduce(0) { $0 + $1.spaced } == 365 * 48)
    let size = try #require(FileManager.default.attributesOfItem(atPath: folder + "/history.sqlite")[.size] as? Int)
    #expect(size < 2_000_000)
  }
}
