import DuwangCore

/// A wrong form with its right one and the surroundings in which it is not wrong.
package struct WordPair: Sendable, Hashable {
  package var wrong: String
  package var right: String
  /// Longer strings that hold the wrong form rightly: `分工做` for `工做`.
  package var exceptions: [String]
  package var confidence: Confidence
  package var severity: Severity?
  /// Why, for the reader; empty when wrong and right say enough.
  package var note: String

  package init(
    wrong: String, right: String, exceptions: [String] = [], confidence: Confidence = .certain,
    severity: Severity? = nil, note: String = ""
  ) {
    (self.wrong, self.right, self.exceptions) = (wrong, right, exceptions)
    (self.confidence, self.severity, self.note) = (confidence, severity, note)
  }

  /// Reads UTF-8 TSV: wrong, right, exceptions parted by blanks, `certain` or `suspected`, note;
  /// or wrong, right, note. In an exception
  /// `[机系]` stands for each of its characters. Lines that begin with `#` and empty ones are skipped; a line without two
  /// words, or whose exception does not hold the wrong form, is a problem and gives its number (from 1) and a sentence.
  package static func parse(_ text: String) -> (pairs: [WordPair], problems: [(line: Int, message: String)]) {
    var (pairs, problems) = ([WordPair](), [(line: Int, message: String)]())
    for row in TableRow.rows(of: text) {
      guard row.fields.count >= 2, !row.fields[0].isEmpty, !row.fields[1].isEmpty, row.fields[0] != row.fields[1] else {
        problems.append((row.line, "每行应有错误写法和正确写法两列，以制表符分隔，且两者不同"))
        continue
      }
      let wrong = row.fields[0]
      // Three columns whose third does not hold the wrong form: wrong, right, note.
      let isNote = row.fields.count == 3 && !row.field(2).contains(wrong)
      let exceptions = isNote ? [] : row.field(2).split(separator: " ").flatMap { expanded(String($0)) }
      if let stray = exceptions.first(where: { !$0.contains(wrong) }) {
        problems.append((row.line, "例外“\(stray)”未包含错误写法“\(wrong)”"))
      }
      guard let confidence = row.field(3).isEmpty ? .certain : Confidence(rawValue: row.field(3)) else {
        problems.append((row.line, "第四列应为certain或suspected"))
        continue
      }
      pairs.append(
        WordPair(
          wrong: wrong, right: row.fields[1], exceptions: exceptions, confidence: confidence,
          severity: confidence == .suspected ? .hint : nil, note: row.field(isNote ? 2 : 4)))
    }
    return (pairs, problems)
  }

  /// `[机系]统记` is `机统记` and `系统记`; a bracket that does not close is taken as it stands.
  static func expanded(_ pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "["), let close = pattern[open...].firstIndex(of: "]") else {
      return [pattern]
    }
    let rest = expanded(String(pattern[pattern.index(after: close)...]))
    return pattern[pattern.index(after: open)..<close].flatMap { choice in
      rest.map { pattern[..<open] + String(choice) + $0 }
    }
  }
}

/// A line of a tab-separated user file, its cells trimmed.
struct TableRow {
  /// From 1.
  var line: Int
  var fields: [String]

  /// The cell in column `index`, empty where the line has no such column.
  func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }

  /// Lines that are neither empty nor comments (`#`).
  static func rows(of text: String) -> [TableRow] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap { index, line in
      let line = index == 0 && line.first == "\u{feff}" ? line.dropFirst() : line
      guard !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) else { return nil }
      return TableRow(
        line: index + 1,
        fields: line.split(separator: "\t", omittingEmptySubsequences: false).map { $0.trimmingBlanks })
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var cut = self
    while cut.first?.isWhitespace == true { cut.removeFirst() }
    while cut.last?.isWhitespace == true { cut.removeLast() }
    return String(cut)
  }
}
