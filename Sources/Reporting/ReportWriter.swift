import DuwangCore
import Foundation

/// Writes a read-check as pages, JSON and tables under the reports folder (contract §3).
package struct ReportWriter: Sendable {
  private let directory: URL
  private let templates: String?

  /// `templates` names a folder whose files replace the embedded ones of the same name.
  package init(directory: String, templates: String? = nil) {
    (self.directory, self.templates) = (URL(fileURLWithPath: directory, isDirectory: true), templates)
  }

  /// Replaces a report of the same period as a whole. Gives the paths of the files written, `index.html` of the report last
  /// but for the archive. Throws `TemplateError` or what the file system says.
  package func write(_ report: Report, targets: Targets) throws -> [String] {
    let report = report.cleaned()
    let folder = directory.appendingPathComponent("daily/\(report.period.start.day)", isDirectory: true)
    let templates = try Templates(folder: templates)
    var files = try StagedFiles(folder: folder)
    do {
      try files.add("report.json", ReportJSON.data(report))
      try files.add("index.html", templates.render("daily", DailyView(report, targets)))
      return try files.commit(last: ["report.json", "index.html"]) { _ in false }
    } catch {
      files.discard()
      throw error
    }
  }
}
