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

/// An XLSX file being written: the only place that touches libxlsxwriter. Nothing is written as a formula or
/// link, and as a number only what the program counted.
package final class WorkbookWriter {
  /// A sheet to write.
  package struct Table {
    package var headings: [String]
    /// Widths in characters, one a heading.
    package var widths: [Double]
    package var rows: [[String]]
    /// Columns that people fill, counted from 0.
    package var filled: Range<Int>
    /// Columns whose cells are whole numbers.
    package var numbers: Set<Int>
    /// Values offered in columns, by column.
    package var choices: [Int: [String]]
    package init(
      headings: [String], widths: [Double], rows: [[String]], filled: Range<Int> = 0..<0, numbers: Set<Int> = [],
      choices: [Int: [String]] = [:]
    ) {
      (self.headings, self.widths, self.rows) = (headings, widths, rows)
      (self.filled, self.numbers, self.choices) = (filled, numbers, choices)
    }
  }

  /// Nil after `close`.
  private var book: UnsafeMutablePointer<lxw_workbook>?

  package init(path: String) throws {
    guard let book = workbook_new(path) else { throw WorkbookError.cannotCreate(path: path) }
    self.book = book
  }

  deinit { if let book { _ = workbook_close(book) } }

  package func addSheet(name: String, table: Table) throws {
    guard let book, let sheet = workbook_add_worksheet(book, name) else { throw WorkbookError.failed(reason: name) }
    let (head, cell, fill) = (format(book), format(book), format(book))
    // Text, so that an office program leaves dates, leading zeros and ids as they are typed.
    for format in [cell, fill] { format_set_num_format(format, "@") }
    format_set_bold(head)
    format_set_bg_color(head, 0xEDF2F7)
    format_set_bg_color(fill, 0xFCF6EA)
    let lastRow = lxw_row_t(min(table.rows.count, 1_048_575))
    let lastColumn = lxw_col_t(table.headings.count - 1)
    for (index, width) in table.widths.enumerated() {
      let format = table.filled.contains(index) ? fill : cell
      try check(worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), width, format))
      try check(worksheet_write_string(sheet, 0, lxw_col_t(index), table.headings[index], head))
    }
    for (row, values) in table.rows.prefix(Int(lastRow)).enumerated() {
      for (column, text) in values.enumerated() where !text.isEmpty {
        let (row, place) = (lxw_row_t(row + 1), lxw_col_t(column))
        if table.numbers.contains(column), let number = Double(text) {
          try check(worksheet_write_number(sheet, row, place, number, nil))
        } else {
          let format = table.filled.contains(column) ? fill : cell
          try check(worksheet_write_string(sheet, row, place, WorkbookWriter.cell(text), format))
        }
      }
    }
    worksheet_freeze_panes(sheet, 1, 2)
    try check(worksheet_autofilter(sheet, 0, 0, max(lastRow, 1), lastColumn))
    for (column, values) in table.choices {
      try offer(values, in: lxw_col_t(column), on: sheet, through: max(lastRow, 1))
    }
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    try check(worksheet_repeat_rows(sheet, 0, 0))
  }

  package func close() throws {
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
    _ values: [String], in column: lxw_col_t, on sheet: UnsafeMutablePointer<lxw_worksheet>, through lastRow: lxw_row_t
  ) throws {
    // libxlsxwriter reads a NULL-terminated array of C strings and copies them before it returns.
    var strings: [UnsafeMutablePointer<CChar>?] = values.map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    try strings.withUnsafeMutableBufferPointer { list in
      var rule = lxw_data_validation()
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      rule.value_list = list.baseAddress
      // Other words are said to be no choice, and taken: a table comes back as people fill it.
      rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
      try check(worksheet_data_validation_range(sheet, 1, column, lastRow, column, &rule))
    }
  }

  /// At most 32,767 places as the format allows (counted as UTF-16), without what XML cannot hold, led by `'` where it could be taken for a formula.
  private static func cell(_ text: String) -> String {
    let clean = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0xfffe && $0.value != 0xffff }
    let text = CellText.harmless(String(String.UnicodeScalarView(clean)))
    return text.utf16.count <= 32_767 ? text : String(text.unicodeScalars.prefix(16_000)) + "……"
  }

  private func check(_ error: lxw_error) throws {
    guard error == LXW_NO_ERROR else {
      throw WorkbookError.failed(reason: lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)")
    }
  }
}
