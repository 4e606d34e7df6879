import DuwangCore
import Testing

@testable import TargetsFile

@Suite("The documented Targets.yaml") struct DocumentedFileTests {
  @Test("says what is read, for whom, how often and how politely") func whole() throws {
    let targets = try Sample.load(Sample.documented)
    #expect(targets.sites.map(\.hosts) == [["www.example.gov.cn"]])
    #expect(targets.sites[0].code == "6204230001")
    #expect(
      targets.columns.map(\.id) == [
        "zf-office/news", "zf-office/mail", "zf-office/old", "xz-yitiaoshan/zcjd",
      ])
    #expect(targets.columns[0].policy == .age(warn: Period(10, .days), limit: Period(2, .weeks)))
    #expect(targets.columns[1].policy == .reply(within: Period(3, .months)))
    #expect(targets.columns[2].exemption == .init(reason: "已归档专题", until: Day(2030, 1, 1)))
    #expect(targets.fetch.ratePerHost == 8)
    #expect(targets.fetch.maxBody == 20_000_000)
    #expect(targets.fetch.headersEnvironment == ["X-Reader": "DUWANG_HEADER"])
    #expect(targets.scope.exclude == ["/search", "*.mp4"])
    #expect(targets.content.ignore.count == 2)
  }

  @Test("a template's variables are filled in for every unit") func template() throws {
    let column = try Sample.load(Sample.documented).columns[3]
    #expect(column.url == "http://www.example.gov.cn/1234/zcjd/")
    #expect(column.unit == "xz-yitiaoshan")
  }

  @Test("keys without effect yet are named") func withoutEffect() throws {
    let yaml = Sample.documented.replacing("render: never", with: "render: when-needed")
    #expect(try Sample.load(yaml).withoutEffect == ["notify"])
  }

  @Test("an example address in user_agent is a warning") func agent() throws {
    let load = try TargetsFile.parse(yaml: Sample.documented, file: "Targets.yaml")
    #expect(load.warnings.map(\.line) == [16])
    #expect(load.warnings[0].message.contains("example.gov.cn"))
  }

  @Test("a site alone is enough, and its pages have an owner") func least() throws {
    let targets = try Sample.load(Sample.site)
    #expect(targets.units.map(\.kind) == [.office])
    #expect(targets.sites[0].hosts == ["www.example.gov.cn"])
  }
}
