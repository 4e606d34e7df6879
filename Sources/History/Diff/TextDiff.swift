import DuwangCore

/// The visible difference of two texts, as it is shown to staff.
package enum TextDiff {
  /// Changed, added, removed and moved paragraphs in reading order, with how many characters were inserted and deleted.
  /// No blocks when a reader would see no difference. Moved paragraphs count no characters.
  package static func changedBlocks(
    old: [TextBlock], new: [TextBlock]
  ) -> (blocks: [ChangedBlock], inserted: Int, deleted: Int) {
    changedBlocks(old: old.map(\.text), new: new.map(\.text))
  }

  static func changedBlocks(old: [String], new: [String]) -> (blocks: [ChangedBlock], inserted: Int, deleted: Int) {
    var (blocks, inserted, deleted, skipped) = ([ChangedBlock](), 0, 0, 0)
    for edit in edits(old, new) {
      guard let runs = edit.runs else {
        skipped += 1
        continue
      }
      for run in runs {
        if run.operation == .insert { inserted += run.text.count }
        if run.operation == .delete { deleted += run.text.count }
      }
      blocks.append(ChangedBlock(runs: runs, skipped: skipped, isMoved: edit.isMove))
      skipped = 0
    }
    return (blocks, inserted, deleted)
  }

  static func edits(_ old: [String], _ new: [String]) -> [BlockEdit] {
    // What both begin and end with needs no second look.
    var (start, oldEnd, newEnd) = (0, old.count, new.count)
    while start < oldEnd, start < newEnd, old[start] == new[start] { start += 1 }
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    func visible(_ texts: ArraySlice<String>) -> [String] { texts.map(Noise.visible).filter { !$0.isEmpty } }
    let middle = BlockEdits.between(visible(old[start..<oldEnd]), visible(new[start..<newEnd]))
    if middle.allSatisfy({ $0.runs == nil }) { return [] }
    return visible(new[..<start]).map { .same($0) } + middle + visible(new[newEnd...]).map { .same($0) }
  }
}

extension BlockEdit {
  var isMove: Bool { if case .moved = self { true } else { false } }

  /// Nil when nothing changed.
  var runs: [ChangedBlock.Run]? {
    switch self {
    case .same: nil
    case .moved(let text): [.init(.keep, text)]
    case .changed(let runs): runs
    case .removed(let text): [.init(.delete, text)]
    case .added(let text): [.init(.insert, text)]
    }
  }
}
