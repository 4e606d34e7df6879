import DuwangCore
import Foundation

/// The files of one weekly, monthly or yearly read-check.
struct PeriodFiles {
  let report: Report
  let context: ReportContext
  let templates: Templates

  func add(to files: inout StagedFiles) throws {
    try files.add("index.html", page(report.kind.rawValue) { PeriodView(report, context, rows: $0) })
    if report.summary?.indicators.isEmpty == false {
      try files.add("indicators.html", page("indicators") { IndicatorSheetView(report, context, rows: $0) })
    }
    for unit in context.targets.units {
      let name = "units/\(FileNames.unit(unit.id)).html"
      try files.add(name, page("periodunit") { PeriodUnitView(unit, report, context, rows: $0) })
    }
    if report.kind != .weekly {
      let table = StatisticsTable(report.summary?.statistics ?? [], report.summary?.publication, context)
      try files.add("statistics.csv", table.csv)
      try table.workbook(at: files.path(for: "statistics.xlsx"))
    }
    try files.add("report.json", ReportJSON.data(report))
  }

  /// Renders with shorter lists until the page is within the size limit.
  private func page<View: Sendable>(_ name: String, _ view: (Int) -> View) throws -> String {
    var rows = 200
    while true {
      let html = try templates.render(name, view(rows))
      guard html.utf8.count > PageLimits.maxBytes, rows > 1 else { return html }
      rows /= 2
    }
  }

  static func isOurs(_ name: String) -> Bool { name.hasPrefix("units/") && name.hasSuffix(".html") }
}
