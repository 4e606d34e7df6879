import DuwangCore
import HTMLTree

/// Weighs the dates of a page as dates of rows, by their form, the words beside them and the head of their table column.
struct RowDates {
  let scene: PageScene
  private var tree: Tree { scene.tree }

  /// 0 no date of a row; 1 behind an unknown label; 2 a date; 3 answers to letters, or an update after publication; 4 named
  /// as publication.
  func ranks() -> [Int] {
    scene.dates.indices.map { index in
      let (date, context) = (scene.dates[index], scene.contexts[index])
      guard date.form != .yearMonth, date.year == 0 || (1990...2099).contains(date.year) else { return 0 }
      if context.role == .labelled { return context.label.map(Self.isUpdate) == true ? 3 : 4 }
      if let label = context.label, Self.letters.contains(label) { return 2 }
      if context.role == .named { return date.form == .full ? 1 : 0 }
      guard context.role >= .edge else { return 0 }
      return columnRank(date) ?? 2
    }
  }

  enum LetterRole { case asked, answered }

  /// What a date in a row of letters is by the word before it or the head of its column; nil for other dates.
  func letterRole(_ index: Int) -> LetterRole? {
    guard let label = scene.contexts[index].label ?? columnLabel(scene.dates[index]) else { return nil }
    if Self.answers.stands(in: Array(label.utf8)[...]) { return .answered }
    return Self.letters.contains(label) ? .asked : nil
  }

  /// What the head of the date's table column makes of it; nil without a head.
  private func columnRank(_ date: FoundDate) -> Int? {
    guard let label = columnLabel(date) else { return nil }
    if Self.answers.stands(in: Array(label.utf8)[...]) { return 3 }
    if Self.letters.contains(label) { return 2 }
    if label.hasPrefix("公示"), isAloneInCell(date) { return 4 }
    if Words.anyForeign.stands(in: Array(label.utf8)[...]) { return 0 }
    return Words.publication.contains(label) ? Self.isUpdate(label) ? 3 : 4 : nil
  }

  private static func isUpdate(_ label: String) -> Bool { label.hasPrefix("更新") }

  /// 公示时间 with one day is when the row was put up; with two it is a period.
  private func isAloneInCell(_ date: FoundDate) -> Bool {
    guard let cell = scene.textNode(at: date.start).flatMap({ tree.closest($0, [.td]) }) else { return false }
    return scene.dates(in: tree.textRange(cell)).count == 1
  }

  /// The head of the date's table column without blanks; nil without a head.
  private func columnLabel(_ date: FoundDate) -> String? {
    guard let text = scene.textNode(at: date.start), let cell = tree.closest(text, .td),
      let table = tree.closest(cell, .table), let head = head(table), head != tree.parent(cell),
      let column = cells(tree.parent(cell)).firstIndex(of: cell)
    else { return nil }
    let heads = cells(head)
    guard column < heads.count else { return nil }
    guard tree.textRange(heads[column]).count < 400 else { return nil }
    let label = Text.line(tree.text[tree.textRange(heads[column])]).filter { !$0.isWhitespace }
    return label.count <= 10 ? label : nil
  }

  /// The first row, which stands among the first nodes of a table.
  private func head(_ table: Int) -> Int? {
    ((table + 1)..<min(max(table + 1, tree.end(table)), table + 512)).first { tree.tag($0) == .tr }
  }

  /// At most 64: no table that people read has more columns.
  private func cells(_ row: Int) -> [Int] {
    var (found, children) = ([Int](), tree.children(row))
    while found.count < 64, let child = children.next() {
      if tree.tag(child) == .td || tree.tag(child) == .th { found.append(child) }
    }
    return found
  }

  private static let answers: WordFinder = ["答复", "回复", "办结", "反馈时间", "反馈日期"]
  private static let letters: Set<String> = Set(
    ["来信", "咨询", "留言", "提问", "写信", "投诉", "信件", "反映", "诉求"].flatMap { ["\($0)时间", "\($0)日期"] } + ["提交时间", "提交日期"])
}
