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

  /// Reads UTF-8 TSV: wrong, right, exceptions parted by blanks, `certain` or `suspected`, note. Lines that begin with
  /// `#` and empty ones are skipped; a line without two words, or whose exception does not hold the wrong form, is a
  /// problem and gives its number (from 1) and a sentence.
  package static func parse(_ text: String) -> (pairs: [WordPair], problems: [(line: Int, message: String)]) {
    var (pairs, problems) = ([WordPair](), [(line: Int, message: String)]())
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) else { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 2, !fields[0].isEmpty, fields[0] != fields[1] else {
        problems.append((index + 1, "每行应有错误写法和正确写法两列，以制表符分隔，且两者不同"))
        continue
      }
      let exceptions = fields.count > 2 ? fields[2].split(separator: " ").map(String.init) : []
      if let stray = exceptions.first(where: { !$0.contains(fields[0]) }) {
        problems.append((index + 1, "例外“\(stray)”未包含错误写法“\(fields[0])”"))
      }
      guard let confidence = fields.count > 3 && !fields[3].isEmpty ? Confidence(rawValue: fields[3]) : .certain else {
        problems.append((index + 1, "第四列应为certain或suspected"))
        continue
      }
      pairs.append(
        WordPair(
          wrong: fields[0], right: fields[1], exceptions: exceptions, confidence: confidence,
          severity: confidence == .suspected ? .hint : nil, note: fields.count > 4 ? fields[4] : ""))
    }
    return (pairs, problems)
  }
}
