import DuwangCore
import Tables

/// A row of a table that staff filled, as it stands there.
struct DecisionRow {
  /// From 1, as office programs count.
  var line: Int
  var id = ""
  var verb = ""
  /// The table showed this decision when it was written.
  var isRecorded = false
  var reason: String?
  var by: String?
  var until = ""
  var scope = ""
  var unit = ""
  /// What tells two ids apart that an office program made into numbers: the page's address, and what is wrong there.
  var page = ""
  var message = ""
  /// When the reading was made that the table tells of.
  var stamp: Moment?

  var isFilled: Bool {
    ![verb, reason ?? "", by ?? "", until, scope, unit].allSatisfy(\.isEmpty)
  }
}

/// The rows below the header of a sheet.
struct DecisionSheet {
  private enum Field { case id, verb, reason, by, until, scope, unit, page, message, stamp }

  private static let words: [(Field, Set<String>)] = [
    (.id, ["编号", "问题编号", "id"]), (.verb, ["处理意见", "意见", "decision"]),
    (.reason, ["理由", "办理说明", "原因", "reason"]), (.by, ["办理人", "处理人", "经办人", "by"]),
    (.until, ["期限", "办理期限", "有效期至", "until"]), (.scope, ["适用范围", "scope"]),
    (.unit, ["交办单位", "to"]), (.page, ["页面地址", "页面", "page"]), (.message, ["问题", "描述"]), (.stamp, ["读网时间"]),
  ]

  let rows: [DecisionRow]
  /// 处理意见 is in this column, from 1.
  let verbColumn: Int

  /// Nil without a header that has 编号 and 处理意见; it is looked for in the first 30 rows.
  init?(_ sheet: TableSheet) {
    for (index, row) in sheet.rows.prefix(30).enumerated() {
      var places: [Field: Int] = [:]
      for (place, cell) in row.enumerated() {
        let word = cell.lowercased().filter { !$0.isWhitespace && !"*：:".contains($0) }
        let plain = word.split(whereSeparator: { "（(".contains($0) }).first.map(String.init) ?? word
        guard let field = Self.words.first(where: { $0.1.contains(plain) })?.0, places[field] == nil else { continue }
        places[field] = place
      }
      guard places[.id] != nil, let verb = places[.verb] else { continue }
      verbColumn = verb + 1
      rows = sheet.rows.enumerated().dropFirst(index + 1)
        .map { Self.row($1, line: $0 + 1, places, from1904: sheet.countsFrom1904) }
        .filter(\.isFilled)
      return
    }
    return nil
  }

  private static func row(_ cells: [String], line: Int, _ places: [Field: Int], from1904: Bool) -> DecisionRow {
    func text(_ field: Field) -> String {
      guard let place = places[field], cells.indices.contains(place) else { return "" }
      return CellText.plain(cells[place]).trimmed
    }
    func words(_ field: Field) -> String? { text(field).isEmpty ? nil : text(field) }
    var row = DecisionRow(line: line)
    (row.id, row.verb, row.until) = (text(.id), text(.verb), text(.until))
    (row.reason, row.by) = (words(.reason), words(.by))
    (row.scope, row.unit, row.page) = (text(.scope), text(.unit), text(.page))
    row.message = text(.message)
    row.isRecorded = row.verb.hasSuffix(Decision.Verb.recordedMark)
    if row.isRecorded { row.verb.removeLast(Decision.Verb.recordedMark.count) }
    row.stamp = CellDate.moment(text(.stamp), from1904: from1904)
    row.until = CellDate.plain(row.until, from1904: from1904)
    return row
  }
}
