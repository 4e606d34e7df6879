import DuwangCore

/// The difference of two paragraphs as runs of kept, deleted and inserted text.
enum Runs {
  /// Below this share of kept characters a changed stretch is shown as replaced: scattered letters help nobody.
  private static let leastKept = 0.2
  /// Product of lengths above which a changed stretch counts as replaced.
  private static let largestStretch = 4_000_000

  static func between(_ old: String, _ new: String) -> [ChangedBlock.Run] {
    let (a, b) = (TextUnits.sentences(old), TextUnits.sentences(new))
    var interner = Interner()
    var runs = RunList()
    var (i, j) = (0, 0)
    for (p, q) in SequenceDiff.matches(interner.numbers(a), interner.numbers(b)) + [(a.count, b.count)] {
      stretch(a[i..<p].joined(), b[j..<q].joined(), &runs)
      if p < a.count { runs.add(.keep, a[p]) }
      (i, j) = (p + 1, q + 1)
    }
    return runs.readable
  }

  private static func stretch(_ old: String, _ new: String, _ runs: inout RunList) {
    let (a, b) = (TextUnits.units(old), TextUnits.units(new))
    guard !a.isEmpty, !b.isEmpty, a.count.multipliedReportingOverflow(by: b.count).partialValue <= largestStretch
    else { return runs.replace(old, new) }
    var interner = Interner()
    let matches = SequenceDiff.matches(interner.numbers(a), interner.numbers(b))
    guard Double(matches.count) >= leastKept * Double(max(a.count, b.count)) else { return runs.replace(old, new) }
    var (i, j) = (0, 0)
    for (p, q) in matches + [(a.count, b.count)] {
      runs.replace(a[i..<p].joined(), b[j..<q].joined())
      if p < a.count { runs.add(.keep, a[p]) }
      (i, j) = (p + 1, q + 1)
    }
  }
}

/// Runs as they come, joined where they touch.
private struct RunList {
  private var runs: [ChangedBlock.Run] = []

  mutating func add(_ operation: ChangedBlock.Operation, _ text: String) {
    if text.isEmpty { return }
    if let last = runs.indices.last, runs[last].operation == operation {
      runs[last].text += text
    } else {
      runs.append(.init(operation, text))
    }
  }

  mutating func replace(_ old: String, _ new: String) {
    add(.delete, old)
    add(.insert, new)
  }

  /// Deleted before inserted, and a single character between two changes goes with them.
  var readable: [ChangedBlock.Run] {
    var result = RunList()
    var (deleted, inserted) = ("", "")
    for (index, run) in runs.enumerated() {
      switch run.operation {
      case .delete: deleted += run.text
      case .insert: inserted += run.text
      case .keep:
        let isBetween = !(deleted + inserted).isEmpty && index + 1 < runs.count
        if isBetween, run.text.count == 1, !deleted.isEmpty, !inserted.isEmpty {
          deleted += run.text
          inserted += run.text
        } else {
          result.replace(deleted, inserted)
          result.add(.keep, run.text)
          (deleted, inserted) = ("", "")
        }
      }
    }
    result.replace(deleted, inserted)
    return result.runs
  }
}
