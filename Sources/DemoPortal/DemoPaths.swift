import DuwangCore

/// Addresses of articles as the families of content management systems write them.
enum DemoPaths {
  static func article(_ column: DemoColumn, date: Day, number: Int) -> String {
    let (year, month, day) = (date.year, date.month.padded(2), date.day.padded(2))
    switch column.style {
    case .unitJSON:
      return "/art/\(year)/art_\(StableHash.hex(column.key))\(StableHash.hex("\(number)")).html"
    case .scriptIsland:
      return "/art/\(year)/\(date.month)/\(date.day)/art_\(1000 + Int(StableHash.of(column.key) % 9000))_\(number).html"
    case .countedPages:
      return "\(column.folder)\(year)\(month)/t\(year)\(month)\(day)_\(number).html"
    case .countedDownPages:
      return "/info/\(1000 + Int(StableHash.of(column.key) % 9000))/\(number).htm"
    case .postedJSON:
      return "\(column.folder)\(year)\(month)\(day)/\(StableHash.hex("\(number)")).html"
    default:
      return "\(column.folder)\(year)/\(month)\(day)/\(number).html"
    }
  }

  /// Where a column's list begins.
  static func list(_ column: DemoColumn) -> String {
    if case .countedDownPages = column.style { return "\(column.folder.dropLast()).htm" }
    return column.folder
  }
}
