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
    let breadcrumb = Breadcrumb(tree)
    let (title, node) = TitleReader(
      scene: scene, meta: page.meta, documentTitle: page.documentTitle, breadcrumb: breadcrumb
    ).read()
    let column = columnName(page, breadcrumb)
    let list = ListReader(scene: scene, column: column).read()
    let bodies = BodyReader(scene: scene, titleNode: node, title: title)
    let body = bodies.read()
    page.kind = KindReader(
      scene: scene, meta: page.meta, breadcrumb: breadcrumb, list: list, body: body, titleNode: node, title: title
    ).read(mass: bodies.mass)
    page.title = page.kind == .list && !column.isEmpty ? column : title
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

  /// The column's name as the page itself gives it.
  private func columnName(_ page: Page, _ breadcrumb: Breadcrumb) -> String {
    if let name = page.meta["columnname"], !name.isEmpty { return name }
    return breadcrumb.last ?? TitleReader.ownPart(page.documentTitle, siteName: page.meta["sitename"])
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
