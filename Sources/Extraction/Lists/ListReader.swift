import DuwangCore
import HTMLTree

/// What a page lists.
struct ListResult {
  var rows: [Row] = []
  var entries: [ListEntry] = []
  /// Points of the list that was chosen.
  var score = 0.0
  var isDated = false
  var hasPager = false
  /// Pager, heading or addresses tie the list to the page's own column.
  var isSure = false
}

/// Finds the main list of a page by its structure.
struct ListReader {
  let scene: PageScene
  let column: String
  let breadcrumb: Range<Int>?
  private let finder: RowFinder
  private var tree: Tree { scene.tree }

  init(scene: PageScene, column: String, breadcrumb: Range<Int>? = nil) {
    (self.scene, self.column, self.breadcrumb) = (scene, column, breadcrumb)
    finder = RowFinder(scene: scene)
  }

  func read() -> ListResult {
    let pagers = Paging(scene: scene).places
    let blocks = RowBlocks(scene: scene, finder: finder)
    let score = ListScore(scene: scene, finder: finder, column: column, pagers: pagers, breadcrumb: breadcrumb)
    var lists = blocks.dated().map(score.judge).filter(\.isAcceptable)
    if !lists.contains(where: { $0.block.rows.count >= 3 }) {
      lists += blocks.undated().map(score.judge).filter(\.isAcceptable)
    }
    if lists.isEmpty { lists = blocks.plain().map(score.judge).filter { $0.isSure && $0.isAcceptable } }
    if lists.isEmpty { lists = blocks.short().filter(leadsToArticles).map(score.judge).filter(isOwnAndWhole) }
    guard let best = lists.max(by: { $0.points < $1.points }), best.points > 0 else { return ListResult() }
    let (rows, entries) = read(groups(best, lists))
    let isDated = best.block.isDated || entries.contains { $0.date != nil }
    return ListResult(
      rows: rows, entries: entries, score: best.points, isDated: isDated, hasPager: best.hasPager, isSure: best.isSure)
  }

  /// Rows with their neighbours, every group by itself: dates without a year are counted back within one list.
  private func read(_ groups: [[Row]]) -> ([Row], [ListEntry]) {
    var (rows, entries, known) = ([Row](), [ListEntry](), Set<Int>())
    for group in groups {
      let all = RowCompletion(scene: scene, finder: finder).complete(group).filter { known.insert($0.node).inserted }
      rows += all
      entries += Entries(scene: scene, finder: finder).read(all)
    }
    return (rows, entries)
  }

  private func groups(_ best: JudgedList, _ lists: [JudgedList]) -> [[Row]] {
    let front = best.hasPager ? nil : FrontPage(scene: scene, column: column).blocks(best, lists)
    return front?.map(\.rows) ?? together(best, lists)
  }

  private func leadsToArticles(_ block: RowBlock) -> Bool {
    block.rows.allSatisfy { row in
      guard let anchor = row.anchor.map({ scene.anchors[$0] }), !anchor.isDead,
        case .web(let address, _) = scene.resolve(anchor.reference)
      else { return false }
      return DuwangCore.AddressShape.isArticleOrFile(address)
    }
  }

  /// Tied to the page's column, and no part of a list that stands behind 更多.
  private func isOwnAndWhole(_ list: JudgedList) -> Bool { list.isSure && list.isAcceptable && !list.hasMore }

  /// The rows of the best list, with those of its like where the page puts several columns side by side, or cuts its
  /// own into groups: all of them lead into the page's folder.
  private func together(_ best: JudgedList, _ lists: [JudgedList]) -> [[Row]] {
    let alike = lists.filter { $0.block.signature == best.block.signature && $0.block.isDated == best.block.isDated }
    guard alike.count > 1, !best.hasPager,
      scene.address.isHomePath || alike.allSatisfy(\.hasMore) || best.isOwn && alike.allSatisfy(\.isOwn)
    else {
      return [best.block.rows]
    }
    return alike.map(\.block.rows).sorted { ($0.first?.node ?? 0) < ($1.first?.node ?? 0) }
  }
}
