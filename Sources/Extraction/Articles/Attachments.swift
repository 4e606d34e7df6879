import DuwangCore
import HTMLTree

/// Files that an article offers.
struct Attachments {
  let scene: PageScene
  let links: [Link]

  /// Files linked between the title and the end of the element that holds title and text, or behind the word 附件, each
  /// address once, named by the link's text. On a page without a text of its own, all.
  func read(body: Int?, titleNode: Int?) -> [Attachment] {
    let files = links.filter { $0.kind == .attachment && !$0.isMalformed }
    let own = files.isEmpty ? nil : body.map { addresses(around: $0, titleNode) }
    var seen: Set<String> = []
    return files.filter { (own?.contains($0.url) ?? true) && seen.insert($0.url).inserted }
      .map { Attachment(name: name($0), url: $0.url) } + written().filter { seen.insert($0.url).inserted }
  }

  /// Files whose links a script writes.
  private func written() -> [Attachment] {
    scene.tree.all(.script).flatMap { script in
      ScriptMarkup.links(in: scene.tree.rawText(script)).compactMap { link in
        guard case .web(let address, _) = scene.resolve(link.reference), FileKinds.isFile(address) else { return nil }
        let file = address.description.split(separator: "/").last.map(String.init) ?? link.reference
        return Attachment(name: link.text.isEmpty ? file.percentDecoded : link.text, url: address.description)
      }
    }
  }

  /// Addresses in the article's part of the page.
  private func addresses(around body: Int, _ titleNode: Int?) -> Set<String> {
    let tree = scene.tree
    let wanted = titleNode ?? max(0, tree.parent(body))
    var part = body
    while tree.parent(part) >= 0, !(part...tree.end(part)).contains(wanted) { part = tree.parent(part) }
    var found: Set<String> = []
    for i in 0..<tree.count where tree[i].kind == .element && tree.hasAttributes(i) {
      let isInside = i >= part && i < tree.end(part)
      guard isInside || followsWord(i) else { continue }
      for attribute in [Attr.href, .src, .data, .onclick] {
        guard let value = tree.attribute(i, attribute) else { continue }
        let reference = Anchor.isScript(value) || attribute == .onclick ? ScriptAddress.find(value) : value
        if let address = reference.flatMap(scene.absolute) { found.insert(address) }
      }
    }
    return found
  }

  /// `附件：` stands right before.
  private func followsWord(_ node: Int) -> Bool {
    let start = scene.tree.textRange(node).lowerBound
    return Bytes.contains(scene.tree.text[max(0, start - 60)..<start], "附件")
  }

  private func name(_ link: Link) -> String {
    if !link.text.isEmpty { return link.text }
    let file = link.url.split(separator: "/").last.map(String.init) ?? link.url
    return file.percentDecoded
  }
}
