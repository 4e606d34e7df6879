import CXlsxWriter
import Foundation

/// Why a workbook could not be written.
package enum WorkbookError: Error, CustomStringConvertible {
  case cannotCreate(path: String)
  case failed(reason: String)
  package var description: String {
    switch self {
    case .cannotCreate(let path): "无法生成\(path)"
    case .failed(let reason): "表格未能写出：\(reason)"
    }
  }
}

/// An XLSX file being written: the only place that touches libxlsxwriter. Everything is written as text, never as a formula,
/// number or link.
final class Workbook {
  struct Table {
    var headings: [String]
    /// Widths in characters, one a heading.
    var widths: [Double]
    var rows: [[String]]
    /// Values offered in one column, counted from 0.
    var choices: (column: Int, values: [String])
  }

  /// Nil after `close`.
  private var book: UnsafeMutablePointer<lxw_workbook>?

  init(path: String) throws {
    guard let book = workbook_new(path) else { throw WorkbookError.cannotCreate(path: path) }
    self.book = book
  }

  deinit { if let book { _ = workbook_close(book) } }

  func addSheet(name: String, table: Table) throws {
    guard let book, let sheet = workbook_add_worksheet(book, name) else { throw WorkbookError.failed(reason: name) }
    let (head, cell, fill) = (format(book), format(book), format(book))
    format_set_bold(head)
    format_set_bg_color(head, 0xEDF2F7)
    format_set_bg_color(fill, 0xFCF6EA)
    let lastRow = lxw_row_t(min(table.rows.count, 1_048_575))
    let lastColumn = lxw_col_t(table.headings.count - 1)
    for (index, width) in table.widths.enumerated() {
      let isChoice = index >= table.choices.column
      try check(worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), width, isChoice ? fill : cell))
      try check(worksheet_write_string(sheet, 0, lxw_col_t(index), table.headings[index], head))
    }
    for (row, values) in table.rows.prefix(Int(lastRow)).enumerated() {
      for (column, text) in values.enumerated() where !text.isEmpty {
        try check(worksheet_write_string(sheet, lxw_row_t(row + 1), lxw_col_t(column), Workbook.cell(text), cell))
      }
    }
    worksheet_freeze_panes(sheet, 1, 2)
    try check(worksheet_autofilter(sheet, 0, 0, max(lastRow, 1), lastColumn))
    try offer(table.choices, on: sheet, through: max(lastRow, 1))
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    try check(worksheet_repeat_rows(sheet, 0, 0))
  }

  func close() throws {
    guard let book else { return }
    self.book = nil
    try check(workbook_close(book))
  }

  private func format(_ book: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(book)
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    return format
  }

  private func offer(
    _ choices: (column: Int, values: [String]), on sheet: UnsafeMutablePointer<lxw_worksheet>,
    through lastRow: lxw_row_t
  ) throws {
    // libxlsxwriter reads a NULL-terminated array of C strings and copies them before it returns.
    var strings: [UnsafeMutablePointer<CChar>?] = choices.values.map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    try strings.withUnsafeMutableBufferPointer { list in
      var rule = lxw_data_validation()
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      rule.value_list = list.baseAddress
      let column = lxw_col_t(choices.column)
      try check(worksheet_data_validation_range(sheet, 1, column, lastRow, column, &rule))
    }
  }

  /// At most 32,767 places as the format allows (counted as UTF-16), without what XML cannot hold.
  private static func cell(_ text: String) -> String {
    let clean = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0xfffe && $0.value != 0xffff }
    let text = String(String.UnicodeScalarView(clean))
    return text.utf16.count <= 32_767 ? text : String(text.unicodeScalars.prefix(16_000)) + "……"
  }

  private func check(_ error: lxw_error) throws {
    guard error == LXW_NO_ERROR else {
      throw WorkbookError.failed(reason: lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)")
    }
  }
}
