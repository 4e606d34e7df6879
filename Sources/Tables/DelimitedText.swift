import DuwangCore

/// Comma, tab or semicolon separated text with quotes (RFC 4180), as rows of cells.
package enum DelimitedText {
  /// Rows beyond this are not read: as many as a sheet can have.
  package static let mostRows = 1_048_576

  package static func rows(_ text: String) -> [[String]] {
    let separator = separator(of: text)
    var (rows, row, cell) = ([[String]](), [String](), [Unicode.Scalar]())
    var quoted = false
    func take(_ cell: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(cell)).trimmed }
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count, rows.count < mostRows {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if quoted {
        if scalar == "\"", next == "\"" {
          cell.append(scalar)
          index += 1
        } else if scalar == "\"" {
          quoted = false
        } else {
          cell.append(scalar)
        }
      } else if scalar == "\"", cell.allSatisfy({ $0 == " " }) {
        (quoted, cell) = (true, [])
      } else if scalar == separator {
        row.append(take(cell))
        cell = []
      } else if scalar == "\n" || (scalar == "\r" && next != "\n") {
        rows.append(row + [take(cell)])
        (row, cell) = ([], [])
      } else if scalar != "\r" {
        cell.append(scalar)
      }
      index += 1
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [take(cell)]) }
    return rows
  }

  /// The mark that stands most often in the first lines.
  private static func separator(of text: String) -> Unicode.Scalar {
    let head = text.unicodeScalars.prefix(4000)
    let marks: [Unicode.Scalar] = ["\t", ",", ";", "，"]
    return marks.map { mark in (mark, head.count { $0 == mark }) }.max { $0.1 < $1.1 }.flatMap {
      $0.1 > 0 ? $0.0 : nil
    } ?? ","
  }

  /// The rows as CSV for office programs: UTF-8 with BOM, lines ended by CR LF, every field quoted (RFC 4180), what a
  /// program could take for a formula led by `'`.
  package static func csv(_ rows: [[String]]) -> [UInt8] {
    let lines = rows.map {
      $0.map { "\"\(CellText.harmless($0).replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    return [0xef, 0xbb, 0xbf] + lines.flatMap { Array("\($0)\r\n".utf8) }
  }
}
