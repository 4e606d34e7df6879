import CZip
import DuwangCore
import Foundation
import Testing

@testable import TargetsFile

@Suite("A column list as offices keep it") struct ImportTests {
  private func imported(_ bytes: [UInt8], name: String = "栏目清单.csv") throws -> [ImportedColumn] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try ColumnListImport.read(path: path.path)
  }

  private static let csv = """
    景泰县政府网站栏目清单,,,,
    责任单位,栏目名称,网址,更新周期,读网员
    教育局,工作动态,http://www.example.gov.cn/jyj/gzdt/,每两周,张三
    ,"招生，考试",http://www.example.gov.cn/jyj/zsks/,半年,
    白水镇,机构职能,,长期不变,李四
    """

  @Test("is read with a title above its header, empty cells meaning the unit above") func plain() throws {
    let columns = try imported(Array(Self.csv.utf8))
    #expect(columns.map(\.unit) == ["教育局", "教育局", "白水镇"])
    #expect(columns.map(\.name) == ["工作动态", "招生，考试", "机构职能"])
    #expect(columns[2].url == nil)
  }

  @Test("a mark at its beginning, tabs and GB18030 make no difference") func spellings() throws {
    let expected = try imported(Array(Self.csv.utf8))
    #expect(try imported(Array(("\u{feff}" + Self.csv).utf8)) == expected)
    let gbk: [UInt8] = [
      0xb5, 0xa5, 0xce, 0xbb, 0x09, 0xc0, 0xb8, 0xc4, 0xbf, 0x0d, 0x0a, 0xbd, 0xcc, 0xd3, 0xfd, 0xbe, 0xd6, 0x09, 0xb6,
      0xaf, 0xcc, 0xac,
    ]
    #expect(try imported(gbk) == [ImportedColumn(unit: "教育局", name: "动态")])
    #expect(try imported(Array(Self.csv.data(using: .utf16LittleEndian).map { [0xff, 0xfe] + $0 } ?? [])) == expected)
  }

  @Test("its draft validates and holds units, addresses and classes") func draft() throws {
    let targets = try Sample.load(ColumnListImport.draft(try imported(Array(Self.csv.utf8))))
    #expect(targets.units.map(\.kind) == [.office, .department, .township])
    #expect(targets.sites[0].home == "http://www.example.gov.cn/")
    #expect(targets.columns.map(\.policyName) == ["动态要闻", "通知公告", "静态"])
    #expect(targets.units[1].reader == "张三")
  }

  @Test("an address on somebody else's site is not taken for ours") func foreign() throws {
    let csv = Self.csv + "\n教育局,高考,http://gaokao.chsi.com.cn/x/,每年,\n教育局,招聘,http://zp.example.gov.cn/x/,每年,"
    let targets = try Sample.load(ColumnListImport.draft(try imported(Array(csv.utf8))))
    #expect(targets.sites[0].hosts == ["www.example.gov.cn", "zp.example.gov.cn"])
    #expect(targets.columns.first { $0.name == "高考" }?.url == nil)
  }

  @Test(
    "words for an update cycle become a class or a limit",
    arguments: [
      ("每两周", "动态要闻"), ("半月", "动态要闻"), ("每月", "{ warn: 25d, limit: 1mo }"), ("每季度", "{ warn: 2mo, limit: 3mo }"),
      ("半年", "通知公告"), ("每年", "其他"), ("及时更新", "其他"), ("长期公开", "静态"), ("2周内", "动态要闻"), ("10个工作日内", "其他"),
      ("三个月内答复", "{ reply_within: 3mo }"), ("15天", "{ warn: 12d, limit: 15d }"), ("通知公告", "通知公告"),
    ])
  func cycles(_ words: String, _ policy: String) { #expect(UpdateWords.policy(words) == policy) }

  @Test("a workbook is read: shared and inline texts, merged units, addresses behind names") func workbook() throws {
    let columns = try imported(try Self.xlsx(), name: "清单.xlsx")
    #expect(columns.map(\.unit) == ["教育局", "教育局"])
    #expect(columns.map(\.name) == ["工作动态", "通知公告"])
    #expect(columns.map(\.url) == ["http://www.example.gov.cn/jyj/gzdt/", nil])
  }

  @Test(
    "what is no list is refused with the file's name",
    arguments: [[], Array("no workbook".utf8), [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0, 1, 2]] as [[UInt8]])
  func refused(_ bytes: [UInt8]) {
    #expect(throws: TargetsProblems.self) { try imported(bytes) }
  }

  private static func xlsx() throws -> [UInt8] {
    let members = [
      "xl/workbook.xml":
        "<workbook xmlns:r='r'><sheets><sheet name='清单' sheetId='1' r:id='rId1'/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>",
      "xl/sharedStrings.xml":
        "<sst><si><t>责任单位</t></si><si><r><t>栏目</t></r><r><t>名称</t></r><rPh><t>x</t></rPh></si><si><t>教育局</t></si></sst>",
      "xl/worksheets/sheet1.xml": """
      <worksheet xmlns:r='r'><sheetData><row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c></row>
      <row r='3'><c r='A3' t='s'><v>2</v></c><c r='B3' t='inlineStr'><is><t>工作动态</t></is></c></row>
      <row r='4'><c r='B4' t='inlineStr'><is><t>通知公告</t></is></c></row></sheetData>
      <mergeCells><mergeCell ref='A3:A4'/></mergeCells><hyperlinks><hyperlink ref='B3' r:id='rId1'/></hyperlinks></worksheet>
      """,
      "xl/worksheets/_rels/sheet1.xml.rels":
        "<Relationships><Relationship Id='rId1' Target='http://www.example.gov.cn/jyj/gzdt/'/></Relationships>",
    ]
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    var code: Int32 = 0
    let archive = try #require(zip_open(path, ZIP_CREATE, &code))
    for (name, text) in members {
      let copy = strdup(text)
      let source = zip_source_buffer(archive, copy, UInt64(text.utf8.count), 1)
      #expect(zip_file_add(archive, name, source, 0) >= 0)
    }
    #expect(zip_close(archive) == 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
