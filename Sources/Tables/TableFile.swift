import Foundation

/// A sheet of a table file: rows of cells, blanks around them taken off.
package struct TableSheet: Sendable, Hashable {
  package var rows: [[String]]
  /// Addresses behind cells, by row and column from 0.
  package var links: [Int: [Int: String]] = [:]
  /// Dates are days since 1904-01-01 instead of 1899-12-30.
  package var countsFrom1904 = false
  package init(rows: [[String]]) { self.rows = rows }
}

/// Why a table file could not be read; the text is for staff.
package enum TableFault: Error, Sendable, Hashable, CustomStringConvertible {
  case missing, oldExcel, damaged, noText

  package var description: String {
    switch self {
    case .missing: "文件不存在或无法打开，请核对路径。"
    case .oldExcel: "这是旧版Excel文件（xls），请另存为xlsx或csv后再导入。"
    case .damaged: "文件不是完好的xlsx工作簿，请重新另存后再导入。"
    case .noText: "文件不是文本表格，请另存为csv（UTF-8）或xlsx后再导入。"
    }
  }
}

/// Tables as offices keep them: XLSX, and CSV in UTF-8, UTF-16 or GB18030 with comma, tab or semicolon.
package enum TableFile {
  package static func sheets(path: String) throws(TableFault) -> [TableSheet] {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { throw .missing }
    let bytes = Array(data)
    if bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) { throw .oldExcel }
    if bytes.starts(with: [0x50, 0x4b]) {
      guard let workbook = Workbook(path: path) else { throw .damaged }
      return workbook.sheets
    }
    guard bytes.count <= ZipArchive.mostBytes, let text = LegacyText.decode(bytes) else { throw .noText }
    return [TableSheet(rows: DelimitedText.rows(text))]
  }
}
