import DuwangCore
import HTMLTree

/// Where the words of an article's text lead.
struct TextLinks {
  let scene: PageScene
  /// Links beyond this number are a list, not a text.
  private static let most = 200

  /// Pages linked from words that stand in `blocks`, each address once; files are attachments and not told here.
  func read(in container: Int?, blocks: [TextBlock]) -> [Attachment] {
    guard let container, !blocks.isEmpty else { return [] }
    let text = blocks.map(\.text).joined(separator: "\n")
    var (found, seen) = ([Attachment](), Set<String>())
    for node in scene.tree.all(.a, in: container) {
      guard let reference = scene.tree.attribute(node, .href), !Anchor.isScript(reference),
        case .web(let address, _) = scene.resolve(reference), !FileKinds.isFile(address)
      else { continue }
      let words = scene.line(node)
      guard !words.isEmpty, text.contains(words), seen.insert(address.description).inserted else { continue }
      found.append(Attachment(name: words, url: address.description))
      if found.count == TextLinks.most { break }
    }
    return found
  }
}
