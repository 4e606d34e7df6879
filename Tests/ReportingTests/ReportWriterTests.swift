import DuwangCore
import Foundation
import Testing

@testable import Reporting

@Suite("写出每日读网报告")
struct ReportWriterTests {
  private let day = "daily/2026-11-20"

  private func write(_ made: SampleReport.Made, to folder: TemporaryFolder, templates: String? = nil) throws {
    _ = try ReportWriter(directory: folder.path, templates: templates).write(made.report, targets: made.targets)
  }

  @Test func 写出约定的全部文件_每单位一页() throws {
    let folder = try TemporaryFolder()
    let made = SampleReport.make()
    let written = try ReportWriter(directory: folder.path).write(made.report, targets: made.targets)
    for name in ["index.html", "report.json", "findings.csv", "findings.xlsx", "units/u0.html", "units/u18.html"] {
      #expect(folder.exists("\(day)/\(name)"), "\(name)")
      #expect(written.contains { $0.hasSuffix("\(day)/\(name)") })
    }
    #expect(folder.exists("index.html"))
    #expect(!folder.files.contains { $0.contains(".staged") })
  }

  @Test func 页面自足_没有脚本_不发出请求() throws {
    let folder = try TemporaryFolder()
    try write(SampleReport.make(), to: folder)
    for name in folder.files where name.hasSuffix(".html") {
      let html = try folder.text(name)
      for forbidden in ["<script", " src=", "<link", "@import", "<iframe", "<object", "url(http", "onerror="] {
        #expect(!html.contains(forbidden), "\(name)：\(forbidden)")
      }
      #expect(html.contains("<html lang=\"zh-CN\">") && html.components(separatedBy: "<h1").count == 2)
    }
  }

  @Test func 网站上的文字不能成为标记_脚本地址不成链接() throws {
    let folder = try TemporaryFolder()
    var made = SampleReport.make(findings: 2, columnsPerUnit: 1, changes: 1)
    made.report.findings[0].finding.pageTitle = "<img src=x onerror=alert(1)>\u{202e}倒写"
    made.report.findings[0].finding.page = "javascript:alert(1)"
    made.report.findings[1].finding.evidence.text = "</mark><script>alert(1)</script>{{title}}"
    made.report.changes[0].title = "\"><svg onload=alert(1)>"
    made.targets.sites[0].name = "甲\"}</style><script>alert(1)</script>"
    made.targets.units[0].name = "<b>单位</b>"
    try write(made, to: folder)
    for name in folder.files where name.hasSuffix(".html") {
      let html = try folder.text(name)
      for forbidden in ["<script", "<img", "<svg onload", "href=\"javascript", "\u{202e}", "</style><", "<b>单位"] {
        #expect(!html.contains(forbidden), "\(name)：\(forbidden)")
      }
    }
    #expect(try folder.text("\(day)/index.html").contains("{{title}}"))
  }

  @Test func 八百个栏目五千项问题时每页不足2MB() throws {
    let folder = try TemporaryFolder()
    var made = SampleReport.make(findings: 5000, columnsPerUnit: 43, changes: 900)
    let long = String(repeating: "甲<&", count: 150)
    for index in made.report.findings.indices {
      made.report.findings[index].finding.message = long
      made.report.findings[index].finding.evidence.before = long
      made.report.findings[index].finding.page = "http://www.a.test/" + String(repeating: "%E4", count: 100)
    }
    made.report.unreadable = (0..<3000).map { .init(url: "http://www.a.test/\($0)", reason: "返回412") }
    try write(made, to: folder)
    for name in folder.files where name.hasSuffix(".html") {
      #expect(try folder.text(name).utf8.count < 2_000_000, "\(name)")
    }
    #expect(folder.exists("\(day)/columns.html") && folder.exists("\(day)/changes.html"))
    #expect(folder.exists("\(day)/unread.html"))
  }

