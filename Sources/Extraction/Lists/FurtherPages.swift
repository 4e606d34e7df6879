import DuwangCore
import HTMLTree

/// Pages behind a page without rows: a frame with the list, the target of 更多, or where a refresh leads.
struct FurtherPages {
  let scene: PageScene
  let column: String
  private var tree: Tree { scene.tree }

  /// At most three, of the same host.
  func sources() -> [ListSource] {
    var urls: [String] = []
    for i in 0..<tree.count where tree.tag(i) == .iframe || tree.tag(i) == .frame {
      guard let src = tree.attribute(i, .src), let url = inside(src), !isSmall(i) else { continue }
      urls.append(url)
    }
    if urls.isEmpty { urls = more() }
    var seen: Set<String> = [scene.address.description]
    return urls.filter { seen.insert($0).inserted }.prefix(3).map { ListSource(kind: .page, url: $0) }
  }

  private func inside(_ reference: String) -> String? {
    guard case .web(let url, _) = scene.resolve(reference), url.host == scene.address.host else { return nil }
    return url.description
  }

  /// Frames of counters and weather are small.
  private func isSmall(_ i: Int) -> Bool {
    [Attr.width, .height].contains { attr in
      guard let value = tree.attribute(i, attr), !value.hasSuffix("%") else { return false }
      return (Int(value.prefix { $0.isNumber }) ?? 999) < 120
    }
  }

  private func more() -> [String] {
    scene.anchors.compactMap { anchor in
      let text = scene.line(anchor.node)
      guard !anchor.isDead, text.count <= 8, text.contains("更多") || text.lowercased().hasPrefix("more") else {
        return nil
      }
      return inside(anchor.reference)
    }
  }
}
