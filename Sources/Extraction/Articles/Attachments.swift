import DuwangCore
import HTMLTree

/// Files that an article offers.
struct Attachments {
  let scene: PageScene
  let links: [Link]

  /// Files linked between the title and the end of the page's text, each address once, named by the link's text.
  func read(body: Int?, titleNode: Int?) -> [Attachment] {
    var seen: Set<String> = []
    return links.filter { $0.kind == .attachment && !$0.isMalformed && seen.insert($0.url).inserted }.map {
      Attachment(name: name($0), url: $0.url)
    }
  }

  private func name(_ link: Link) -> String {
    if !link.text.isEmpty { return link.text }
    let file = link.url.split(separator: "/").last.map(String.init) ?? link.url
    return file.percentDecoded
  }
}
