import DuwangCore
import Foundation
import Testing

@testable import TargetsFile

@Suite("The Targets.yaml that ships") struct ShippedFileTests {
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Targets.yaml").standardized.path

  @Test("is valid without a warning, and its dictionaries stand beside it") func valid() throws {
    let load = try TargetsFile.load(path: Self.path)
    #expect(load.warnings == [])
    #expect(load.targets.withoutEffect == [])
    #expect(load.targets.control.count == 2)
  }

  @Test("lists the categories of the 2018 report for every township and department") func counts() throws {
    let targets = try TargetsFile.load(path: Self.path).targets
    let (towns, departments) = (
      targets.units.filter { $0.kind == .township }, targets.units.filter { $0.kind == .department }
    )
    #expect(towns.count == 11)
    #expect(departments.count >= 30)
    #expect((towns + departments).allSatisfy { $0.columns.count == 15 })
    let office = try #require(targets.units.first { $0.kind == .office })
    #expect(office.columns.count { $0.level == 1 } == 18)
    #expect(office.columns.count { $0.level == 2 } >= 20)
    let listing = TargetsListing(targets)
    #expect(listing.columns.count >= 18 + 20 + (11 + departments.count) * 15)
  }

  @Test("names no address that nobody verified") func addresses() throws {
    let targets = try TargetsFile.load(path: Self.path).targets
    #expect(targets.columns.allSatisfy { $0.url == nil })
    #expect(targets.units.allSatisfy { $0.home == nil })
  }

  @Test("policies are those of the field: news two weeks, notices and files six months") func policies() throws {
    let targets = try TargetsFile.load(path: Self.path).targets
    let columns = Dictionary(targets.columns.map { ($0.id, $0) }) { first, _ in first }
    #expect(columns["zf-office/xwfb"]?.policy == .age(warn: Period(10, .days), limit: Period(2, .weeks)))
    #expect(columns["zf-office/zfwj"]?.policy == .age(warn: Period(5, .months), limit: Period(6, .months)))
    #expect(columns["zf-office/ldjs"]?.policy == .never)
    #expect(columns["bm-jyj/jgzn"]?.policy == .never)
    for (name, policy) in NationalPolicies.all where name != "咨询留言" { #expect(targets.policies[name] == policy) }
  }
}

@Suite("What will be read, as a list") struct ListingTests {
  @Test("tells which addresses are given, which were found, and which are not known") func states() throws {
    var targets = try Sample.load(Sample.documented)
    targets.units[0].columns[0].url = nil
    targets.units[0].columns[1].url = nil
    let listing = TargetsListing(targets, found: ["zf-office/news": "http://www.example.gov.cn/jtyw/"])
    #expect(listing.columns.map(\.state) == [.found, .unfound, .given, .given])
    #expect(listing.text.contains("http://www.example.gov.cn/jtyw/（按名称找到）"))
    #expect(listing.text.contains("栏目4个：已写网址2个，按名称找到1个，尚未找到1个"))
    #expect(listing.columns.map(\.policy) == ["动态要闻：2周（满10日提醒）", "3个月内答复", "其他：1年（满10个月提醒）", "通知公告：6个月（满5个月提醒）"])
  }
}
