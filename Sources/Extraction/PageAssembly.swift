import DuwangCore
import HTMLTree

/// Runs the readers over one page and puts their findings together.
struct PageAssembly {
  let scene: PageScene
  let signs: FamilySigns
  private var tree: Tree { scene.tree }

  func fill(_ page: inout Page) {
    page.meta = scene.meta()
    page.documentTitle = scene.documentTitle()
    let links = LinkReader(scene: scene)
    page.links = links.read()
    page.anchors = links.anchors()
    let visible = visibleText()
    page.visibleLength = visible.unicodeScalars.count
    let breadcrumb = Breadcrumb(tree)
    let titles = TitleReader(
      scene: scene, meta: page.meta, documentTitle: page.documentTitle, breadcrumb: breadcrumb)
    let (title, node) = titles.read()
    let column = columnName(page, breadcrumb)
    let family = Families.of(signs)
    var findings = family?.findings(scene, signs) ?? FamilyFindings()
    if let family { page.cms = family.name }
    let list = ListReader(scene: scene, column: column, breadcrumb: breadcrumb.range).read()
    if findings.isGuess, !list.rows.isEmpty { findings.sources = [] }
    let bodies = BodyReader(scene: scene, titleNode: node, title: title, path: breadcrumb.range)
    let body = bodies.read()
    page.kind = KindReader(
      scene: scene, meta: page.meta, breadcrumb: breadcrumb, list: list, body: body, titleNode: node, title: title,
      isFilled: findings.island != nil || !findings.sources.isEmpty
    ).read(mass: bodies.mass)
    let isColumn = page.kind == .list || page.kind == .other && page.meta["columnname"] ?? "" != ""
    let heading = page.kind == .article && node == nil ? titles.columnHeading() : nil
    page.title = isColumn && !column.isEmpty ? column : heading ?? title
    fillList(&page, list, findings)
    fillArticle(&page, body, titleNode: node)
    if page.kind == .list { page.dateCandidates = ListDates(scene: scene, list: list).candidates() }
    page.saysArchived = page.kind != .article && ArchiveNotice.stands(in: scene) { links.isHidden($0) }
    if page.kind != .article, page.entries.isEmpty || !list.isSure {
      page.saysEmpty = EmptyPhrases.stand(in: scene) { links.isHidden($0) }
      if page.saysEmpty {
        (page.entries, page.hasList) = ([], false)
        if page.kind == .other { page.kind = .list }
      }
      if page.kind == .other, page.entries.isEmpty, !page.hasList, !page.saysEmpty { fillFromScripts(&page) }
      if page.listSources.isEmpty, !page.hasList, !page.saysEmpty {
        page.listSources = FurtherPages(scene: scene, column: column).sources()
      }
    }
    if page.kind == .home {
      let marks = HomeMarks(scene: scene)
      (page.marks, page.search) = (marks.footer(visible: visible, links: page.links), marks.search())
    }
    page.unreadable = unreadable(page, visible)
  }

  // MARK: Lists

  private func fillList(_ page: inout Page, _ list: ListResult, _ findings: FamilyFindings) {
    page.nextPage = Paging(scene: scene, countsFromOne: page.cms == Ucap.name).next
    guard page.kind != .article else { return }
    if let island = findings.island {
      let reader = RecordReader(address: scene.base, charset: scene.charset, today: scene.today)
      page.entries = reader.fragment(island).entries
      page.hasList = true
      page.nextPage = findings.nextPage ?? page.nextPage
      page.links += linked(page.entries, besides: page.links)
      return
    }
    page.listSources = findings.sources
    // Where a script fills the list, what the markup shows beside it is another list.
    if findings.sources.isEmpty || list.isSure {
      page.entries = list.entries
      page.hasList = !list.rows.isEmpty
    }
    if page.hasList { page.listSources = [] }
  }

