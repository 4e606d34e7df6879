import DuwangCore
import Foundation

/// Writes a read-check as pages, JSON and tables under the reports folder (contract §3).
package struct ReportWriter: Sendable {
  private let directory: URL
  private let templates: String?
  private let isWorkingDay: @Sendable (Day) -> Bool

  /// `templates` names a folder whose files replace the embedded ones of the same name. `isWorkingDay` is asked for the days left
  /// until a deadline; without it weekends alone are free.
  package init(
    directory: String, templates: String? = nil,
    isWorkingDay: @escaping @Sendable (Day) -> Bool = { $0.weekday <= 5 }
  ) {
    self.directory = URL(fileURLWithPath: directory, isDirectory: true)
    (self.templates, self.isWorkingDay) = (templates, isWorkingDay)
  }

  /// Replaces a report of the same period as a whole; gives the paths of the files written, the archive last. Throws
  /// `TemplateError`, `WorkbookError` or what the file system says; the old report then stands as it was. `wasEdited` is asked
  /// for a table's path whether people changed it, nil when unknown: what they filled in is set aside.
  package func write(
    _ report: Report, targets: Targets, wasEdited: (String) -> Bool? = { _ in nil }
  ) throws -> [String] {
    let report = report.cleaned()
    let period = ReadPeriod(report.kind, containing: report.period.start.day)
    // Deadlines are judged by the period's last day, or today.
    let today = min(period.last, report.generatedAt.day)
    let context = ReportContext(
      targets, today: report.kind == .daily ? period.start : today, isWorkingDay: isWorkingDay)
    let templates = try Templates(folder: templates)
    var files = try StagedFiles(
      folder: directory.appendingPathComponent("\(report.kind.rawValue)/\(period.name)", isDirectory: true))
    var written: [String] = []
    do {
      if report.kind == .daily {
        try DailyFiles(report, context, templates).add(to: &files)
        try files.setAside(["findings.xlsx", "findings.csv"], newerThan: "report.json", wasEdited: wasEdited)
        written = try files.commit(last: ["summary.json", "report.json", "index.html"], removing: DailyFiles.isOurs)
      } else {
        try PeriodFiles(report: report, context: context, templates: templates).add(to: &files)
        written = try files.commit(last: ["report.json", "index.html"], removing: PeriodFiles.isOurs)
      }
    } catch {
      files.discard()
      throw error
    }
    return try written + writeArchive(targets: targets, today: report.generatedAt.day)
  }

  /// `index.html` of the reports folder, from what the folder holds.
  package func writeArchive(targets: Targets, today: Day) throws -> [String] {
    let context = ReportContext(targets, today: today, isWorkingDay: isWorkingDay)
    let templates = try Templates(folder: templates)
    var files = try StagedFiles(folder: directory)
    do {
      let view = ArchiveView(Archive(directory: directory), siteName: context.siteName, today: today)
      try files.add("index.html", templates.render("archive", view))
      return try files.commit(last: []) { _ in false }
    } catch {
      files.discard()
      throw error
    }
  }
}
