import DuwangCore

/// One changed page as `change.mustache` shows it.
struct ChangeView: Sendable {
  /// A piece of a paragraph: kept, deleted or inserted.
  struct Run: Sendable {
    let isDeleted: Bool
    let isInserted: Bool
    let runText: String
  }
  struct Block: Sendable {
    let runs: [Run]
    let skippedBefore: String?
    let isMovedBlock: Bool
    /// Rows of one table that follow one another; `runs` is empty then.
    var tableRows: ChangedTableView?
  }
  let changeUnit: String
  let changeColumn: String
  let changeTitle: String
  let changeLink: String?
  let published: String
  let insertedCount: String
  let deletedCount: String
  let isOpen: Bool
  let blocks: [Block]
  let hasBlocks: Bool
  /// When the page was first as it is again.
  let returnedOn: String?
  let movedSentences: [String]
  /// Changed paragraphs that are not shown.
  let leftOut: String?

  static let blockLimit = 10
  static let runLimit = 400

  init(_ change: PageChange, isOpen: Bool = false, _ context: ReportContext) {
    changeUnit = context.unitName(change.unit)
    changeColumn = context.columnName(change.column) ?? "—"
    let title = SafeText.clipped(change.title, to: 120)
    changeTitle = title.isEmpty ? SafeText.clipped(change.url, to: 120) : title
    changeLink = FindingView.shortLink(change.url)
    published = change.publishedAt?.description ?? "—"
    (insertedCount, deletedCount) = (Words.count(change.inserted), Words.count(change.deleted))
    self.isOpen = isOpen
    blocks = ChangeView.blocks(change.blocks.prefix(ChangeView.blockLimit))
    returnedOn = change.returnedTo?.day.chineseFull
    movedSentences = (change.movedSentences ?? []).prefix(ChangeView.blockLimit).map { SafeText.clipped($0, to: 60) }
    hasBlocks = !change.blocks.isEmpty
    let left = change.blocks.count - ChangeView.blockLimit
    leftOut = left > 0 ? Words.count(left) : nil
  }

  private static func blocks(_ changed: ArraySlice<ChangedBlock>) -> [Block] {
    var result: [Block] = []
    for block in changed {
      let skipped = block.skipped > 0 ? Words.count(block.skipped) : nil
      guard let row = block.row else {
        let runs = block.runs.prefix(60).enumerated().map { run($1, isFirst: $0 == 0) }
        result.append(Block(runs: runs, skippedBefore: skipped, isMovedBlock: block.isMoved))
        continue
      }
      if let last = result.indices.last, result[last].tableRows?.takes(row) == true {
        result[last].tableRows?.add(row)
      } else {
        let table = ChangedTableView(row)
        result.append(Block(runs: [], skippedBefore: skipped, isMovedBlock: false, tableRows: table))
      }
    }
    return result
  }

  /// Kept text is cut to what stands beside the change.
  static func run(_ run: ChangedBlock.Run, isFirst: Bool) -> Run {
    let isKept = run.operation == .keep
    let text =
      isKept
      ? SafeText.clipped(run.text, to: isFirst ? 60 : 120, fromEnd: isFirst) : SafeText.clipped(run.text, to: runLimit)
    return Run(isDeleted: run.operation == .delete, isInserted: run.operation == .insert, runText: text)
  }
}

/// Section 三 of the daily page: what was changed, taken away and added.
struct ChangesView: Sendable {
  struct UnitCount: Sendable {
    let countUnit: String
    let countItems: String
  }
  let changeTotal: String
  let modifiedCount: String
  let removedCount: String
  let addedCount: String
  let hasChanges: Bool
  let hasModified: Bool
  let hasRemoved: Bool
  let hasAdded: Bool
  let modified: [ChangeView]
  let removed: [ChangeView]
  let added: [ChangeView]
  let addedByUnit: [UnitCount]
  /// Changes that stand in `changes.html` only.
  let changesUnlisted: String
  let hasChangesUnlisted: Bool

  /// `limit` bounds each of the three lists.
  init(_ changes: [PageChange], limit: Int, _ context: ReportContext) {
    func of(_ type: PageChange.Kind) -> [PageChange] { changes.filter { $0.type == type } }
    let (changed, gone, new) = (of(.modified), of(.removed), of(.added))
    changeTotal = Words.count(changes.count)
    (modifiedCount, removedCount) = (Words.count(changed.count), Words.count(gone.count))
    (addedCount, hasChanges) = (Words.count(new.count), !changes.isEmpty)
    (hasModified, hasRemoved, hasAdded) = (!changed.isEmpty, !gone.isEmpty, !new.isEmpty)
    modified = changed.prefix(limit).enumerated().map { ChangeView($1, isOpen: $0 < 2, context) }
    removed = gone.prefix(limit).map { ChangeView($0, context) }
    added = new.prefix(limit).map { ChangeView($0, context) }
    let byUnit = Dictionary(grouping: new, by: \.unit)
    addedByUnit = byUnit.keys.sorted { (context.rank($0), $0 ?? "") < (context.rank($1), $1 ?? "") }
      .map { UnitCount(countUnit: context.unitName($0), countItems: Words.count(byUnit[$0]?.count ?? 0)) }
    let left = [changed, gone, new].reduce(0) { $0 + max(0, $1.count - limit) }
    (changesUnlisted, hasChangesUnlisted) = (Words.count(left), left > 0)
  }
}