  private func fillFromScripts(_ page: inout Page) {
    let reader = RecordReader(address: scene.base, charset: scene.charset, today: scene.today)
    page.entries = reader.rows(inScriptsOf: tree)
    if page.entries.isEmpty, let markup = TextareaBody.markup(in: signs.source) {
      let rows = reader.fragment(markup).entries
      if rows.count >= 3, rows.allSatisfy({ $0.date != nil && $0.url != nil }) { page.entries = rows }
    }
    guard !page.entries.isEmpty else { return }
    (page.hasList, page.kind, page.listSources) = (true, .list, [])
    page.links += linked(page.entries, besides: page.links)
  }

  /// Links of rows that stand in an island, where a browser's visitor sees them.
  private func linked(_ rows: [ListEntry], besides links: [Link]) -> [Link] {
    var known = Set(links.map(\.url))
    return rows.compactMap { row in
      guard let url = row.url, known.insert(url).inserted, let address = WebAddress(url) else { return nil }
      return Link(url: url, text: row.title, kind: FileKinds.isFile(address) ? .attachment : .page)
    }
  }

  /// The column's name as the page itself gives it.
  private func columnName(_ page: Page, _ breadcrumb: Breadcrumb) -> String {
    if let name = page.meta["columnname"], !name.isEmpty { return name }
    return breadcrumb.last ?? TitleReader.ownPart(page.documentTitle, siteName: page.meta["sitename"])
  }

  // MARK: Articles

  private func fillArticle(_ page: inout Page, _ body: BodyReader.Body, titleNode: Int?) {
    var dates = PublicationDate(scene: scene, meta: page.meta, titleNode: titleNode, body: body.container)
    dates.read(isArticle: page.kind == .article)
    page.dateCandidates = dates.candidates
    if page.kind == .other { page.blocks = placed(body.said) }
    if page.kind != .article { return }
    page.blocks = (body.weight < 20 ? TextareaBody.blocks(in: signs.source) : []) + placed(body.pieces)
    page.publishedAt = dates.chosen
    page.header = HeaderReader(scene: scene, titleNode: titleNode, blocks: page.blocks).read()
    page.source = SourceReader(scene: scene, meta: page.meta).read() ?? page.header.issuer
    page.attachments = Attachments(scene: scene, links: page.links).read(body: body.container, titleNode: titleNode)
    page.textLinks = TextLinks(scene: scene).read(in: body.container, blocks: body.blocks)
  }

  private func placed(_ pieces: [Blocks.Piece]) -> [TextBlock] {
    var source = SourceCursor(signs.source)
    return pieces.map { piece in
      var block = piece.block
      guard let first = scene.textNode(at: piece.range.lowerBound),
        let last = scene.textNode(at: piece.range.upperBound - 1)
      else { return block }
      source.move(to: place(piece.range.lowerBound, in: first))
      let start = source.scalar
      block.line = source.line
      source.move(to: place(piece.range.upperBound, in: last))
      block.place = start..<max(start, source.scalar)
      return block
    }
  }

  private func place(_ offset: Int, in node: Int) -> Int {
    tree.place(of: node, at: offset - tree.textRange(node).lowerBound, in: signs.source)
  }

  // MARK: The whole page

  private func visibleText() -> String {
    tree.first(.body).map { Text.line(tree.text[tree.textRange($0)]) } ?? ""
  }

  private func unreadable(_ page: Page, _ visible: String) -> Unreadable? {
    if Walls.challenge(signs.source, visible: page.visibleLength) { return .challenge }
    if Walls.wall(page, visible) { return .wall }
    if page.hasList || page.saysEmpty || !page.listSources.isEmpty { return nil }
    let scripts = tree.all(.script).contains { tree.bytes($0, .src) != nil || !tree.rawText($0).isEmpty }
    if visible.isEmpty { return scripts ? .scriptShell : tree.first(.img) != nil ? .imageOnly : .blank }
    switch page.kind {
    case .article: return page.blocks.isEmpty && hasPicture() ? .imageOnly : nil
    case .home: return nil
    case .list: return .noList
    case .other:
      if scripts, page.visibleLength < 60 || scene.hasMount() { return .scriptShell }
      return page.body.unicodeScalars.count < 60 ? .noList : nil
    }
  }

  private func hasPicture() -> Bool { tree.first(.img) != nil }
}
