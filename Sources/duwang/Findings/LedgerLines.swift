import DuwangCore

/// Records as lines: columns under one another on a terminal, fields parted by tabs in a pipe.
struct LedgerLines {
  private let rows: [[String]]

  init(_ records: [FindingRecord], targets: Targets?, today: Day) {
    let units = Dictionary((targets?.units ?? []).map { ($0.id, $0.name) }) { first, _ in first }
    let columns = Dictionary((targets?.columns ?? []).map { ($0.id, $0.name) }) { first, _ in first }
    rows = records.map { record in
      let finding = record.finding
      let unit = finding.unit.map { units[$0] ?? $0 } ?? finding.site
      let place = finding.column.map { unit + " › " + (columns[$0] ?? $0) } ?? unit
      return [
        finding.id, "\(finding.severity.chinese)·\(finding.confidence.chinese)", record.status.chinese,
        Self.due(record, today), finding.kind.chinese, place, finding.message + (record.note.map { "（\($0)）" } ?? ""),
      ].map { $0.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ") }
    }
  }

  /// `width`: columns of the terminal; nil in a pipe.
  func lines(width: Int?) -> [String] {
    guard let width else { return rows.map { $0.joined(separator: "\t") } }
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { index in rows.map { $0[index].displayWidth }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.displayWidth) }
      return Self.clipped(cells.joined(separator: "  "), to: width)
    }
  }

  static func isOverdue(_ record: FindingRecord, _ today: Day) -> Bool {
    record.status.isOpen && record.deadline.map { $0 < today } ?? false
  }

  private static func due(_ record: FindingRecord, _ today: Day) -> String {
    guard record.status.isOpen else { return "—" }
    guard let deadline = record.deadline else { return record.finding.confidence == .suspected ? "先复核" : "不设期限" }
    return isOverdue(record, today) ? "逾期\(today - deadline)日" : "\(deadline)"
  }

  private static func clipped(_ line: String, to width: Int) -> String {
    var (result, used) = (String.UnicodeScalarView(), 0)
    for scalar in line.unicodeScalars {
      used += String(scalar).displayWidth
      if used > width - 1 { return String(result) + "…" }
      result.append(scalar)
    }
    return String(result).trimmingBlanks
  }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmingBlanks: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }
}
