import HTMLTree

/// Short texts of their own in the main area of a page, such as a note that it is empty or archived.
struct Notices {
  let scene: PageScene

  /// Whether a text of at most so many characters says it: shown, outside links, navigation and side-bars.
  func stand(ofAtMost characters: Int, isHidden: (Int) -> Bool, says: (ArraySlice<UInt8>) -> Bool) -> Bool {
    let tree = scene.tree
    return (0..<tree.count).contains { i in
      guard tree.isText(i) else { return false }
      let range = tree.textRange(i)
      guard range.count >= 9, range.count <= 240, says(tree.text[range]) else { return false }
      return Text.line(tree.text[range]).count <= characters && !isHidden(i)
        && scene.hints.around[i].isDisjoint(with: Self.beside)
    }
  }

  private static let beside: MarkupHints.Words = [.tagged, .link, .side, .navigation, .footer, .related, .comment]
}

/// Says whether a column's page is marked as archived (附件《网页设计规范》: archived pages carry 已归档 with the time).
enum ArchiveNotice {
  static func stands(in scene: PageScene, isHidden: (Int) -> Bool) -> Bool {
    Notices(scene: scene).stand(ofAtMost: 60, isHidden: isHidden) { text in
      guard Bytes.contains(text, "已归档") else { return false }
      let line = Text.line(text).filter { !$0.isWhitespace }
      return phrases.contains(where: line.contains)
    }
  }

  private static let phrases =
    ["专题", "栏目", "专栏", "页面", "网页", "网站"].flatMap { ["本\($0)已归档", "该\($0)已归档"] } + [
      "已归档（归档时间", "已归档(归档时间", "已归档，归档时间",
    ]
}
