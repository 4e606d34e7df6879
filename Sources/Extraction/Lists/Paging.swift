import DuwangCore
import HTMLTree

/// Finds the pager of a list and the address of the following page.
struct Paging {
  let scene: PageScene
  /// UCAP writes the first page as 1, TRS as 0.
  var countsFromOne = false
  private var tree: Tree { scene.tree }

  /// Nodes at which a pager shows: 下一页, 尾页, 页数：1/1, or a script that writes one.
  var places: [Int] {
    var found: [Int] = []
    for i in 0..<tree.count where tree.isText(i) {
      let range = tree.textRange(i)
      if isPagerWord(tree.text[range]) || isCount(range) { found.append(i) }
    }
    for i in 0..<tree.count where tree[i].kind == .raw {
      if Bytes.contains(tree.rawText(i), "createPageHTML") { found.append(i) }
    }
    return found.sorted()
  }

  private func isPagerWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count < 120, bytes.count >= 6 else { return false }
    return Self.words.stands(in: bytes)
  }

  /// `页次：1/9`: a count of pages at the head of a short line, its numbers perhaps in elements of their own.
  private func isCount(_ range: Range<Int>) -> Bool {
    guard Self.counts.begin(tree.text[range].drop { $0 <= 0x20 }) != nil else { return false }
    let line = Text.line(tree.text[range.lowerBound...].prefix(160).prefix { $0 != Tree.blockMark })
    return line.count <= 40 && line.contains(/[0-9]+ *[\/／] *[0-9]+/)
  }

  private static let counts: WordTable = ["页数", "页次", "页码", "当前页"]
  static let words: WordFinder = ["下一页", "下页", "尾页", "末页", "下一頁", "最后一页"]

  /// Address behind 下一页; nil on the last page and where only a script knows.
  var next: String? {
    for anchor in scene.anchors where !anchor.isDead {
      // Six characters weigh at most twelve; most links are titles and end here.
      let head = tree.text[scene.head(anchor.node)]
      guard Text.weight(head) <= 12, mayLeadOn(head) else { continue }
      let text = scene.line(anchor.node)
      guard text.count <= 6,
        ["下一页", "下页", "下一頁", "后一页", ">", "»", "next"].contains(Text.title(text).lowercased())
          || text.hasPrefix("下一页") || text.hasPrefix("下页") || isNamedNext(anchor.node, text)
      else { continue }
      if let url = scene.absolute(anchor.reference), url != scene.address.description { return url }
    }
    return scripted ?? pagerObject
  }

  /// `<a class="next">&gt;&gt;</a>`, `rel="next"`; 下一篇 of that class is another article.
  private func isNamedNext(_ node: Int, _ text: String) -> Bool {
    guard text.unicodeScalars.allSatisfy({ $0.value < 0x3000 }) else { return false }
    return [tree.attribute(node, .class), tree.attribute(node, .rel)].contains { names in
      names?.lowercased().split(separator: " ").contains("next") ?? false
    }
  }

  /// Holds a letter or mark that every name of a next page has.
  private func mayLeadOn(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 == 0x3e || $0 == 0xbb || $0 | 0x20 == 0x6e } || Self.forward.stands(in: bytes)
  }

  private static let forward: WordFinder = ["下", "后"]

  /// The page is called by the stem alone and still counts itself as 1.
  private func isFirst(_ current: String, of stem: String) -> Bool {
    current == "1" && scene.address.path.split(separator: "/").last?.hasPrefix(stem + ".") == true
  }

  /// `Pager({size:15, current:0, prefix:'index', suffix:'html'})`; the first page counts as 0, page n+1 is `index_n.html`.
  private var pagerObject: String? {
    for i in 0..<tree.count where tree[i].kind == .raw {
      let raw = tree.rawText(i)
      guard let at = Bytes.find(raw, "Pager({") else { continue }
      let call = Array(raw[at...].prefix(400).prefix { $0 != 0x7d })
      let values = FamilySigns(source: call, address: scene.address)
      guard let size = values.value("size").flatMap({ Int($0) }),
        let current = values.value("current").flatMap({ Int($0) }),
        current + 1 < size, let prefix = values.value("prefix"), let suffix = values.value("suffix")
      else { continue }
      return scene.absolute("\(prefix)_\(current + 1).\(suffix)")
    }
    return nil
  }

  private var scripted: String? {
    for i in 0..<tree.count where tree[i].kind == .raw {
      let raw = tree.rawText(i)
      if let next = called(raw) ?? counted(raw) { return scene.absolute(next) }
    }
    return nil
  }

  /// TRS: `createPageHTML(pages, current, "index", "html")`; page n+1 of "index" is `index_n.html`. The same script may
  /// define the function.
  private func called(_ raw: ArraySlice<UInt8>) -> String? {
    var from = raw.startIndex
    for _ in 0..<8 {
      guard let at = Bytes.find(raw, "createPageHTML(", from: from) else { return nil }
      from = at + 15
      let call = String(decoding: raw[from...].prefix(300).prefix { $0 != 0x29 }, as: UTF8.self)
      let arguments = call.split(separator: ",").map { $0.trimmed(["'", "\"", " ", "\t", "\n", "\r"]) }
      let numbers = arguments.indices.filter { Int(arguments[$0]) != nil }
      guard numbers.count >= 2, let pages = Int(arguments[numbers[0]]), let current = Int(arguments[numbers[1]]),
        numbers[1] + 2 < arguments.count
      else { continue }
      let (stem, ending) = (arguments[numbers[1] + 1], arguments[numbers[1] + 2])
      let isOneBased = countsFromOne || isFirst(arguments[numbers[1]], of: stem)
      return current < pages - (isOneBased ? 0 : 1) ? "\(stem)_\(current + 1).\(ending)" : nil
    }
    return nil
  }

  /// TRS in older templates: `var currentPage = 0; var countPage = 3;` and links put together in the script.
  private func counted(_ raw: ArraySlice<UInt8>) -> String? {
    guard Bytes.contains(raw, "index"), let pages = number("countPage", raw), let current = number("currentPage", raw),
      current + 1 < pages
    else { return nil }
    let ending = ["shtml", "html", "htm"].first { Bytes.contains(raw, "." + $0) } ?? "html"
    return "index_\(current + 1).\(ending)"
  }

  /// The number that a script gives a variable where it first names it.
  private func number(_ name: String, _ raw: ArraySlice<UInt8>) -> Int? {
    guard let at = Bytes.find(raw, name) else { return nil }
    let rest = String(decoding: raw[(at + name.utf8.count)...].prefix(20), as: UTF8.self).drop { $0 == " " }
    guard rest.first == "=" else { return nil }
    return Int(rest.dropFirst().drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber })
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
