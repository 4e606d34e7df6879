import DuwangCore
import Testing

@testable import DemoPortal

@Suite struct DemoTruthTests {
  let sites = (1...3).map { DemoSite(day: $0) }

  @Test func 所列页面都存在() {
    for fault in DemoTruth.faults {
      guard case .page(let path) = fault.place else { continue }
      for day in fault.days {
        #expect(sites[day - 1].answer(path: path, query: [:], posted: "").status == 200, "第\(day)日 \(path)")
      }
    }
    for trap in DemoTruth.traps where trap.place.hasPrefix("/") {
      #expect(sites[0].answer(path: trap.place, query: [:], posted: "").status == 200, "\(trap.place)")
    }
  }

  @Test func 所列栏目都存在() {
    let columns = Set(DemoPortal.columns.map(\.key))
    #expect(columns.count == DemoPortal.columns.count)
    for fault in DemoTruth.faults {
      if case .column(let column) = fault.place { #expect(columns.contains(column)) }
    }
    for trap in DemoTruth.traps where !trap.place.hasPrefix("/") { #expect(columns.contains(trap.place)) }
  }

  @Test func 失效的链接确由某个页面引用() {
    for fault in DemoTruth.faults {
      guard case .target(let path) = fault.place else { continue }
      for day in fault.days {
        let carriers = sites[day - 1].answers.values.filter { String(decoding: $0.body, as: UTF8.self).contains(path) }
        #expect(!carriers.isEmpty, "第\(day)日 \(path)")
      }
    }
  }

  @Test func 栏目的新旧与更新期限相符() throws {
    let limits: [String: Period] = ["动态要闻": Period(2, .weeks), "通知公告": Period(6, .months), "政策文件": Period(6, .months)]
    for (index, moment) in DemoPortal.days.enumerated() {
      for column in DemoPortal.columns {
        let status = DemoTruth.status(of: column.key, day: index + 1)
        guard let limit = limits[column.policy], [.fresh, .stale].contains(status) else { continue }
        let newest = try #require(DemoTruth.newest(of: column, day: index + 1), "\(column.key)")
        #expect((limit.after(newest) < moment.day) == (status == .stale), "第\(index + 1)日 \(column.key) \(newest)")
      }
    }
  }

  @Test func 规模与样例县相当() {
    #expect(DemoPortal.days.map(\.day.description) == ["2018-12-29", "2018-12-30", "2018-12-31"])
    #expect(DemoPortal.columns.count >= 40)
    let styles = Set(DemoPortal.columns.map { "\($0.style)" })
    #expect(styles.count >= 14)
    let paths = DemoPortal.columns.flatMap { $0.items.map(\.path) }
    #expect(Set(paths).count == paths.count)
  }

  @Test func 配置逐栏写明且地址各不相同() {
    let yaml = DemoPortal.targetsYAML(port: 8080)
    for column in DemoPortal.columns { #expect(yaml.contains("id: \(column.id), name: \(column.name)")) }
    #expect(yaml.contains("http://127.0.0.1:8080/shimen/gzdt.htm"))
  }
}
