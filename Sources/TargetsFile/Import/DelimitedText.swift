/// Comma, tab or semicolon separated text with quotes (RFC 4180), as rows of cells.
enum DelimitedText {
  /// Rows beyond this are not read.
  static let mostRows = 50_000

  static func rows(_ text: String) -> [[String]] {
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
}
