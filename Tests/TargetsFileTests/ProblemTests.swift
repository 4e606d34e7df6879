import DuwangCore
import Foundation
import Testing

@testable import TargetsFile

@Suite("A faulty Targets.yaml") struct ProblemTests {
  private func unit(_ lines: String) -> String { Sample.site + "units:\n  - " + lines }
  private func column(_ text: String, more: String = "") -> String {
    unit("{ id: a, name: 甲局, kind: department, columns: [\(text)] }\n\(more)")
  }

  @Test("every problem is told at once, in the order of the file") func all() {
    let yaml = """
      version: 2
      sitess: []
      sites:
        - { id: portal, name: 门户, home: www.example.gov.cn }
      fetch: { timeout: 15, retries: many, robots: obay }
      units:
        - { id: a, name: 甲, kind: town, template: nothing }
        - { id: a, name: 乙, kind: office, colums: [] }
      """
    let lines = Sample.problems(yaml)
    #expect(
      lines.map { $0.split(separator: ":").prefix(2).joined(separator: ":") } == [
        "1:10", "2:1", "4:35", "5:19", "5:32", "5:46", "7:29", "7:45", "8:11", "8:37",
      ])
  }

  @Test("an unknown key is told with the nearest known one") func unknownKey() {
    #expect(Sample.only("是否应为“scope”", in: Sample.site + "▸scop: { max_pages: 3 }"))
  }

  @Test("a key that stands twice is told where it stands again, and the rest is still read") func duplicateKey() {
    let yaml = Sample.site + "scope: { max_pages: 3 }\nfetch: { retries: x }\nscope: { max_pages: 4 }"
    let lines = Sample.problems(yaml)
    #expect(lines.count == 2)
    #expect(lines.contains { $0.hasPrefix("8:1:") && $0.contains("“scope”") && $0.contains("重复") })
    #expect(lines.contains { $0.hasPrefix("7:19:") })
  }

  @Test("a policy declared twice is told once") func duplicatePolicy() {
    #expect(Sample.only("重复", in: Sample.site + "policies:\n  甲: never\n  ▸甲: never"))
  }

  @Test("a password is refused and the variable's name asked for") func secret() {
    let yaml = Sample.site + "notify: { smtp: { url: \"smtps://m.example.gov.cn\", from: a@b.cn, ▸password: 1 } }"
    #expect(Sample.only("password_env", in: yaml))
  }

  @Test("a password inside an address is refused") func secretInAddress() {
    let yaml = Sample.site.replacing("http://www", with: "▸http://me:pw@www")
    #expect(Sample.only("不得写入秘密", in: yaml))
  }

  @Test("a value instead of a variable's name is refused") func variable() {
    #expect(Sample.only("环境变量的名称", in: Sample.site + "fetch: { proxy_env: ▸\"http://10.0.0.1:80\" }"))
  }

  @Test("two sites with one id") func siteIDs() {
    let yaml = Sample.site + "  - { id: ▸portal, name: 乙, home: \"http://b.gov.cn/\" }"
    #expect(Sample.only("与第3行重复", in: yaml))
  }

  @Test("two columns of one unit with one id") func columnIDs() {
    #expect(Sample.only("栏目编号“x”", in: column("{ id: x, name: 甲 }, { id: ▸x, name: 乙 }")))
  }

  @Test("a column of a unit with the id of one of its template") func templateIDs() {
    let yaml =
      Sample.site + """
        units:
          - { id: a, name: 甲局, kind: department, template: t, columns: [{ id: x, name: 乙 }] }
        templates: { t: [{ id: x, name: 甲 }] }
        """
    #expect(Sample.problems(yaml).count == 1)
  }

  @Test(
    "a bad duration is told with the right way of writing it",
    arguments: [("2周", "2w"), ("6个月", "6mo"), ("10", "10d"), ("半年", "6mo"), ("1year", "1y")])
  func duration(_ text: String, _ right: String) {
    #expect(Sample.only("可写“\(right)”", in: Sample.site + "content: {since: ▸\(text)}"))
  }

  @Test("warn later than limit") func tiers() {
    #expect(Sample.only("长于limit", in: Sample.site + "policies: { 甲: {warn: ▸7mo, limit: 6mo} }"))
  }

  @Test("a class without limit") func noLimit() {
    #expect(Sample.problems(Sample.site + "policies: { 甲: { warn: 7mo } }").count == 1)
  }

  @Test(
    "a bad address of a column",
    arguments: ["/jtyw/", "ftp://www.example.gov.cn/", "…", "www.example.gov.cn/a", "http://", "http://a b/"])
  func address(_ text: String) {
    let lines = Sample.problems(column("{ id: x, name: 甲, url: \"\(text)\" }"))
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.hasPrefix("7:") })
  }

  @Test("an address on a host that is no site's") func foreignHost() {
    let yaml = column("{ id: x, name: 甲, url: ▸\"http://ww.example.gov.cn/\" }")
    #expect(Sample.only("不属于任何网站", in: yaml))
  }

  @Test("a class that is not declared") func policyReference() {
    #expect(Sample.only("是否应为“通知公告”", in: column("{ id: x, name: 甲, policy: ▸通知公吿 }")))
  }

  @Test("a variable that a unit does not give is told at the unit") func variables() {
    let yaml =
      Sample.site + """
        units:
          - { id: a, name: 甲镇, kind: township, template: ▸t }
        templates:
          t: [{ id: x, name: 甲, url: "http://www.example.gov.cn/{channel}/" }]
        """
    #expect(Sample.only("{channel}", in: yaml))
  }

  @Test("a fault in a template is told once, not for every unit") func templateOnce() {
    let yaml =
      Sample.site + """
        units:
          - { id: a, name: 甲镇, kind: township, template: t }
          - { id: b, name: 乙镇, kind: township, template: t }
        templates: { t: [{ id: x, name: 甲, policy: 无 }] }
        """
    #expect(Sample.problems(yaml).count == 1)
  }

  @Test("a kind of finding to ignore that does not exist") func ignoreKind() {
    #expect(Sample.only("是否应为“typo”", in: Sample.site + "content: { ignore: [{ kind: ▸typos }] }"))
  }

  @Test("a code that is not ten digits") func code() {
    let yaml = Sample.site.replacing("home:", with: "code: ▸\"620423\"\n    home:")
    #expect(Sample.only("10位数字", in: yaml))
  }

  @Test("hosts written as addresses") func hosts() {
    #expect(Sample.problems(Sample.site + "    hosts: [\"http://www.example.gov.cn\"]").count == 1)
  }

  @Test(
    "text that is no YAML is told with its line",
    arguments: [
      ("version: 1\nsites:\n\t- id: a\n", 3, "Tab"), ("version: 1\nsites：\n  - id: a\n", 3, "："),
      ("version: 1\nscope: { max_pages: 3\n", 3, "括号"), ("version: 1\na: \"b\n", 3, "引号"),
    ])
  func syntax(_ yaml: String, _ line: Int, _ words: String) {
    let lines = Sample.problems(yaml)
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("\(line):"), "\(lines)")
    #expect(lines[0].contains(words), "\(lines)")
  }

  @Test("an empty file, a comment alone, a list", arguments: ["", "\n\n", "# 注释", "- a", "~"])
  func nothing(_ yaml: String) { #expect(Sample.problems(yaml).count == 1) }

  @Test("a byte order mark makes no difference") func mark() throws {
    #expect(throws: Never.self) { try File.load(Array("\u{feff}".utf8) + Array(Sample.site.utf8)) }
  }

  @Test("GBK is told with its line") func gbk() {
    let bytes = Array("version: 1\n# ".utf8) + [0xbe, 0xb0, 0xcc, 0xa9]
    #expect(File.problems(bytes).first?.hasPrefix("2:3:") == true)
  }

  @Test("UTF-16 and a file that is not there") func unreadable() {
    #expect(File.problems([0xff, 0xfe, 0x76, 0]).count == 1)
    #expect(throws: TargetsProblems.self) { try TargetsFile.load(path: "/nonexistent/Targets.yaml") }
  }

  @Test("a file of words that does not exist or lacks a column") func tables() {
    let yaml = Sample.site + "content: { dictionaries: [a.tsv, b.tsv] }"
    let lines = File.problems(Array(yaml.utf8), beside: ["b.tsv": "# 误\t正\n截止目前\t截至目前\n做为\n"])
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("6:27: 找不到文件“a.tsv”") == true)
    #expect(lines.last?.hasPrefix("3:1:") == true)
  }

  @Test("bytes of any kind end in a message, never in a crash", arguments: 0..<200)
  func hostile(_ seed: Int) {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
    var bytes = Array(Sample.documented.utf8)
    for _ in 0..<(seed % 20 + 1) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
    }
    _ = File.problems(bytes)
    _ = File.problems(Array(String(repeating: "[", count: seed * 50).utf8))
  }
}

/// Real files for what only a file can show.
enum File {
  @discardableResult
  static func load(_ bytes: [UInt8], beside others: [String: String] = [:]) throws -> TargetsLoad {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("targets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in others { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    let path = folder.appendingPathComponent("Targets.yaml")
    try Data(bytes).write(to: path)
    return try TargetsFile.load(path: path.path)
  }

  static func problems(_ bytes: [UInt8], beside others: [String: String] = [:]) -> [String] {
    do {
      try load(bytes, beside: others)
      return []
    } catch let error as TargetsProblems {
      return error.problems.map { "\($0.line):\($0.column): \($0.message)" }
    } catch {
      return ["\(error)"]
    }
  }
}
