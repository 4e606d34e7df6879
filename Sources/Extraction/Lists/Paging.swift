import DuwangCore
import HTMLTree

/// Finds the pager of a list and the address of the following page.
struct Paging {
  let scene: PageScene
  /// UCAP writes the first page as 1, TRS as 0.
  var countsFromOne = false
  private var tree: Tree { scene.tree }

  /// Nodes at which a pager shows: 下一页, 尾页, or a script that writes one.
  var places: [Int] {
    var found: [Int] = []
    for i in 0..<tree.count where tree.isText(i) && isPagerWord(tree.text[tree.textRange(i)]) { found.append(i) }
    for i in 0..<tree.count where tree[i].kind == .raw {
      if Bytes.contains(tree.rawText(i), "createPageHTML") { found.append(i) }
    }
    return found.sorted()
  }

  private func isPagerWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count < 120, bytes.count >= 6 else { return false }
    return Self.words.contains { Bytes.contains(bytes, $0) }
  }

  private static let words = ["下一页", "下页", "尾页", "末页", "下一頁", "最后一页"]

  /// Address behind 下一页; nil on the last page and where only a script knows.
  var next: String? {
    for anchor in scene.anchors where !anchor.isDead {
      // Six characters weigh at most twelve; most links are titles and end here.
      guard Text.weight(tree.text[scene.head(anchor.node)]) <= 12 else { continue }
      let text = scene.line(anchor.node)
      guard text.count <= 6,
        ["下一页", "下页", "下一頁", "后一页", ">", "»", "next"].contains(Text.title(text).lowercased())
          || text.hasPrefix("下一页") || text.hasPrefix("下页")
      else { continue }
      if let url = scene.absolute(anchor.reference), url != scene.address.description { return url }
    }
    return scripted
  }

  /// The page is called by the stem alone and still counts itself as 1.
  private func isFirst(_ current: String, of stem: String) -> Bool {
    current == "1" && scene.address.path.split(separator: "/").last?.hasPrefix(stem + ".") == true
  }

  /// TRS: `createPageHTML(pages, current, "index", "html")`; page n+1 of "index" is `index_n.html`.
  private var scripted: String? {
    for i in 0..<tree.count where tree[i].kind == .raw {
      let raw = tree.rawText(i)
      guard let at = Bytes.find(raw, "createPageHTML(") else { continue }
      let call = String(decoding: raw[at...].prefix { $0 != 0x29 }, as: UTF8.self)
      let arguments =
        call.split(separator: "(").last?.split(separator: ",").map {
          $0.trimmed(["'", "\"", " ", "\t", "\n"])
        } ?? []
      let numbers = arguments.enumerated().filter { Int($0.element) != nil }
      guard numbers.count >= 2, let pages = Int(numbers[0].element), let current = Int(numbers[1].element),
        numbers[1].offset + 2 < arguments.count,
        countsFromOne || isFirst(numbers[1].element, of: arguments[numbers[1].offset + 2 - 1])
          ? current < pages : current + 1 < pages
      else { continue }
      return scene.absolute("\(arguments[numbers[1].offset + 1])_\(current + 1).\(arguments[numbers[1].offset + 2])")
    }
    return nil
  }
}

extension StringProtocol {
  /// Without the given characters at both ends.
  func trimmed(_ set: Set<Character>) -> String {
    var view = Substring(self)
    while let first = view.first, set.contains(first) { view.removeFirst() }
    while let last = view.last, set.contains(last) { view.removeLast() }
    return String(view)
  }
}
