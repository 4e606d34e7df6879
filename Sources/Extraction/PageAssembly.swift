import DuwangCore
import HTMLTree

/// Runs the readers over one page and decides what kind of page it is.
struct PageAssembly {
  let scene: PageScene
  private var tree: Tree { scene.tree }

  func fill(_ page: inout Page) {
    page.meta = meta()
    page.documentTitle = tree.first(.title).map { Text.line(tree.text[tree.textRange($0)]) } ?? ""
    let links = LinkReader(scene: scene)
    page.links = links.read()
    page.anchors = links.anchors()
    page.visibleLength = visibleLength()
    let (title, node) = TitleReader(scene: scene, meta: page.meta, documentTitle: page.documentTitle).read()
    let body = BodyReader(scene: scene, titleNode: node, title: title).read()
    let list = ListReader(scene: scene, column: page.meta["columnname"] ?? TitleReader.firstPart(page.documentTitle))
      .read()
    page.kind = kind(page, list, body)
    page.title = title
    page.nextPage = Paging(scene: scene).next
    if page.kind == .article || page.kind == .other { page.blocks = body.blocks }
    if page.kind != .article {
      page.entries = list.entries
      page.hasList = !list.rows.isEmpty
    }
    var dates = PublicationDate(scene: scene, meta: page.meta, titleNode: node, body: body.container)
    dates.read(isArticle: page.kind == .article)
    page.publishedAt = page.kind == .article ? dates.chosen : nil
    page.dateCandidates = dates.candidates
  }

  private func kind(_ page: Page, _ list: ListResult, _ body: BodyReader.Body) -> Page.Kind {
    if scene.address.isHomePath { return .home }
    let isMarked = page.meta["articletitle"] != nil || page.meta["pubdate"] != nil
    if isMarked, page.meta["articletitle"] != nil { return .article }
    if list.isDated, list.rows.count >= 3, list.score > Double(body.weight) / 150 { return .list }
    if list.hasPager, list.rows.count >= 1, list.score > Double(body.weight) / 150 { return .list }
    if body.weight >= 200 { return .article }
    return list.rows.count >= 3 ? .list : .other
  }

  private func meta() -> [String: String] {
    var found: [String: String] = [:]
    for i in tree.all(.meta) {
      guard let name = tree.attribute(i, .name) ?? tree.attribute(i, .property),
        let content = tree.attribute(i, .content)
      else { continue }
      found[name.lowercased()] = found[name.lowercased()] ?? Text.line(Array(content.utf8)[...])
    }
    return found
  }

  private func visibleLength() -> Int {
    guard let body = tree.first(.body) else { return 0 }
    return Text.line(tree.text[tree.textRange(body)]).count
  }
}
