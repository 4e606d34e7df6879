import DuwangCore
import HTMLTree

/// Decides what a page is: signs of an article against signs of a list.
struct KindReader {
  let scene: PageScene
  let meta: [String: String]
  let breadcrumb: Breadcrumb
  let list: ListResult
  let body: BodyReader.Body
  let titleNode: Int?
  let title: String
  /// A script of a known family fills the list.
  let isFilled: Bool
  private var tree: Tree { scene.tree }

  private struct Dateline {
    var isLabelled = false
    var isUnderTitle = false
  }

  /// `mass`: points of running text among some nodes.
  func read(mass: (Range<Int>) -> Int) -> Page.Kind {
    if scene.address.isHomePath { return .home }
    let own = meta["articletitle"] ?? ""
    if !own.isEmpty, own != meta["columnname"] { return .article }
    if breadcrumb.endsInArticle { return .article }
    // Summaries of rows are no article's text; a few links without dates may stand in one.
    let holdsRows = list.isDated ? list.rows.count > 1 : list.isSure && list.rows.count >= 5
    let rows = holdsRows ? list.rows.reduce(0) { $0 + mass($1.nodes) } : 0
    let dateline = dateline()
    let (article, lists) = (article(max(0, body.weight - rows), dateline), lists(mass))
    if lists > 0, article < lists { return .list }
    if isColumn(dateline) { return list.isSure && !list.rows.isEmpty ? .list : .other }
    return isProven(dateline) ? .article : .other
  }

  /// The page of a column, whatever its markup holds: it names the column and no article.
  private func isColumn(_ dateline: Dateline) -> Bool {
    let isDated = dateline.isLabelled || dateline.isUnderTitle || hasPublicationTag
    let name = meta["columnname"] ?? ""
    if !name.isEmpty { return !isDated || Text.key(title) == Text.key(name) }
    // Some paths end in the article's own title, which is longer than columns are named, or its address names the day.
    return !isDated && AddressDate.find(scene.address.path)?.day == nil && title.count < 12
      && breadcrumb.last.map { Text.key(title) == Text.key($0) } ?? false
  }

  /// An article has a title with its date, or text worth the name outside the page's frame.
  private func isProven(_ dateline: Dateline) -> Bool {
    body.weight >= 60 && (hasPublicationTag || dateline.isLabelled || UndatedText(scene: scene, body: body).isArticle)
      || dateline.isUnderTitle || (dateline.isLabelled || hasPublicationTag) && !title.isEmpty
  }

  private var hasPublicationTag: Bool {
    PublicationDate.surestTags.contains { !(meta[$0] ?? "").isEmpty }
  }

  private func article(_ weight: Int, _ dateline: Dateline) -> Double {
    var points = Double(min(weight, 1200)) / 200
    points += dateline.isLabelled ? 3 : 0
    points += dateline.isUnderTitle ? 2.5 : 0
    points += titleNode != nil && title.count >= 12 ? 1 : 0
    switch AddressShape.of(scene.address) {
    case .article: points += 1.5
    case .unknown: points += 0.3
    case .list: break
    }
    return points
  }

  private func lists(_ mass: (Range<Int>) -> Int) -> Double {
    guard let first = list.rows.first else { return isFilled ? 4 : 0 }
    if isFilled { return 4 }
    if list.rows.count == 1, mass(first.nodes) > 160 { return 0 }
    var points = list.isDated ? min(Double(list.rows.count), 6) * 1.2 : min(Double(list.rows.count), 8) * 0.4
    if list.hasPager { points += list.rows.count < 3 ? 1.5 : 3 }
    return points + (AddressShape.of(scene.address) == .list ? 0.7 : 0)
  }

  /// A date named as publication, or standing right under the title, that belongs to no row of a list.
  private func dateline() -> Dateline {
    let taken = list.rows.count < 2 ? [] : Set(list.rows.compactMap(\.date))
    let end = titleNode.map { tree.textRange($0).upperBound }
    var result = Dateline()
    for (index, context) in scene.contexts.enumerated() where !taken.contains(index) && scene.dates[index].full != nil {
      if context.role == .labelled { result.isLabelled = true }
      guard let end, context.role >= .named, scene.dates[index].start >= end, scene.dates[index].start < end + 900
      else {
        continue
      }
      if Text.weight(tree.text[end..<scene.dates[index].start]) < 100, !isOfRow(index, after: titleNode) {
        result.isUnderTitle = true
      }
    }
    return result
  }

  /// The date stands in or behind a link worth a title: it is that link's, not the page's.
  private func isOfRow(_ date: Int, after titleNode: Int?) -> Bool {
    guard let title = titleNode, let text = scene.textNode(at: scene.dates[date].start) else { return false }
    if tree.closest(text, .a) != nil { return true }
    let between = scene.anchors(in: tree.end(title)..<max(text, tree.end(title)))
    return between.contains { Text.weight(tree.text[tree.textRange(scene.anchors[$0].node)]) >= 16 }
  }
}
