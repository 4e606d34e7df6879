import DuwangCore

/// The visible difference of two texts, as it is shown to staff.
package enum TextDiff {
  /// What became of a page's text.
  package struct Difference: Sendable, Hashable {
    /// Changed, added, removed and moved paragraphs and rows in reading order, then files and links. Empty when a reader
    /// would see no difference.
    package var blocks: [ChangedBlock] = []
    /// Characters; what only moved counts none.
    package var inserted = 0
    package var deleted = 0
    /// Sentences that stand elsewhere now and are otherwise as they were.
    package var movedSentences: [String] = []
    /// For each block the shapes under which it may be known as noise.
    var shapes: [Set<String>] = []
  }

  package static func between(_ old: PageText, _ new: PageText) -> Difference {
    let headers = new.headers.merging(old.headers) { first, _ in first }
    var result = Difference()
    var (skipped, above) = (0, String?.none)
    for edit in edits(old.lines, new.lines) {
      if let block = edit.block(skipped: skipped, headers: headers) {
        result.add(block, shapes: edit.shapes.union(above.flatMap(NoiseShape.below).map { [$0] } ?? []))
        skipped = 0
      } else {
        skipped += 1
      }
      above = edit.newText ?? above
    }
    let files = FileEdits.blocks(old: old.files, new: new.files, word: "附件")
    let links = FileEdits.blocks(old: old.links, new: new.links, word: "链接")
    for block in files + links { result.add(block, shapes: []) }
    result.count()
    return result
  }

  /// Lines as a reader sees them, none of them empty.
  static func edits(_ old: [String], _ new: [String]) -> [BlockEdit] {
    // What both begin and end with needs no second look.
    var (start, oldEnd, newEnd) = (0, old.count, new.count)
    while start < oldEnd, start < newEnd, old[start] == new[start] { start += 1 }
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    let middle = BlockEdits.between(Array(old[start..<oldEnd]), Array(new[start..<newEnd]))
    if middle.isEmpty { return [] }
    return new[..<start].map { .same($0) } + middle + new[newEnd...].map { .same($0) }
  }
}

extension TextDiff.Difference {
  fileprivate mutating func add(_ block: ChangedBlock, shapes: Set<String>) {
    blocks.append(block)
    self.shapes.append(shapes)
  }

  /// Without the blocks of ignored regions.
  func without(_ ignored: Set<String>) -> Self {
    var result = TextDiff.Difference()
    for (block, shapes) in zip(blocks, shapes) where shapes.isDisjoint(with: ignored) && !ignored.contains(block.edit) {
      result.add(block, shapes: shapes)
    }
    result.count()
    return result
  }

  fileprivate mutating func count() {
    movedSentences = MovedSentences.among(blocks)
    let moved = movedSentences.reduce(0) { $0 + $1.count }
    (inserted, deleted) = (-moved, -moved)
    for block in blocks {
      for run in block.row.map({ Array($0.cells.joined()) }) ?? block.runs {
        if run.operation == .insert { inserted += run.text.count }
        if run.operation == .delete { deleted += run.text.count }
      }
    }
  }
}

extension BlockEdit {
  /// Nil when nothing changed.
  func block(skipped: Int, headers: [String: [String]]) -> ChangedBlock? {
    switch self {
    case .same: return nil
    case .changed(let runs): return ChangedBlock(runs: runs, skipped: skipped)
    case .changedRow(let cells):
      let text = cells.map { $0.filter { $0.operation != .delete }.map(\.text).joined() }
      let header = headers[text.joined(separator: String(PageText.cellMark))] ?? []
      return RowEdits.block(.changed, cells, header: header, skipped: skipped)
    case .moved(let text): return whole(text, .keep, .moved, skipped, headers)
    case .removed(let text): return whole(text, .delete, .removed, skipped, headers)
    case .added(let text): return whole(text, .insert, .added, skipped, headers)
    }
  }

  private func whole(
    _ text: String, _ operation: ChangedBlock.Operation, _ kind: ChangedRow.Kind, _ skipped: Int,
    _ headers: [String: [String]]
  ) -> ChangedBlock {
    guard RowEdits.isRow(text) else {
      return ChangedBlock(runs: [.init(operation, text)], skipped: skipped, isMoved: kind == .moved)
    }
    let cells = RowEdits.cells(text).map { $0.isEmpty ? [] : [ChangedBlock.Run(operation, $0)] }
    return RowEdits.block(kind, cells, header: headers[text] ?? [], skipped: skipped)
  }

  /// The line as it stands now; nil when it is gone.
  var newText: String? {
    switch self {
    case .same(let text), .moved(let text), .added(let text): text
    case .changed(let runs): runs.side(without: .delete)
    case .changedRow, .removed: nil
    }
  }

  /// The shape of a line of which only numbers or tokens changed.
  var shapes: Set<String> {
    guard case .changed(let runs) = self, let shape = NoiseShape.ofNumbers(runs.side(without: .delete)),
      shape == NoiseShape.ofNumbers(runs.side(without: .insert))
    else { return [] }
    return [shape]
  }
}

extension [ChangedBlock.Run] {
  /// The text before (`without: .insert`) or after (`without: .delete`) the change.
  func side(without operation: ChangedBlock.Operation) -> String {
    filter { $0.operation != operation }.map(\.text).joined()
  }
}

extension PageChange {
  /// Changed paragraphs shown of one page; the numbers of characters count all.
  private static let mostBlocks = 200

  /// `isHidden`: of letters the numbers alone are told.
  mutating func tell(_ difference: TextDiff.Difference, isHidden: Bool) {
    (inserted, deleted) = (difference.inserted, difference.deleted)
    guard !isHidden else { return }
    blocks = Array(difference.blocks.prefix(PageChange.mostBlocks))
    if !difference.movedSentences.isEmpty { movedSentences = difference.movedSentences }
  }
}
