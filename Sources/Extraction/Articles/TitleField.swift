import HTMLTree

/// The title as the value of a field: label and colon before it, or label and value the two cells of a row.
struct TitleField {
  let tree: Tree

  /// The value of 标题 or 名称, where the head names no more than the column.
  func document() -> (String, Int)? { value(of: ["标题", "名称"], atLeast: 8) }

  /// The value of 信件标题 and the like on the page of a citizen's letter.
  func letter() -> (String, Int)? { value(of: Self.letters, atLeast: 4) }

  private static let words: WordFinder = ["标题", "主题", "名称"]
  private static let letters = ["信件", "来信", "留言", "咨询", "投诉", "诉求"].flatMap { kind in
    ["标题", "主题", "名称"].map { kind + $0 }
  }

  /// `least`: characters of the value.
  private func value(of labels: [String], atLeast least: Int) -> (String, Int)? {
    for i in 0..<tree.count where tree.isText(i) {
      let range = tree.textRange(i)
      guard range.count >= 6, range.count <= 48, Self.words.stands(in: tree.text[range]), let value = following(i)
      else { continue }
      let label = Text.line(tree.text[range]).filter { $0 != " " }
      let bare = label.hasSuffix("：") || label.hasSuffix(":") ? label.dropLast() : isHeadOfRow(i) ? label[...] : ""
      guard labels.contains(where: bare.hasSuffix), bare.count <= 7 else { continue }
      let text = Text.title(Text.line(tree.text[tree.textRange(value)]))
      if text.count >= least, text.count <= 120, !text.hasSuffix("：") { return (text, value) }
    }
    return nil
  }

  /// The text fills the first of a row's two cells.
  private func isHeadOfRow(_ text: Int) -> Bool {
    guard let cell = tree.closest(text, [.td, .th]), tree.tag(tree.parent(cell)) == .tr else { return false }
    let cells = tree.children(tree.parent(cell)).prefix(60).filter { [.td, .th].contains(tree.tag($0)) }
    return cells.count == 2 && cells[0] == cell
  }

  /// The next text that says anything.
  private func following(_ node: Int) -> Int? {
    ((node + 1)..<min(tree.count, node + 12)).first {
      tree.isText($0) && Text.weight(tree.text[tree.textRange($0)]) > 0
    }
  }
}
