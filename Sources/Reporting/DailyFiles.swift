import DuwangCore
import Foundation

/// The files of one daily read-check.
struct DailyFiles {
  private let report: Report
  private let context: ReportContext
  private let templates: Templates

  init(_ report: Report, _ context: ReportContext, _ templates: Templates) {
    (self.report, self.context, self.templates) = (report, context, templates)
  }

  func add(to files: inout StagedFiles) throws {
    try files.add("summary.json", JSONEncoder().encode(Archive.Summary(report)))
    let table = FindingTable.make(report, context)
    try files.add("findings.csv", table.csv())
    try table.workbook(at: files.path(for: "findings.xlsx").path)
    try files.add("index.html", page("daily", limits: .daily) { DailyView(report, limits: $0, context) })
    for unit in context.targets.units {
      let name = "units/\(FileNames.unit(unit.id)).html"
      try files.add(name, page("unit", limits: .unit) { UnitView(unit, report, limits: $0, context) })
    }
    try addDetails(to: &files)
    // Last, so that a table that is newer than it was edited by people.
    try files.add("report.json", ReportJSON.data(report))
  }

  /// Lists that are too long for the daily page, each in a file of its own.
  private func addDetails(to files: inout StagedFiles) throws {
    if report.columns.count > ColumnsView.inlineLimit {
      try files.add(
        "columns.html", detail("栏目更新明细") { .columns(.init(report.columns, inlineLimit: $0.columns, context)) })
    }
    if ChangesView(report.changes, limit: PageLimits.daily.changes, context).hasChangesUnlisted {
      try files.add("changes.html", detail("内容变化明细") { .changes(.init(report.changes, limit: $0.changes, context)) })
    }
    if UnreadView(report, context).hasUnlistedAddresses {
      try files.add("unread.html", detail("未能读取明细") { .unread(.init(report, addressLimit: $0.addresses, context)) })
    }
  }

  private func detail(_ title: String, _ list: (PageLimits) -> DetailView.List) throws -> String {
    try page("detail", limits: .detail) { limits in
      DetailView(title: title, site: context.siteName, report, list(limits))
    }
  }

  /// Renders with less and less until the page is within the size limit: what a portal writes must not make it grow.
  private func page<View: Sendable>(_ name: String, limits: PageLimits, _ view: (PageLimits) -> View) throws -> String {
    var limits = limits
    while true {
      let html = try templates.render(name, view(limits))
      guard html.utf8.count > PageLimits.maxBytes, let less = limits.halved else { return html }
      limits = less
    }
  }

  /// Files of an earlier report of the same day that this one may not have.
  static func isOurs(_ name: String) -> Bool {
    ["columns.html", "changes.html", "unread.html"].contains(name)
      || (name.hasPrefix("units/") && name.hasSuffix(".html"))
  }
}
