import DuwangCore

/// A unit of the invented county.
struct DemoUnit: Sendable {
  var id: String
  var name: String
  /// As in Targets.yaml: `office`, `township`, `department`.
  var kind: String
  /// Begins and ends with `/`.
  var folder: String
  /// Targets.yaml gives no home for it: it must be found by its name.
  var isFoundByName = false
  var charset = DemoCharset.utf8
  /// How its columns build their lists unless a column says otherwise.
  var style = DemoStyle.list
}

enum DemoCharset: Sendable {
  case utf8
  /// GBK, said in a meta tag as gb2312, not in the header.
  case gbkMeta
  /// GBK, said nowhere.
  case gbkSilent
}

/// The ways in which the sample portal builds a list.
enum DemoStyle: Sendable {
  case list, table, definitions, rows, unitJSON, scriptIsland, countedPages, countedDownPages, frame, more
  case listPerRow, postedJSON, monthDay, splitDate, summaries, letters, undated
  // No list that a machine could read, or none at all.
  case saysEmpty, emptyUnit, challenge, forbidden, shell, missing, serverError
}

/// One column of the sample portal.
struct DemoColumn: Sendable {
  var id: String
  var unit: String
  var name: String
  var folder: String
  var category: String
  /// The value of `policy` as written in Targets.yaml.
  var policy: String
  var style: DemoStyle
  /// From this day on another style holds (a column that breaks or empties).
  var laterStyle: (day: Int, style: DemoStyle)?
  /// Targets.yaml gives no address: it must be found by its name.
  var isFoundByName = false
  /// The value of `exempt`, as written in Targets.yaml.
  var exempt: String?
  /// Newest first within a day; pinned items first of all.
  var items: [DemoItem]

  var key: String { "\(unit)/\(id)" }
  func style(on day: Int) -> DemoStyle { laterStyle.flatMap { day >= $0.day ? $0.style : nil } ?? style }
  func items(on day: Int) -> [DemoItem] {
    items.filter { $0.days.contains(day) }
      .sorted { $0.isPinned == $1.isPinned ? $0.date > $1.date : $0.isPinned }
  }
}

/// One article of the sample portal.
struct DemoItem: Sendable {
  var title: String
  var date: Day
  var path: String
  /// Paragraphs, HTML allowed.
  var body: [String]
  /// The paragraphs from a later day on, where they change.
  var later: [Int: [String]] = [:]
  /// The simulated days on which it is published.
  var days = 1...3
  var isPinned = false
  /// Names and addresses of files below the text.
  var files: [(name: String, path: String)] = []
  var manner = DemoAnswer.Manner.steady

  func body(on day: Int) -> [String] {
    later.filter { $0.key <= day }.max { $0.key < $1.key }?.value ?? body
  }
}