  @Test func 同一日再读时整体替换_不留旧页_人填的表另存() throws {
    let folder = try TemporaryFolder()
    try write(SampleReport.make(findings: 20, changes: 200), to: folder)
    try folder.write("笔记", "\(day)/notes.txt")
    try folder.write("旧", "\(day)/units/gone.html")
    try folder.write("半", "\(day)/.staged-1/index.html")
    let filled = "\(folder.path)/\(day)/findings.csv"
    try "填".write(toFile: filled, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: filled)
    #expect(folder.exists("\(day)/changes.html"))

    try write(SampleReport.make(findings: 0, changes: 0), to: folder)
    #expect(try folder.text("\(day)/findings-edited-1.csv") == "填")
    #expect(!folder.exists("\(day)/findings-edited-1.xlsx"))
    #expect(try folder.text("\(day)/notes.txt") == "笔记")
    #expect(!folder.exists("\(day)/units/gone.html") && !folder.exists("\(day)/changes.html"))
    #expect(!folder.files.contains { $0.contains(".staged") })
    #expect(try ReportJSON.report(from: Data(folder.text("\(day)/report.json").utf8)).findings.isEmpty)
  }

  @Test func 模板可以用同名文件替换_有误时旧报告不动() throws {
    let (folder, own) = (try TemporaryFolder(), try TemporaryFolder())
    let made = SampleReport.make(findings: 2)
    try own.write("共{{findings.openCount}}项", "daily.mustache")
    try write(made, to: folder, templates: own.path)
    #expect(try folder.text("\(day)/index.html") == "共2项")
    try own.write("{{#findings}}", "daily.mustache")
    #expect(throws: TemplateError.self) { try write(made, to: folder, templates: own.path) }
    #expect(try folder.text("\(day)/index.html") == "共2项")
    #expect(!folder.files.contains { $0.contains(".staged") })
  }

  @Test func 单位编号含有路径时文件仍在报告之内() throws {
    let folder = try TemporaryFolder()
    var made = SampleReport.make(findings: 1, columnsPerUnit: 1)
    made.targets.units[0].id = "../../../逃逸"
    try write(made, to: folder)
    #expect(
      folder.files.filter { $0.hasSuffix(".html") && $0.contains("逃逸") }.allSatisfy { $0.hasPrefix("\(day)/units/") })
  }

  @Test func 表格有BOM_公式和引号无害() throws {
    let folder = try TemporaryFolder()
    var made = SampleReport.make(findings: 2, columnsPerUnit: 1)
    made.report.findings[0].finding.message = "=HYPERLINK(\"http://evil.test\")\u{1}\n第二行"
    made.report.findings[1].finding.pageTitle = "@SUM(1)"
    try write(made, to: folder)
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(day)/findings.csv"))
    #expect(data.prefix(3) == Data([0xef, 0xbb, 0xbf]))
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"'=HYPERLINK(\"\"http://evil.test\"\")  第二行\"") && text.contains("\"'@SUM(1)\""))
    #expect(text.components(separatedBy: "\r\n").count == 4)
    let book = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(day)/findings.xlsx"))
    #expect(book.prefix(2) == Data("PK".utf8) && book.count > 4000)
  }

  @Test func 目录列出每次读网和漏读的日子() throws {
    let folder = try TemporaryFolder()
    let made = SampleReport.make(findings: 3, columnsPerUnit: 1)
    var earlier = made
    let start = SampleReport.today.addingDays(-3)
    earlier.report.period = .init(start: Moment(startOf: start), end: Moment(startOf: start.addingDays(1)))
    try write(earlier, to: folder)
    try write(made, to: folder)
    try folder.write("周", "weekly/2026-W46/index.html")
    try folder.write("<b>", "weekly/<b>/index.html")
    _ = try ReportWriter(directory: folder.path).writeArchive(targets: made.targets, today: SampleReport.today)
    let html = try folder.text("index.html")
    #expect(html.contains("共读网2日，未读2日"))
    #expect(
      html.contains("href=\"daily/2026-11-17/index.html\"") && html.contains("href=\"daily/2026-11-20/index.html\""))
    #expect(html.components(separatedBy: "class=\"missed\"").count == 3)
    #expect(html.contains("href=\"weekly/2026-W46/index.html\"") && !html.contains("weekly/<b>"))
  }
}
