import DuwangCore
import Foundation
import Tables

/// Counts of published items as tables for people and office programs.
package struct StatisticsTable {
  private let rows: [StatisticsRow]
  private let sums: Publication
  private let name: (String) -> String

  package init(_ rows: [StatisticsRow], _ sums: Publication?, targets: Targets) {
    self.init(rows, sums, ReportContext(targets, today: Day(number: 0)) { _ in true })
  }

  init(_ rows: [StatisticsRow], _ sums: Publication?, _ context: ReportContext) {
    (self.rows, self.sums) = (rows, sums ?? Publication())
    name = { id in context.unit(id) == nil ? SafeText.line(id) : context.unitName(id) }
  }

  private static let headings = ["责任单位", "类别", "月份", "条数"]

  /// UTF-8 with BOM, one line a unit, category and month.
  package var csv: Data {
    Data(DelimitedText.csv([Self.headings] + cells))
  }

  /// Sheets: all counts, then the sums by unit, category, key area, month and year.
  package func workbook(at file: URL) throws {
    let book = try WorkbookWriter(path: file.path)
    try book.addSheet(
      name: "发布统计",
      table: .init(
        headings: Self.headings, widths: [24, 24, 12, 10], rows: cells,
        numbers: [3]))
    for (title, sheet, sums) in groups where !sums.isEmpty {
      try book.addSheet(
        name: sheet,
        table: .init(
          headings: [title, "条数"], widths: [28, 12],
          rows: (sums + [.init("合计", sums.reduce(0) { $0 + $1.items })]).map {
            [SafeText.line($0.name), String($0.items)]
          }, numbers: [1]))
    }
    try book.close()
  }

  /// For a terminal: sums by unit, category, key area, month and year, each with its total.
  package var text: String {
    var lines = ["共\(Words.count(sums.total))条。\(PublicationView.uncounted(sums))"]
    for (title, sheet, sums) in groups where !sums.isEmpty {
      let width = sums.map { $0.name.displayWidth }.max() ?? 0
      lines += ["", sheet.hasPrefix("按") ? sheet : "按\(title)"]
      lines += sums.map { sum in
        let blanks = String(repeating: " ", count: width - sum.name.displayWidth + 2)
        let number = Words.count(sum.items)
        return "  \(sum.name)\(blanks)\(String(repeating: " ", count: max(0, 8 - number.count)))\(number)"
      }
    }
    return lines.joined(separator: "\n")
  }

  private var cells: [[String]] {
    rows.map { [name($0.unit), SafeText.line($0.category), $0.month, String($0.items)] }
  }

  private var groups: [(title: String, sheet: String, sums: [Publication.Sum])] {
    [
      ("单位", "按单位", sums.units.map { .init(name($0.name), $0.items) }), ("类别", "按类别", sums.categories),
      ("重点领域", "按重点领域", sums.areas), ("月份", "按月份", sums.months), ("年份", "按年份", sums.years),
    ]
  }
}
