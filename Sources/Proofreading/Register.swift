import DuwangCore

/// A unit as the office writes it, with the period in which it bore the name.
package struct RegisteredUnit: Sendable, Hashable {
  package var name: String
  /// Short forms and former names that are right too.
  package var aliases: [String]
  package var from: Day?
  /// The last day of the name.
  package var to: Day?
  /// What took its place.
  package var successor: String?

  package init(_ name: String, aliases: [String] = [], from: Day? = nil, to: Day? = nil, successor: String? = nil) {
    (self.name, self.aliases, self.from, self.to, self.successor) = (name, aliases, from, to, successor)
  }

  /// Reads UTF-8 TSV: name, aliases parted by 、, first day, last day, successor. Problems give the line (from 1).
  package static func parse(_ text: String) -> (units: [RegisteredUnit], problems: [(line: Int, message: String)]) {
    var (units, problems) = ([RegisteredUnit](), [(line: Int, message: String)]())
    for row in TableRow.rows(of: text) {
      guard row.field(0).unicodeScalars.count >= 3 else {
        problems.append((row.line, "第1列应为单位名称，不少于3个字"))
        continue
      }
      problems += row.badDays([2, 3])
      units.append(
        RegisteredUnit(
          row.field(0), aliases: row.field(1).split(separator: "、").map(String.init), from: Day(row.field(2)),
          to: Day(row.field(3)), successor: row.field(4).isEmpty ? nil : row.field(4)))
    }
    return (units, problems)
  }
}

/// A leader's name and post, with the period in which they held it.
package struct RegisteredLeader: Sendable, Hashable {
  package var name: String
  package var title: String
  package var unit: String?
  package var from: Day?
  package var to: Day?

  package init(_ name: String, title: String, unit: String? = nil, from: Day? = nil, to: Day? = nil) {
    (self.name, self.title, self.unit, self.from, self.to) = (name, title, unit, from, to)
  }

  /// Reads UTF-8 TSV: name, post, unit, first day, last day. Problems give the line (from 1).
  package static func parse(_ text: String) -> (leaders: [RegisteredLeader], problems: [(line: Int, message: String)]) {
    var (leaders, problems) = ([RegisteredLeader](), [(line: Int, message: String)]())
    for row in TableRow.rows(of: text) {
      guard row.field(0).unicodeScalars.count >= 2, row.field(1).unicodeScalars.count >= 2 else {
        problems.append((row.line, "第1列应为姓名，第2列应为职务，各不少于2个字"))
        continue
      }
      problems += row.badDays([3, 4])
      leaders.append(
        RegisteredLeader(
          row.field(0), title: row.field(1), unit: row.field(2).isEmpty ? nil : row.field(2), from: Day(row.field(3)),
          to: Day(row.field(4))))
    }
    return (leaders, problems)
  }

  /// Whether the post was held on `day`; true when the day is not known.
  func holds(on day: Day?) -> Bool {
    guard let day else { return true }
    return (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}

extension TableRow {
  fileprivate func badDays(_ columns: [Int]) -> [(line: Int, message: String)] {
    columns.filter { !field($0).isEmpty && Day(field($0)) == nil }.map {
      (line, "第\($0 + 1)列应为日期，写作2019-01-05")
    }
  }
}
