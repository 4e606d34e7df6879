import DuwangCore
import Foundation
import Testing

@testable import Reporting

/// Chromium and Poppler, by which the pages are looked at.
enum Browser {
  static let chromium = find(["chromium", "chromium-browser", "google-chrome"])
  static let pdftotext = find(["pdftotext"])
  /// Without them the tests are skipped, but never in CI.
  static var isAvailable: Bool {
    (chromium != nil && pdftotext != nil) || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  private static func find(_ names: [String]) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func run(_ tool: String?, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(tool))
    process.arguments = arguments
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  static func chromium(_ folder: TemporaryFolder, _ arguments: [String]) throws -> String {
    try run(
      chromium,
      ["--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile"] + arguments)
  }
}

@Suite("在浏览器中看", .enabled(if: Browser.isAvailable), .serialized)
struct BrowserTests {
  private func written(_ made: SampleReport.Made) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try ReportWriter(directory: folder.path).write(made.report, targets: made.targets)
    return folder
  }

  @Test(arguments: [1280, 390]) func 页面不横向滚动_表题不竖排(width: Int) throws {
    let folder = try written(SampleReport.make())
    for name in ["index.html", "daily/2026-11-20/index.html", "daily/2026-11-20/units/u0.html"] {
      // A copy that may run the measuring script; the pages themselves forbid scripts.
      let policy = "content=\"default-src 'none'; style-src 'unsafe-inline'\""
      let captions = "[...document.querySelectorAll('caption:not(.hidden)')].map(c=>c.offsetWidth).filter(w=>w)"
      let measure =
        "<script>document.title=[innerWidth,document.documentElement.scrollWidth,Math.min(999,...\(captions))].join('/')</script></body>"
      let html = try folder.text(name).replacing(policy, with: "content=\"\"").replacing("</body>", with: measure)
      try folder.write(html, "measured.html")
      let dom = try Browser.chromium(
        folder, ["--dump-dom", "--window-size=\(width),900", "file://\(folder.path)/measured.html"])
      let title = dom.firstMatch(of: /<title>(\d+)\/(\d+)\/(\d+)<\/title>/)
      let (inner, scroll) = (Int(title?.1 ?? "") ?? 0, Int(title?.2 ?? "") ?? 9999)
      #expect(inner > 0 && scroll <= inner, "\(name)：\(scroll) > \(inner)")
      #expect((Int(title?.3 ?? "") ?? 0) > 100, "\(name)：表题竖排")
    }
  }

  @Test func 读网记录二十项时自成一张A4() throws {
    var made = SampleReport.make(findings: 24)
    for index in made.report.findings.indices { made.report.findings[index].isBaseline = index >= 20 }
    let folder = try written(made)
    let pdf = "\(folder.path)/daily.pdf"
    _ = try Browser.chromium(
      folder,
      ["--no-pdf-header-footer", "--print-to-pdf=\(pdf)", "file://\(folder.path)/daily/2026-11-20/index.html"])
    let sheets = try Browser.run(Browser.pdftotext, ["-enc", "UTF-8", "-layout", pdf, "-"])
      .split(separator: "\u{c}").filter { !$0.allSatisfy(\.isWhitespace) }
    let record = try #require(sheets.last)
    #expect(record.contains("每日读网记录") && record.contains("审核人（签字）") && record.contains("责任单位"))
    #expect(!record.contains("五、读取凭证"))
    #expect(sheets.dropLast().allSatisfy { !$0.contains("每日读网记录") })
  }
}
